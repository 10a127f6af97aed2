import type { DnsObservation, Lookup, LookupOutcome, ServerAnswer } from './observation.js';
import type { Target } from './target.js';

/** `silent`: the server could not be asked, which says nothing about the record. */
export type ServerVerdict = 'right' | 'wrong' | 'silent';
/** `partial`: every server that said anything is right, but not every server did. */
export type DnsVerdict = 'wrong' | 'partial' | 'published' | 'unknown';

const UNHEARD: ReadonlySet<LookupOutcome> = new Set(['timeout', 'unreachable', 'malformed', 'blocked']);
/** A resolver that fails or hides the name says nothing about what others will see. */
const WORTHLESS: ReadonlySet<LookupOutcome> = new Set([
  ...UNHEARD,
  'servfail',
  'bogus',
  'filtered',
  'refused',
  'other-rcode',
]);

const values = (lookup: Lookup, type: string): string[] =>
  lookup.records.filter((record) => record.type === type).map((record) => record.value);

/** Does one server answer with the target: through its CNAME host, or with its addresses and no other? */
export function isRight(answer: ServerAnswer, target: Target, targetAddresses: readonly string[]): boolean {
  const hosts = [...values(answer.a, 'CNAME'), ...values(answer.aaaa, 'CNAME')];
  if (hosts.some((host) => target.cname.includes(host))) return true;
  const wanted = wantedAddresses(target, targetAddresses);
  const found = [...values(answer.a, 'A'), ...values(answer.aaaa, 'AAAA')];
  return found.length > 0 && found.every((address) => wanted.has(address));
}

/** The target's own addresses, and those that its hosts have at present. */
export const wantedAddresses = (target: Target, targetAddresses: readonly string[]): ReadonlySet<string> =>
  new Set([...target.ipv4, ...target.ipv6, ...targetAddresses]);

const TELLING: ReadonlySet<LookupOutcome> = new Set(['answer', 'empty', 'nxdomain']);

/** Does it say what the name has, be it nothing? */
export const isTelling = ({ outcome }: { readonly outcome: LookupOutcome }): boolean => TELLING.has(outcome);

export const isSilent = ({ a }: ServerAnswer): boolean => UNHEARD.has(a.outcome);

/** What a zone's own server is worth: one that refuses, fails or does not have the zone is wrong. */
export function judgeServer(
  answer: ServerAnswer,
  target: Target,
  targetAddresses: readonly string[],
): ServerVerdict {
  if (isSilent(answer)) return 'silent';
  return isRight(answer, target, targetAddresses) ? 'right' : 'wrong';
}

export function judgeResolver(
  answer: ServerAnswer,
  target: Target,
  targetAddresses: readonly string[],
): ServerVerdict {
  if (WORTHLESS.has(answer.a.outcome)) return 'silent';
  return isRight(answer, target, targetAddresses) ? 'right' : 'wrong';
}

/** One verdict for each server name: an address without a route from here is outweighed by another that answers. */
function byName(answers: readonly ServerAnswer[], judge: (answer: ServerAnswer) => ServerVerdict) {
  const verdicts = new Map<string, ServerVerdict>();
  for (const answer of answers) {
    const before = verdicts.get(answer.server) ?? 'silent';
    const verdict = judge(answer);
    verdicts.set(answer.server, verdict === 'silent' || before === 'wrong' ? before : verdict);
  }
  return [...verdicts.values()];
}

/** Every resolver that could be asked is right, and at least half of them could. */
function agreement(verdicts: readonly ServerVerdict[]): ServerVerdict {
  if (verdicts.includes('wrong')) return 'wrong';
  const right = verdicts.filter((verdict) => verdict === 'right').length;
  return right > 0 && right * 2 >= verdicts.length ? 'right' : 'silent';
}

export interface DnsTally {
  /** What the authoritative servers come to. */
  readonly verdict: DnsVerdict;
  /** What the watched resolvers come to in this one round. */
  readonly seen: ServerVerdict;
  readonly authoritative: { readonly right: number; readonly of: number };
  readonly resolvers: { readonly right: number; readonly of: number };
}

const tally = (verdicts: readonly ServerVerdict[]) => ({
  right: verdicts.filter((verdict) => verdict === 'right').length,
  of: verdicts.length,
});

export function judgeDns(observation: DnsObservation, target: Target): DnsTally {
  const { targetAddresses } = observation;
  const authoritative = byName(observation.authoritative, (answer) =>
    judgeServer(answer, target, targetAddresses),
  );
  const resolvers = observation.resolvers.map((answer) => judgeResolver(answer, target, targetAddresses));
  return {
    verdict: dnsVerdict(observation, authoritative),
    seen: agreement(resolvers),
    authoritative: tally(authoritative),
    resolvers: tally(resolvers),
  };
}

/** Servers that nobody hears, public resolvers included, are down; those that only we don't hear say nothing. */
function dnsVerdict({ delegation, health }: DnsObservation, verdicts: readonly ServerVerdict[]): DnsVerdict {
  if (delegation === 'unknown') return 'unknown';
  if (delegation !== 'found' || verdicts.includes('wrong')) return 'wrong';
  if (!verdicts.includes('right')) return health === 'dead' ? 'wrong' : 'unknown';
  return verdicts.includes('silent') ? 'partial' : 'published';
}
