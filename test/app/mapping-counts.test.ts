import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { createCountReader } from '../../src/app/mapping-counts.js';

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

const counted = (count: number) => [{ stage: 'done', condition: 'good', count }];

it('counts once a minute, however often it is read', async () => {
  let now = 0;
  const count = vi.fn(async () => counted(count.mock.calls.length));
  const read = createCountReader(count, () => now);
  expect(await read()).toEqual(counted(1));
  now = 59_999;
  expect(await read()).toEqual(counted(1));
  now = 60_000;
  expect(await read()).toEqual(counted(2));
});

it('gives the counts from before while counting takes minutes, and counts once at a time', async () => {
  let now = 0;
  let finish = () => {};
  const count = vi.fn(
    () =>
      new Promise<ReturnType<typeof counted>>((resolve) => {
        finish = () => resolve(counted(7));
      }),
  );
  const read = createCountReader(count, () => now);
  for (now = 0; now < 300_000; now += 60_000) {
    const early = read();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await early).toEqual([]);
  }
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(await read()).toEqual(counted(7));
  expect(count).toHaveBeenCalledTimes(1);
});

it('counts again after it failed', async () => {
  const count = vi.fn().mockRejectedValueOnce(new Error('not now')).mockResolvedValue(counted(3));
  const read = createCountReader(count, () => 0);
  await expect(read()).rejects.toThrow('not now');
  expect(await read()).toEqual(counted(3));
});
