import { z } from 'zod';
import { instant } from '../instant.js';

/** One resource record as a server sent it; `value` is the address or the host name without its final dot. */
const dnsRecord = z.object({
  name: z.string(),
  type: z.enum(['A', 'AAAA', 'CNAME']),
  value: z.string(),
  ttlS: z.number(),
});

/**
 * What one question to one server came to.
 * `answer`: records; `empty`: the name exists without this type (NODATA); `nxdomain`: no such name;
 * `lame`: answered without authority or only with a referral; `bogus`: a resolver that fails only while it validates
 * (RFC 4035 5.5); `filtered`: a resolver that hides the name from its users (RFC 8914, 15 to 17);
 * `blocked`: the address may not be asked.
 */
export const lookupOutcomes = [
  'answer',
  'empty',
  'nxdomain',
  'lame',
  'refused',
  'servfail',
  'bogus',
  'filtered',
  'other-rcode',
  'timeout',
  'unreachable',
  'malformed',
  'blocked',
] as const;

const lookup = z.object({
  outcome: z.enum(lookupOutcomes),
  records: z.array(dnsRecord),
  /** There were more records than are kept: one that is not here may be there. */
  isCapped: z.boolean().optional(),
  /** How a chain of CNAMEs ended, where it did not end at an address or at the target. */
  chain: z.enum(['dangling', 'loop', 'open']).optional(),
  /** The server's own word for a failure (RFC 8914). */
  reason: z.string().optional(),
  /** The server's own code for it (RFC 8914 5.2). */
  reasonCode: z.number().optional(),
  /** The name above the queried one whose DNAME made the CNAME (RFC 6672). */
  dname: z.string().optional(),
  /** Seconds a negative answer may still be cached (RFC 2308), from the SOA in the authority section. */
  negativeTtlS: z.number().optional(),
  rttMs: z.number(),
  /** When a resolver was asked; what it said is kept for as long as it can't change. */
  at: instant.optional(),
});

/** One server's view of the hostname; `server` is its name (`ns1.example.com`, or a resolver's configured name). */
const serverAnswer = z.object({
  server: z.string(),
  address: z.string(),
  a: lookup,
  aaaa: lookup,
  /** The zone's serial at this server, looked up where servers disagree. */
  serial: z.number().optional(),
  /** Which primary server and mailbox the zone names here: the same at copies of one zone (RFC 1035 3.3.13). */
  soa: z.object({ mname: z.string(), rname: z.string() }).optional(),
  /** What is wrong with the signatures that this server alone sends for a signed zone. */
  signatures: z.enum(['expired', 'not-yet-valid', 'missing']).optional(),
  /** A negative answer of a signed zone came without NSEC or NSEC3 (RFC 4035 3.1.3). */
  isDenialUnproven: z.boolean().optional(),
});

/** Names of the zone's servers, as its parent delegates to them and as the zone itself lists them. */
const nameServers = z.object({ parent: z.array(z.string()), child: z.array(z.string()) });

/** What is wrong with one of the names in an NS list. */
const nameServerFault = z.object({
  name: z.string(),
  /**
   * `missing`: no such name; `no-address`: it has none that may be asked; `alias`: a CNAME (RFC 2181 10.3);
   * `glue-differs`: the parent hands out `glue`, the name itself has `own`.
   */
  fault: z.enum(['missing', 'no-address', 'alias', 'glue-differs']),
  glue: z.array(z.string()).optional(),
  own: z.array(z.string()).optional(),
});

const caaRecord = z.object({
  critical: z.boolean(),
  /** Lower case. */
  tag: z.string(),
  value: z.string(),
});

/** The CAA records that count for the hostname: those of the nearest name at or above it that has any (RFC 8659 3). */
const caaObservation = z.object({
  /** `error`: a server failed on the question, which keeps a certificate authority from issuing. */
  outcome: z.enum(['found', 'none', 'error', 'unknown']),
  /** Where they stand, or where the question failed. */
  name: z.string().optional(),
  records: z.array(caaRecord),
  reason: z.string().optional(),
});

/** What names around the hostname answer, to explain why it does not; looked up only while it is wrong. */
const siblings = z.object({
  /** Values of a random label beside the hostname: a wildcard record answers. */
  sibling: z.array(z.string()),
  /** Values of the hostname with the zone's name behind it once more. */
  doubled: z.array(z.string()),
  doubledName: z.string().optional(),
  /** Values of a random label below the hostname, as `TYPE value`: no record of its own if they are the same (RFC 4592). */
  below: z.array(z.string()).optional(),
  /** Values that the name above and a random label beside that name share: a wildcard further up, as `TYPE value`. */
  above: z.array(z.string()).optional(),
});

/** What the addresses that the hostname has at present serve for it, seen through whatever stands in front. */
const frontObservation = z.object({
  /** `ours`: the page that the target serves for the hostname, under a valid certificate. */
  served: z.enum(['ours', 'other', 'unknown']),
  addresses: z.array(z.string()),
  /** The proxy's own word for itself, such as `cloudflare`. */
  server: z.string().optional(),
});

