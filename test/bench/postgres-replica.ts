import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.js';
import type { Claim, Store } from '../../src/store/store.js';
import { silentLog } from '../store/temporary.js';

/** Until connections are open, statements prepared and the code is compiled. */
const WARM_UP_MS = 4_000;
const WORKED_MS = 5_000;
const CLAIMED_AT_ONCE = 16;
const LEASE_MS = 60_000;
const FAR_MS = 3_600_000;

export interface ReplicaRates {
  /** Checks per second of one process, and of three together. */
  readonly one: number;
  readonly three: number;
  /** How many were claimed more than once. */
  readonly twice: number;
}

/** Checks without news, by one process and then by three; each mapping is due once. `now`: epoch ms. */
export async function benchReplicas(url: string, now: number): Promise<ReplicaRates> {
  const alone = await checkedBy(1, url, now);
  const together = await checkedBy(3, url, now);
  const all = [...alone, ...together].flatMap(({ checked }) => checked);
  return { one: rateOf(alone), three: rateOf(together), twice: all.length - new Set(all).size };
}

interface Worked {
  readonly checked: readonly string[];
  /** How many of them were before the measured time. */
  readonly warmUp: number;
}

const rateOf = (replicas: readonly Worked[]): number =>
  replicas.reduce((sum, { checked, warmUp }) => sum + checked.length - warmUp, 0) / (WORKED_MS / 1_000);

/** What so many processes checked, which begin together. */
async function checkedBy(processes: number, url: string, now: number): Promise<readonly Worked[]> {
  const children = Array.from({ length: processes }, () =>
    fork(fileURLToPath(import.meta.url), { env: { ...process.env, BENCH_URL: url, BENCH_NOW: String(now) } }),
  );
  await Promise.all(children.map(messageOf));
  const checked = children.map(messageOf);
  for (const child of children) child.send('begin');
  return (await Promise.all(checked)) as Worked[];
}

const messageOf = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`a replica ended with ${code}`)));
  });

/** What a replica does, without the queries. */
async function work(store: Store, now: number): Promise<Worked> {
  const from = { lane: 'checks', perApp: Number.POSITIVE_INFINITY, first: [] };
  const checked: string[] = [];
  const startedAt = performance.now();
  let warmUp = 0;
  const check = async (claim: Claim) => {
    const stored = await store.load(claim.mapping);
    if (stored) await store.save({ ...stored, mapping: { ...stored.mapping, nextCheckAt: now + FAR_MS } });
    await store.release(claim);
    checked.push(claim.mapping);
    if (performance.now() < startedAt + WARM_UP_MS) warmUp = checked.length;
  };
  while (performance.now() < startedAt + WARM_UP_MS + WORKED_MS)
    await Promise.all((await store.claimChecks(now, CLAIMED_AT_ONCE, LEASE_MS, from)).map(check));
  return { checked, warmUp };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const now = Number(process.env['BENCH_NOW']);
  const url = process.env['BENCH_URL'] ?? '';
  const store = await openPostgresStore({ url, now: () => now, newToken: randomUUID, log: silentLog });
  process.send?.('ready');
  await new Promise((resolve) => process.once('message', resolve));
  const worked = await work(store, now);
  await store.close();
  process.send?.(worked, () => process.disconnect());
}
