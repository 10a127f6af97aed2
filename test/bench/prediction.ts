import { Resolver } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { allSeeAt } from '../../src/core/diagnosis/prediction.js';
import { decide } from '../../src/core/lifecycle/decide.js';
import type { Mapping } from '../../src/core/mapping.js';
import type { Target } from '../../src/core/ports/provider-facts.js';
import { anyAddress } from '../../src/probe/address.js';
import { createDnsProbe } from '../../src/probe/dns/probe.js';
import type { NamedServer } from '../../src/probe/dns/resolvers.js';
import type { DnsProbe } from '../../src/probe/probe.js';
import { createMappingProbe, type ProbeDeps } from '../../src/use-cases/shared/probe-mapping.js';
import { has } from '../interop/peer.js';
import { openRealDns, type RealDns, type RealDomain } from '../interop/real-dns.js';
import { newMapping, TARGET } from '../lab/stage.js';
import { certificate, POLICY } from '../support/observations.js';
import { print } from './figures.js';

const FOREIGN = '192.0.2.80';
const [ADDRESS = ''] = TARGET.ipv4;
const HOST = TARGET.cname[0] ?? '';
const IPV6_ADDRESS = '2001:db8::10';
const TTLS_S = (process.env['PREDICTION_TTLS'] ?? '30,60').split(',').map(Number);
const FLIPS_EACH = 4;
/** On top of two TTLs: nothing here may take longer. */
const PATIENCE_MS = 60_000;

interface Kind {
  /** Lines of the zone file before the change. */
  readonly before: readonly string[];
  /** What knotc gets, with the TTL. */
  readonly change: (ttlS: string) => readonly (readonly string[])[];
  /** Instead of the usual one. */
  readonly target?: Target;
  /** What the second provider has; the domain is delegated to it instead of a change. */
  readonly moved?: readonly string[];
}

/** An app that IPv6 alone leads to: the AAAA is the record that is waited for. */
const IPV6_TARGET: Target = { ipv4: [], ipv6: [IPV6_ADDRESS], cname: [] };

const kinds: Readonly<Record<string, Kind>> = {
  changed: {
    before: [`shop IN A ${FOREIGN}`],
    change: (ttlS) => [
      ['zone-unset', 'shop', 'A'],
      ['zone-set', 'shop', ttlS, 'A', ADDRESS],
    ],
  },
  made: { before: [], change: (ttlS) => [['zone-set', 'shop', ttlS, 'A', ADDRESS]] },
  'a-to-cname': {
    before: [`shop IN A ${FOREIGN}`],
    change: (ttlS) => [
      ['zone-unset', 'shop', 'A'],
      ['zone-set', 'shop', ttlS, 'CNAME', `${HOST}.`],
    ],
  },
  'chain-end': {
    before: ['shop IN CNAME one', 'one IN CNAME two', `two IN A ${FOREIGN}`],
    change: (ttlS) => [
      ['zone-unset', 'two', 'A'],
      ['zone-set', 'two', ttlS, 'A', ADDRESS],
    ],
  },
  'chain-middle': {
    before: ['shop 300 IN CNAME one', 'one IN CNAME two', `two 5 IN A ${FOREIGN}`],
    change: (ttlS) => [
      ['zone-unset', 'one', 'CNAME'],
      ['zone-set', 'one', ttlS, 'CNAME', `${HOST}.`],
    ],
  },
  /** A and AAAA were old; one is changed, the other goes. */
  'aaaa-beside-a': {
    before: [`shop IN A ${FOREIGN}`, 'shop IN AAAA 2001:db8::80'],
    change: (ttlS) => [
      ['zone-unset', 'shop', 'A'],
      ['zone-unset', 'shop', 'AAAA'],
      ['zone-set', 'shop', ttlS, 'A', ADDRESS],
    ],
  },
  delegation: { before: [`shop IN A ${FOREIGN}`], change: () => [], moved: [`shop IN A ${ADDRESS}`] },
  'cname-to-a': {
    before: ['shop IN CNAME old', `old IN A ${FOREIGN}`],
    change: (ttlS) => [
      ['zone-unset', 'shop', 'CNAME'],
      ['zone-set', 'shop', ttlS, 'A', ADDRESS],
    ],
  },
  'aaaa-removed': {
    before: [`shop IN A ${ADDRESS}`, 'shop IN AAAA 2001:db8::80'],
    change: () => [['zone-unset', 'shop', 'AAAA']],
  },
  'aaaa-added': {
    before: ['shop IN TXT kept'],
    change: (ttlS) => [['zone-set', 'shop', ttlS, 'AAAA', IPV6_ADDRESS]],
    target: IPV6_TARGET,
  },
};
const POLL_MS = 100;
const FIXED_POLL_MS = 10_000;

