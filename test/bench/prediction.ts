import { Resolver } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { pendingResolvers } from '../../src/core/diagnosis/prediction.js';
import { decide } from '../../src/core/lifecycle/decide.js';
import { anyAddress } from '../../src/probe/address.js';
import { createDnsProbe } from '../../src/probe/dns/probe.js';
import type { DnsProbe } from '../../src/probe/probe.js';
import { createMappingProbe, type ProbeDeps } from '../../src/use-cases/worker/probe-mapping.js';
import { has } from '../interop/peer.js';
import { openRealDns, type RealDns } from '../interop/real-dns.js';
import { newMapping, TARGET } from '../lab/stage.js';
import { certificate, POLICY } from '../support/observations.js';

const FOREIGN = '192.0.2.80';
const [ADDRESS = ''] = TARGET.ipv4;
const HOST = TARGET.cname[0] ?? '';
const TTLS_S = (process.env['PREDICTION_TTLS'] ?? '30,60').split(',').map(Number);
const FLIPS_EACH = 4;
/** On top of two TTLs: nothing here may take longer. */
const PATIENCE_MS = 60_000;

interface Kind {
  /** Lines of the zone file before the change. */
  readonly before: readonly string[];
  /** What knotc is told. */
  readonly change: readonly (readonly string[])[];
}

const kinds: Readonly<Record<string, Kind>> = {
  changed: {
    before: [`shop IN A ${FOREIGN}`],
    change: [
      ['zone-unset', 'shop', 'A'],
      ['zone-set', 'shop', '60', 'A', ADDRESS],
    ],
  },
  made: { before: [], change: [['zone-set', 'shop', '60', 'A', ADDRESS]] },
  'cname-to-a': {
    before: ['shop IN CNAME old', `old IN A ${FOREIGN}`],
    change: [
      ['zone-unset', 'shop', 'CNAME'],
      ['zone-set', 'shop', '60', 'A', ADDRESS],
    ],
  },
  'aaaa-removed': {
    before: [`shop IN A ${ADDRESS}`, 'shop IN AAAA 2001:db8::80'],
    change: [['zone-unset', 'shop', 'AAAA']],
  },
};
const POLL_MS = 100;
const FIXED_POLL_MS = 10_000;

interface Flip {
  /** Predicted less seen. */
  readonly errorMs: number;
  /** Reported less seen: below zero somebody was told too early. */
  readonly reportedMs: number;
  /** Questions to the resolver about the hostname. */
  readonly asked: number;
  /** What asking every 10 s would have come to. */
  readonly polled: number;
}

/** How well the moment is predicted at which a real resolver forgets, and what it costs to be there. */
export async function benchPrediction(): Promise<void> {
  if (!has('knotd') || !has('unbound'))
    return print('Prediction: skipped, knot and unbound are not installed');
  print(`Prediction: a record is made or changed, unbound remembers the old answer; ${FLIPS_EACH} of each`);
  await Promise.all(TTLS_S.map(measure));
}

async function measure(ttlS: number): Promise<void> {
  const domains = Object.entries(kinds).flatMap(([kind, { before }]) =>
    Array.from({ length: FLIPS_EACH }, (_, at) => ({ name: `${kind}-${at}.com`, records: before })),
  );
  const real = await openRealDns({
    domains,
    targetHost: HOST,
    targetAddress: ADDRESS,
    ttlS,
    negativeTtlS: ttlS,
  });
  try {
    await started(real);
    await Promise.all(
      Object.entries(kinds).map(async ([kind, { change }]) => {
        const names = domains.map(({ name }) => name).filter((name) => name.startsWith(`${kind}-`));
        const endsAt = Date.now() + 2_000 * ttlS + PATIENCE_MS;
        report(
          ttlS,
          kind,
          await Promise.all(names.map((name, at) => flip(real, { zone: name, change, at, endsAt }))),
        );
      }),
    );
  } finally {
    await real.stop();
  }
}

interface Change extends Pick<Kind, 'change'> {
  readonly zone: string;
  readonly at: number;
  readonly endsAt: number;
}

async function flip(real: RealDns, { zone, change, at, endsAt }: Change): Promise<Flip> {
  const hostname = `shop.${zone}`;
  const watcher = resolverOf(real);
  // At all fractions of a second, and with some of the TTL gone.
  await sleep(at * 370);
  await Promise.all([
    watcher.resolve4(hostname).catch(() => undefined),
    watcher.resolve6(hostname).catch(() => undefined),
  ]);
  await sleep(1_500);
  real.change(zone, ...change);
  const startedAt = Date.now();
  const [seenAt, followed] = await Promise.all([
    seen(watcher, hostname, endsAt),
    follow(real, hostname, endsAt),
  ]);
  return {
    reportedMs: followed.reportedAt - seenAt,
    errorMs: (followed.predictedAt ?? Number.NaN) - seenAt,
    asked: followed.asked,
    polled: 2 * (Math.ceil((seenAt - startedAt) / FIXED_POLL_MS) + 1),
  };
}

