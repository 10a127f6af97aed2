import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mapping } from '../../../src/core/mapping.js';
import { closteFacts } from '../../../src/hosting/closte/facts.js';
import type { HostingProvider } from '../../../src/hosting/provider.js';
import { rateLimited } from '../../../src/hosting/rate-limited.js';
import { createCheckScheduler } from '../../../src/scheduler/check-scheduler.js';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import type { Store } from '../../../src/store/store.js';
import type { App } from '../../../src/use-cases/ports.js';
import type { Ticker } from '../../../src/util/clock.js';
import type { LaneOptions } from '../../../src/util/lane.js';
import { WakeUp } from '../../../src/util/wake-up.js';
import { silentLog } from '../../store/temporary.js';
import { newStoredMapping } from '../../store/typical-mapping.js';
import {
  blindDns,
  dnsSeen,
  POLICY,
  right,
  START,
  served,
  sslSeen,
  TARGET,
} from '../../support/observations.js';
import { useCasesOf } from '../../support/use-cases.js';
import { VirtualTime } from '../../support/virtual-time.js';
import { flakyCloste } from '../support/outside.js';

export const HEALTHY = 100;
const MINUTES = 10;
export const INTERVAL_MS = 60_000;
const LOST_MS = 600_000;

/** What is out of order, and how the bot would be if it were built wrongly. */
export interface BadDependency {
  readonly name: string;
  /** Mappings beside the healthy ones. */
  readonly count: number;
  readonly change?: (at: number) => Partial<Mapping>;
  /** How long a check of them takes (ms), at the end of which nothing was seen. */
  readonly probeMs?: number;
  readonly closte?: (provider: HostingProvider, time: VirtualTime) => HostingProvider;
  readonly rest?: (time: VirtualTime) => NonNullable<App['multisite']>['rest'];
  readonly perMinute?: number;
  readonly store?: (store: Store) => Store;
}

export interface Sabotage {
  readonly lanes?: readonly LaneOptions[];
  readonly closte?: (provider: HostingProvider, time: VirtualTime) => HostingProvider;
  readonly store?: (store: Store) => Store;
}

export interface Result {
  /** By how much the latest check of a healthy mapping came after its interval, seconds. */
  readonly lateS: number;
  readonly checks: number;
  readonly calls: number;
  /** Additions at the hosting provider that were accepted. */
  readonly accepted: number;
}

/** Ten virtual minutes of healthy mappings beside what does not work. */
export async function runLiveness(bad: BadDependency, sabotage: Sabotage = {}): Promise<Result> {
  const time = new VirtualTime(START);
  const now = () => time.now;
  const dataDir = await mkdtemp(join(tmpdir(), 'liveness-'));
  const disk = await openLowdbStore({ dataDir, now, newToken: randomUUID, log: silentLog });
  const wrap = sabotage.store ?? bad.store ?? ((store: Store) => store);
  const store = time.holding(wrap(disk));
  const checkedAt = new Map<string, number[]>();
  let calls = 0;
  let accepted = 0;

  const plain = flakyCloste(() => 'well');
  const counted: HostingProvider = {
    ...plain,
    addAlias: async (hostname) => {
      const answer = await plain.addAlias(hostname);
      accepted++;
      return answer;
    },
  };
  const rateLimit = rateLimited(bad.closte?.(counted, time) ?? counted, {
    perMinute: bad.perMinute ?? 60,
    steady: now,
  });
  const provider = sabotage.closte?.(rateLimit, time) ?? rateLimit;
  const app = (name: string): App => ({
    name,
    target: TARGET,
    hosting: closteFacts,
    www: 'never',
    intervalMs: INTERVAL_MS,
    provider: name === 'bad' ? provider : plain,
    multisite: bad.rest && name === 'bad' ? { rest: bad.rest(time) } : undefined,
  });
  const useCases = useCasesOf({
    store,
    provider: plain,
    apps: new Map(['healthy', 'bad'].map((name) => [name, app(name)])),
    dns: {
      authoritative: async (name) => {
        calls++;
        if (!name.startsWith('healthy')) {
          await time.sleep(bad.probeMs ?? 10);
          return blindDns(time.now);
        }
        checkedAt.set(name, [...(checkedAt.get(name) ?? []), time.now]);
        await time.sleep(50);
        return dnsSeen(time.now, [right()]);
      },
      resolvers: async () => [],
      addresses: async () => [],
    },
    tls: { handshake: async () => sslSeen(time.now, served) },
    http: {
      probe: async (queried) => ({ queried, challenge: [], site: [] }),
      front: async () => undefined,
    },
    policy: { ...POLICY, intervalMs: INTERVAL_MS },
    now,
  });
  const tickers = new Set<() => void>();
  const ticker: Ticker = (work) => {
    tickers.add(work);
    return { cancel: () => void tickers.delete(work) };
  };
  const checkScheduler = createCheckScheduler({
    store,
    advance: useCases.advance,
    wakeUp: new WakeUp(),
    onFailure: async () => undefined,
    ticker,
    clock: { now, monotonic: now },
    random: () => 0.5,
    ...(sabotage.lanes ? { lanes: sabotage.lanes } : {}),
    log: silentLog,
  });

  try {
    for (let at = 0; at < bad.count; at++)
      await disk.create(due(`bad${at}`, { app: 'bad', ...(bad.change?.(at) ?? {}) }));
    for (let at = 0; at < HEALTHY; at++)
      await disk.create(due(`healthy${at}`, { app: 'healthy', ...ACCEPTED, nextCheckAt: START + at }));
    checkScheduler.start();
    for (let second = 0; second < MINUTES * 60; second++) {
      for (const tick of tickers) tick();
      await time.pass(1_000);
    }
    return { lateS: latest(checkedAt, time.now), checks: countOf(checkedAt), calls, accepted };
  } finally {
    await Promise.race([checkScheduler.stop(), time.pass(LOST_MS)]);
    await disk.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

export const ACCEPTED: Partial<Mapping> = {
  stage: 'checking-dns',
  alias: { intent: 'add', state: 'accepted', since: START, attempts: 0 },
};

function due(id: string, changes: Partial<Mapping>) {
  const stored = newStoredMapping(id, { requestedAt: START, nextCheckAt: START, ...changes });
  return { ...stored, outbox: [] };
}

/** Nothing but DNS is right before the caches agree: each is due again once in an interval, ±10 %. */
function latest(checkedAt: ReadonlyMap<string, readonly number[]>, end: number): number {
  if (checkedAt.size < HEALTHY) return MINUTES * 60;
  const gaps = [...checkedAt.values()].flatMap((times) =>
    [...times, end].map((at, index) => at - (times[index - 1] ?? START)),
  );
  return Math.max(0, Math.max(...gaps) - INTERVAL_MS * 1.1) / 1_000;
}

const countOf = (checkedAt: ReadonlyMap<string, readonly number[]>): number =>
  [...checkedAt.values()].reduce((sum, times) => sum + times.length, 0);