interface Flip {
  /** Predicted less seen. */
  readonly errorMs: number;
  /** Reported less seen: below zero a report came too early. */
  readonly reportedMs: number;
  /** Questions to the resolver about the hostname. */
  readonly asked: number;
  /** What asking every 10 s would have come to. */
  readonly polled: number;
}

/** How well the moment is predicted at which real resolvers forget, and what it costs to be there. */
export async function benchPrediction(): Promise<void> {
  if (!['knotd', 'unbound', 'named'].every(has))
    return print('Prediction: skipped, knot, unbound and BIND are not all installed');
  print(`Prediction: a record changes, unbound and BIND remember the old answer; ${FLIPS_EACH} of each`);
  const domains = TTLS_S.flatMap((ttlS) =>
    Object.entries(kinds).flatMap(([kind, { before, moved }]) =>
      Array.from({ length: FLIPS_EACH }, (_, at) => ({
        name: `${kind}-${ttlS}-${at}.com`,
        kind,
        at,
        ttlS,
        records: before,
        ...(moved ? { isMoving: true, second: { serial: 8, records: moved } } : {}),
      })),
    ),
  );
  const target = { targetHost: HOST, targetAddress: ADDRESS };
  const real = await openRealDns({
    ...target,
    domains,
    ttlS: 60,
    negativeTtlS: 60,
    hasBind: true,
    isRooted: true,
  });
  if (!real.isRooted) print('  delegation: skipped, port 53 can’t be opened here');
  try {
    await started(real, domains[0]?.name ?? '');
    const groups = TTLS_S.flatMap((ttlS) => Object.keys(kinds).map((kind) => ({ ttlS, kind })));
    await Promise.all(
      groups.map(async ({ ttlS, kind }) => {
        if (kinds[kind]?.moved && !real.isRooted) return;
        const group = domains.filter((domain) => domain.ttlS === ttlS && domain.kind === kind);
        report(ttlS, kind, await Promise.all(group.map((domain) => flip(real, domain))));
      }),
    );
  } finally {
    await real.stop();
  }
}

interface Flipping extends RealDomain {
  readonly kind: string;
  readonly at: number;
  readonly ttlS: number;
}

async function flip(real: RealDns, domain: Flipping): Promise<Flip> {
  const hostname = `shop.${domain.name}`;
  const kind = kinds[domain.kind];
  const watchers = real.resolvers.map(resolverOf);
  const target = kind?.target ?? TARGET;
  const bot = await botAt(real, hostname, target);
  // At all fractions of a second, and with some of the TTL gone.
  await sleep(domain.at * 370);
  await Promise.all(
    watchers.flatMap((watcher) => [
      watcher.resolve4(hostname).catch(() => undefined),
      watcher.resolve6(hostname).catch(() => undefined),
    ]),
  );
  await sleep(1_500);
  if (kind?.moved) real.move(domain);
  else real.change(domain.name, ...(kind?.change(String(domain.ttlS)) ?? []));
  const startedAt = Date.now();
  const endsAt = startedAt + 2_000 * domain.ttlS + PATIENCE_MS;
  const [flippedAt, followed] = await Promise.all([
    Promise.all(watchers.map((watcher) => seen(watcher, hostname, target, endsAt))),
    bot.follow(endsAt),
  ]);
  const seenAt = Math.max(...flippedAt);
  return {
    reportedMs: followed.reportedAt - seenAt,
    errorMs: (followed.predictedAt ?? Number.NaN) - seenAt,
    asked: followed.asked,
    polled: 2 * watchers.length * (Math.ceil((seenAt - startedAt) / FIXED_POLL_MS) + 1),
  };
}

