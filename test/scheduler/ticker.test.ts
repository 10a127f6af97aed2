import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atOnceAnd, everySecond } from '../../src/scheduler/ticker.js';

let ticks = 0;
let ticking: ReturnType<typeof everySecond>;
beforeEach(() => {
  vi.useFakeTimers();
  ticks = 0;
  ticking = everySecond(() => void ticks++);
});
afterEach(() => {
  ticking.cancel();
  vi.useRealTimers();
});

const HOUR_MS = 3_600_000;

it('ticks every second until it is cancelled', async () => {
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ticks).toBe(10);
  ticking.cancel();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ticks).toBe(10);
});

it.each([
  ['back by an hour', -HOUR_MS],
  ['back by a year', -8_760 * HOUR_MS],
  ['forward by a day', 24 * HOUR_MS],
])('goes on when the clock is set %s, without a burst', async (_, jumpMs) => {
  await vi.advanceTimersByTimeAsync(2_000);
  vi.setSystemTime(Date.now() + jumpMs);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(ticks).toBeGreaterThanOrEqual(14);
  expect(ticks).toBeLessThanOrEqual(24);
});

it('what runs every night also runs at the start', () => {
  let count = 0;
  atOnceAnd(() => ({ cancel() {} }))(() => void count++);
  expect(count).toBe(1);
});
