import type {
  AddressType,
  DnsObservation,
  DnsRecord,
  Lookup,
  LookupOutcome,
  ServerAnswer,
} from '../observation/observation.js';
import type { Target } from '../ports/provider-facts.js';

/**
 * `worthless`: it answered, but without data on the name (lame, refused, SERVFAIL, …); `silent`: no answer.
 * Only an answer with data can be wrong.
 */
export type ServerVerdict = 'right' | 'wrong' | 'worthless' | 'silent';
/**
 * `partial`: every server with data is right, but some have none. `dead`: the name can't reach the target
 * although the record may be right: no server has data, or the target's own host is gone.
 */
export type DnsVerdict = 'wrong' | 'dead' | 'partial' | 'published' | 'unknown';

const UNHEARD: ReadonlySet<LookupOutcome> = new Set(['timeout', 'unreachable', 'malformed', 'blocked']);
const CONCLUSIVE: ReadonlySet<LookupOutcome> = new Set(['answer', 'empty', 'nxdomain']);

/** Does it say what the name has, even if that is nothing? */
export const isConclusive = ({ outcome, chain }: Pick<Lookup, 'outcome' | 'chain'>): boolean =>
  CONCLUSIVE.has(outcome) && chain !== 'unheard';

export const isSilent = ({ a }: ServerAnswer): boolean => UNHEARD.has(a.outcome);

/** Most of the watched resolvers can't be heard from here: nobody knows what they have. */
export const areUnheard = ({ resolvers }: Pick<DnsObservation, 'resolvers'>): boolean =>
  resolvers.filter(isSilent).length * 2 > resolvers.length;

/** An address, or an address with its port. */
const isIpv6 = ({ address }: ServerAnswer): boolean => address.indexOf(':') !== address.lastIndexOf(':');

/**
 * The servers that can be judged from here. If nobody answers over IPv6, the bot may have none: silence there
 * says nothing about the domain.
 */
export function inSight({ authoritative }: Pick<DnsObservation, 'authoritative'>): readonly ServerAnswer[] {
  const isOurs = !authoritative.some((answer) => isIpv6(answer) && !isSilent(answer));
  return isOurs ? authoritative.filter((answer) => !isIpv6(answer) || !isSilent(answer)) : authoritative;
}

/** Name servers that answer nothing to the bot, while public resolvers have the zone. */
export function blockersIn(observation: DnsObservation): readonly string[] {
  const { delegation, health, authoritative } = observation;
  const isUnanswered = delegation === 'found' && health === 'fine' && authoritative.every(isSilent);
  return isUnanswered ? [...new Set(inSight(observation).map(({ server }) => server))] : [];
}

const values = (lookup: Lookup, type: string): string[] =>
  lookup.records.filter((record) => record.type === type).map((record) => record.value);

/**
 * What leads to the site besides the target's own addresses: the current addresses of its hosts, and those of
 * a proxy that serves the site.
 */
export const reachedAddresses = ({ targetAddresses, front }: DnsObservation): readonly string[] =>
  front?.served === 'ours' ? [...targetAddresses, ...front.addresses] : targetAddresses;

/** The target's own addresses, and the current ones of its hosts. */
export const wantedAddresses = (target: Target, targetAddresses: readonly string[]): ReadonlySet<string> =>
  new Set([...target.ipv4, ...target.ipv6, ...targetAddresses]);

/** Whether an address is one of them: asked too often for a set of its own. */
const isTargetAddress = (
  address: string,
  { ipv4, ipv6 }: Target,
  targetAddresses: readonly string[],
): boolean => ipv4.includes(address) || ipv6.includes(address) || targetAddresses.includes(address);

const needsIpv4 = ({ ipv4, ipv6 }: Target, targetAddresses: readonly string[]): boolean =>
  ipv4.length > 0 ||
  (ipv6.length === 0 && targetAddresses.length === 0) ||
  targetAddresses.some((address) => !address.includes(':'));

/**
 * Other CNAMEs of a name that has one to the target: only one is allowed (RFC 2181 10.1), and resolvers may take any.
 */
export const rivalsIn = ({ records }: Lookup, { cname }: Target): DnsRecord[] => {
  const aliases = records.filter(({ type }) => type === 'CNAME');
  if (aliases.length < 2) return [];
  const pointing = new Set(aliases.filter(({ value }) => cname.includes(value)).map(({ name }) => name));
  return aliases.filter(({ name, value }) => pointing.has(name) && !cname.includes(value));
};

/** `pointing`: a CNAME to the target, in an answer without its addresses. */
type TypeVerdict = 'right' | 'pointing' | 'absent' | 'wrong' | 'inconclusive';

