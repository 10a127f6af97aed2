import { nextFlipAt } from '../../diagnosis/prediction.js';
import { areUnheard } from '../../diagnosis/verdict.js';
import { elapsedMs } from '../../instant.js';
import type { DnsAxis, Mapping } from '../../mapping.js';
import type { HttpObservation } from '../../observation/http.js';
import type { DnsObservation, SslObservation } from '../../observation/observation.js';
import type { Target } from '../../ports/provider-facts.js';
import { isFailed, isOnlyUnrouted, isPublished, isReady, isServed } from '../../stage.js';
import { dnsDetails, sslDetails } from '../details.js';
import { stepDns, stepWatchedDns } from '../dns.js';
import { stepOpenFindings } from '../open-findings.js';
import {
  blindPauseMs,
  confirmMs,
  nextAfterFailure,
  nextRoundMs,
  pauseUntil,
  ROUNDS_TO_PROPAGATE,
  relaxedMs,
} from '../policy.js';
import { type NetworkView, stepSite } from '../site.js';
import { stepSsl, stepWatchedSsl } from '../ssl.js';
import { type Context, lateness, type Step, unchanged } from '../step.js';

/** The results of one check. Certificate and site are checked only once DNS is published. */
export interface ObservedInput {
  readonly type: 'observed';
  readonly target: Target;
  readonly dns: DnsObservation;
  readonly ssl?: SslObservation | undefined;
  readonly http?: HttpObservation | undefined;
  /** The app network's data, if the app has a network. */
  readonly network?: NetworkView;
}

/** Applies a check. One without a result changes no state: it marks the axis unchecked and is repeated. */
export function decideObserved(mapping: Mapping, input: ObservedInput, context: Context): Step {
  if (mapping.alias.intent !== 'add' || mapping.alias.state !== 'accepted') return unchanged(mapping);
  const seen =
    mapping.outcome?.stage === 'done'
      ? watched(mapping, input, context)
      : followedUp(mapping, input, context);
  const noted = stepOpenFindings(seen.mapping, input.target, context);
  return {
    findings: noted.findings,
    mapping: {
      ...noted.mapping,
      nextCheckAt: nextCheckAt(noted.mapping, mapping.dns, input.target, context),
    },
    report: [
      ...noted.report.filter(isCleared),
      ...seen.report,
      ...noted.report.filter((reported) => !isCleared(reported)),
    ],
  };
}

/** Report cleared findings before their consequences. */
const isCleared = ([type]: Step['report'][number]): boolean => type.endsWith('.cleared');

/** Before Ready, and after failure. */
function followedUp(
  mapping: Mapping,
  { target, dns, ssl, http, network }: ObservedInput,
  context: Context,
): Step {
  const afterDns = stepDns(mapping, dns, target, context);
  const isThere = isPublished(afterDns.mapping.dns);
  const base = isThere ? withHttp(afterDns.mapping, http) : afterDns.mapping;
  const afterSsl = ssl && isThere ? stepSsl(base, ssl, dns, context) : unchanged(base);
  const sslSeen = ssl !== undefined && isThere && afterSsl.mapping.ssl.uncheckedSince === undefined;
  const late = isFailed(mapping) ? recovered(mapping, afterSsl, context) : afterSsl;
  const afterSite = stepSite(late.mapping, network, http, context);
  const end = stepOutcome(afterSite.mapping, target, sslSeen, context);
  return {
    mapping: end.mapping,
    report: [...afterDns.report, ...late.report, ...afterSite.report, ...end.report],
  };
}

/** A mapping that failed continues with new deadlines once the axis that failed is right. */
function recovered(before: Mapping, { mapping, report }: Step, { now }: Context): Step {
  const { dns, ssl } = mapping;
  const hasDnsRisen = STAGE_RANK[dns.state] > STAGE_RANK[before.dns.state];
  const isDnsBack = before.outcome?.stage === 'failed' && dns.uncheckedSince === undefined && hasDnsRisen;
  const isSslBack = before.outcome?.stage === 'ssl-failed' && report.some(([type]) => type === 'ssl.issued');
  if (!isDnsBack && !isSslBack) return { mapping, report };
  const isNews = dns.publishedAt === now || dns.propagatedAt === now || isSslBack;
  const restored = ['dns.restored', { afterMs: elapsedMs(before.dns.since, now), late: true }] as const;
  return {
    mapping: {
      ...mapping,
      outcome: undefined,
      dns: { ...dns, startedAt: now },
      ssl: { ...ssl, startedAt: isPublished(dns) ? now : undefined },
    },
    report: isNews ? report : [restored, ...report],
  };
}

