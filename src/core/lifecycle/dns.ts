import { countDisproved, movedUntil } from '../diagnosis/prediction.js';
import { blockersIn, type Disproved, type DnsTally, judgeDns } from '../diagnosis/verdict.js';
import { elapsedMs } from '../instant.js';
import { whereChanged } from '../learning/usual.js';
import type { DnsAxis, Mapping, SslAxis } from '../mapping.js';
import type { DnsObservation } from '../observation/observation.js';
import type { Target } from '../ports/provider-facts.js';
import { isPublished } from '../stage.js';
import { dnsDetails } from './details.js';
import {
  CHECKS_TO_DRIFT,
  CHECKS_TO_GIVE_UP_ON_SILENT,
  CHECKS_TO_RESTORE,
  ROUND_GAP_MS,
  ROUNDS_TO_PROPAGATE,
} from './policy.js';
import { type Context, lateness, type Step, unchanged, unchecked } from './step.js';

/** Before Ready every check counts; resolvers have to agree twice. */
export function stepDns(
  mapping: Mapping,
  observation: DnsObservation,
  target: Target,
  { now }: Context,
): Step {
  const { dns } = mapping;
  const disproved = countDisproved(dns, observation, target);
  const tally = judgeDns(observation, target, disproved);
  if (tally.verdict === 'unknown') return unchanged({ ...mapping, dns: unheard(dns, observation, now) });
  const isThere = isEverywhere(dns, tally.verdict);
  const agreeingRounds = isThere ? countRounds(dns, observation.at, tally.seen) : 0;
  const isPropagated = agreeingRounds >= ROUNDS_TO_PROPAGATE;
  const state = isThere ? (isPropagated ? 'propagated' : 'published') : 'wrong';
  const firstPublished = isThere && dns.publishedAt === undefined;
  const firstPropagated = isPropagated && dns.propagatedAt === undefined;
  // A check after failure starts a new deadline; the person has waited since the hostname was mapped.
  const waitingSince = dns.startedAt && Math.min(dns.startedAt, mapping.alias.since);
  const details = { afterMs: elapsedMs(waitingSince, now), ...lateness(mapping) };
  const next: DnsAxis = {
    ...dns,
    state,
    since: state === dns.state ? dns.since : now,
    publishedAt: firstPublished ? now : dns.publishedAt,
    propagatedAt: firstPropagated ? now : dns.propagatedAt,
    agreeingRounds,
    agreedAt: agreeingRounds > dns.agreeingRounds ? now : dns.agreedAt,
    disproved: withAny(disproved),
    movedUntil: movedUntil(dns, observation),
    partialChecks: tally.verdict === 'partial' ? dns.partialChecks + 1 : 0,
    ...WITH_RESULT,
    observation,
  };
  return {
    mapping: { ...mapping, dns: next, ssl: { ...mapping.ssl, startedAt: sslStart(mapping.ssl, state, now) } },
    report: [
      ...(firstPublished
        ? [
            [
              'dns.published',
              { ...details, servers: tally.authoritative.right, ...changeOf(dns, next) },
            ] as const,
          ]
        : []),
      ...(firstPropagated
        ? [['dns.propagated', { ...details, resolvers: tally.resolvers.right }] as const]
        : []),
    ],
  };
}

/** A check had a result. */
const WITH_RESULT = { uncheckedSince: undefined, blockedBy: undefined };

function unheard(dns: DnsAxis, observation: DnsObservation, now: number): DnsAxis {
  const blockers = blockersIn(observation);
  return { ...unchecked(dns, now), blockedBy: blockers.length > 0 ? [...blockers] : undefined };
}

/** Empty if the first check already found the record. */
function changeOf(before: DnsAxis, next: DnsAxis): { readonly dnsProvider?: string } {
  const dnsProvider = before.observation && (whereChanged(next) ?? whereChanged(before));
  return dnsProvider === undefined ? {} : { dnsProvider };
}

const withAny = (disproved: Disproved): DnsAxis['disproved'] =>
  Object.keys(disproved).length > 0 ? disproved : undefined;

/**
 * Published means every server has the record. A server that stays silent while all others are right is given
 * a few checks, then counts as down; once published, silence revokes nothing.
 */
export function isEverywhere(dns: DnsAxis, verdict: DnsTally['verdict']): boolean {
  if (verdict !== 'partial') return verdict === 'published';
  return isPublished(dns) || dns.partialChecks + 1 >= CHECKS_TO_GIVE_UP_ON_SILENT;
}

/**
 * Once propagated, an old cache does not revoke it; a wrong record does. Checks in quick succession are one
 * round: they would query the same caches.
 */
function countRounds(dns: DnsAxis, at: number, seen: DnsTally['seen']): number {
  if (dns.agreeingRounds >= ROUNDS_TO_PROPAGATE || seen === 'silent') return dns.agreeingRounds;
  if (seen === 'wrong') return 0;
  const isSameRound = dns.agreeingRounds > 0 && Math.abs(at - (dns.agreedAt ?? at)) < ROUND_GAP_MS;
  return isSameRound ? dns.agreeingRounds : dns.agreeingRounds + 1;
}

/** The certificate's deadline starts when DNS is published. */
const sslStart = (ssl: SslAxis, dns: DnsAxis['state'], now: number): number | undefined =>
  dns === 'wrong' ? undefined : (ssl.startedAt ?? now);

/** After Ready a contradiction must repeat before it counts: flapping is not reported. */
export function stepWatchedDns(
  mapping: Mapping,
  observation: DnsObservation,
  target: Target,
  { now }: Context,
): Step {
  const { dns } = mapping;
  const { verdict, seen } = judgeDns(observation, target, dns.disproved);
  if (verdict === 'unknown') return unchanged({ ...mapping, dns: unheard(dns, observation, now) });
  const isWrong = verdict === 'wrong' || verdict === 'dead';
  const isOdd = isWrong !== (dns.state === 'wrong');
  const contradictions = isOdd ? dns.contradictions + 1 : 0;
  if (isOdd && contradictions < (isWrong ? CHECKS_TO_DRIFT : CHECKS_TO_RESTORE))
    return unchanged({
      ...mapping,
      dns: { ...dns, contradictions, ...WITH_RESULT },
    });
  const calm = seen === 'wrong' ? 'published' : 'propagated';
  const next: DnsAxis = {
    ...dns,
    state: isWrong ? 'wrong' : calm,
    since: isOdd ? now : dns.since,
    contradictions: 0,
    ...WITH_RESULT,
    isDrifted: verdict === 'wrong' || (isWrong && dns.isDrifted === true) || undefined,
    observation,
  };
  return { mapping: { ...mapping, dns: next }, report: drift(dns, next, target, now) };
}

/** Only a different answer is a change; servers without an answer have findings of their own. */
function drift(before: DnsAxis, next: DnsAxis, target: Target, now: number): Step['report'] {
  if (next.isDrifted && !before.isDrifted) return [['dns.drifted', dnsDetails(next, target)]];
  return before.state === 'wrong' && next.state !== 'wrong'
    ? [['dns.restored', { afterMs: elapsedMs(before.since, now) }]]
    : [];
}