/** Who runs the zone's DNS, and where the customer changes it; for people only, never a reason to judge by. */
const dnsProvider = z.object({
  name: z.string(),
  /** Set where the zone is divided between two providers; both have to be changed. */
  secondName: z.string().optional(),
  /** Where the customer signs in, or the zone's own page there. */
  panelUrl: z.string().optional(),
  /** How its panel wants names written; left out where it isn't known. */
  hostField: z
    .object({ style: z.enum(['relative', 'full']), apex: z.enum(['@', 'empty', 'domain']).optional() })
    .optional(),
  /** Whether the zone itself can follow another hostname there (ALIAS, ANAME, CNAME flattening). */
  flattensApex: z.boolean().optional(),
  /** Its own word (Domain Connect), or that of the zone's name servers. */
  source: z.enum(['domain-connect', 'name-servers']),
});

/**
 * What the authoritative servers said.
 * `delegation` is how far the search for them came: `found`; `nxdomain`, the registry does not know the domain;
 * `none`, it does but no name server has a usable address; `unknown`, nobody could be asked.
 */
export const dnsObservation = z.object({
  at: instant,
  /** The name asked: the hostname, or a random label under a wildcard. */
  queried: z.string(),
  zone: z.string().optional(),
  delegation: z.enum(['found', 'nxdomain', 'none', 'unknown']),
  nameServers: nameServers.optional(),
  nameServerFaults: z.array(nameServerFault).optional(),
  /** More servers or addresses were named than were asked: what is absent below may be there. */
  isCapped: z.boolean().optional(),
  /** The longest that a resolver may remember earlier name servers: the larger NS TTL of parent and zone, in seconds. */
  nameServersTtlS: z.number().optional(),
  /** Somebody besides the zone's own servers answered in this very check: the bot can see. */
  isSighted: z.boolean().optional(),
  authoritative: z.array(serverAnswer),
  /** Empty until every authoritative server is right: asking earlier would plant the negative answer. */
  resolvers: z.array(serverAnswer),
  /** The addresses that the target's CNAME hosts have at present, to compare a flattened apex with. */
  targetAddresses: z.array(z.string()),
  /** Of the target's CNAME hosts those that public resolvers agree to be without any address. */
  missingTargets: z.array(z.string()).optional(),
  /**
   * What public resolvers make of the zone, asked where it is signed or its servers are silent: `bogus` fails only while
   * validating, `dead` fails either way.
   */
  health: z.enum(['fine', 'bogus', 'dead', 'unknown']).optional(),
  /** A resolver's own word for a bogus or dead zone. */
  healthReason: z.string().optional(),
  healthReasonCode: z.number().optional(),
  caa: caaObservation.optional(),
  siblings: siblings.optional(),
  /** Addresses and host names of HTTPS records (RFC 9460) beside a right answer. */
  https: z.array(z.string()).optional(),
  front: frontObservation.optional(),
  dnsProvider: dnsProvider.optional(),
});

const certificate = z.object({
  /** Subject alternative names, at most 100. */
  names: z.array(z.string()),
  issuer: z.string(),
  validFrom: instant,
  validTo: instant,
  fingerprint: z.string(),
  /** RFC 6125 match of the probed name, one label per `*`. */
  nameMatches: z.boolean(),
  /** OpenSSL's or Node's word for what is wrong with chain or dates; absent when the chain is trusted. */
  chainError: z.string().optional(),
  /** How many certificates the server sent, looked up where the leaf's issuer is not known. */
  chainLength: z.number().optional(),
});

/** What one address answered to a TLS handshake with the hostname as SNI. */
export const edgeOutcomes = [
  'certificate',
  'unknown-name',
  'not-tls',
  'old-tls',
  'reset',
  'refused',
  'timeout',
  'unreachable',
  'handshake-failed',
  'blocked',
] as const;

const edgeAnswer = z.object({
  address: z.string(),
  port: z.number(),
  outcome: z.enum(edgeOutcomes),
  certificate: certificate.optional(),
  /** OpenSSL's or the kernel's code for a handshake that failed. */
  reason: z.string().optional(),
  rttMs: z.number(),
});

export const sslObservation = z.object({
  at: instant,
  /** The name sent as SNI: the hostname, or a random label under a wildcard. */
  queried: z.string(),
  edges: z.array(edgeAnswer),
});

export type AddressType = 'A' | 'AAAA';
export type DnsRecord = z.infer<typeof dnsRecord>;
export type Lookup = z.infer<typeof lookup>;
export type LookupOutcome = Lookup['outcome'];
export type ServerAnswer = z.infer<typeof serverAnswer>;
/** Of a resolver that was asked for one type only, or for both. */
export type PartialAnswer = Omit<ServerAnswer, 'a' | 'aaaa'> & Partial<Pick<ServerAnswer, 'a' | 'aaaa'>>;
export type CaaObservation = z.infer<typeof caaObservation>;
export type Siblings = z.infer<typeof siblings>;
export type NameServerFault = z.infer<typeof nameServerFault>;
export type ObservedDnsProvider = z.infer<typeof dnsProvider>;
export type FrontObservation = z.infer<typeof frontObservation>;
export type DnsObservation = z.infer<typeof dnsObservation>;
export type Certificate = z.infer<typeof certificate>;
export type EdgeAnswer = z.infer<typeof edgeAnswer>;
export type EdgeOutcome = EdgeAnswer['outcome'];
export type SslObservation = z.infer<typeof sslObservation>;
