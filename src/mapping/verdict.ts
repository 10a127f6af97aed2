import type {
  Certificate,
  DnsObservation,
  EdgeAnswer,
  Lookup,
  ServerAnswer,
  SslObservation,
} from './observation.js';
import type { Target } from './target.js';

/** `silent`: the server could not be asked, which says nothing about the record. */
export type ServerVerdict = 'right' | 'wrong' | 'silent';
export type DnsVerdict = 'wrong' | 'published' | 'unknown';
export type SslVerdict = 'absent' | 'invalid' | 'valid' | 'expiring' | 'unknown';

const SILENT: ReadonlySet<Lookup['outcome']> = new Set([
  'timeout',
  'unreachable',
  'malformed',
  'servfail',
  'other-rcode',
  'blocked',
]);

const values = (lookup: Lookup, type: string): string[] =>
  lookup.records.filter((record) => record.type === type).map((record) => record.value);

/** Does one server answer with the target: through its CNAME host, or with its addresses and no other? */
export function judgeServer(
  answer: ServerAnswer,
  target: Target,
  targetAddresses: readonly string[],
): ServerVerdict {
  if (SILENT.has(answer.a.outcome)) return 'silent';
  if (
    [...values(answer.a, 'CNAME'), ...values(answer.aaaa, 'CNAME')].some((host) =>
      target.cname.includes(host),
    )
  )
    return 'right';
  const wanted = new Set([...target.ipv4, ...target.ipv6, ...targetAddresses]);
  const found = [...values(answer.a, 'A'), ...values(answer.aaaa, 'AAAA')];
  return found.length > 0 && found.every((address) => wanted.has(address)) ? 'right' : 'wrong';
}

/** Every server that could be asked is right, and at least half of them could. */
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
  const judge = (answer: ServerAnswer) => judgeServer(answer, target, observation.targetAddresses);
  const authoritative = observation.authoritative.map(judge);
  const resolvers = observation.resolvers.map(judge);
  return {
    verdict: dnsVerdict(observation, agreement(authoritative)),
    seen: agreement(resolvers),
    authoritative: tally(authoritative),
    resolvers: tally(resolvers),
  };
}

function dnsVerdict({ delegation }: DnsObservation, authoritative: ServerVerdict): DnsVerdict {
  if (delegation === 'unknown') return 'unknown';
  if (delegation !== 'found' || authoritative === 'wrong') return 'wrong';
  return authoritative === 'right' ? 'published' : 'unknown';
}

/** How much of a certificate's lifetime is left when it counts as expiring: a renewal is due at a third. */
const EXPIRING_FRACTION = 1 / 6;

export function judgeEdge(edge: EdgeAnswer, now: number): SslVerdict {
  if (edge.outcome === 'unknown-name') return 'absent';
  if (edge.outcome === 'certificate' && edge.certificate) return judgeCertificate(edge.certificate, now);
  return ['timeout', 'unreachable', 'blocked'].includes(edge.outcome) ? 'unknown' : 'invalid';
}

/** A certificate for another name is the host's default one: ours is not there yet. */
function judgeCertificate(certificate: Certificate, now: number): SslVerdict {
  if (!certificate.nameMatches) return 'absent';
  if (certificate.chainError !== undefined) return 'invalid';
  if (now < certificate.validFrom || now >= certificate.validTo) return 'invalid';
  const lifetimeMs = certificate.validTo - certificate.validFrom;
  return certificate.validTo - now < lifetimeMs * EXPIRING_FRACTION ? 'expiring' : 'valid';
}

const WORST_FIRST: readonly SslVerdict[] = ['absent', 'invalid', 'unknown', 'expiring', 'valid'];

/** The worst of the addresses; one without a route from here is left out when another answered. */
export function judgeSsl(observation: SslObservation, now: number): SslVerdict {
  const reached = observation.edges.filter((edge) => edge.outcome !== 'unreachable');
  const verdicts = reached.map((edge) => judgeEdge(edge, now));
  return WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'unknown';
}
