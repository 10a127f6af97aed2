import { dnsDetails, sslDetails } from './details.js';
import { stepDns, stepWatchedDns } from './lifecycle-dns.js';
import { stepSsl, stepWatchedSsl } from './lifecycle-ssl.js';
import type { DnsAxis, Mapping } from './mapping.js';
import { stepNotes } from './notes.js';
import type { DnsObservation, SslObservation } from './observation.js';
import type { HttpObservation } from './observation-http.js';
import {
  blindPauseMs,
  confirmMs,
  nextRoundMs,
  pauseUntil,
  ROUNDS_TO_PROPAGATE,
  relaxedMs,
} from './policy.js';
import { nextFlipAt } from './prediction.js';
import { isFinal, isPublished, isReady, isServed } from './stage.js';
import { type Context, elapsedMs, type Step, unchanged } from './step.js';
import type { Target } from './target.js';

/** What one round of checks saw. Certificate and site are looked at only once DNS is published. */
export interface ObservedInput {
  readonly type: 'observed';
  readonly target: Target;
  readonly dns: DnsObservation;
  readonly ssl?: SslObservation | undefined;
  readonly http?: HttpObservation | undefined;
}

/** A check that came to nothing moves nothing: it only marks the axis as blind and comes again. */
export function decideObserved(mapping: Mapping, input: ObservedInput, context: Context): Step {
  if (mapping.host.intent !== 'add' || mapping.host.state !== 'accepted' || isFinal(mapping))
    return unchanged(mapping);
  const seen = mapping.outcome ? watched(mapping, input, context) : followed(mapping, input, context);
  const noted = stepNotes(seen.mapping, input.target, context);
  return {
    mapping: {
      ...noted.mapping,
      nextCheckAt: nextCheckAt(noted.mapping, mapping.dns, input.target, context),
    },
    tell: [...noted.tell.filter(isCleared), ...seen.tell, ...noted.tell.filter((told) => !isCleared(told))],
  };
}

/** What is over is told before what comes of it. */
const isCleared = ([type]: Step['tell'][number]): boolean => type.endsWith('.cleared');

/** On the way to Ready. */
function followed(mapping: Mapping, { target, dns, ssl, http }: ObservedInput, context: Context): Step {
  const afterDns = stepDns(mapping, dns, target, context);
  const isThere = isPublished(afterDns.mapping.dns);
  const base = isThere ? withHttp(afterDns.mapping, http) : afterDns.mapping;
  const afterSsl = ssl && isThere ? stepSsl(base, ssl, context) : unchanged(base);
  const sslSeen = ssl !== undefined && isThere && afterSsl.mapping.ssl.blindSince === undefined;
  const end = stepOutcome(afterSsl.mapping, sslSeen, context);
  return { mapping: end.mapping, tell: [...afterDns.tell, ...afterSsl.tell, ...end.tell] };
}

/** After Ready, at a relaxed pace. */
function watched(mapping: Mapping, { target, dns, ssl, http }: ObservedInput, context: Context): Step {
  const afterDns = stepWatchedDns(mapping, dns, target, context);
  const afterSsl = ssl ? stepWatchedSsl(afterDns.mapping, ssl, context) : unchanged(afterDns.mapping);
  return { mapping: withHttp(afterSsl.mapping, http), tell: [...afterDns.tell, ...afterSsl.tell] };
}

const withHttp = (mapping: Mapping, http: HttpObservation | undefined): Mapping =>
  http ? { ...mapping, http } : mapping;

/** Ready, or out of time: a deadline ends the watch only in a round that could see. */
function stepOutcome(mapping: Mapping, sslSeen: boolean, { now, policy }: Context): Step {
  const { dns, ssl } = mapping;
  if (isReady(mapping))
    return {
      mapping: { ...mapping, outcome: { stage: 'done', at: now } },
      tell: [['domain.done', { afterMs: elapsedMs(mapping.requestedAt, now) }]],
    };
  // Once published, the caches have the same time again.
  const dnsMs = elapsedMs(dns.state === 'published' ? dns.since : dns.startedAt, now);
  if (dns.state !== 'propagated' && dns.blindSince === undefined && dnsMs >= policy.dnsDeadlineMs)
    return {
      mapping: { ...mapping, outcome: { stage: 'failed', at: now } },
      tell: [['dns.failed', { afterMs: dnsMs, ...dnsDetails(dns) }]],
    };
  const sslMs = elapsedMs(ssl.startedAt, now);
  if (!isServed(ssl) && sslSeen && sslMs >= policy.sslDeadlineMs)
    return {
      mapping: { ...mapping, outcome: { stage: 'ssl-failed', at: now } },
      tell: [['ssl.failed', { afterMs: sslMs, ...sslDetails(ssl) }]],
    };
  return unchanged(mapping);
}

function nextCheckAt(
  mapping: Mapping,
  before: DnsAxis,
  target: Target,
  { now, policy, random }: Context,
): number | undefined {
  if (isFinal(mapping)) return undefined;
  const { dns, ssl, outcome } = mapping;
  const roundMs =
    dns.blindSince === undefined
      ? nextRoundMs(policy, random)
      : blindPauseMs(policy, elapsedMs(dns.blindSince, now), random);
  const isCalm = dns.state === 'propagated' && isServed(ssl) && dns.oddLooks === 0 && ssl.oddLooks === 0;
  if (outcome) return now + (isCalm ? relaxedMs(policy, random) : roundMs);
  if (dns.state !== 'published' || dns.blindSince !== undefined) return now + roundMs;
  if (dns.agreeingRounds > before.agreeingRounds && dns.agreeingRounds < ROUNDS_TO_PROPAGATE)
    return now + confirmMs(policy);
  // Nothing changes in the caches before they let go: that moment is known.
  const flipAt = dns.observation && nextFlipAt(dns.observation, target);
  if (flipAt === undefined) return now + roundMs;
  const pauseMs = pauseUntil(flipAt, now);
  return now + (isServed(ssl) ? pauseMs : Math.min(pauseMs, roundMs));
}
