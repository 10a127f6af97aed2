import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createLogPoller } from '../../../src/multisite/logs/log-poller.js';
import { silentLog } from '../../store/temporary.js';

const logging = (name: string) => ({ name, multisite: { logs: { folder: `/logs/${name}` } } });

function bench(read: (app: string) => Promise<void>) {
  let now = 0;
  let tick = () => {};
  let sweeps = 0;
  const reads: string[] = [];
  const poller = createLogPoller({
    apps: new Map(['a', 'b'].map((name) => [name, logging(name)])),
    readerOf: (app) => ({
      read: async () => {
        reads.push(app);
        await read(app);
      },
    }),
    handle: async () => undefined,
    sweep: async () => void sweeps++,
    ticker: (work) => {
      tick = work;
      return { cancel: () => undefined };
    },
    monotonic: () => now,
    random: () => 0.5,
    log: silentLog,
  });
  poller.start();
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      tick();
      for (let at = 0; at < 5; at++) await turn();
      now += 1_000;
    }
  };
  const readsOf = (app: string) => reads.filter((each) => each === app).length;
  return { pass, readsOf, sweeps: () => sweeps };
}

it('a log folder that hangs holds up neither the others nor the counted errors', async () => {
  const { pass, readsOf, sweeps } = bench((app) =>
    app === 'a' ? new Promise(() => undefined) : Promise.resolve(),
  );
  await pass(60);
  expect([readsOf('a'), readsOf('b'), sweeps()]).toEqual([1, 12, 12]);
});

it('a log folder that can’t be read is tried again after growing pauses', async () => {
  const { pass, readsOf } = bench((app) =>
    app === 'a' ? Promise.reject(new Error('EACCES')) : Promise.resolve(),
  );
  await pass(600);
  expect(readsOf('a')).toBeLessThan(10);
  expect(readsOf('b')).toBe(120);
});
