import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createProbes } from '../../src/app/steps/create-probes.js';
import { loadConfig } from '../../src/config/config.js';
import type { Mapping } from '../../src/core/mapping.js';
import { closteFacts } from '../../src/hosting/closte/facts.js';
import { createCheckScheduler, LANES } from '../../src/scheduler/check-scheduler.js';
import { everyPulse, everySecond } from '../../src/scheduler/ticker.js';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.js';
import { StaleVersion, type Store } from '../../src/store/store.js';
import type { App } from '../../src/use-cases/ports.js';
import { createMappingProbe } from '../../src/use-cases/shared/probe-mapping.js';
import { systemClock } from '../../src/util/clock.js';
import { createIdleness } from '../../src/util/concurrency/event-loop.js';
import { limit } from '../../src/util/concurrency/queue.js';
import { WakeUp } from '../../src/util/concurrency/wake-up.js';
import { silentLog } from '../store/temporary.js';
import { newStoredMapping } from '../store/typical-mapping.js';
import { POLICY } from '../support/observations.js';
import { portsOf, useCasesFrom } from '../support/use-cases.js';

/** `CHECKS` makes it shorter. */
const HEALTHY = Number(process.env['CHECKS'] ?? 300);
/** Until all are stored with the moment at which they are due. */
const LEAD_MS = 5_000;
const ROUNDS = 3;
const WARM_UP = 4;
const LIMIT_S = 120;

/** The whole bot's checks beside a bare loop of the same probes, alone and with mappings on silent name servers. */
export async function benchChecks(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-checks-'));
  const worker = new Worker(new URL('./probed-world.js', import.meta.url));
  const environment = await new Promise<Record<string, string>>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const bot = await startChecks(dataDir, environment);
  try {
    for (let round = 0; round < WARM_UP; round++) await bot.round(HEALTHY, 0);
    const bare: number[] = [];
    const alone: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      bare.push(await bot.bareRound());
      alone.push(await bot.round(HEALTHY, 0));
    }
    const [bareS, aloneS] = [median(bare), median(alone)];
    print(
      `checks: bare loop ${rate(bareS)}/s, whole bot ${rate(aloneS)}/s: ratio ${(bareS / aloneS).toFixed(2)} (aim 0.80)`,
    );
    for (const [share, silent] of [
      ['25 %', HEALTHY / 3],
      ['50 %', HEALTHY],
    ] as const) {
      const first = await bot.round(HEALTHY, silent);
      await bot.settled();
      const rounds: number[] = [];
      const without: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        without.push(await bot.round(HEALTHY, 0));
        rounds.push(await bot.round(HEALTHY, silent));
        await bot.settled();
      }
      print(
        `  ${share} on silent servers: healthy ${rate(median(rounds))}/s of ${rate(median(without))}/s: ratio ${(median(without) / median(rounds)).toFixed(2)} (aim 0.90); at first contact ${(aloneS / first).toFixed(2)}`,
      );
    }
  } finally {
    await bot.stop();
    worker.postMessage('stop');
    await new Promise((resolve) => worker.once('exit', resolve));
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function startChecks(dataDir: string, environment: Record<string, string>) {
  const config = loadConfig({ ...environment, DATA_DIR: dataDir, PORT: '0' });
  const probes = createProbes(config, Date.now);
  const clock = systemClock;
  const store = await openLowdbStore({ dataDir, ...clock, newToken: randomUUID, log: silentLog });
  const [first] = config.apps;
  if (!first) throw new Error('the sandbox names no app');
  const provider = {} as App['provider'];
  const app: App = {
    name: 'default',
    target: first.target,
    hosting: closteFacts,
    www: 'never',
    intervalMs: 300_000,
    provider,
  };
  const deps = portsOf({
    store,
    provider,
    ...probes,
    now: Date.now,
    policy: POLICY,
    apps: new Map([['default', app]]),
  });
  const useCases = useCasesFrom(deps);
  const done = new Map<string, () => void>();
  const underWay = new Set<Promise<void>>();
  const checkScheduler = createCheckScheduler({
    store,
    advance: (id) => {
      const work = useCases.advance(id).finally(() => {
        underWay.delete(work);
        done.get(id)?.();
        done.delete(id);
      });
      underWay.add(work);
      return work;
    },
    wakeUp: new WakeUp(),
    onFailure: async (mapping, error) => print(`${mapping}: ${String(error)}`),
    ticker: everySecond,
    pulse: everyPulse,
    isIdle: createIdleness(),
    clock,
    random: Math.random,
    log: silentLog,
  });
  for (let at = 0; at < HEALTHY; at++) {
    await store.create(accepted(`h${at}`, `shop.healthy-${at}.com`));
    await store.create(accepted(`s${at}`, `shop.silent-${at}.com`));
  }
  checkScheduler.start();

  return {
    /** Seconds until all healthy ones are checked, beside so many that are due on silent servers. */
    async round(healthy: number, silent: number): Promise<number> {
      const startedAt = performance.now() + LEAD_MS;
      const dueAt = Date.now() + LEAD_MS;
      const ids = Array.from({ length: Math.max(healthy, silent) }, (_, at) => [
        ...(at < silent ? [`s${at}`] : []),
        ...(at < healthy ? [`h${at}`] : []),
      ]).flat();
      await Promise.all(ids.map((id, at) => makeDue(store, id, dueAt + at / ids.length)));
      if (Date.now() > dueAt) throw new Error('the disk is too slow for this bench');
      const waits = Array.from(
        { length: healthy },
        (_, at) => new Promise<void>((resolve) => done.set(`h${at}`, resolve)),
      );
      await Promise.race([Promise.all(waits), tooLong()]);
      return (performance.now() - startedAt) / 1_000;
    },
    async bareRound(): Promise<number> {
      const observe = createMappingProbe(deps);
      const [checks] = LANES;
      const inTurn = limit(checks?.limit ?? 1);
      const mappings = await Promise.all(Array.from({ length: HEALTHY }, (_, at) => loaded(store, `h${at}`)));
      const startedAt = performance.now();
      await Promise.all(mappings.map((mapping) => inTurn(() => observe(mapping, app))));
      return (performance.now() - startedAt) / 1_000;
    },
    async settled(): Promise<void> {
      while (underWay.size > 0) await Promise.race([Promise.all(underWay), tooLong()]);
    },
    async stop(): Promise<void> {
      await checkScheduler.stop();
      await store.close();
    },
  };
}

function accepted(id: string, hostname: string) {
  const stored = newStoredMapping(id, { hostname, app: 'default', stage: 'checking-dns' });
  const alias = { intent: 'add', state: 'accepted', since: Date.now(), attempts: 0 } as const;
  const nextCheckAt = Date.now() + 3_600_000;
  return { ...stored, mapping: { ...stored.mapping, alias, requestedAt: Date.now(), nextCheckAt } };
}

async function makeDue(store: Store, id: string, at: number): Promise<void> {
  const stored = await store.load(id);
  if (!stored) return;
  try {
    await store.save({ ...stored, mapping: { ...stored.mapping, nextCheckAt: Math.round(at) } });
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
    await makeDue(store, id, at);
  }
}

async function loaded(store: Store, id: string): Promise<Mapping> {
  const stored = await store.load(id);
  if (!stored) throw new Error(`${id} is gone`);
  return stored.mapping;
}

const tooLong = () =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`a round took more than ${LIMIT_S} s`)), LIMIT_S * 1_000).unref();
  });
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
const rate = (seconds: number): string => (HEALTHY / seconds).toFixed(0);
const print = (line: string): void => void process.stdout.write(`${line}\n`);
