import { jsonPrinter } from '../../src/cli/check-domain/print.js';
import type { ReportVerdict } from '../../src/cli/check-domain/report.js';
import { type CheckExitCode, runChecks } from '../../src/cli/check-domain/run.js';
import { decide, request } from '../../src/core/lifecycle/decide.js';
import type { Policy } from '../../src/core/lifecycle/policy.js';
import type { Mapping } from '../../src/core/mapping.js';
import type { Target } from '../../src/core/ports/provider-facts.js';
import { anyAddress } from '../../src/probe/address.js';
import { createDnsProbe, type DnsProbeOptions } from '../../src/probe/dns/probe.js';
import { createHttpProbe } from '../../src/probe/http/probe.js';
import { type DnsWorld, startDnsWorld } from '../../src/sandbox/dns/dns-world.js';
import {
  type CertificateAuthority,
  createCertificateAuthority,
} from '../../src/sandbox/edge/certificate-authority.js';
import { type Edge, startEdge } from '../../src/sandbox/edge/edge.js';
import { type EdgeHttp, startEdgeHttp } from '../../src/sandbox/edge/edge-http.js';
import { createMappingProbe, type ProbeDeps } from '../../src/use-cases/shared/probe-mapping.js';
import { POLICY } from '../support/observations.js';
import { translatorFor } from '../support/translator.js';

export const HOST = 'app-1.closte.com';
export const ADDRESS = '127.0.0.10';
export const SECOND_ADDRESS = '127.0.0.11';
export const NOBODYS_ADDRESS = '127.0.0.12';

const TIMEOUT_MS = 300;
/** A handshake costs a processor's time, of which a busy machine has little. */
const EDGE_TIMEOUT_MS = 1_000;

/** Servers of a small world, and the bot's own probes of it. */
export interface Stage {
  readonly dns: DnsWorld;
  readonly edge: Edge;
  readonly http: EdgeHttp;
  readonly second: { readonly edge: Edge; readonly http: EdgeHttp };
  /** What `check-domain --json` prints of a hostname, the last round of it. */
  check(hostname: string, options?: CheckOptions): Promise<CheckedDomain>;
  stop(): Promise<void>;
}

export interface CheckOptions {
  readonly target?: Target;
  readonly policy?: Partial<Policy>;
  /** Happens after the first of two checks; there is only one without it. */
  readonly between?: (stage: Pick<Stage, 'dns'>) => void;
}

/** The part of the JSON that scenarios compare. */
export interface CheckedDomain {
  readonly verdict: ReportVerdict;
  readonly exitCode: CheckExitCode;
  readonly findings: readonly { readonly code: string; readonly what: string; readonly toDo: string }[];
}

export const TARGET: Target = { ipv4: [ADDRESS], ipv6: [], cname: [HOST] };

export async function openStage(): Promise<Stage> {
  const dns = await startDnsWorld({ targetHost: HOST, targetAddress: ADDRESS, ttlS: 600, negativeTtlS: 600 });
  const ca = await createCertificateAuthority();
  const first = await openEdge(ca, ADDRESS);
  const second = await openEdge(ca, SECOND_ADDRESS, first.edge.port, first.http.port);

  return {
    dns,
    ...first,
    second,
    check: (hostname, options = {}) =>
      checkDomain(probesOf(dns, first, ca), hostname, options, async () => options.between?.({ dns })),
    stop: async () => {
      const edges = [first, second].flatMap(({ edge, http }) => [edge.stop(), http.stop()]);
      await Promise.all([dns.stop(), ...edges]);
    },
  };
}

/** What `check-domain --json` prints. */
export async function checkDomain(
  probes: ProbeDeps,
  hostname: string,
  { target = TARGET, between, policy: changes }: CheckOptions,
  sleep = async () => {},
): Promise<CheckedDomain> {
  const policy = { ...POLICY, ...changes };
  const app = { name: 'default', target, intervalMs: policy.intervalMs };
  const lines: string[] = [];
  const write = (text: string) => void lines.push(text);
  const deps = { ...probes, policy, newId: () => 'e', sleep, write };
  const asked = { inputs: [hostname], rounds: between ? 2 : 1, isFollowing: false };
  const exitCode = await runChecks(deps, app, asked, jsonPrinter(translatorFor()));
  return { ...JSON.parse(lines.at(-1) ?? '{}'), exitCode };
}

export async function openEdge(ca: CertificateAuthority, address: string, port = 0, httpPort = 0) {
  const edge = await startEdge({
    ca,
    address,
    port,
    defaultNames: [HOST],
    mayIssue: () => false,
    issuanceDelayMs: 0,
  });
  const http = await startEdgeHttp({ address, port: httpPort, isAlias: (name) => edge.hasAlias(name) });
  return { edge, http };
}

/** New probes for each scenario, with nothing cached from the one before. */
export function probesOf(
  dns: Pick<DnsProbeOptions, 'resolvers' | 'authoritativePort'> & { readonly timeoutMs?: number },
  { edge, http }: { readonly edge: Pick<Edge, 'port'>; readonly http: Pick<EdgeHttp, 'port'> },
  ca: CertificateAuthority,
): ProbeDeps {
  const probe = createDnsProbe({
    resolvers: dns.resolvers,
    authoritativePort: dns.authoritativePort,
    policy: anyAddress,
    now: Date.now,
    timeoutMs: dns.timeoutMs ?? TIMEOUT_MS,
  });
  const common = { policy: anyAddress, timeoutMs: EDGE_TIMEOUT_MS };
  return {
    dns: probe,
    http: createHttpProbe({
      ...common,
      httpPort: http.port,
      caPem: ca.rootPem,
      tlsPort: edge.port,
      resolveHost: probe.addresses,
    }),
    now: Date.now,
    random: Math.random,
  };
}

export function observerOf(...[dns, edges, ca, target]: [...Parameters<typeof probesOf>, target: Target]) {
  const probe = createMappingProbe(probesOf(dns, edges, ca));
  return (mapping: Mapping) => probe(mapping, { target });
}

export function newMapping(hostname: string): Mapping {
  const context = { now: Date.now(), newId: () => 'e', random: 0.5, policy: POLICY };
  const asked = request({ id: hostname, app: 'default', hostname, channel: 'C1', by: 'U1' }, context);
  return decide(asked.mapping, { type: 'alias.added', already: false }, context).mapping;
}