const STAGE_RANK = { unknown: 0, wrong: 0, published: 1, propagated: 2 } as const satisfies Record<
  DnsAxis['state'],
  number
>;

/** After Ready, at a relaxed pace. */
function watched(
  mapping: Mapping,
  { target, dns, ssl, http, network }: ObservedInput,
  context: Context,
): Step {
  const afterDns = stepWatchedDns(mapping, dns, target, context);
  const afterSsl = ssl ? stepWatchedSsl(afterDns.mapping, ssl, dns, context) : unchanged(afterDns.mapping);
  const afterSite = stepSite(withHttp(afterSsl.mapping, http), network, http, context);
  return {
    mapping: afterSite.mapping,
    report: [...afterDns.report, ...afterSsl.report, ...afterSite.report],
  };
}

const withHttp = (mapping: Mapping, http: HttpObservation | undefined): Mapping =>
  http ? { ...mapping, http } : mapping;

/** Ready, or out of time: a deadline ends the wait only in a check with results. */
function stepOutcome(mapping: Mapping, target: Target, sslSeen: boolean, { now, policy }: Context): Step {
  const { dns, ssl } = mapping;
  if (isReady(mapping))
    return {
      mapping: { ...mapping, outcome: { stage: 'done', at: now } },
      report: [['domain.done', { afterMs: elapsedMs(mapping.requestedAt, now), ...lateness(mapping) }]],
    };
  if (isFailed(mapping)) return unchanged(mapping);
  // Once published, the caches get the same time again.
  const waitingSince = dns.state === 'published' ? Math.max(dns.since, dns.startedAt ?? 0) : dns.startedAt;
  const dnsMs = elapsedMs(waitingSince, now);
  const isChecked = dns.uncheckedSince === undefined && !isUnheard(dns);
  if (dns.state !== 'propagated' && isChecked && dnsMs >= policy.dnsDeadlineMs)
    return {
      mapping: { ...mapping, outcome: { stage: 'failed', at: now } },
      report: [['dns.failed', { afterMs: dnsMs, ...dnsDetails(dns, target) }]],
    };
  const sslMs = elapsedMs(ssl.startedAt, now);
  if (!isServed(ssl) && sslSeen && sslMs >= policy.sslDeadlineMs)
    return {
      mapping: { ...mapping, outcome: { stage: 'ssl-failed', at: now } },
      report: [['ssl.failed', { afterMs: sslMs, ...(ssl.observation ? sslDetails(ssl.observation) : {}) }]],
    };
  return unchanged(mapping);
}

/** Published, and the bot can't hear whether the record has spread: that fails nothing. */
const isUnheard = ({ state, observation }: DnsAxis): boolean =>
  state === 'published' && observation !== undefined && areUnheard(observation);

function nextCheckAt(
  mapping: Mapping,
  before: DnsAxis,
  target: Target,
  { now, policy, random }: Context,
): number | undefined {
  const { dns, ssl, site, outcome } = mapping;
  if (outcome && outcome.stage !== 'done') return nextAfterFailure(outcome.at, now, random);
  const roundMs =
    dns.uncheckedSince === undefined
      ? nextRoundMs(policy, random)
      : blindPauseMs(policy, elapsedMs(dns.uncheckedSince, now), random);
  // A network reading or a pressed button triggers the next check at once.
  if (isOnlyUnrouted(mapping)) return now + blindPauseMs(policy, elapsedMs(site.since, now), random);
  const contradictions = dns.contradictions + ssl.contradictions + site.contradictions;
  const isCalm = dns.state === 'propagated' && isServed(ssl) && contradictions === 0;
  if (outcome) return now + (isCalm ? relaxedMs(policy, random) : roundMs);
  if (dns.state !== 'published' || dns.uncheckedSince !== undefined) return now + roundMs;
  if (isUnheard(dns)) return now + blindPauseMs(policy, elapsedMs(dns.since, now), random);
  if (dns.agreeingRounds > before.agreeingRounds && dns.agreeingRounds < ROUNDS_TO_PROPAGATE)
    return now + confirmMs(policy);
  // The caches can't change before this predicted moment.
  const flipAt = dns.observation && nextFlipAt(dns.observation, target);
  if (flipAt === undefined) return now + roundMs;
  const pauseMs = pauseUntil(flipAt, now);
  return now + (isServed(ssl) ? pauseMs : Math.min(pauseMs, roundMs));
}