/** The truth: somebody who asks all the time. */
async function seen(watcher: Resolver, hostname: string, endsAt: number): Promise<number> {
  while (Date.now() < endsAt) {
    const addresses = await watcher.resolve4(hostname).catch((): string[] => []);
    const others = await watcher.resolve6(hostname).catch((): string[] => []);
    if (addresses.includes(ADDRESS) && others.length === 0) return Date.now();
    await sleep(POLL_MS);
  }
  throw new Error(`${hostname} was not seen in time`);
}

/** The bot’s own way: look, decide, sleep until the next look. */
async function follow(real: RealDns, hostname: string, endsAt: number) {
  let asked = 0;
  const probe = createDnsProbe({ ...real, policy: anyAddress, now: Date.now, timeoutMs: 2_000 });
  const counting: DnsProbe = {
    ...probe,
    resolvers: async (name, typesFor) => {
      const answers = await probe.resolvers(name, typesFor);
      for (const { a, aaaa } of answers) asked += (a ? 1 : 0) + (aaaa ? 1 : 0);
      return answers;
    },
  };
  const observe = createMappingProbe(eyesOf(counting));
  let mapping = newMapping(hostname);
  let predictedAt: number | undefined;
  while (Date.now() < endsAt) {
    const input = await observe(mapping, { target: TARGET });
    const context = { now: Date.now(), newId: () => 'e', random: 0.5, policy: POLICY };
    mapping = decide(mapping, input, context).mapping;
    if (mapping.dns.observation) predictedAt ??= pendingResolvers(mapping.dns.observation, TARGET)[0]?.at;
    if (mapping.dns.state === 'propagated') return { asked, predictedAt, reportedAt: Date.now() };
    await sleep(Math.max(0, (mapping.nextCheckAt ?? 0) - Date.now()));
  }
  throw new Error(`${hostname} was not reported in time`);
}

/** The certificate is there: only the caches are waited for. */
function eyesOf(dns: DnsProbe): ProbeDeps {
  const shown = certificate({ validFrom: Date.now() - 1, validTo: Date.now() + 90 * 86_400_000 });
  const edge = { address: ADDRESS, port: 443, outcome: 'certificate', certificate: shown, rttMs: 1 } as const;
  return {
    dns,
    tls: { handshake: async (queried) => ({ queried, edges: [edge] }) },
    http: { front: async () => undefined, probe: async (queried) => ({ queried, challenge: [], site: [] }) },
    now: Date.now,
    random: Math.random,
  };
}

function resolverOf({ resolvers: [unbound] }: RealDns): Resolver {
  const resolver = new Resolver();
  resolver.setServers([`${unbound?.address}:${unbound?.port}`]);
  return resolver;
}

async function started(real: RealDns): Promise<void> {
  const probe = createDnsProbe({ ...real, policy: anyAddress, now: Date.now, timeoutMs: 500 });
  for (let attempt = 0; attempt < 100; attempt++) {
    const { delegation } = await probe.authoritative('shop.made-0.com', TARGET, 'probe-0');
    if (delegation === 'found') return;
    await sleep(100);
  }
  throw new Error('the name servers did not start');
}

function report(ttlS: number, kind: string, flips: readonly Flip[]): void {
  const errors = flips.map(({ errorMs }) => Math.abs(errorMs)).sort((one, other) => one - other);
  const sum = (of: (flip: Flip) => number) => flips.reduce((total, each) => total + of(each), 0);
  const quantile = (share: number) =>
    ((errors[Math.ceil(errors.length * share) - 1] ?? Number.NaN) / 1000).toFixed(2);
  const early = Math.min(...flips.map(({ reportedMs }) => reportedMs));
  const [asked, polled] = [sum((each) => each.asked), sum((each) => each.polled)];
  print(
    `  record ${kind}, TTL ${ttlS} s: error p50 ${quantile(0.5)} s, p95 ${quantile(0.95)} s (aim 2 s); reported ${(early / 1000).toFixed(2)} s after the last cache at the earliest; ${asked / flips.length} queries a flip, polling every 10 s ${(polled / flips.length).toFixed(1)}, ratio ${(asked / polled).toFixed(2)} (aim 0.2)`,
  );
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