/**
 * Judges one type by itself. The end of a chain counts; if the chain passes the target's host, that host
 * decides the rest.
 */
function judgeType(
  lookup: Lookup,
  type: AddressType,
  target: Target,
  targetAddresses: readonly string[],
): TypeVerdict {
  if (!isConclusive(lookup)) return 'inconclusive';
  // However it ends: resolvers don't follow it so far.
  if (lookup.chain === 'loop') return 'wrong';
  const addresses = values(lookup, type);
  if (rivalsIn(lookup, target).length > 0) return 'wrong';
  const isThroughTarget = lookup.records.some(
    (each) => each.type === 'CNAME' && target.cname.includes(each.value),
  );
  const isRight =
    isThroughTarget || addresses.every((address) => isTargetAddress(address, target, targetAddresses));
  if (!isRight) return 'wrong';
  // Records missing from a truncated answer may lead elsewhere.
  if (lookup.isCapped) return 'inconclusive';
  if (addresses.length > 0) return 'right';
  return isThroughTarget && lookup.chain !== 'dangling' ? 'pointing' : 'absent';
}

interface TypeVerdicts {
  readonly a: TypeVerdict;
  readonly aaaa: TypeVerdict;
  /** False for a target without IPv4 addresses. */
  readonly needsA: boolean;
}

function judgeTypes(
  { a, aaaa }: ServerAnswer,
  target: Target,
  targetAddresses: readonly string[],
): TypeVerdicts {
  return {
    a: judgeType(a, 'A', target, targetAddresses),
    aaaa: judgeType(aaaa, 'AAAA', target, targetAddresses),
    needsA: needsIpv4(target, targetAddresses),
  };
}

function verdictOf(answer: ServerAnswer, { a, aaaa, needsA }: TypeVerdicts): ServerVerdict {
  if (a === 'wrong' || aaaa === 'wrong') return 'wrong';
  if (a === 'inconclusive') return isSilent(answer) ? 'silent' : 'worthless';
  if (a !== 'absent') return 'right';
  return !needsA && (aaaa === 'right' || aaaa === 'pointing') ? 'right' : 'wrong';
}

/** Judges one of the zone's own servers: each type must be right by itself; AAAA may be absent. */
export const judgeServer = (
  answer: ServerAnswer,
  target: Target,
  targetAddresses: readonly string[],
): ServerVerdict => verdictOf(answer, judgeTypes(answer, target, targetAddresses));

export const isRight = (answer: ServerAnswer, target: Target, targetAddresses: readonly string[]): boolean =>
  judgeServer(answer, target, targetAddresses) === 'right';

/** Judges a resolver. It follows CNAMEs to the end, so one without an address leads nowhere. */
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

/** The types for which a resolver differs from the zone's servers; none if it had no data. */
export function staleTypes(
  answer: ServerAnswer,
  observation: DnsObservation,
  target: Target,
): readonly AddressType[] {
  const { a, aaaa, needsA } = judgeTypes(answer, target, reachedAddresses(observation));
  const isLeading = a === 'right' || aaaa === 'right';
  const isAMissing = needsA && (a === 'absent' || (a === 'pointing' && !isLeading));
  // An app that IPv6 alone leads to has no A to wait for.
  const isAaaaMissing = !needsA && !isLeading && (aaaa === 'absent' || aaaa === 'pointing');
  const older = olderTypes(answer, observation, target);
  const stale = { A: a === 'wrong' || isAMissing, AAAA: aaaa === 'wrong' || isAaaaMissing };
  // An older answer that leads to the target does no harm.
  const leads = { A: a === 'right' || a === 'pointing', AAAA: aaaa === 'right' || aaaa === 'pointing' };
  return BOTH_TYPES.filter((type) => stale[type] || (older.includes(type) && !leads[type]));
}

const hasCname = ({ records }: Lookup): boolean => records.some(({ type }) => type === 'CNAME');

