import { HOUR_MS } from '../instant.js';
import type { DnsAxis } from '../mapping.js';
import type {
  AddressType,
  DnsObservation,
  DnsRecord,
  Lookup,
  PartialAnswer,
  ServerAnswer,
} from '../observation/observation.js';
import type { Target } from '../ports/provider-facts.js';
import {
  type Disproved,
  isConclusive,
  isRewriting,
  isRight,
  judgeSeen,
  reachedAddresses,
  staleTypes,
} from './verdict.js';

/** TTLs are whole seconds, rounded down, so an old answer may last almost 1 s longer. */
const MARGIN_MS = 1_000;
/** Failures may be cached for 1 s to 5 min (RFC 9520 3.2), with no TTL to read. */
const FAILURE_RETRY_MS = 30_000;
/** The longest delegation TTL of registries (.com: 172800 s); the bound for a move whose TTL was not seen. */
const MAX_NS_TTL_S = 172_800;

export interface Prediction {
  readonly resolver: string;
  /** The latest time at which its cache drops the old answer; absent if unknown. */
  readonly at?: number;
}

/** What is known of the resolvers besides their last answers. */
export interface Hypothesis {
  /** Resolvers whose predictions failed: an old cache is ruled out, so no time is shown. */
  readonly disproved?: Disproved | undefined;
  /** Until when they may answer from the zone's earlier name servers. */
  readonly movedUntil?: number | undefined;
}

/** The resolvers that don't see the record yet, and when each will. */
export function pendingResolvers(
  observation: DnsObservation,
  target: Target,
  hypothesis: Hypothesis = {},
): Prediction[] {
  return blindTo(observation, target).map((answer) => {
    const isDisproved = (hypothesis.disproved?.[answer.server] ?? 0) > 0;
    const at = isDisproved ? undefined : forgetsAt(answer, observation, target, hypothesis.movedUntil);
    return at === undefined ? { resolver: answer.server } : { resolver: answer.server, at };
  });
}

const blindTo = (observation: DnsObservation, target: Target): ServerAnswer[] =>
  observation.resolvers.filter((answer) => judgeSeen(answer, observation, target) !== 'right');

/**
 * When all resolvers will see the record; undefined if none is pending, or if one's old answer has no known
 * end. Resolvers that rewrite answers are ignored.
 */
export function allSeeAt(
  observation: DnsObservation,
  target: Target,
  hypothesis: Hypothesis = {},
): number | undefined {
  const pending = pendingResolvers(observation, target, hypothesis);
  const isCache = ({ resolver }: Prediction) =>
    observation.resolvers.some(
      (answer) =>
        answer.server === resolver &&
        judgeSeen(answer, observation, target) === 'wrong' &&
        !isRewriting(answer, hypothesis.disproved),
    );
  const times = pending.filter(isCache).map(({ at }) => at);
  return times.length > 0 && !times.includes(undefined)
    ? Math.max(...times.flatMap((at) => at ?? []))
    : undefined;
}

/** For customers: never early, and no more exact than they need. */
export const roundedUp = (at: number): number => Math.ceil(at / HOUR_MS) * HOUR_MS;

/**
 * When a resolver's wrong answer expires for good; undefined if unknown. After a move it may query the
 * earlier name servers once more.
 */
function forgetsAt(
  answer: ServerAnswer,
  observation: DnsObservation,
  target: Target,
  movedUntil = 0,
): number | undefined {
  const ends = stale(answer, observation, target).map((each) => runsOutAt(each, observation, target));
  if (ends.length === 0 || ends.includes(undefined)) return undefined;
  return Math.max(movedUntil, ...ends.flatMap((end) => end ?? []));
}

interface Stale {
  readonly type: AddressType;
  readonly lookup: Lookup;
}

/** The lookups that make a resolver wrong; both types if it failed. */
function stale(answer: ServerAnswer, observation: DnsObservation, target: Target): Stale[] {
  const types = staleTypes(answer, observation, target);
  const all = types.length > 0 || isConclusive(answer.a) ? types : BOTH;
  return all.map((type) => ({ type, lookup: type === 'A' ? answer.a : answer.aaaa }));
}

/**
 * RFC 1035 3.2.1; RFC 2308 5 for negative answers. The first record of the chain that the zone's servers no
 * longer have decides: when it expires, so does the rest.
 */
function runsOutAt({ type, lookup }: Stale, observation: DnsObservation, target: Target): number | undefined {
  const { records, negativeTtlS, at = observation.at } = lookup;
  const changed = firstChanged(records, type, observation, target);
  const ttlS = records.length > 0 ? changed?.ttlS : negativeTtlS;
  return ttlS === undefined ? undefined : at + ttlS * 1000 + MARGIN_MS;
}

/** Records of one name and type are one set; take the longest TTL. */
function firstChanged(
  records: readonly DnsRecord[],
  type: AddressType,
  observation: DnsObservation,
  target: Target,
): DnsRecord | undefined {
  const reached = reachedAddresses(observation);
  const present = observation.authoritative
    .filter((answer) => isRight(answer, target, reached))
    .flatMap(({ a, aaaa }) => (type === 'A' ? a.records : aaaa.records));
  const isPresent = (record: DnsRecord) =>
    present.some(
      (each) => each.type === record.type && each.name === record.name && each.value === record.value,
    );
  const changed = records.find((record) => !isPresent(record));
  return records
    .filter((record) => record.name === changed?.name && record.type === changed.type)
    .sort((one, other) => other.ttlS - one.ttlS)[0];
}

