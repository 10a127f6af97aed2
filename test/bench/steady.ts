import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ObservedInput } from '../../src/core/lifecycle/inputs/observed.js';
import type { Mapping } from '../../src/core/mapping.js';
import { anyAddress } from '../../src/probe/address.js';
import { createDnsProbe } from '../../src/probe/dns/probe.js';
import { createHttpProbe } from '../../src/probe/http/probe.js';
import { createTlsProbe } from '../../src/probe/tls/probe.js';
import { createMappingProbe } from '../../src/use-cases/shared/probe-mapping.js';
import { has } from '../interop/peer.js';
import { openRealDns } from '../interop/real-dns.js';
import { temporaryFolder } from '../store/temporary.js';
import { newStoredMapping } from '../store/typical-mapping.js';
import { besideBlackbox } from './blackbox.js';
import { median, print } from './figures.js';
import { type Row, rounded } from './rows.js';

const SITE = '127.0.0.10';
const TARGET = { ipv4: [SITE], ipv6: [], cname: [] };
const LABEL = 'probe-0123456789abcdef';
const MAPPINGS = 50;
const CHECKS = 300;
const STEADY_ROUNDS = 5;
const AT_ONCE = 16;
/** With the usual interval, one of so many checks of a Ready mapping asks for everything. */
const FULL_EVERY = 12;
const STEADY = `CPU of a steady check, one of ${FULL_EVERY} full`;

type Check = (at: number) => Promise<unknown>;

/** CPU of this process for the check of a Ready mapping, beside that of one DNS check and one handshake. */
export async function benchSteady(): Promise<readonly Row[]> {
  if (!has('knotd') || !has('unbound'))
    return [{ what: STEADY, notMeasured: 'knot and unbound are not installed' }];
  const dns = await openRealDns({
    domains: [
      {
        name: 'example.com',
        records: Array.from({ length: MAPPINGS }, (_, at) => `shop-${at} IN A ${SITE}`),
      },
    ],
    targetHost: 'app-1.closte.com',
    targetAddress: SITE,
    ttlS: 3_600,
    negativeTtlS: 3_600,
  });
  const file = fileURLToPath(new URL('./tls-server.js', import.meta.url));
  const site = spawn(process.execPath, [file, SITE], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = (await once(createInterface(site.stdout), 'line')) as [string];
    return await compare(dns, JSON.parse(line) as Site);
  } finally {
    site.kill();
    await dns.stop();
  }
}

interface Site {
  readonly port: number;
  readonly httpPort: number;
  readonly rootPem: string;
}

async function compare(
  dns: Pick<Parameters<typeof createDnsProbe>[0], 'resolvers' | 'authoritativePort'>,
  { port, httpPort, rootPem }: Site,
): Promise<readonly Row[]> {
  const common = { policy: anyAddress, caPem: rootPem, timeoutMs: 5_000 };
  const dnsProbe = createDnsProbe({ ...dns, ...common, now: Date.now });
  const tls = createTlsProbe({ ...common, port });
  const http = createHttpProbe({ ...common, httpPort, tlsPort: port, resolveHost: dnsProbe.addresses });
  const probe = createMappingProbe({ dns: dnsProbe, http, now: Date.now, random: Math.random });
  const names = Array.from({ length: MAPPINGS }, (_, at) => `shop-${at}.example.com`);
  const mappings = await Promise.all(
    names.map(async (hostname, at) => {
      const published = newStoredMapping(`m${at}`, { hostname }).mapping;
      for (let attempt = 0; attempt < 100; attempt++) {
        const seen = await probe(published, { target: TARGET });
        if (seen.http) return ready(published, seen);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('the servers did not start');
    }),
  );
  const nameAt = (at: number) => names[at % MAPPINGS] ?? '';
  const limit: Check = async (at) => {
    await dnsProbe.authoritative(nameAt(at), TARGET, LABEL);
    await tls.handshake(nameAt(at), [SITE]);
  };
  const check =
    (isFull: boolean): Check =>
    async (at) => {
      const seen = await probe(mappings[at % MAPPINGS] as Mapping, { target: TARGET }, isFull);
      if (seen.http?.site[0]?.served !== 'ours') throw new Error(`not served: ${JSON.stringify(seen.http)}`);
      if ((seen.http.challengeAt === undefined) !== isFull) throw new Error('another kind of check');
    };
  const ratios: number[] = [];
  const means: number[] = [];
  const limits: number[] = [];
  print(`steady checks: CPU of this process, ${AT_ONCE} at once`);
  for (let round = -1; round < STEADY_ROUNDS; round++) {
    const [bare, steady, full] = [await cpuMs(limit), await cpuMs(check(false)), await cpuMs(check(true))];
    // The first is for warming up.
    if (round < 0) continue;
    const mean = (steady * (FULL_EVERY - 1) + full) / FULL_EVERY;
    ratios.push(mean / bare);
    means.push(mean);
    limits.push(bare);
    print(
      `  one DNS check and one handshake ${bare.toFixed(2)} ms; a steady check ${steady.toFixed(2)} ms, a full one ${full.toFixed(2)} ms; with one of ${FULL_EVERY} full ${mean.toFixed(2)} ms, ratio ${ratios.at(-1)?.toFixed(2)}`,
    );
  }
  const handshake: Check = (at) => tls.handshake(nameAt(at), [SITE]);
  return [
    {
      what: STEADY,
      figure: `${rounded(median(means))} ms`,
      limit: `one DNS check and one handshake: ${rounded(median(limits))} ms`,
      ratio: median(ratios),
      aim: { atMost: 1.5 },
    },
    await handshakesBesideBlackbox(await cpuMs(handshake), port, rootPem),
  ];
}

async function handshakesBesideBlackbox(ourCpuMs: number, port: number, rootPem: string): Promise<Row> {
  const { path, remove } = await temporaryFolder();
  const caFile = join(path, 'ca.pem');
  await writeFile(caFile, rootPem);
  const tls_config = { ca_file: caFile, server_name: 'shop-0.example.com' };
  const probe = { prober: 'tcp', tcp: { preferred_ip_protocol: 'ip4', tls: true, tls_config } };
  const row = await besideBlackbox('CPU of a certificate check', ourCpuMs, probe, `${SITE}:${port}`, CHECKS);
  await remove();
  return row;
}

function ready(mapping: Mapping, { dns, ssl, http }: ObservedInput): Mapping {
  return {
    ...mapping,
    outcome: { stage: 'done', at: dns.at },
    dns: { ...mapping.dns, state: 'propagated', agreeingRounds: 2, observation: dns },
    ssl: { ...mapping.ssl, state: 'valid', ...(ssl ? { observation: ssl } : {}) },
    ...(http ? { http } : {}),
  };
}

async function cpuMs(check: Check): Promise<number> {
  const before = process.cpuUsage();
  let next = 0;
  const worker = async () => {
    while (next < CHECKS) await check(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / CHECKS;
}
