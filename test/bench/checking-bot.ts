import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createProbes } from '../../src/app/steps/create-probes.js';
import { loadConfig } from '../../src/config/config.js';
import type { Mapping } from '../../src/core/mapping.js';
import { closte } from '../../src/hosting/closte/closte.js';
import { createCheckScheduler, LANES } from '../../src/scheduler/check-scheduler.js';
import { everyPulse, everySecond } from '../../src/scheduler/ticker.js';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.js';
import { StaleVersion, type Store, type StoredMapping } from '../../src/store/store.js';
import type { App } from '../../src/use-cases/ports.js';
import { createJudge } from '../../src/use-cases/shared/conditions.js';
import { NetworkPauses } from '../../src/use-cases/shared/network-pauses.js';
import { createMappingProbe } from '../../src/use-cases/shared/probe-mapping.js';
import { advance } from '../../src/use-cases/worker/advance.js';
import { AliasLists } from '../../src/use-cases/worker/alias-lists.js';
import { systemClock } from '../../src/util/clock.js';
import { createIdleness } from '../../src/util/concurrency/event-loop.js';
import { limit } from '../../src/util/concurrency/queue.js';
import { WakeUp } from '../../src/util/concurrency/wake-up.js';
import { silentLog } from '../store/temporary.js';
import { newStoredMapping } from '../store/typical-mapping.js';
import { POLICY } from '../support/observations.js';
import { portsOf } from '../support/use-cases.js';

/** The bot's checks in this process, beside a world in a thread of its own. */
export interface CheckingBot {
  readonly store: Store;
  /** The app of the world's mappings. */
  readonly app: App;
  /** Calls before each step of a mapping. */
  onAdvance: (id: string) => Promise<void> | void;
  /** Resolves after the mapping's next step. */
  next(id: string): Promise<void>;
  /** When the first step since the last call began (monotonic, ms). */
  firstStep(): number;
  /** Runs the probes alone, as many at a time as the bot does. */
  probe(ids: readonly string[]): Promise<void>;
  /** Resolves when no check is under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** With more apps beside the world's own. */
export async function startCheckingBot(
  more: (template: App) => readonly App[] = () => [],
): Promise<CheckingBot> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-checks-'));
  const worker = new Worker(new URL('./probed-world.js', import.meta.url));
  const environment = await new Promise<Record<string, string>>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const config = loadConfig({ ...environment, DATA_DIR: dataDir, PORT: '0' });
  const probes = createProbes(config, Date.now);
  const [first] = config.apps;
  if (!first) throw new Error('the sandbox names no app');
  const provider = {} as App['provider'];
  const app: App = {
    name: 'default',
    target: first.target,
    hosting: closte,
    www: 'never',
    intervalMs: 300_000,
    provider,
  };
  const apps = new Map([app, ...more(app)].map((each) => [each.name, each]));
  const judge = createJudge({ policy: POLICY, now: Date.now }, () => apps);
  const store = await openLowdbStore({
    dataDir,
    ...systemClock,
    newToken: randomUUID,
    log: silentLog,
    judge,
  });
  const found = new Map<string, number>();
  const deps = portsOf({ store, provider, ...probes, now: Date.now, policy: POLICY, apps });
  const advancing = {
    ...deps,
    found: (code: string) => void found.set(code, (found.get(code) ?? 0) + 1),
    networkPauses: new NetworkPauses(systemClock.monotonic, Math.random),
    aliasLists: new AliasLists(systemClock.monotonic),
  };
  const probeMapping = createMappingProbe(deps);
  const done = new Map<string, () => void>();
  const underWay = new Set<Promise<void>>();
  let startedAt: number | undefined;
  const bot: CheckingBot = {
    store,
    app,
    onAdvance: () => undefined,
    firstStep: () => {
      const at = startedAt ?? performance.now();
      startedAt = undefined;
      return at;
    },
    next: (id) => new Promise((resolve) => done.set(id, resolve)),
    async probe(ids) {
      const [checks] = LANES;
      const inTurn = limit(checks?.limit ?? 1);
      const mappings = await Promise.all(ids.map((id) => loaded(store, id)));
      await Promise.all(mappings.map((mapping) => inTurn(() => probeMapping(mapping, app))));
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async stop() {
      await checkScheduler.stop();
      await store.close();
      worker.postMessage('stop');
      await new Promise((resolve) => worker.once('exit', resolve));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  const step = async (id: string) => {
    await bot.onAdvance(id);
    startedAt ??= performance.now();
    const work = advance(advancing, probeMapping, id).finally(() => {
      underWay.delete(work);
      done.get(id)?.();
      done.delete(id);
    });
    underWay.add(work);
    return work;
  };
  const checkScheduler = createCheckScheduler({
    store,
    advance: step,
    wakeUp: new WakeUp(),
    onFailure: async (mapping, error) => void process.stderr.write(`${mapping}: ${String(error)}\n`),
    ticker: everySecond,
    pulse: everyPulse,
    isIdle: createIdleness(),
    clock: systemClock,
    random: Math.random,
    log: silentLog,
  });
  checkScheduler.start();
  return bot;
}

/** Its alias is accepted; not due before somebody says so. */
export function accepted(
  id: string,
  hostname: string,
  changes: Partial<Mapping> = {},
): Omit<StoredMapping, 'version'> {
  const now = Date.now();
  return newStoredMapping(id, {
    hostname,
    app: 'default',
    stage: 'checking-dns',
    alias: { intent: 'add', state: 'accepted', since: now, attempts: 0 },
    requestedAt: now,
    nextCheckAt: now + 3_600_000,
    ...changes,
  });
}

export async function makeDue(store: Store, id: string, at: number): Promise<void> {
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

/** As after Slack has accepted everything: nothing is left to tell. */
export async function makeReported(store: Store, id: string): Promise<void> {
  const stored = await store.load(id);
  if (!stored) return;
  const { revision: shownRevision } = stored.mapping;
  await store.save({
    ...stored,
    outbox: [],
    card: { ...stored.card, ts: '1763640000.000100', shownRevision },
  });
}
