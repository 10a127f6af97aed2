import type { DomainEvent } from './event.js';
import { dnsEvidence, sslEvidence } from './evidence.js';
import type { DnsAxis, Mapping, SslAxis } from './mapping.js';
import type { DnsObservation, SslObservation } from './observation.js';
import { confirmMs, nextRoundMs, ROUND_GAP_MS, ROUNDS_TO_PROPAGATE } from './policy.js';
import { isFinal, isReady } from './stage.js';
import { type Context, elapsedMs, type Step, unchanged } from './step.js';
import type { Target } from './target.js';
import { judgeDns, judgeSsl } from './verdict.js';

const MOST_NAMES = 6;

/** What one round of checks saw. The certificate is looked at only once DNS is published. */
export interface ObservedInput {
  readonly type: 'observed';
  readonly target: Target;
  readonly dns: DnsObservation;
  readonly ssl?: SslObservation | undefined;
}

/** A check that came to nothing moves nothing: it only marks the axis as blind and comes again. */
export function decideObserved(
  mapping: Mapping,
  { target, dns, ssl }: ObservedInput,
  context: Context,
): Step {
  if (mapping.host.intent !== 'add' || mapping.host.state !== 'accepted' || isFinal(mapping))
    return unchanged(mapping);
  const afterDns = stepDns(mapping, dns, target, context);
  const published = afterDns.mapping.dns.state === 'published' || afterDns.mapping.dns.state === 'propagated';
  const afterSsl = ssl && published ? stepSsl(afterDns.mapping, ssl, context) : unchanged(afterDns.mapping);
  const sslSeen = ssl !== undefined && published && afterSsl.mapping.ssl.blindSince === undefined;
  const end = stepOutcome(afterSsl.mapping, sslSeen, context);
  return {
    mapping: { ...end.mapping, nextCheckAt: nextCheckAt(end.mapping, mapping.dns, context) },
    tell: [...afterDns.tell, ...afterSsl.tell, ...end.tell],
  };
}

function stepDns(mapping: Mapping, observation: DnsObservation, target: Target, { now }: Context): Step {
  const { dns } = mapping;
  const { verdict, seen, authoritative, resolvers } = judgeDns(observation, target);
  if (verdict === 'unknown')
    return unchanged({ ...mapping, dns: { ...dns, blindSince: dns.blindSince ?? now } });
  const agreeingRounds = countRounds(dns, observation.at, verdict, seen);
  const state =
    verdict === 'wrong' ? 'wrong' : agreeingRounds >= ROUNDS_TO_PROPAGATE ? 'propagated' : 'published';
  const firstPublished = state !== 'wrong' && dns.publishedAt === undefined;
  const firstPropagated = state === 'propagated' && dns.propagatedAt === undefined;
  const afterMs = elapsedMs(dns.startedAt, now);
  const next: DnsAxis = {
    ...dns,
    state,
    since: state === dns.state ? dns.since : now,
    publishedAt: firstPublished ? now : dns.publishedAt,
    propagatedAt: firstPropagated ? now : dns.propagatedAt,
    agreeingRounds,
    agreedAt: agreeingRounds > dns.agreeingRounds ? now : dns.agreedAt,
    blindSince: undefined,
    observation,
  };
  return {
    mapping: { ...mapping, dns: next, ssl: { ...mapping.ssl, startedAt: sslStart(mapping.ssl, state, now) } },
    tell: [
      ...(firstPublished ? [['dns.published', { afterMs, servers: authoritative.right }] as const] : []),
      ...(firstPropagated ? [['dns.propagated', { afterMs, resolvers: resolvers.right }] as const] : []),
    ],
  };
}

/**
 * Once propagated, a resolver that still answers from an old cache does not take it back; a wrong record does.
 * Looks in quick succession are one round: they would see the same caches.
 */
function countRounds(
  dns: DnsAxis,
  at: number,
  verdict: 'wrong' | 'published',
  seen: 'right' | 'wrong' | 'silent',
): number {
  if (verdict === 'wrong') return 0;
  if (dns.agreeingRounds >= ROUNDS_TO_PROPAGATE || seen === 'silent') return dns.agreeingRounds;
  if (seen === 'wrong') return 0;
  const isSameRound = dns.agreeingRounds > 0 && Math.abs(at - (dns.agreedAt ?? at)) < ROUND_GAP_MS;
  return isSameRound ? dns.agreeingRounds : dns.agreeingRounds + 1;
}

/** The certificate's clock runs while DNS is published. */
const sslStart = (ssl: SslAxis, dns: DnsAxis['state'], now: number): number | undefined =>
  dns === 'wrong' ? undefined : (ssl.startedAt ?? now);

function stepSsl(mapping: Mapping, observation: SslObservation, { now }: Context): Step {
  const { ssl } = mapping;
  const state = judgeSsl(observation, now);
  if (state === 'unknown')
    return unchanged({ ...mapping, ssl: { ...ssl, blindSince: ssl.blindSince ?? now } });
  const firstIssued = (state === 'valid' || state === 'expiring') && ssl.issuedAt === undefined;
  const next: SslAxis = {
    ...ssl,
    state,
    since: state === ssl.state ? ssl.since : now,
    issuedAt: firstIssued ? now : ssl.issuedAt,
    blindSince: undefined,
    observation,
  };
  const details = { afterMs: elapsedMs(ssl.startedAt, now), ...sslDetails(next) };
  return { mapping: { ...mapping, ssl: next }, tell: firstIssued ? [['ssl.issued', details]] : [] };
}

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
  const served = ssl.state === 'valid' || ssl.state === 'expiring';
  if (!served && sslSeen && sslMs >= policy.sslDeadlineMs)
    return {
      mapping: { ...mapping, outcome: { stage: 'ssl-failed', at: now } },
      tell: [['ssl.failed', { afterMs: sslMs, ...sslDetails(ssl) }]],
    };
  return unchanged(mapping);
}

/** Only the caches remain when the authoritative servers are right. */
function dnsDetails({ state, observation }: DnsAxis): DomainEvent['details'] {
  if (!observation || state === 'published') return { found: 'cached' };
  const { found, values } = dnsEvidence(observation);
  return { found, values: values.join(', ') };
}

function sslDetails({ observation }: SslAxis): DomainEvent['details'] {
  if (!observation) return {};
  const { names, ...evidence } = sslEvidence(observation);
  return { ...evidence, names: names.slice(0, MOST_NAMES).join(', ') };
}

function nextCheckAt(
  mapping: Mapping,
  before: DnsAxis,
  { now, policy, random }: Context,
): number | undefined {
  if (isFinal(mapping)) return undefined;
  const confirming =
    mapping.dns.agreeingRounds > before.agreeingRounds && mapping.dns.agreeingRounds < ROUNDS_TO_PROPAGATE;
  return now + (confirming ? confirmMs(policy) : nextRoundMs(policy, random));
}
