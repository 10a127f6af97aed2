import { z } from 'zod';
import { instant } from '../instant.js';

/** One DNS record as a server sent it; `value` is the address, or the host name without its final dot. */
const dnsRecord = z.object({
  name: z.string(),
  type: z.enum(['A', 'AAAA', 'CNAME']),
  value: z.string(),
  ttlS: z.number(),
});

/**
 * The outcome of one query to one server. `answer`: records; `empty`: the name exists without this type
 * (NODATA); `nxdomain`: no such name; `lame`: an answer without authority, or only a referral; `bogus`: a
 * resolver that fails only when it validates (RFC 4035 5.5); `filtered`: a resolver that hides the name from
 * its users (RFC 8914, 15 to 17); `truncated`: an answer too long for UDP that doesn't arrive over TCP;
 * `blocked`: a probe may not connect to the address.
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
  'truncated',
  'blocked',
] as const;

const lookup = z.object({
  outcome: z.enum(lookupOutcomes),
  records: z.array(dnsRecord),
  /** There were more records than are stored; an absent one may exist. */
  isCapped: z.boolean().optional(),
  /** How a CNAME chain ended, if not at an address or the target; `unheard`: nobody answers for its last name. */
  chain: z.enum(['dangling', 'loop', 'open', 'unheard']).optional(),
  /** The server's own message for a failure (RFC 8914). */
  reason: z.string().optional(),
  /** The server's own code for the failure (RFC 8914 5.2). */
  reasonCode: z.number().optional(),
  /** With `bogus` and a CNAME: the first name of the chain whose own records don't validate. */
  bogusAt: z.string().optional(),
  /** The name above the queried one whose DNAME produced the CNAME (RFC 6672). */
  dname: z.string().optional(),
  /** Seconds a negative answer may still be cached (RFC 2308), from the SOA in the authority section. */
  negativeTtlS: z.number().optional(),
  rttMs: z.number(),
  /** When the resolver was queried; its answer is kept while it can't change. */
  at: instant.optional(),
});

/** One server's view of the hostname; `server` is its name (`ns1.example.com`, or a resolver's configured name). */
const serverAnswer = z.object({
  server: z.string(),
  address: z.string(),
  a: lookup,
  aaaa: lookup,
  /** The zone's serial at this server, queried if servers disagree. */
  serial: z.number().optional(),
  /** The zone's primary server and mailbox at this server: equal in copies of one zone (RFC 1035 3.3.13). */
  soa: z.object({ mname: z.string(), rname: z.string() }).optional(),
  /** The fault of the signatures that this server sends for a signed zone. */
  signatures: z.enum(['expired', 'not-yet-valid', 'missing']).optional(),
  /** A negative answer of a signed zone came without NSEC or NSEC3 (RFC 4035 3.1.3). */
  isDenialUnproven: z.boolean().optional(),
  /** Of a resolver: it has addresses for a name that doesn't exist. */
  invents: z.boolean().optional(),
});

/** The zone's name servers, as its parent delegates to them and as the zone lists them. */
const nameServers = z.object({ parent: z.array(z.string()), child: z.array(z.string()) });