/** The truth: somebody who asks all the time. */
async function seen(
  watcher: Resolver,
  hostname: string,
  { ipv4, ipv6 }: Target,
  endsAt: number,
): Promise<number> {
  const isRight = (found: readonly string[], wanted: readonly string[]) =>
    found.length === wanted.length && found.every((address) => wanted.includes(address));
  while (Date.now() < endsAt) {
    const addresses = await watcher.resolve4(hostname).catch((): string[] => []);
    const others = await watcher.resolve6(hostname).catch((): string[] => []);
    if (isRight(addresses, ipv4) && isRight(others, ipv6)) return Date.now();
    await sleep(POLL_MS);
  }
  throw new Error(`${hostname} was not seen in time`);
}

/**
 * The bot’s own way. It has checked once; then somebody presses the button, and it checks, decides and sleeps until the next
 * check.
 */
async function botAt(real: RealDns, hostname: string, target: Target) {
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
  const probeMapping = createMappingProbe(probesOn(counting));
  const check = async (mapping: Mapping) => {
    const input = await probeMapping(mapping, { target });
    const context = { now: Date.now(), newId: () => 'e', random: 0.5, policy: POLICY };
    return decide(mapping, input, context).mapping;
  };
  let mapping = await check(newMapping(hostname));
  return {
    follow: async (endsAt: number) => {
      let predictedAt: number | undefined;
      while (Date.now() < endsAt) {
        mapping = await check(mapping);
        const { observation, movedUntil, disproved, state } = mapping.dns;
        if (observation) predictedAt ??= allSeeAt(observation, target, { movedUntil, disproved });
        if (state === 'propagated') return { asked, predictedAt, reportedAt: Date.now() };
        await sleep(Math.max(0, (mapping.nextCheckAt ?? 0) - Date.now()));
      }
      throw new Error(`${hostname} was not reported in time`);
    },
  };
}

/** The certificate is there: only the caches are waited for. */
function probesOn(dns: DnsProbe): ProbeDeps {
  const shown = certificate({ validFrom: Date.now() - 1, validTo: Date.now() + 90 * 86_400_000 });
  const edge = { address: ADDRESS, port: 443, outcome: 'certificate', certificate: shown, rttMs: 1 } as const;
  return {
    dns,
    http: {
      front: async () => undefined,
      probe: async (queried) => ({
        ssl: { queried, edges: [edge] },
        http: { queried, challenge: [], site: [] },
      }),
    },
    now: Date.now,
    random: Math.random,
  };
}

function resolverOf({ address, port }: NamedServer): Resolver {
  const resolver = new Resolver();
  resolver.setServers([`${address}:${port}`]);
  return resolver;
}

async function started(real: RealDns, domain: string): Promise<void> {
  const probe = createDnsProbe({ ...real, policy: anyAddress, now: Date.now, timeoutMs: 500 });
  for (let attempt = 0; attempt < 100; attempt++) {
    const { delegation } = await probe.authoritative(`shop.${domain}`, TARGET, 'probe-0');
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
  const isBound = kinds[kind]?.moved !== undefined;
  const aim = isBound ? 'a bound, not a moment' : 'aim 2 s';
  const [asked, polled] = [sum((each) => each.asked), sum((each) => each.polled)];
  print(
    `  record ${kind}, TTL ${ttlS} s: error p50 ${quantile(0.5)} s, p95 ${quantile(0.95)} s (${aim}); reported ${(early / 1000).toFixed(2)} s after the last cache at the earliest; ${asked / flips.length} queries a flip, polling every 10 s ${(polled / flips.length).toFixed(1)}, ratio ${(asked / polled).toFixed(2)} (aim 0.2)`,
  );
}
