import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  type CheckScheduler,
  type CheckSchedulerOptions,
  createCheckScheduler,
  LANES,
} from '../../src/scheduler/check-scheduler.js';
import { everySecond } from '../../src/scheduler/ticker.js';
import { Leases } from '../../src/store/lowdb/index/leases.js';
import type { Claim, ClaimFrom } from '../../src/store/store.js';
import { WakeUp } from '../../src/util/concurrency/wake-up.js';
import { recordingLog, silentLog } from '../store/temporary.js';

type WatchStore = CheckSchedulerOptions['store'];
const LEASE_MS = 120_000;
const NEXT_MS = 300_000;
const clock = { now: () => Date.now(), monotonic: () => performance.now() };
const never = () => new Promise<void>(() => undefined);

/** As much of a store as the watch uses. */
class DueWork implements WatchStore {
  #token = 0;
  readonly leases = new Leases(() => `t${++this.#token}`, clock);
  due(id: string, { inMs = 0, lane = 'checks', app = 'a' } = {}): void {
    const at = Date.now() + inMs;
    this.leases.set(id, { at, work: `check ${at}`, lane, app });
  }
  many(count: number, prefix: string, where: { lane?: string; app?: string } = {}): void {
    for (let at = 0; at < count; at++) this.due(`${prefix}${at}`, where);
  }
  claimChecks = async (now: number, limit: number, leaseMs: number, from?: ClaimFrom) =>
    this.leases.claim(now, limit, leaseMs, from);
  overdueChecks = async (now: number) => this.leases.overdue(now);
  release = async (claim: Claim, notBefore?: number) => this.leases.release(claim, notBefore);
}

let checkScheduler: CheckScheduler;
let store: DueWork;
let wakeUp: WakeUp;
function start(
  advance: (mapping: string) => Promise<void>,
  change: Partial<CheckSchedulerOptions> = {},
): void {
  checkScheduler = createCheckScheduler({
    store,
    advance,
    wakeUp,
    onFailure: async () => undefined,
    ticker: everySecond,
    clock,
    random: () => 0.5,
    log: silentLog,
    ...change,
  });
  checkScheduler.start();
}

/** Checks that take so long and are due again later. */
const taking = (ms: number, started: string[]) => async (mapping: string) => {
  started.push(mapping);
  await new Promise((resolve) => setTimeout(resolve, ms));
  store.due(mapping, { inMs: NEXT_MS });
};

beforeEach(() => {
  vi.useFakeTimers();
  store = new DueWork();
  wakeUp = new WakeUp();
});
afterEach(async () => {
  const stopped = checkScheduler.stop();
  await vi.advanceTimersByTimeAsync(0);
  void stopped;
  vi.useRealTimers();
});

it('fills a slot when a check ends and does not wait for the tick', async () => {
  const started: string[] = [];
  store.many(1_000, 'm');
  start(taking(50, started));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(started).toHaveLength(1_000);
});

it('has a bounded number in flight, however slow they are', async () => {
  let inFlight = 0;
  store.many(10_000, 'm');
  start(() => {
    inFlight++;
    return never();
  });
  await vi.advanceTimersByTimeAsync(60_000);
  const [checks] = LANES;
  expect(inFlight).toBe((checks?.limit ?? 0) + (checks?.slowLimit ?? 0));
});

it.each([
  ['a network that never answers', 'wordpress', 'a'],
  ['a hosting provider that never answers', 'hosting', 'a'],
  ['what could not be checked the last time', 'rechecks', 'a'],
  ['checks that wait for servers that say nothing', 'checks', 'a'],
])('%s holds up no healthy check', async (_, lane, app) => {
  store.many(900, 'stuck', { lane, app });
  await vi.advanceTimersByTimeAsync(1);
  store.due('healthy', { app: 'b' });
  const healthy: number[] = [];
  start(async (mapping) => {
    if (mapping !== 'healthy') return never();
    healthy.push(Date.now());
    store.due(mapping, { inMs: 10_000, app: 'b' });
  });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(healthy.length).toBeGreaterThanOrEqual(5);
});

it('one app whose provider never answers leaves the provider lane to the others', async () => {
  const added: string[] = [];
  store.many(1_000, 'dead', { lane: 'hosting', app: 'dead' });
  store.many(20, 'alive', { lane: 'hosting', app: 'alive' });
  start(async (mapping) => {
    if (mapping.startsWith('dead')) return never();
    added.push(mapping);
    store.leases.set(mapping, undefined);
  });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(added).toHaveLength(20);
});

