import { z } from 'zod';
import { instant } from './instant.js';

/** One resource record as a server sent it; `value` is the address or the host name without its final dot. */
const record = z.object({
  name: z.string(),
  type: z.enum(['A', 'AAAA', 'CNAME']),
  value: z.string(),
  ttlS: z.number(),
});

/**
 * What one question to one server came to.
 * `answer`: records; `empty`: the name exists without this type (NODATA); `nxdomain`: no such name;
 * `lame`: answered without authority or only with a referral; `blocked`: the address may not be asked.
 */
export const lookupOutcomes = [
  'answer',
  'empty',
  'nxdomain',
  'lame',
  'refused',
  'servfail',
  'other-rcode',
  'timeout',
  'unreachable',
  'malformed',
  'blocked',
] as const;

const lookup = z.object({
  outcome: z.enum(lookupOutcomes),
  records: z.array(record),
  /** Seconds a negative answer may still be cached (RFC 2308), from the SOA in the authority section. */
  negativeTtlS: z.number().optional(),
  rttMs: z.number(),
});

/** One server's view of the hostname; `server` is its name (`ns1.example.com`, or a resolver's configured name). */
const serverAnswer = z.object({
  server: z.string(),
  address: z.string(),
  a: lookup,
  aaaa: lookup,
});

/**
 * What the authoritative servers said.
 * `delegation` is how far the search for them came: `found`; `nxdomain`, the registrable domain does not exist;
 * `none`, it exists but no name server has a usable address; `unknown`, nobody could be asked.
 */
export const dnsObservation = z.object({
  at: instant,
  /** The name asked: the hostname, or a random label under a wildcard. */
  queried: z.string(),
  zone: z.string().optional(),
  delegation: z.enum(['found', 'nxdomain', 'none', 'unknown']),
  authoritative: z.array(serverAnswer),
  /** Empty until every authoritative server is right: asking earlier would plant the negative answer. */
  resolvers: z.array(serverAnswer),
  /** The addresses that the target's CNAME hosts have at present, to compare a flattened apex with. */
  targetAddresses: z.array(z.string()),
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
  rttMs: z.number(),
});

export const sslObservation = z.object({
  at: instant,
  /** The name sent as SNI: the hostname, or a random label under a wildcard. */
  queried: z.string(),
  edges: z.array(edgeAnswer),
});

export type DnsRecord = z.infer<typeof record>;
export type Lookup = z.infer<typeof lookup>;
export type LookupOutcome = Lookup['outcome'];
export type ServerAnswer = z.infer<typeof serverAnswer>;
export type DnsObservation = z.infer<typeof dnsObservation>;
export type Certificate = z.infer<typeof certificate>;
export type EdgeAnswer = z.infer<typeof edgeAnswer>;
export type EdgeOutcome = EdgeAnswer['outcome'];
export type SslObservation = z.infer<typeof sslObservation>;
