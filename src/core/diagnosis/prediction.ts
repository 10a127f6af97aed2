import type { DnsAxis } from '../mapping.js';
import type {
  AddressType,
  DnsObservation,
  DnsRecord,
  Lookup,
  PartialAnswer,
  ServerAnswer,
} from '../observation/observation.js';
import type { Target } from '../provider-facts.js';
import {
  type Disproved,
  isRewriting,
  isRight,
  isTelling,
  judgeSeen,
  reachedAddresses,
  staleTypes,
} from './verdict.js';

/** TTLs are whole seconds, rounded down: the old answer may live for almost one more. */
const MARGIN_MS = 1_000;
/** Failures may be remembered for 1 s to 5 min (RFC 9520 3.2); there is no countdown to read. */
const FAILURE_RETRY_MS = 30_000;
/** What registries give their delegations at most (.com: 172800 s); it bounds a move where the TTL was not seen. */
const MAX_NS_TTL_S = 172_800;
const ROUND_UP_HOUR_MS = 3_600_000;

export interface Prediction {
  readonly resolver: string;
  /** When its cache will have let go of the old answer at the latest; absent where nothing can be known. */
  readonly at?: number;
}

/** What is known of the resolvers besides what they answered last. */
export interface Hypothesis {
  /** Whose predicted moments passed without effect: no old cache as far as can be seen, so no moment is told. */
  readonly disproved?: Disproved | undefined;
  /** Until when they may answer from the zone's earlier name servers. */
  readonly movedUntil?: number | undefined;
}

/** The watched resolvers that don't see the record yet, and when each will. */
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
 * When all watched resolvers will see the record; undefined when there is nothing to wait for, or when one of them has an old
 * answer whose end is not known. Who makes answers up is not waited for.
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

/** As customers are told it: never early, and no more exact than they need. */
export const roundedUp = (at: number): number => Math.ceil(at / ROUND_UP_HOUR_MS) * ROUND_UP_HOUR_MS;

/**
 * When a resolver's wrong answer has run out for good; undefined where that can't be known. After a move it may ask the
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

/** What keeps a resolver from being right; both types where it failed. */
function stale(answer: ServerAnswer, observation: DnsObservation, target: Target): Stale[] {
  const types = staleTypes(answer, observation, target);
  const all = types.length > 0 || isTelling(answer.a) ? types : BOTH;
  return all.map((type) => ({ type, lookup: type === 'A' ? answer.a : answer.aaaa }));
}

/**
 * RFC 1035 3.2.1; RFC 2308 5 for negative answers. What has changed is the first record of a chain that the zone's servers
 * don't have any more: once it is gone, so is all that hangs on it.
 */
function runsOutAt({ type, lookup }: Stale, observation: DnsObservation, target: Target): number | undefined {
  const { records, negativeTtlS, at = observation.at } = lookup;
  const changed = firstChanged(records, type, observation, target);
  const ttlS = records.length > 0 ? changed?.ttlS : negativeTtlS;
  return ttlS === undefined ? undefined : at + ttlS * 1000 + MARGIN_MS;
}

/** Of several records of one name and type the one that lives longest: they are one set. */
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

/** When it makes sense to ask again: before, a resolver can only repeat itself. */
const predictionDueAt = (each: Stale, observation: DnsObservation, target: Target): number =>
  runsOutAt(each, observation, target) ?? (each.lookup.at ?? observation.at) + FAILURE_RETRY_MS;

/** The earliest moment at which a resolver that does not see the record yet can have changed. */
export function nextFlipAt(observation: DnsObservation, target: Target): number | undefined {
  const times = blindTo(observation, target)
    .flatMap((answer) => stale(answer, observation, target))
    .map((each) => predictionDueAt(each, observation, target));
  return times.length > 0 ? Math.min(...times) : undefined;
}

/**
 * Until when resolvers may answer from earlier name servers, where these were seen to change since `before`: each remembers
 * the servers for their NS records' TTL, and what they said last for another TTL on top.
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

/** Counts for each resolver the predictions that passed without effect; who has come right starts again. */
export function countDisproved(dns: DnsAxis, observation: DnsObservation, target: Target): Disproved {
  const counts = observation.resolvers.flatMap((answer) => {
    if (judgeSeen(answer, observation, target) === 'right') return [];
    const count =
      (dns.disproved?.[answer.server] ?? 0) + (isDisproof(answer, dns, observation, target) ? 1 : 0);
    return count > 0 ? [[answer.server, count] as const] : [];
  });
  return Object.fromEntries(counts);
}

/** Wrong again, asked after the moment at which the answer before it had to be gone. */
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

/** What one look asks the resolvers, and what is known of them without asking. */
export interface ResolverPlan {
  readonly typesFor: (resolver: string) => readonly AddressType[];
  readonly known: readonly ServerAnswer[];
}

const BOTH: readonly AddressType[] = ['A', 'AAAA'];

export function planResolvers(dns: DnsAxis, queried: string, target: Target, now: number): ResolverPlan {
  // Once propagated, nobody asks any more.
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

/** What was known, with what was asked for again in its place. A resolver that is no longer watched answers nothing and goes. */
export function withFresh(
  { known, typesFor }: ResolverPlan,
  fresh: readonly PartialAnswer[],
): ServerAnswer[] {
  const again = new Set(fresh.map(({ server }) => server));
  const kept = known.filter(({ server }) => again.has(server) || typesFor(server).length === 0);
  const merged = new Map(kept.map((answer) => [answer.server, answer]));
  for (const { server, address, a, aaaa } of fresh) {
    const before = merged.get(server);
    const [nextA, nextAaaa] = [a ?? before?.a, aaaa ?? before?.aaaa];
    if (nextA && nextAaaa) merged.set(server, { server, address, a: nextA, aaaa: nextAaaa });
  }
  return [...merged.values()].sort((one, other) => (one.server < other.server ? -1 : 1));
}
