import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionOf } from '../../src/core/diagnosis/findings/table.js';
import { startDnsWorld } from '../../src/sandbox/dns/dns-world.js';
import { createCertificateAuthority } from '../../src/sandbox/edge/certificate-authority.js';
import { played } from '../lab/played.js';
import { arrange, hostnameOf, type Scenario } from '../lab/scenario.js';
import {
  ADDRESS,
  type CheckedDomain,
  checkDomain,
  HOST,
  openEdge,
  probesOf,
  SECOND_ADDRESS,
} from '../lab/stage.js';
import { temporaryFolder } from '../store/temporary.js';
import { freePort } from '../support/ports.js';
import { FIRST, NotInAZoneFile, REGISTRY, type RecordedWorld, recordedWorld } from './lab-zones.js';
import { has } from './peer.js';
import { startKnot, startNamed, startNsd, startUnbound } from './zone-servers.js';

/** No server loads it: other records beside a CNAME (RFC 1034 3.6.2), or below a DNAME (RFC 6672 2.4). */
const UNLOADABLE = [
  'a CNAME at the domain itself',
  'a CNAME at the domain to its own www',
  'the domain itself made an alias of its www',
  'the old A left beside the new CNAME, at a server that allows it',
];

/** Unbound is configured with both servers of every domain, whatever the registry says. */
const DELEGATED_OTHERWISE = [
  'name servers within the domain, which the registrar has no addresses of',
  'the old provider’s copy of the zone, which nobody is sent to any more',
];

/** Certificates and sites don't come from name servers. */
const isAboutDns = ({ expected }: Scenario): boolean =>
  expected.every((code) => definitionOf(code).axis === 'dns' || code.startsWith('caa-'));

const candidates = played
  .map((scenario, index) => ({ ...scenario, index }))
  .filter(
    (scenario) =>
      isAboutDns(scenario) &&
      !scenario.tidy &&
      !scenario.isOpen &&
      !scenario.options?.between &&
      ![...UNLOADABLE, ...DELEGATED_OTHERWISE].includes(scenario.name),
  );

const seconds = [
  // NSD loads no zone with a CAA tag in capitals.
  [
    'nsd',
    {
      address: '127.0.0.3',
      start: startNsd,
      refused: ['CAA in capitals', 'CAA for another authority, with its tag in capitals'],
    },
  ],
  ['named', { address: '127.0.0.1', start: startNamed, refused: [] as string[] }],
] as const;

/** The second server is by another hand than the first (knot), the resolver by a third (unbound). */
describe.each(seconds)('the lab’s scenarios at knotd and %s, seen through unbound', (program, other) => {
  const isHere = ['knotd', 'unbound', program].every(has);
  const stops: (() => Promise<void>)[] = [];
  let check: (scenario: Scenario & { readonly index: number }) => Promise<CheckedDomain>;
  /** Those that zone files can say. */
  const arranged = new Set<number>();

  beforeAll(async () => {
    if (!isHere) return;
    const dns = await startDnsWorld({
      targetHost: HOST,
      targetAddress: ADDRESS,
      ttlS: 600,
      negativeTtlS: 600,
    });
    stops.push(dns.stop);
    const ca = await createCertificateAuthority();
    const first = await openEdge(ca, ADDRESS);
    const second = await openEdge(ca, SECOND_ADDRESS, first.edge.port, first.http.port);
    for (const { edge, http } of [first, second]) stops.push(() => edge.stop(), http.stop);
    const world = recordedWorld(dns, other.address);
    const names = candidates.map((scenario) => hostnameOf(scenario, scenario.index));
    first.edge.setAliases(names);
    second.edge.setAliases(names);
    for (const scenario of candidates)
      await arrange({ ...first, second, dns: world.dns }, scenario, scenario.index).then(
        () => {
          if (world.isLoadable(hostnameOf(scenario, scenario.index))) arranged.add(scenario.index);
        },
        (error: unknown) => {
          if (!(error instanceof NotInAZoneFile)) throw error;
        },
      );
    const real = await openServers(world, other);
    stops.unshift(real.stop);
    check = (scenario) =>
      checkDomain(probesOf(real, first, ca), hostnameOf(scenario, scenario.index), scenario.options ?? {});
  }, 60_000);
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  it.for(candidates)('$name', async (scenario, { skip }) => {
    skip(!isHere, `knotd, ${program} and unbound are not all installed`);
    skip(!arranged.has(scenario.index), 'no zone file can say it');
    skip(
      other.refused.some((name) => name === scenario.name),
      `${program} doesn’t load it`,
    );
    const { findings } = await check(scenario);
    expect(findings.map(({ code }) => code)).toEqual(scenario.expected);
  });

  it.skipIf(!isHere)('are at least a third of all', () => {
    process.stdout.write(`${arranged.size} of ${played.length} scenarios at knotd, ${program} and unbound\n`);
    expect(arranged.size).toBeGreaterThanOrEqual(played.length / 3);
  });
});

async function openServers(world: RecordedWorld, other: (typeof seconds)[number][1]) {
  const { path, remove } = await temporaryFolder();
  const [port, resolverPort] = [await freePort(FIRST), await freePort()];
  const at = (address: string) => ({ path, address, port, zones: world.zonesAt(address) });
  const servers = [
    await startKnot(at(FIRST)),
    await other.start(at(other.address)),
    await startKnot(at(REGISTRY)),
    await startUnbound(path, resolverPort, { port, stubs: world.stubs() }),
  ];
  await sleep(3_000);
  return {
    authoritativePort: port,
    timeoutMs: 1_000,
    resolvers: [{ name: 'unbound', address: '127.0.0.1', port: resolverPort }],
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      await remove();
    },
  };
}
