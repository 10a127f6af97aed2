import { describe, expect, it } from 'vitest';
import { createCache, ExpiringMap } from '../../src/util/cache.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a cache', () => {
  function bench() {
    const time = { now: 0 };
    const loads: string[] = [];
    const failures: unknown[] = [];
    const behaviour = { isBroken: false };
    const cache = createCache({
      load: async (key) => {
        loads.push(key);
        if (behaviour.isBroken) throw new Error('away');
        return `${key} at ${time.now}`;
      },
      now: () => time.now,
      freshMs: 10,
      staleMs: 100,
      max: 2,
      onFailure: (error) => void failures.push(error),
    });
    return { time, loads, failures, behaviour, cache };
  }

  it('loads once for all who ask, and again in the background when it is no longer fresh', async () => {
    const { time, loads, cache } = bench();
    expect(await Promise.all([cache.get('a'), cache.get('a')])).toEqual(['a at 0', 'a at 0']);
    time.now = 50;
    expect(await cache.get('a')).toBe('a at 0');
    await turn();
    expect(await cache.get('a')).toBe('a at 50');
    time.now = 500;
    expect(await cache.get('a')).toBe('a at 500');
    expect(loads).toHaveLength(3);
  });

  it('uses what is known while the load fails, and forgets the least recently used', async () => {
    const { time, failures, behaviour, cache } = bench();
    for (const key of ['a', 'b', 'c']) await cache.get(key);
    behaviour.isBroken = true;
    time.now = 500;
    expect(await cache.get('c')).toBe('c at 0');
    expect(failures).toHaveLength(1);
    await expect(cache.get('a')).rejects.toThrow('away');
  });
});

describe('values that expire', () => {
  it('last as long as each is said to, and the oldest go first', () => {
    const time = { now: 0 };
    const values = new ExpiringMap<string>({ max: 2, now: () => time.now });
    values.set('none', 'x', 0);
    expect(values.get('none')).toBeUndefined();
    values.set('a', 'x', 10);
    time.now = 9;
    expect(values.get('a')).toBe('x');
    time.now = 10;
    expect(values.get('a')).toBeUndefined();
    for (const key of ['b', 'c', 'd']) values.set(key, key, 10);
    expect(['b', 'c', 'd'].map((key) => values.get(key))).toEqual([undefined, 'c', 'd']);
  });
});
