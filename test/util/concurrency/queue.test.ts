import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeyedLimit, KeyedMutex, limit, patientLimit } from '../../../src/util/concurrency/queue.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

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