it('a check that throws is tried again after short growing pauses, not after the lease', async () => {
  const triedAt: number[] = [];
  store.due('m');
  const first = Date.now();
  start(async () => {
    triedAt.push(Math.round((Date.now() - first) / 1_000));
    throw new Error('a bug');
  });
  await vi.advanceTimersByTimeAsync(LEASE_MS);
  const pauses = triedAt.slice(1).map((at, index) => at - (triedAt[index] ?? 0));
  expect(pauses.length).toBeGreaterThanOrEqual(5);
  expect(pauses[0]).toBeLessThanOrEqual(3);
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
  expect(Math.max(...pauses)).toBeLessThanOrEqual(61);
});

it('tells of a check that could not be made, and goes on with the others', async () => {
  const failed: string[] = [];
  const started: string[] = [];
  for (const id of ['m1', 'm2', 'm3']) store.due(id);
  start(
    async (mapping) => {
      if (mapping === 'm2') throw new Error('broken');
      await taking(1, started)(mapping);
    },
    {
      onFailure: async (mapping) => {
        failed.push(mapping);
        throw new Error('nobody listens');
      },
    },
  );
  await vi.advanceTimersByTimeAsync(1_500);
  expect(failed).toEqual(['m2']);
  expect(started.toSorted()).toEqual(['m1', 'm3']);
});

it('checks at once what somebody waits for, before all that is overdue, and nothing after it was stopped', async () => {
  const started: string[] = [];
  start(taking(100, started));
  store.many(10_000, 'm');
  store.due('asked', { inMs: NEXT_MS });
  await vi.advanceTimersByTimeAsync(1_000);
  wakeUp.notify('asked');
  await vi.advanceTimersByTimeAsync(200);
  expect(started).toContain('asked');
  await Promise.all([checkScheduler.stop(), vi.advanceTimersByTimeAsync(200)]);
  const count = started.length;
  wakeUp.notify('m9999');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(started).toHaveLength(count);
});

it('hears of what was asked for before it started', async () => {
  const started: string[] = [];
  store.due('asked', { inMs: NEXT_MS });
  wakeUp.notify('asked');
  start(taking(1, started));
  await vi.advanceTimersByTimeAsync(0);
  expect(started).toEqual(['asked']);
});

it('goes on when nothing can be claimed for a while', async () => {
  const started: string[] = [];
  store.due('m');
  let isAway = true;
  const { claimChecks } = store;
  store.claimChecks = async (...args) => {
    if (isAway) throw new Error('away');
    return claimChecks(...args);
  };
  start(taking(1, started));
  await vi.advanceTimersByTimeAsync(5_000);
  isAway = false;
  await vi.advanceTimersByTimeAsync(1_500);
  expect(started).toEqual(['m']);
});

it('knows how late it is, in all and by lane, and says so', async () => {
  const { log, lines } = recordingLog();
  store.many(1_200, 'm');
  store.many(8, 'h', { lane: 'hosting' });
  start(never, { log, oldestEventAt: async () => Date.now() - 30_000 });
  await vi.advanceTimersByTimeAsync(90_000);
  const found = await checkScheduler.lateness();
  expect(found.eventMs).toBe(30_000);
  expect(found.checkMs).toBeGreaterThan(88_000);
  expect(found.lanes).toContainEqual(
    expect.objectContaining({ name: 'checks', inFlight: 1_064, queued: 136 }),
  );
  expect(found.lanes).toContainEqual(expect.objectContaining({ name: 'hosting', inFlight: 4, queued: 4 }));
  expect(lines.filter(({ message }) => message === 'the bot is late')).toHaveLength(1);
});

it('gives up a check that never ends, so that its slot is free again', async () => {
  const { log, lines } = recordingLog();
  const started: string[] = [];
  store.due('m');
  start(
    (mapping) => {
      started.push(mapping);
      return never();
    },
    { log },
  );
  await vi.advanceTimersByTimeAsync(LEASE_MS + 2_000);
  expect(started).toEqual(['m', 'm']);
  expect(lines.map(({ message }) => message)).toContain('stalled checks were abandoned');
});

it('tells when it last ticked, also after the clock was set back', async () => {
  start(async () => undefined);
  expect(checkScheduler.lastTickAt()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(Date.now() - (checkScheduler.lastTickAt() ?? 0)).toBeLessThanOrEqual(1_000);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(Math.abs(Date.now() - (checkScheduler.lastTickAt() ?? 0))).toBeLessThanOrEqual(1_000);
});