/** A fault of one name in an NS list. */
const nameServerFault = z.object({
  name: z.string(),
  /**
   * `missing`: no such name; `no-address`: none that a probe may connect to; `alias`: a CNAME (RFC 2181
   * 10.3); `glue-differs`: the parent has `glue`, the name itself has `own`.
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

/**
 * The CAA records that apply to the hostname: those of the nearest name at or above it that has any (RFC 8659
 * 3).
 */
const caaObservation = z.object({
  /** `error`: a server failed on the query, which stops a certificate authority from issuing. */
  outcome: z.enum(['found', 'none', 'error', 'unknown']),
  /** The name that has them, or whose query failed. */
  name: z.string().optional(),
  records: z.array(caaRecord),
  /** There were more records than are stored; an absent one may exist. */
  isCapped: z.boolean().optional(),
  reason: z.string().optional(),
});

/** The answers of names around the hostname, to explain why it is wrong; queried only then. */
const siblings = z.object({
  /** Values of a random label beside the hostname: any means a wildcard record. */
  sibling: z.array(z.string()),
  /** Values of the hostname with the zone's name appended again. */
  appended: z.array(z.string()),
  appendedName: z.string().optional(),
  /**
   * Values of a random label below the hostname, as `TYPE value`; if they equal the hostname's, it has no
   * record of its own (RFC 4592).
   */
  below: z.array(z.string()).optional(),
  /**
   * Values shared by the name above and a random label beside that name, as `TYPE value`: a wildcard further
   * up.
   */
  above: z.array(z.string()).optional(),
  /** Names with a record to the target that was perhaps meant for the hostname: its first label twice, or `@` below it. */
  elsewhere: z.array(z.string()).optional(),
  /** Hosts and addresses of the target that were found in TXT records of the hostname. */
  texts: z.array(z.string()).optional(),
  /** Types of other records of the hostname, which rule out a CNAME (RFC 1034 3.6.2). */
  otherTypes: z.array(z.string()).optional(),
});

/** What the hostname's current addresses serve for it, including through a proxy. */
const frontObservation = z.object({
  /** `ours`: the page that the target serves for the hostname, under a valid certificate. */
  served: z.enum(['ours', 'other', 'unknown']),
  addresses: z.array(z.string()),
  /** The proxy's `server` header, such as `cloudflare`. */
  server: z.string().optional(),
  /** What visitors get through the proxy, although the target serves the site: redirects without end, or an error's `status`. */
  fault: z.enum(['loop', 'error']).optional(),
  status: z.number().optional(),
});

/** The zone's DNS provider and panel; shown to people, never used in a verdict. */
const dnsProvider = z.object({
  name: z.string(),
  /** Set if the zone is divided between two providers; both have to be changed. */
  secondName: z.string().optional(),
  /** Where the customer signs in, or the zone's own page. */
  panelUrl: z.string().optional(),
  /** How the panel wants names written; absent if unknown. */
  hostField: z
    .object({ style: z.enum(['relative', 'full']), apex: z.enum(['@', 'empty', 'domain']).optional() })
    .optional(),
  /** Whether the zone itself can follow another hostname (ALIAS, ANAME, CNAME flattening). */
  flattensApex: z.boolean().optional(),
  /** Identified by Domain Connect, or by the zone's name servers. */
  source: z.enum(['domain-connect', 'name-servers']),
});

/**
 * The authoritative servers' answers. `delegation` is the result of the search for them: `found`; `nxdomain`:
 * the registry doesn't know the domain; `none`: it does, but no name server has a usable address; `unknown`:
 * no server answered.
 */
export const dnsObservation = z.object({
  at: instant,
  /** The name queried: the hostname, or a random label under a wildcard. */
  queried: z.string(),
  zone: z.string().optional(),
  delegation: z.enum(['found', 'nxdomain', 'none', 'unknown']),
  /** With `none`: what is delegated to these name servers. */
  delegated: z.string().optional(),
  nameServers: nameServers.optional(),
  nameServerFaults: z.array(nameServerFault).optional(),
  /** More servers or addresses exist than were queried; what is absent below may exist. */
  isCapped: z.boolean().optional(),
  /** How long resolvers may cache earlier name servers: the larger NS TTL of parent and zone, in seconds. */
  nameServersTtlS: z.number().optional(),
  /** A server outside the zone answered in this check, so the bot's network works. */
  isSighted: z.boolean().optional(),
  authoritative: z.array(serverAnswer),
  /**
   * Empty until every authoritative server is right: an earlier query would put the negative answer into
   * caches.
   */
  resolvers: z.array(serverAnswer),
  /** The current addresses of the target's CNAME hosts, to compare a flattened apex with. */
  targetAddresses: z.array(z.string()),
  /** The target's CNAME hosts that have no address, as public resolvers agree. */
  missingTargets: z.array(z.string()).optional(),
  /**
   * Public resolvers' view of the zone, queried if it is signed or its servers are silent: `bogus` fails only
   * when validating, `dead` fails either way.
   */
  health: z.enum(['fine', 'bogus', 'dead', 'unknown']).optional(),
  /** A resolver's own message about a bogus or dead zone. */
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
  /** OpenSSL's or Node's error for the chain or dates; absent when the chain is trusted. */
  chainError: z.string().optional(),
  /** How many certificates the server sent; read only if the leaf's issuer is unknown. */
  chainLength: z.number().optional(),
});

/** With `old-tls`: the protocol is fine; browsers don't accept the kind of the certificate's key. */
export const UNACCEPTED_KEY = 'UNACCEPTED_KEY';

/** The outcome of one address's TLS handshake with the hostname as SNI. */
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
/** From a resolver that was queried for one type or both. */
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
