import { execFileSync } from 'node:child_process';
import { Socket as UdpSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { writeFile } from 'node:fs/promises';
import { decode } from 'dns-packet';
import { anyAddress } from '../../src/probe/address.js';
import { createDnsProbe } from '../../src/probe/dns/probe.js';
import { has } from '../interop/peer.js';
import { openRealDns, type RealDns } from '../interop/real-dns.js';
import { temporaryFolder } from '../store/temporary.js';
import { countFrom } from '../tools/settings.js';
import { besideBlackbox } from './blackbox.js';
import { MIB, median, print, quantile } from './figures.js';
import type { Row } from './rows.js';

const HOST = 'app-1.closte.com';
const TARGET = { ipv4: ['127.0.0.10'], ipv6: [], cname: [HOST] };
const LABEL = 'probe-0123456789abcdef';
const DOMAINS = 200;
/** So many that the compiler has seen them, and in a round: short ones, so that other work on the machine falls on both alike. */
const WARM_UP_CHECKS = 4_000;
const CHECKS = 600;
const ROUNDS = 25;
/** For programs beside which the checks stand. */
const BESIDE_CHECKS = 3_000;
const IN_FLIGHT = 32;
/** Of a check's queries, one after another: the bare queries are as many at a time as the checks' are. */
const TURNS_IN_CHECK = 6;
const SAMPLE = 400;
const FLAT_CHECKS = countFrom('FLAT_CHECKS', 20_000);

/**
 * Full checks of domains against a real name server, beside as many bare queries of Node's resolver and of dnsperf. Both
 * compare ID and question, leave the port to the kernel, and ask again over TCP. Node's asks without EDNS, and so for no
 * signatures, which one query of a check does; it keeps its port, and makes an error of three answers of ten.
 */
export async function benchDns(): Promise<readonly Row[]> {
  const what = 'full DNS checks beside node:dns, the same questions';
  if (!has('knotd') || !has('unbound')) return [{ what, notMeasured: 'knot and unbound are not installed' }];
  const real = await openRealDns({
    domains: Array.from({ length: DOMAINS }, (_, at) => ({
      name: `shop-${at}.com`,
      records: [`shop IN CNAME ${HOST}.`],
    })),
    targetHost: HOST,
    targetAddress: '127.0.0.10',
    ttlS: 3_600,
    negativeTtlS: 3_600,
  });
  try {
    const check = checker(real);
    await settled(check);
    const asked = await questionsOf(check);
    const perCheck = asked.length / SAMPLE;
    print(
      `DNS: full checks of ${DOMAINS} domains, ${IN_FLIGHT} in flight, ${perCheck.toFixed(1)} queries each`,
    );
    const { ratio, ours, bare } = await compared(check, asked, perCheck);
    await beside(real, perCheck);
    await flat(check);
    return [
      {
        what,
        figure: `${(ours.perS * perCheck).toFixed(0)} queries/s`,
        limit: `${bare.perS.toFixed(0)} queries/s`,
        ratio,
        aim: { atLeast: 0.9 },
      },
      await queriesBesideBlackbox(real, ours.cpuMs / perCheck),
    ];
  } finally {
    await real.stop();
  }
}

type Work = (at: number) => Promise<unknown>;

/** Rounds of both in pairs, in changing order; the median of the pairs' ratios, and each one's median round. */
async function compared(check: Work, asked: readonly Asked[], perCheck: number) {
  const bareQueries = bareQuery(asked);
  const atOnce = Math.round((IN_FLIGHT * perCheck) / TURNS_IN_CHECK);
  const checks = (count: number) => timed(count, check);
  const queries = (count: number) => timed(Math.round(count * perCheck), bareQueries, atOnce);
  await checks(WARM_UP_CHECKS);
  await queries(WARM_UP_CHECKS);
  const all: { readonly ours: Timed; readonly bare: Timed }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const early = round % 2 === 0 ? await checks(CHECKS) : undefined;
    const bare = await queries(CHECKS);
    all.push({ ours: early ?? (await checks(CHECKS)), bare });
  }
  const ratios = all.map(({ ours, bare }) => (ours.perS * perCheck) / bare.perS);
  const cpuRatios = all.map(({ ours, bare }) => (bare.cpuMs * perCheck) / ours.cpuMs);
  const [ours, bare] = [typical(all.map((each) => each.ours)), typical(all.map((each) => each.bare))];
  print(
    `  ${ours.perS.toFixed(0)} checks/s (${(ours.perS * perCheck).toFixed(0)} queries/s), node:dns ${bare.perS.toFixed(0)} queries/s; CPU ${ours.cpuMs.toFixed(3)} ms a check, node:dns ${(bare.cpuMs * perCheck).toFixed(3)} ms for as many queries`,
  );
  print(`  median ratio of ${ROUNDS} pairs ${spread(ratios)}, of CPU ${spread(cpuRatios)}`);
  return { ratio: median(ratios), ours, bare };
}