/** When to query again: before that, a resolver can only repeat its answer. */
const predictionDueAt = (each: Stale, observation: DnsObservation, target: Target): number =>
  runsOutAt(each, observation, target) ?? (each.lookup.at ?? observation.at) + FAILURE_RETRY_MS;

/** The earliest moment at which a pending resolver can change. */
export function nextFlipAt(observation: DnsObservation, target: Target): number | undefined {
  const times = blindTo(observation, target)
    .flatMap((answer) => stale(answer, observation, target))
    .map((each) => predictionDueAt(each, observation, target));
  return times.length > 0 ? Math.min(...times) : undefined;
}

/**
 * Until when resolvers may answer from earlier name servers if these changed since `before`: each caches the
 * servers for their NS TTL, and their last answer for another TTL.
 */
export function movedUntil(dns: DnsAxis, observation: DnsObservation): number | undefined {
  const before = dns.observation;
  const [old, present] = [before?.nameServers?.parent ?? [], observation.nameServers?.parent ?? []];
  const isSame = old.length === present.length && old.every((name) => present.includes(name));
  if (!before || old.length === 0 || present.length === 0 || isSame) return dns.movedUntil;
  const serversTtlS = Math.max(...[before, observation].map((each) => each.nameServersTtlS ?? MAX_NS_TTL_S));
  const answersTtlS = Math.max(
    0,
    ...before.authoritative.flatMap(({ a, aaaa }) => [...ttlsOf(a), ...ttlsOf(aaaa)]),
  );
  return observation.at + (serversTtlS + answersTtlS) * 1000 + MARGIN_MS;
}

const ttlsOf = ({ records, negativeTtlS }: Lookup): number[] => [
  ...records.map(({ ttlS }) => ttlS),
  ...(negativeTtlS === undefined ? [] : [negativeTtlS]),
];

/** Counts failed predictions per resolver; one that is right resets its count. */
export function countDisproved(dns: DnsAxis, observation: DnsObservation, target: Target): Disproved {
  const counts = observation.resolvers.flatMap((answer) => {
    if (judgeSeen(answer, observation, target) === 'right') return [];
    const count =
      (dns.disproved?.[answer.server] ?? 0) + (isDisproof(answer, dns, observation, target) ? 1 : 0);
    return count > 0 ? [[answer.server, count] as const] : [];
  });
  return Object.fromEntries(counts);
}

/** Wrong again after the previous answer must have expired. */
function isDisproof(
  answer: ServerAnswer,
  dns: DnsAxis,
  observation: DnsObservation,
  target: Target,
): boolean {
  const before = dns.observation;
  const old = before?.resolvers.find(({ server }) => server === answer.server);
  const at = before && old && forgetsAt(old, before, target, dns.movedUntil);
  if (at === undefined || judgeSeen(answer, observation, target) !== 'wrong') return false;
  return stale(answer, observation, target).some(({ lookup }) => (lookup.at ?? observation.at) >= at);
}

/** What one check asks the resolvers, and the answers it reuses. */
export interface ResolverPlan {
  readonly typesFor: (resolver: string) => readonly AddressType[];
  readonly known: readonly ServerAnswer[];
}

const BOTH: readonly AddressType[] = ['A', 'AAAA'];

export function planResolvers(dns: DnsAxis, queried: string, target: Target, now: number): ResolverPlan {
  // Once propagated, resolvers are no longer queried.
  if (dns.state === 'propagated') return { typesFor: () => [], known: dns.observation?.resolvers ?? [] };
  const seen = dns.observation?.queried === queried ? dns.observation : undefined;
  if (!seen) return { typesFor: () => BOTH, known: [] };
  const isConfirming = dns.state === 'published' && dns.agreeingRounds > 0;
  return {
    known: seen.resolvers,
    typesFor: (resolver) => {
      const answer = seen.resolvers.find(({ server }) => server === resolver);
      if (!answer) return BOTH;
      // Pools answer from several caches.
      if (isConfirming) return BOTH;
      if (judgeSeen(answer, seen, target) === 'right') return [];
      return stale(answer, seen, target)
        .filter((each) => predictionDueAt(each, seen, target) <= now)
        .map(({ type }) => type);
    },
  };
}

/** The known answers, updated with the new ones. Resolvers that are no longer watched are dropped. */
export function withFresh(
  { known, typesFor }: ResolverPlan,
  fresh: readonly PartialAnswer[],
): ServerAnswer[] {
  const again = new Set(fresh.map(({ server }) => server));
  const kept = known.filter(({ server }) => again.has(server) || typesFor(server).length === 0);
  const merged = new Map(kept.map((answer) => [answer.server, answer]));
  for (const { a, aaaa, ...place } of fresh) {
    const before = merged.get(place.server);
    const [nextA, nextAaaa] = [a ?? before?.a, aaaa ?? before?.aaaa];
    if (nextA && nextAaaa) merged.set(place.server, { ...place, a: nextA, aaaa: nextAaaa });
  }
  return [...merged.values()].sort((one, other) => (one.server < other.server ? -1 : 1));
}
