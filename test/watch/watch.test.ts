import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Claim } from '../../src/store/store.js';
import { everySecond } from '../../src/ticker.js';
import { createWatch, type Watch, type WatchOptions } from '../../src/watch/watch.js';
import { silentLog } from '../store/temporary.js';

type WatchStore = WatchOptions['store'];
const INTERVAL_MS = 300_000;

/** As much of a store as the watch uses: a number of overdue mappings. */
class OverdueStore implements WatchStore {
  readonly released: string[] = [];
  left: number;
  constructor(readonly size: number) {
    this.left = size;
  }
  watched = async () => this.size;
  claimChecks = async (now: number, limit: number) =>
    Array.from({ length: Math.min(limit, this.left) }, () => this.#claim(now));
  claimCheck = async (id: string, now: number) => ({ ...this.#claim(now), mapping: id });
  readonly setBackBy: number[] = [];
  setBack = async (byMs: number) => void this.setBackBy.push(byMs);
  release = async ({ mapping }: Claim) => void this.released.push(mapping);
  #claim(now: number): Claim {
    return { mapping: `m${this.left--}`, token: 't', until: now + 1, repeated: false };
  }
}

let watch: Watch;
function start(
  store: OverdueStore,
  advance: (mapping: string) => Promise<void>,
  onFailure: WatchOptions['onFailure'] = async () => undefined,
): void {
  watch = createWatch({
    store,
    advance,
    intervalMs: () => INTERVAL_MS,
    onFailure,
    ticker: everySecond,
    now: Date.now,
    log: silentLog,
  });
  watch.start();
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await watch.stop();
  vi.useRealTimers();
});

it('catches up with thousands at twice the steady pace, not in one burst', async () => {
  const store = new OverdueStore(1_500);
  const startedAt: number[] = [];
  start(store, async () => void startedAt.push(Date.now()));
  await vi.advanceTimersByTimeAsync(30_000);
  for (const second of new Set(startedAt))
    expect(startedAt.filter((at) => at === second).length).toBeLessThanOrEqual(10);
  expect(startedAt.length).toBeGreaterThanOrEqual(290);
  expect(startedAt.length).toBeLessThanOrEqual(310);
});

it('has a bounded number in flight, however slow they are', async () => {
  const store = new OverdueStore(1_000_000);
  let inFlight = 0;
  start(store, () => {
    inFlight++;
    return new Promise(() => undefined);
  });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(inFlight).toBe(16);
  watch.stop = async () => undefined;
});

it('keeps the claim of a check that throws: the lease is the pause before it is tried again', async () => {
  const store = new OverdueStore(2);
  start(store, async (mapping) => {
    if (mapping === 'm2') throw new Error('a bug');
  });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(store.released).toEqual(['m1']);
});

it('checks at once what somebody rings for, and nothing after it was stopped', async () => {
  const store = new OverdueStore(0);
  const advanced: string[] = [];
  start(store, async (mapping) => void advanced.push(mapping));
  watch.ring('m9');
  await vi.advanceTimersByTimeAsync(0);
  expect(advanced).toEqual(['m9']);
  await watch.stop();
  watch.ring('m9');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(advanced).toEqual(['m9']);
});

it('tells when it last ticked', async () => {
  start(new OverdueStore(0), async () => undefined);
  expect(watch.lastTickAt()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(Date.now() - (watch.lastTickAt() ?? 0)).toBeLessThanOrEqual(1_000);
});

it('keeps its pace when the clock is set back, and makes no storm when it is set forward', async () => {
  const store = new OverdueStore(0);
  start(store, async () => undefined);
  await vi.advanceTimersByTimeAsync(2_000);
  vi.setSystemTime(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(store.setBackBy).toHaveLength(1);
  expect(store.setBackBy[0]).toBeGreaterThan(3_590_000);
  vi.setSystemTime(Date.now() + 24 * 3_600_000);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(store.setBackBy).toHaveLength(1);
});

it('tells of a check that could not be made, and goes on with the others', async () => {
  const store = new OverdueStore(3);
  const failed: string[] = [];
  start(
    store,
    async (mapping) => {
      if (mapping === 'm2') throw new Error('broken');
    },
    async (mapping) => void failed.push(mapping),
  );
  await vi.advanceTimersByTimeAsync(3_000);
  expect(failed).toEqual(['m2']);
  expect(store.released.toSorted()).toEqual(['m1', 'm3']);
});
