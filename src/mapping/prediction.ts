import type { DnsAxis } from './mapping.js';
import type { AddressType, DnsObservation, Lookup, PartialAnswer, ServerAnswer } from './observation.js';
import type { Target } from './target.js';
import { isTelling, judgeResolver, wantedAddresses } from './verdict.js';

/** TTLs are whole seconds, rounded down: the old answer may live for almost one more. */
const MARGIN_MS = 1_000;
/** Failures may be remembered for 1 s to 5 min (RFC 9520 3.2); there is no countdown to read. */
const FAILURE_RETRY_MS = 30_000;

export interface Prediction {
  readonly resolver: string;
  /** When its cache will have let go of the old answer; absent where nothing can be known. */
  readonly at?: number;
}

/** The watched resolvers that don't see the record yet, and when each will. */
export function pendingResolvers(observation: DnsObservation, target: Target): Prediction[] {
  return blindTo(observation, target).map((answer) => {
    const at = forgetsAt(answer, observation, target);
    return at === undefined ? { resolver: answer.server } : { resolver: answer.server, at };
  });
}

const blindTo = ({ resolvers, targetAddresses }: DnsObservation, target: Target): ServerAnswer[] =>
  resolvers.filter((answer) => judgeResolver(answer, target, targetAddresses) !== 'right');

/** When all watched resolvers will see the record; undefined when there is nothing to wait for or nothing known. */
export function allSeeAt(observation: DnsObservation, target: Target): number | undefined {
  const times = pendingResolvers(observation, target).flatMap(({ at }) => (at === undefined ? [] : [at]));
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** When a resolver's wrong answer has run out for good; undefined where that can't be known. */
function forgetsAt(answer: ServerAnswer, observation: DnsObservation, target: Target): number | undefined {
  const times = staleLookups(answer, observation, target).flatMap(({ lookup }) => {
    const at = runsOutAt(lookup, observation);
    return at === undefined ? [] : [at];
  });
  return times.length > 0 ? Math.max(...times) : undefined;
}

interface Stale {
  readonly type: AddressType;
  readonly lookup: Lookup;
}

/** Foreign records stand in the way where there are any; else it is the remembered absence. */
function staleLookups(
  { a, aaaa }: ServerAnswer,
  { targetAddresses }: DnsObservation,
  target: Target,
): Stale[] {
  const wanted = wantedAddresses(target, targetAddresses);
  const isForeign = ({ lookup: { records } }: Stale) =>
    records.some(({ type, value }) => type !== 'CNAME' && !wanted.has(value));
  const both: Stale[] = [
    { type: 'A', lookup: a },
    { type: 'AAAA', lookup: aaaa },
  ];
  const foreign = both.filter(isForeign);
  if (foreign.length > 0) return foreign;
  return isTelling(a) ? both.slice(0, 1) : both;
}

/** RFC 1035 3.2.1; RFC 2308 5 for negative answers. Any link of a chain may be the one that changed. */
function runsOutAt({ records, negativeTtlS, at }: Lookup, observation: DnsObservation): number | undefined {
  const ttlS = records.length > 0 ? Math.min(...records.map((record) => record.ttlS)) : negativeTtlS;
  return ttlS === undefined ? undefined : (at ?? observation.at) + ttlS * 1000 + MARGIN_MS;
}

/** When it makes sense to ask again: before, a resolver can only repeat itself. */
const dueAt = (lookup: Lookup, observation: DnsObservation): number =>
  runsOutAt(lookup, observation) ?? (lookup.at ?? observation.at) + FAILURE_RETRY_MS;

/** The earliest moment at which a resolver that does not see the record yet can have changed. */
export function nextFlipAt(observation: DnsObservation, target: Target): number | undefined {
  const times = blindTo(observation, target)
    .flatMap((answer) => staleLookups(answer, observation, target))
    .map(({ lookup }) => dueAt(lookup, observation));
  return times.length > 0 ? Math.min(...times) : undefined;
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
      // Pools answer from several caches: the type that has the record is asked for once more.
      if (isConfirming) return answer.a.records.length > 0 ? ['A'] : ['AAAA'];
      if (judgeResolver(answer, target, seen.targetAddresses) === 'right') return [];
      return staleLookups(answer, seen, target)
        .filter(({ lookup }) => dueAt(lookup, seen) <= now)
        .map(({ type }) => type);
    },
  };
}

/** What was known, with what was asked for anew in its place. A resolver that is no longer watched answers nothing and goes. */
export function withFresh(
  { known, typesFor }: ResolverPlan,
  fresh: readonly PartialAnswer[],
): ServerAnswer[] {
  const anew = new Set(fresh.map(({ server }) => server));
  const kept = known.filter(({ server }) => anew.has(server) || typesFor(server).length === 0);
  const merged = new Map(kept.map((answer) => [answer.server, answer]));
  for (const { server, address, a, aaaa } of fresh) {
    const before = merged.get(server);
    const [nextA, nextAaaa] = [a ?? before?.a, aaaa ?? before?.aaaa];
    if (nextA && nextAaaa) merged.set(server, { server, address, a: nextA, aaaa: nextAaaa });
  }
  return [...merged.values()].sort((one, other) => (one.server < other.server ? -1 : 1));
}
