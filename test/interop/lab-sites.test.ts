import { afterAll, beforeAll, expect, it } from 'vitest';
import { definitionOf } from '../../src/core/diagnosis/findings/table.js';
import { startDnsWorld } from '../../src/sandbox/dns/dns-world.js';
import { createCertificateAuthority } from '../../src/sandbox/edge/certificate-authority.js';
import { callersSites } from '../lab/callers/sites.js';
import { played } from '../lab/played.js';
import { arrange, hostnameOf, type Scenario } from '../lab/scenario.js';
import { ADDRESS, type CheckedDomain, checkDomain, HOST, probesOf } from '../lab/stage.js';
import { temporaryFolder } from '../store/temporary.js';
import { freePort } from '../support/ports.js';
import { NotAtNginx, recordedSites, writeNginx } from './lab-sites.js';
import { has, serve, until } from './peer.js';

/** Certificates and sites; what is healthy, too. */
const isServedByNginx = ({ expected }: Scenario): boolean =>
  expected.length === 0 || expected.some((code) => definitionOf(code).axis === 'ssl');

/** `callers/sites.ts` is of single answers, byte by byte, which the stand-in alone gives. */
const candidates = played
  .map((scenario, index) => ({ ...scenario, index, isOfBytes: callersSites.includes(scenario) }))
  .filter(
    (scenario) =>
      !scenario.isOfBytes &&
      isServedByNginx(scenario) &&
      !scenario.tidy &&
      !scenario.isOpen &&
      !scenario.options?.between,
  );

const isHere = has('nginx');
const stops: (() => Promise<void>)[] = [];
let check: (scenario: (typeof candidates)[number]) => Promise<CheckedDomain>;
const arranged = new Set<number>();

beforeAll(async () => {
  if (!isHere) return;
  const dns = await startDnsWorld({
    targetHost: HOST,
    targetAddress: ADDRESS,
    ttlS: 600,
    negativeTtlS: 600,
  });
  const { path, remove } = await temporaryFolder();
  stops.push(dns.stop, remove);
  const ca = await createCertificateAuthority();
  const { sites, place } = recordedSites();
  for (const scenario of candidates)
    await arrange({ ...place, dns }, scenario, scenario.index).then(
      () => arranged.add(scenario.index),
      (error: unknown) => {
        if (!(error instanceof NotAtNginx)) throw error;
      },
    );
  const [port, httpPort] = [await freePort(ADDRESS), await freePort(ADDRESS)];
  const file = await writeNginx({ path, address: ADDRESS, port, httpPort, ca, defaultName: HOST }, sites);
  stops.unshift(serve('nginx', ['-c', file, '-p', path]).stop);
  const edges = { edge: { port }, http: { port: httpPort } };
  const probes = () => probesOf(dns, edges, ca);
  await until(
    async () => (await probes().http.probe(HOST, [ADDRESS], 't')).ssl.edges[0]?.outcome === 'certificate',
  );
  check = (scenario) => checkDomain(probes(), hostnameOf(scenario, scenario.index), scenario.options ?? {});
}, 60_000);
afterAll(async () => {
  for (const stop of stops) await stop();
});

it.for(candidates)('at nginx: $name', async (scenario, { skip }) => {
  skip(!isHere, 'nginx is not installed');
  skip(!arranged.has(scenario.index), 'nginx can’t do that');
  const { findings } = await check(scenario);
  expect(findings.map(({ code }) => code)).toEqual(scenario.expected);
});

it.skipIf(!isHere)('are more than half of the candidates', () => {
  process.stdout.write(`${arranged.size} of ${played.length} scenarios at nginx\n`);
  expect(arranged.size).toBeGreaterThan(candidates.length / 2);
});
