import type { DnsAxis } from './mapping.js';
import type { DnsObservation, Lookup, ServerAnswer } from './observation.js';
import type { Target } from './target.js';
import { judgeResolver, wantedAddresses } from './verdict.js';

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
  return observation.resolvers
    .filter((answer) => judgeResolver(answer, target, observation.targetAddresses) !== 'right')
    .map((answer) => {
      const at = forgetsAt(answer, observation, target);
      return at === undefined ? { resolver: answer.server } : { resolver: answer.server, at };
    });
}

/** When all watched resolvers will see the record; undefined when there is nothing to wait for or nothing known. */
export function allSeeAt(observation: DnsObservation, target: Target): number | undefined {
  const times = pendingResolvers(observation, target).flatMap(({ at }) => (at === undefined ? [] : [at]));
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** When a resolver's wrong answer runs out (RFC 1035 3.2.1; RFC 2308 5 for negative ones). */
function forgetsAt(answer: ServerAnswer, observation: DnsObservation, target: Target): number | undefined {
  const ttls = staleLookups(answer, observation, target).flatMap(remainingS);
  return ttls.length > 0 ? (answer.at ?? observation.at) + Math.max(...ttls) * 1000 + MARGIN_MS : undefined;
}

/** Foreign records stand in the way where there are any; else it is the remembered absence. */
function staleLookups(
  { a, aaaa }: ServerAnswer,
  { targetAddresses }: DnsObservation,
  target: Target,
): Lookup[] {
  const wanted = wantedAddresses(target, targetAddresses);
  const isForeign = ({ records }: Lookup) =>
    records.some(({ type, value }) => type !== 'CNAME' && !wanted.has(value));
  const foreign = [a, aaaa].filter(isForeign);
  return foreign.length > 0 ? foreign : [a];
}

const remainingS = ({ records, negativeTtlS }: Lookup): number[] => {
  if (records.length > 0) return [Math.min(...records.map(({ ttlS }) => ttlS))];
  return negativeTtlS === undefined ? [] : [negativeTtlS];
};

/** When it makes sense to ask a resolver again: before, it can only repeat itself. */
function dueAt(answer: ServerAnswer, observation: DnsObservation, target: Target): number {
  const at = forgetsAt(answer, observation, target);
  return at ?? (answer.at ?? observation.at) + FAILURE_RETRY_MS;
}

/** The earliest moment at which a resolver that does not see the record yet can have changed. */
export function nextFlipAt(observation: DnsObservation, target: Target): number | undefined {
  const times = observation.resolvers
    .filter((answer) => judgeResolver(answer, target, observation.targetAddresses) !== 'right')
    .map((answer) => dueAt(answer, observation, target));
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** Which resolvers to ask in this look; what the others said still holds. */
export function resolversDue(
  dns: DnsAxis,
  queried: string,
  target: Target,
  now: number,
): { readonly isDue: (resolver: string) => boolean; readonly kept: readonly ServerAnswer[] } {
  // Once propagated, nobody asks any more.
  if (dns.state === 'propagated') return { isDue: () => false, kept: dns.observation?.resolvers ?? [] };
  const known = dns.observation?.queried === queried ? dns.observation : undefined;
  const isConfirming = dns.state === 'published' && dns.agreeingRounds > 0;
  const kept = (known?.resolvers ?? []).filter((answer) => {
    if (!known || isConfirming) return false;
    const isRight = judgeResolver(answer, target, known.targetAddresses) === 'right';
    return isRight || dueAt(answer, known, target) > now;
  });
  const names = new Set(kept.map(({ server }) => server));
  return { isDue: (resolver) => !names.has(resolver), kept };
}
