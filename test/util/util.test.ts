import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCache, ExpiringMap } from '../../src/util/cache.js';
import { backoffMs, Waits, withTimeout } from '../../src/util/clock.js';
import { Lane } from '../../src/util/concurrency/lane.js';
import { KeyedLimit, KeyedMutex, limit, patientLimit } from '../../src/util/concurrency/queue.js';
import { TokenBucket } from '../../src/util/concurrency/token-bucket.js';
import { WakeUp } from '../../src/util/concurrency/wake-up.js';
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

describe('queues', () => {
  it('run so many at a time, in order, and go on after a failure', async () => {
    const run = limit(2);
    const started: number[] = [];
    const ends: (() => void)[] = [];
    const all = [0, 1, 2, 3].map((at) =>
      run(async () => {
        started.push(at);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (at === 0) throw new Error('broken');
      }).catch(() => undefined),
    );
    await turn();
    expect(started).toEqual([0, 1]);
    while (started.length < 4 || ends.length > 0) {
      ends.shift()?.();
      await turn();
    }
    await Promise.all(all);
    expect(started).toEqual([0, 1, 2, 3]);
  });

  describe('that wait for somebody', () => {
    const SIZES = { size: 2, slowAfterMs: 100, slowSize: 3 };
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());
    const never = () => new Promise<void>(() => undefined);

    it('leave their slot after a while, but not more of them than may', async () => {
      const run = patientLimit(SIZES);
      let started = 0;
      const counted = () => {
        started++;
        return never();
      };
      for (let at = 0; at < 10; at++) void run(counted);
      await vi.advanceTimersByTimeAsync(90);
      expect(started).toBe(2);
      await vi.advanceTimersByTimeAsync(70);
      expect(started).toBe(4);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(started).toBe(5);
    });

    it('keep it while they may not leave', async () => {
      let mayMakeRoom = false;
      const run = patientLimit({ ...SIZES, mayMakeRoom: () => mayMakeRoom });
      let started = 0;
      const counted = () => {
        started++;
        return never();
      };
      for (let at = 0; at < 4; at++) void run(counted);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(started).toBe(2);
      mayMakeRoom = true;
      await vi.advanceTimersByTimeAsync(100);
      expect(started).toBe(4);
    });

    it('let the others through in order, and set no timer while nobody queues', async () => {
      const run = patientLimit(SIZES);
      const order: number[] = [];
      void run(never);
      void run(never);
      const others = [1, 2, 3].map((at) => run(async () => void order.push(at)));
      await vi.advanceTimersByTimeAsync(200);
      await Promise.all(others);
      expect(order).toEqual([1, 2, 3]);
      expect(vi.getTimerCount()).toBe(0);
    });
  });

  it('a key that waits holds up no other', async () => {
    const limits = new KeyedLimit((_, onIdle) =>
      patientLimit({ size: 1, slowAfterMs: 60_000, slowSize: 0, onIdle }),
    );
    const started: string[] = [];
    const never = () => new Promise<void>(() => undefined);
    const begin = (key: string, work: () => Promise<void>) =>
      void limits.run(key, () => {
        started.push(key);
        return work();
      });
    begin('dead', never);
    begin('dead', never);
    begin('alive', turn);
    await turn();
    expect(started).toEqual(['dead', 'alive']);
  });

  it('a key without tasks is forgotten', async () => {
    let made = 0;
    const limits = new KeyedLimit((_, onIdle) => {
      made++;
      return patientLimit({ size: 1, slowAfterMs: 60_000, slowSize: 0, onIdle });
    });
    await Promise.all([limits.run('a', turn), limits.run('a', turn)]);
    expect(made).toBe(1);
    await limits.run('a', turn);
    expect(made).toBe(2);
  });

  it('work on one key runs one after another, also after a failure', async () => {
    const mutex = new KeyedMutex();
    const order: string[] = [];
    const first = mutex.run('a', async () => {
      await turn();
      order.push('first');
      throw new Error('broken');
    });
    const second = mutex.run('a', async () => void order.push('second'));
    await expect(first).rejects.toThrow('broken');
    await second;
    await mutex.settled();
    expect(order).toEqual(['first', 'second']);
  });
});

describe('a wake-up', () => {
  it('keeps what comes before somebody listens, each once', () => {
    const wakeUp = new WakeUp();
    const heard: string[] = [];
    for (const item of ['a', 'b', 'a']) wakeUp.notify(item);
    const stop = wakeUp.listen((item) => void heard.push(item));
    wakeUp.notify('c');
    stop();
    expect(heard).toEqual(['a', 'b', 'c']);
  });

  it('never throws at whoever has work', () => {
    const wakeUp = new WakeUp();
    wakeUp.listen(() => {
      throw new Error('broken');
    });
    expect(() => wakeUp.notify('a')).not.toThrow();
  });
});

describe('a lane', () => {
  const options = { name: 'checks', limit: 2, slowAfterMs: 200, slowLimit: 1, perApp: 2, lostAfterMs: 1_000 };

  it('gives the slot of what waits to others, within a limit', () => {
    const lane = new Lane(options);
    lane.start('a', 0);
    lane.start('b', 0);
    expect(lane.free).toBe(0);
    lane.moveSlow(199, true);
    expect(lane.free).toBe(0);
    lane.moveSlow(200, true);
    expect(lane.free).toBe(1);
    expect(lane.snapshot(250)).toEqual({ name: 'checks', inFlight: 2, slow: 1, longestRunMs: 250 });
    lane.end('a');
    lane.moveSlow(250, true);
    expect(lane.free).toBe(2);
  });

  it('takes longer to call work slow while the processor is busy', () => {
    const lane = new Lane(options);
    lane.start('a', 0);
    lane.moveSlow(999, false);
    expect(lane.free).toBe(1);
    lane.moveSlow(1_000, false);
    expect(lane.free).toBe(2);
  });

  it('gives up what never ends', () => {
    const lane = new Lane(options);
    lane.start('a', 0);
    expect(lane.giveUpLost(999)).toBe(0);
    expect(lane.giveUpLost(1_000)).toBe(1);
    expect(lane.free).toBe(2);
  });
});

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

describe('a token bucket', () => {
  it('lets a burst go, then one for each gap, and takes nothing while it is empty', () => {
    const bucket = new TokenBucket({ burst: 2, gapMs: 100 });
    expect([bucket.take(0), bucket.take(0), bucket.take(0), bucket.take(50)]).toEqual([0, 0, 100, 50]);
    expect([bucket.take(100), bucket.take(100)]).toEqual([0, 100]);
    expect([bucket.take(1_000), bucket.take(1_000), bucket.take(1_000)]).toEqual([0, 0, 100]);
  });

  it('gives out tokens that come later, one after another', () => {
    const bucket = new TokenBucket({ burst: 1, gapMs: 100 });
    expect([bucket.reserve(1_000), bucket.reserve(1_000), bucket.reserve(1_000)]).toEqual([
      1_000, 1_100, 1_200,
    ]);
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
