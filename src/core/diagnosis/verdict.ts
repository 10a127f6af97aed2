import type {
  AddressType,
  DnsObservation,
  Lookup,
  LookupOutcome,
  ServerAnswer,
} from '../observation/observation.js';
import type { Target } from '../provider-facts.js';

/**
 * `worthless`: it answered, but nothing about the name (lame, refused, SERVFAIL, …); `silent`: it was not heard at all.
 * Only an answer that tells something can be wrong.
 */
export type ServerVerdict = 'right' | 'wrong' | 'worthless' | 'silent';
/**
 * `partial`: every server that told anything is right, but not every server did. `dead`: nobody reaches the target
 * through this name although the record may be right: no server tells anything, or the target's own host is gone.
 */
export type DnsVerdict = 'wrong' | 'dead' | 'partial' | 'published' | 'unknown';

const UNHEARD: ReadonlySet<LookupOutcome> = new Set(['timeout', 'unreachable', 'malformed', 'blocked']);
const TELLING: ReadonlySet<LookupOutcome> = new Set(['answer', 'empty', 'nxdomain']);

/** Does it say what the name has, be it nothing? */
export const isTelling = ({ outcome }: { readonly outcome: LookupOutcome }): boolean => TELLING.has(outcome);

export const isSilent = ({ a }: ServerAnswer): boolean => UNHEARD.has(a.outcome);

const values = (lookup: Lookup, type: string): string[] =>
  lookup.records.filter((record) => record.type === type).map((record) => record.value);

/** What leads to the site besides the target's own addresses: those its hosts have now, and a proxy's that serves the site. */
export const reachedAddresses = ({ targetAddresses, front }: DnsObservation): readonly string[] =>
  front?.served === 'ours' ? [...targetAddresses, ...front.addresses] : targetAddresses;

/** The target's own addresses, and those that its hosts have at present. */
export const wantedAddresses = (target: Target, targetAddresses: readonly string[]): ReadonlySet<string> =>
  new Set([...target.ipv4, ...target.ipv6, ...targetAddresses]);

/** `pointing`: a CNAME to the target whose addresses the answer does not show. */
type TypeVerdict = 'right' | 'pointing' | 'absent' | 'wrong' | 'untold';

/** One type by itself. The end of a chain counts; where it passes the target's host, that host decides the rest. */
function judgeType(
  lookup: Lookup,
  type: AddressType,
  target: Target,
  wanted: ReadonlySet<string>,
): TypeVerdict {
  if (!isTelling(lookup)) return 'untold';
  const addresses = values(lookup, type);
  const isThroughTarget = values(lookup, 'CNAME').some((host) => target.cname.includes(host));
  const isRight = isThroughTarget || addresses.every((address) => wanted.has(address));
  if (!isRight) return 'wrong';
  // What was cut off may lead elsewhere.
  if (lookup.isCapped) return 'untold';
  if (addresses.length > 0) return 'right';
  const isBroken = lookup.chain === 'dangling' || lookup.chain === 'loop';
  return isThroughTarget && !isBroken ? 'pointing' : 'absent';
}

interface TypeVerdicts {
  readonly a: TypeVerdict;
  readonly aaaa: TypeVerdict;
  /** A target that has no IPv4 address needs no A. */
  readonly needsA: boolean;
}

function judgeTypes(
  { a, aaaa }: ServerAnswer,
  target: Target,
  targetAddresses: readonly string[],
): TypeVerdicts {
  const wanted = wantedAddresses(target, targetAddresses);
  return {
    a: judgeType(a, 'A', target, wanted),
    aaaa: judgeType(aaaa, 'AAAA', target, wanted),
    needsA: wanted.size === 0 || [...wanted].some((address) => !address.includes(':')),
  };
}

function verdictOf(answer: ServerAnswer, { a, aaaa, needsA }: TypeVerdicts): ServerVerdict {
  if (a === 'wrong' || aaaa === 'wrong') return 'wrong';
  if (a === 'untold') return isSilent(answer) ? 'silent' : 'worthless';
  if (a !== 'absent') return 'right';
  return !needsA && (aaaa === 'right' || aaaa === 'pointing') ? 'right' : 'wrong';
}

