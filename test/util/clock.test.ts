import { describe, expect, it, vi } from 'vitest';
import { backoffMs, Waits, withTimeout } from '../../src/util/clock.js';
import { stillKept } from '../support/garbage.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('backoff', () => {
  it.each([
    [1, 2_000],
    [2, 4_000],
    [5, 32_000],
    [6, 60_000],
    [1_000, 60_000],
    [0, 2_000],
  ])('after %i failures in a row', (failures, pauseMs) => {
    const backoff = { firstMs: 2_000, maxMs: 60_000 };
    expect(backoffMs(failures, backoff, 0.5)).toBe(pauseMs);
    expect(backoffMs(failures, backoff, 0)).toBe(Math.round(pauseMs * 0.9));
    expect(backoffMs(failures, backoff, 0.999)).toBeLessThanOrEqual(pauseMs * 1.1);
  });
});

describe('waits', () => {
  it('leave nothing behind when they are over', async () => {
    const waits = new Waits(() => turn());
    const past = await Promise.all(Array.from({ length: 10 }, () => waitedFor(waits)));
    expect(await stillKept(past)).toEqual([]);
    waits.endAll();
  });

  async function waitedFor(waits: Waits): Promise<WeakRef<Promise<void>>> {
    const wait = waits.wait(1_000);
    const kept = new WeakRef(wait);
    await wait;
    return kept;
  }

  it('end at once, and so do later ones', async () => {
    const waits = new Waits(() => new Promise(() => undefined));
    const under = Promise.all([waits.wait(1_000), waits.wait(2_000)]);
    waits.endAll();
    await under;
    await waits.wait(3_000);
  });

  it('a timeout leaves no timer behind, whatever the task does', async () => {
    vi.useFakeTimers();
    await withTimeout(Promise.resolve(), 1_000);
    await expect(withTimeout(Promise.reject(new Error('broken')), 1_000)).rejects.toThrow('broken');
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});