/** If only one of two types shows a CNAME, the one that differs from the zone's servers is older. */
function olderTypes({ a, aaaa }: ServerAnswer, observation: DnsObservation, target: Target): AddressType[] {
  if (!isConclusive(a) || !isConclusive(aaaa) || hasCname(a) === hasCname(aaaa)) return [];
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

/** Judges a resolver by comparing it with the zone's servers. */
export function judgeSeen(answer: ServerAnswer, observation: DnsObservation, target: Target): ServerVerdict {
  const verdict = judgeResolver(answer, target, reachedAddresses(observation));
  return verdict === 'right' && staleTypes(answer, observation, target).length > 0 ? 'wrong' : verdict;
}

/** Failed predictions in a row, by resolver name. */
export type Disproved = Readonly<Record<string, number>>;

/** This many failed predictions rule out an old cache: each covered a whole TTL. */
const DISPROVED_TO_REWRITE = 2;

/**
 * Does a resolver rewrite answers, rather than serve an old one? It has addresses for names that don't exist,
 * its TTL keeps restarting, or NXDOMAIN comes without the SOA a cache would keep (RFC 2308 3).
 */
export function isRewriting({ server, a, invents }: ServerAnswer, disproved: Disproved = {}): boolean {
  const isMadeUp = a.outcome === 'nxdomain' && a.records.length === 0 && a.negativeTtlS === undefined;
  return invents === true || isMadeUp || (disproved[server] ?? 0) >= DISPROVED_TO_REWRITE;
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
 * Every resolver with data is right, and at least half of all are. A minority that rewrites answers is
 * ignored. No validating resolver sees a bogus zone, whatever the others say.
 */
function agreement(verdicts: readonly SeenVerdict[], { health, resolvers }: DnsObservation): ServerVerdict {
  const isBogus = health === 'bogus' || resolvers.some(({ a }) => a.outcome === 'bogus');
  const count = (of: SeenVerdict) => verdicts.filter((verdict) => verdict === of).length;
  const [right, rewritten] = [count('right'), count('rewritten')];
  if (isBogus || verdicts.includes('wrong') || (rewritten > 0 && rewritten >= right)) return 'wrong';
  return right > 0 && right * 2 >= verdicts.length ? 'right' : 'silent';
}

/** One verdict per server name: an address with data outweighs one without. */
function byName(answers: readonly ServerAnswer[], judge: (answer: ServerAnswer) => ServerVerdict) {
  const names = [...new Set(answers.map(({ server }) => server))];
  return names.map((name) => {
    const verdicts = answers.filter(({ server }) => server === name).map(judge);
    return OUTWEIGHS.find((verdict) => verdicts.includes(verdict)) ?? 'silent';
  });
}

const OUTWEIGHS: readonly ServerVerdict[] = ['wrong', 'right', 'worthless', 'silent'];

export interface DnsTally {
  /** The verdict on the authoritative servers. */
  readonly verdict: DnsVerdict;
  /** The verdict on the resolvers in this round. */
  readonly seen: ServerVerdict;
  readonly authoritative: { readonly right: number; readonly of: number };
  readonly resolvers: { readonly right: number; readonly of: number };
}

const tally = (verdicts: readonly SeenVerdict[]) => ({
  right: verdicts.filter((verdict) => verdict === 'right').length,
  of: verdicts.length,
});

/** The verdict on the authoritative servers alone. */
export const judgeZone = (observation: DnsObservation, target: Target): DnsVerdict =>
  dnsVerdict(observation, authoritativeVerdicts(observation, target), target);

function authoritativeVerdicts(observation: DnsObservation, target: Target): readonly ServerVerdict[] {
  const reached = reachedAddresses(observation);
  return byName(inSight(observation), (answer) => judgeServer(answer, target, reached));
}

export function judgeDns(observation: DnsObservation, target: Target, disproved: Disproved = {}): DnsTally {
  const { resolvers } = observation;
  const authoritative = authoritativeVerdicts(observation, target);
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
  // The customer's own proxy that serves the site counts as the target.
  if (front?.served === 'ours') return 'published';
  if (verdicts.includes('wrong')) return 'wrong';
  if (!verdicts.includes('right')) return isTheirFault(observation, verdicts) ? 'dead' : 'unknown';
  if (leadsToMissing(observation, target)) return 'dead';
  return isComplete(observation, verdicts) ? 'published' : 'partial';
}

/** A server that answered without data was reachable; so was another, if the check says so. */
const isTheirFault = ({ health, isSighted }: DnsObservation, verdicts: readonly ServerVerdict[]): boolean =>
  verdicts.includes('worthless') ||
  health === 'dead' ||
  (health !== 'fine' && (health === 'bogus' || isSighted === true));

/** “Everywhere” needs every server's answer: one that was not queried may differ. */
const isComplete = ({ isCapped }: DnsObservation, verdicts: readonly ServerVerdict[]): boolean =>
  isCapped !== true && verdicts.every((verdict) => verdict === 'right');

/** The record is right, but its host is gone: nothing the customer can change. */
const leadsToMissing = ({ authoritative, missingTargets = [] }: DnsObservation, { cname }: Target): boolean =>
  authoritative.some(({ a, aaaa }) =>
    [...values(a, 'CNAME'), ...values(aaaa, 'CNAME')].some(
      (host) => cname.includes(host) && missingTargets.includes(host),
    ),
  );
