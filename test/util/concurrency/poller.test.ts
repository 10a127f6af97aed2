import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Ticker } from '../../../src/util/clock.js';
import { createInterval, createPoller, RepeatedFailures } from '../../../src/util/concurrency/poller.js';

function bench() {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const errors: string[] = [];
  let tick: (() => void) | undefined;
  const ticker: Ticker = (work) => {
    tick = work;
    return {
      cancel: () => {
        tick = undefined;
      },
    };
  };
  const poller = createPoller({
    ticker,
    due: () => ['a', 'b'],
    run: (name) =>
      new Promise((resolve, reject) => {
        begun.push(name);
        ends.set(name, (error) => (error ? reject(error) : resolve()));
      }),
    onError: (error, name) => void errors.push(`${name}: ${error}`),
  });
  return { poller, begun, ends, errors, tick: () => tick?.() };
}

it('one that hangs holds up no other, and is not begun twice', async () => {
  const { poller, begun, ends, tick } = bench();
  poller.start();
  tick();
  ends.get('b')?.();
  await turn();
  tick();
  expect(begun).toEqual(['a', 'b', 'b']);
});

it('goes on after a failure', async () => {
  const { poller, begun, ends, errors, tick } = bench();
  poller.start();
  tick();
  ends.get('a')?.(new Error('broken'));
  await turn();
  tick();
  expect([begun, errors]).toEqual([['a', 'b', 'a'], ['a: Error: broken']]);
});

it('a stop begins nothing new and waits for what is under way', async () => {
  const { poller, begun, ends, tick } = bench();
  poller.start();
  tick();
  let isStopped = false;
  const stopping = poller.stop().then(() => {
    isStopped = true;
  });
  tick();
  await turn();
  expect([begun, isStopped]).toEqual([['a', 'b'], false]);
  for (const end of ends.values()) end();
  await stopping;
});

it('an interval has passed the first time, and again after so long', () => {
  let now = 0;
  const hasPassed = createInterval(() => now);
  expect([hasPassed('a', 10), hasPassed('a', 10), hasPassed('b', 10)]).toEqual([true, false, true]);
  now = 10;
  expect(hasPassed('a', 10)).toBe(true);
});

it('a failure is new until it has said the same before, and over once', () => {
  const failures = new RepeatedFailures();
  expect(['x', 'x', 'y'].map((said) => failures.isNew('a', said))).toEqual([true, false, true]);
  expect([failures.over('a'), failures.over('a')]).toEqual([true, false]);
});