const typical = (rounds: readonly Timed[]): Timed => ({
  perS: median(rounds.map(({ perS }) => perS)),
  cpuMs: median(rounds.map(({ cpuMs }) => cpuMs)),
});

const spread = (ratios: readonly number[]): string =>
  `${median(ratios).toFixed(2)} (half of them ${quantile(ratios, 0.25).toFixed(2)} to ${quantile(ratios, 0.75).toFixed(2)})`;

function checker(real: RealDns): Work {
  const probe = createDnsProbe({ ...real, policy: anyAddress, now: Date.now, timeoutMs: 2_000 });
  return (at) => probe.authoritative(`shop.shop-${at % DOMAINS}.com`, TARGET, LABEL);
}

interface Asked {
  /** `address:port`. */
  readonly server: string;
  readonly name: string;
  readonly type: string;
}

/** The same questions to the same servers, each by itself. */
function bareQuery(asked: readonly Asked[]): Work {
  const resolvers = new Map<string, Resolver>();
  for (const { server } of asked) {
    const resolver = resolvers.get(server) ?? new Resolver({ timeout: 2_000 });
    resolver.setServers([server]);
    resolvers.set(server, resolver);
  }
  return async (at) => {
    const { server, name, type: wanted } = asked[at % asked.length] ?? { server: '', name: '', type: 'A' };
    // It can't ask for HTTPS records; another type that isn't there costs the same.
    const type = wanted === 'UNKNOWN_65' ? 'TXT' : wanted;
    // That there is no such record is an answer, too.
    await resolvers
      .get(server)
      ?.resolve(name, type as 'A')
      .catch(() => undefined);
  };
}

async function settled(check: Work): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const seen = (await check(0)) as { delegation: string };
    if (seen.delegation === 'found') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the name servers did not start');
}

async function questionsOf(check: Work): Promise<Asked[]> {
  const { send } = UdpSocket.prototype;
  const asked: Asked[] = [];
  UdpSocket.prototype.send = function (this: UdpSocket, ...args: unknown[]) {
    const { address, port } = this.remoteAddress();
    const [question] = decode(args[0] as Buffer).questions ?? [];
    if (question) asked.push({ server: `${address}:${port}`, name: question.name, type: question.type });
    return (send as (...all: unknown[]) => void).apply(this, args);
  } as typeof send;
  await timed(SAMPLE, check);
  UdpSocket.prototype.send = send;
  return asked;
}

interface Timed {
  readonly perS: number;
  /** User and system time of this process for one piece of work. */
  readonly cpuMs: number;
}

async function timed(count: number, work: Work, atOnce = IN_FLIGHT): Promise<Timed> {
  const [cpu, startedAt] = [process.cpuUsage(), performance.now()];
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const { user, system } = process.cpuUsage(cpu);
  return { perS: (count * 1000) / (performance.now() - startedAt), cpuMs: (user + system) / 1000 / count };
}

/** What the server gives to a client written in C. */
async function beside({ authoritativePort }: RealDns, perCheck: number): Promise<void> {
  if (!has('dnsperf')) return print('  dnsperf: skipped, not installed');
  const { path, remove } = await temporaryFolder();
  const queries = Array.from({ length: DOMAINS }, (_, at) => `shop.shop-${at}.com CNAME`);
  await writeFile(`${path}/queries`, `${queries.join('\n')}\n`);
  const times = Math.round((BESIDE_CHECKS * perCheck) / DOMAINS);
  const args = [
    '-s',
    '127.0.0.2',
    '-p',
    String(authoritativePort),
    '-d',
    `${path}/queries`,
    '-n',
    String(times),
    '-c',
    String(IN_FLIGHT),
  ];
  const text = execFileSync('dnsperf', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  print(
    `  dnsperf, the same number of queries: ${/Queries per second:\s+([\d.]+)/.exec(text)?.[1]} queries/s`,
  );
  await remove();
}

function queriesBesideBlackbox({ authoritativePort }: RealDns, ourCpuMs: number): Promise<Row> {
  const dns = {
    preferred_ip_protocol: 'ip4',
    transport_protocol: 'udp',
    query_name: 'shop.shop-0.com',
    query_type: 'CNAME',
  };
  const server = `127.0.0.2:${authoritativePort}`;
  return besideBlackbox(
    'CPU of a DNS query in a check',
    ourCpuMs,
    { prober: 'dns', dns },
    server,
    BESIDE_CHECKS,
  );
}

/** Memory over many checks. */
async function flat(check: Work): Promise<void> {
  const megabytes: number[] = [];
  const slices = 10;
  for (let slice = 0; slice < slices; slice++) {
    await timed(FLAT_CHECKS / slices, check);
    globalThis.gc?.();
    megabytes.push(process.memoryUsage().rss / MIB);
  }
  const rounded = megabytes.map((each) => each.toFixed(0)).join(' ');
  print(`  memory over ${FLAT_CHECKS} checks, resident MiB after each tenth: ${rounded}`);
}