/** What one of the zone's own servers says: each type is right by itself, or truly absent for AAAA. */
export const judgeServer = (
  answer: ServerAnswer,
  target: Target,
  targetAddresses: readonly string[],
): ServerVerdict => verdictOf(answer, judgeTypes(answer, target, targetAddresses));

export const isRight = (answer: ServerAnswer, target: Target, targetAddresses: readonly string[]): boolean =>
  judgeServer(answer, target, targetAddresses) === 'right';

/** A resolver follows chains to their end: a CNAME without any address behind it brings nobody anywhere. */
export function judgeResolver(
  answer: ServerAnswer,
  target: Target,
  targetAddresses: readonly string[],
): ServerVerdict {
  const types = judgeTypes(answer, target, targetAddresses);
  const verdict = verdictOf(answer, types);
  return verdict === 'right' && types.a !== 'right' && types.aaaa !== 'right' ? 'wrong' : verdict;
}

const BOTH_TYPES = ['A', 'AAAA'] as const;

/** The types for which a resolver's answer is not what the zone's servers say now; none where it told nothing. */
export function staleTypes(
  answer: ServerAnswer,
  observation: DnsObservation,
  target: Target,
): readonly AddressType[] {
  const { a, aaaa, needsA } = judgeTypes(answer, target, reachedAddresses(observation));
  const isAMissing =
    (a === 'absent' && (needsA || (aaaa !== 'right' && aaaa !== 'pointing'))) ||
    (a === 'pointing' && aaaa !== 'right');
  const older = olderTypes(answer, observation, target);
  const stale = { A: a === 'wrong' || isAMissing, AAAA: aaaa === 'wrong' };
  return BOTH_TYPES.filter((type) => stale[type] || older.includes(type));
}

const hasCname = ({ records }: Lookup): boolean => records.some(({ type }) => type === 'CNAME');

/** Where only one of two types shows a CNAME, the one that differs from the zone's servers was asked for earlier. */
function olderTypes({ a, aaaa }: ServerAnswer, observation: DnsObservation, target: Target): AddressType[] {
  if (!isTelling(a) || !isTelling(aaaa) || hasCname(a) === hasCname(aaaa)) return [];
  const right = observation.authoritative.filter((answer) =>
    isRight(answer, target, reachedAddresses(observation)),
  );
  const differs = (lookup: Lookup, ofServer: (answer: ServerAnswer) => Lookup) =>
    right.length > 0 && right.every((answer) => hasCname(ofServer(answer)) !== hasCname(lookup));
  return [
    ...(differs(a, (answer) => answer.a) ? (['A'] as const) : []),
    ...(differs(aaaa, (answer) => answer.aaaa) ? (['AAAA'] as const) : []),
  ];
}

/** The same, beside what the zone's servers say. */
export function judgeSeen(answer: ServerAnswer, observation: DnsObservation, target: Target): ServerVerdict {
  const verdict = judgeResolver(answer, target, reachedAddresses(observation));
  return verdict === 'right' && staleTypes(answer, observation, target).length > 0 ? 'wrong' : verdict;
}

/** How often in a row a resolver's predicted moment passed without effect, by the resolver's name. */
export type Disproved = Readonly<Record<string, number>>;

/** So many predictions that failed make an old cache impossible: each was the end of a whole TTL. */
const DISPROVED_TO_REWRITE = 2;

/**
 * Does a resolver make its answer up, where it is not an old one? A TTL starts again again and again, or “no such name” comes
 * without the SOA that a cache would have kept (RFC 2308 3).
 */
export function isRewriting({ server, a }: ServerAnswer, disproved: Disproved = {}): boolean {
  const isMadeUp = a.outcome === 'nxdomain' && a.records.length === 0 && a.negativeTtlS === undefined;
  return isMadeUp || (disproved[server] ?? 0) >= DISPROVED_TO_REWRITE;
}

type SeenVerdict = ServerVerdict | 'rewritten';

function seenVerdict(
  answer: ServerAnswer,
  observation: DnsObservation,
  target: Target,
  disproved: Disproved,
): SeenVerdict {
  const verdict = judgeSeen(answer, observation, target);
  return verdict === 'wrong' && isRewriting(answer, disproved) ? 'rewritten' : verdict;
}

