import type { Policy } from '../../src/core/lifecycle/policy.js';
import type { Mapping } from '../../src/core/mapping.js';
import type {
  Certificate,
  DnsObservation,
  EdgeAnswer,
  Lookup,
  LookupOutcome,
  ServerAnswer,
  SslObservation,
} from '../../src/core/observation/observation.js';
import type { Target } from '../../src/core/ports/provider-facts.js';

export const START = Date.UTC(2026, 10, 20, 12);
export const HOSTNAME = 'shop.example.com';
export const TARGET: Target = {
  ipv4: ['203.0.113.10'],
  ipv6: ['2001:db8::10'],
  cname: ['app-0123456789abcdef01234567.closte.com'],
};

export const POLICY: Policy = {
  intervalMs: 300_000,
  dnsDeadlineMs: 72 * 3_600_000,
  sslDeadlineMs: 3_600_000,
  sslNormalMs: 900_000,
  sslSlowMs: 1_800_000,
  acceptedCas: ['letsencrypt.org'],
};

export const lookup = (outcome: LookupOutcome, ...values: string[]): Lookup => ({
  outcome,
  records: values.map((value) => ({
    name: HOSTNAME,
    type: value.includes(':') ? 'AAAA' : /^[\d.]+$/.test(value) ? 'A' : 'CNAME',
    value,
    ttlS: 300,
  })),
  rttMs: 5,
});

const nothing = lookup('empty');

export const server = (a: Lookup, aaaa: Lookup = nothing, name = 'ns1.example.net'): ServerAnswer => ({
  server: name,
  address: '198.51.100.1',
  a,
  aaaa,
});

export const right = (name?: string): ServerAnswer => server(lookup('answer', '203.0.113.10'), nothing, name);
export const wrong = (name?: string): ServerAnswer => server(lookup('answer', '192.0.2.1'), nothing, name);
export const silent = (name?: string): ServerAnswer => server(lookup('timeout'), lookup('timeout'), name);

export const dnsSeen = (
  at: number,
  authoritative: readonly ServerAnswer[],
  resolvers: readonly ServerAnswer[] = [],
): DnsObservation => ({
  at,
  queried: HOSTNAME,
  zone: 'example.com',
  delegation: 'found',
  authoritative: [...authoritative],
  resolvers: [...resolvers],
  targetAddresses: [],
});

export const blindDns = (at: number): DnsObservation => ({ ...dnsSeen(at, []), delegation: 'unknown' });

const DAY_MS = 24 * 3_600_000;

export const certificate = (change: Partial<Certificate> = {}): Certificate => ({
  names: [HOSTNAME],
  issuer: "Let's Encrypt",
  validFrom: START - DAY_MS,
  validTo: START + 89 * DAY_MS,
  fingerprint: 'AA:BB',
  nameMatches: true,
  ...change,
});

export const edge = (outcome: EdgeAnswer['outcome'], shown?: Certificate): EdgeAnswer => ({
  address: '203.0.113.10',
  port: 443,
  outcome,
  ...(shown ? { certificate: shown } : {}),
  rttMs: 8,
});

export const sslSeen = (at: number, ...edges: EdgeAnswer[]): SslObservation => ({
  at,
  queried: HOSTNAME,
  edges,
});

export const served = edge('certificate', certificate());

export const withoutTimes = (mapping: Mapping) => ({
  ...mapping,
  nextCheckAt: undefined,
  revision: 0,
  lastHash: '',
  dns: { ...mapping.dns, uncheckedSince: undefined },
  ssl: { ...mapping.ssl, uncheckedSince: undefined },
});