/**
 * Every resolver that told anything is right, and at least half of all. A minority that makes answers up holds up nobody;
 * a zone that a validating resolver finds bogus is seen by none of its kind, whatever the others say.
 */
function agreement(verdicts: readonly SeenVerdict[], { health, resolvers }: DnsObservation): ServerVerdict {
  const isBogus = health === 'bogus' || resolvers.some(({ a }) => a.outcome === 'bogus');
  const count = (of: SeenVerdict) => verdicts.filter((verdict) => verdict === of).length;
  const [right, rewritten] = [count('right'), count('rewritten')];
  if (isBogus || verdicts.includes('wrong') || (rewritten > 0 && rewritten >= right)) return 'wrong';
  return right > 0 && right * 2 >= verdicts.length ? 'right' : 'silent';
}

/** One verdict for each server name: an address that tells nothing is outweighed by another that does. */
function byName(answers: readonly ServerAnswer[], judge: (answer: ServerAnswer) => ServerVerdict) {
  const names = [...new Set(answers.map(({ server }) => server))];
  return names.map((name) => {
    const verdicts = answers.filter(({ server }) => server === name).map(judge);
    return OUTWEIGHS.find((verdict) => verdicts.includes(verdict)) ?? 'silent';
  });
}

const OUTWEIGHS: readonly ServerVerdict[] = ['wrong', 'right', 'worthless', 'silent'];

export interface DnsTally {
  /** What the authoritative servers come to. */
  readonly verdict: DnsVerdict;
  /** What the watched resolvers come to in this one round. */
  readonly seen: ServerVerdict;
  readonly authoritative: { readonly right: number; readonly of: number };
  readonly resolvers: { readonly right: number; readonly of: number };
}

const tally = (verdicts: readonly SeenVerdict[]) => ({
  right: verdicts.filter((verdict) => verdict === 'right').length,
  of: verdicts.length,
});

export function judgeDns(observation: DnsObservation, target: Target, disproved: Disproved = {}): DnsTally {
  const { resolvers } = observation;
  const reached = reachedAddresses(observation);
  const authoritative = byName(observation.authoritative, (answer) => judgeServer(answer, target, reached));
  const seen = resolvers.map((answer) => seenVerdict(answer, observation, target, disproved));
  return {
    verdict: dnsVerdict(observation, authoritative, target),
    seen: agreement(seen, observation),
    authoritative: tally(authoritative),
    resolvers: tally(seen),
  };
}

function dnsVerdict(
  observation: DnsObservation,
  verdicts: readonly ServerVerdict[],
  target: Target,
): DnsVerdict {
  const { delegation, front } = observation;
  if (delegation === 'unknown') return 'unknown';
  if (delegation !== 'found') return 'wrong';
  // A proxy of the customer's that serves the site is as good as the target.
  if (front?.served === 'ours') return 'published';
  if (verdicts.includes('wrong')) return 'wrong';
  if (!verdicts.includes('right')) return isTheirFault(observation, verdicts) ? 'dead' : 'unknown';
  if (leadsToMissing(observation, target)) return 'dead';
  return isComplete(observation, verdicts) ? 'published' : 'partial';
}

/** Who answers without telling anything was heard, and so was somebody else where the check says so. */
const isTheirFault = ({ health, isSighted }: DnsObservation, verdicts: readonly ServerVerdict[]): boolean =>
  verdicts.includes('worthless') ||
  health === 'dead' ||
  (health !== 'fine' && (health === 'bogus' || isSighted === true));

/** “Everywhere” takes an answer of each server: one that is named but was not asked may differ. */
const isComplete = ({ isCapped }: DnsObservation, verdicts: readonly ServerVerdict[]): boolean =>
  isCapped !== true && verdicts.every((verdict) => verdict === 'right');

/** The record is right, but the host it names is gone: nothing that the customer could change. */
const leadsToMissing = ({ authoritative, missingTargets = [] }: DnsObservation, { cname }: Target): boolean =>
  authoritative.some(({ a, aaaa }) =>
    [...values(a, 'CNAME'), ...values(aaaa, 'CNAME')].some(
      (host) => cname.includes(host) && missingTargets.includes(host),
    ),
  );
