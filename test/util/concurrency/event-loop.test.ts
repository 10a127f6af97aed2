import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import {
  createBreather,
  hasAnyInTurns,
  inTurns,
  sortedInTurns,
  visitInTurns,
} from '../../../src/util/concurrency/event-loop.js';

const MANY = 5_000;
const numbers = Array.from({ length: MANY }, (_, at) => at);

function busy(): void {
  const until = performance.now() + 0.02;
  while (performance.now() < until);
}

/** How often other work had its turn meanwhile. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isRunning = true;
  const other = (async () => {
    while (isRunning) {
      await turn();
      turns += 1;
    }
  })();
  await work();
  isRunning = false;
  await other;
  return turns;
}

it.each<[string, (visit: () => void) => Promise<unknown>]>([
  ['a visit of all', (visit) => visitInTurns(numbers, visit)],
  [
    'a walk',
    async (visit) => {
      for await (const _ of inTurns(numbers)) visit();
    },
  ],
  [
    'sorting',
    (visit) =>
      sortedInTurns(numbers, (one, other) => {
        visit();
        return other - one;
      }),
  ],
])('%s leaves turns for other work', async (_, walk) => {
  expect(await turnsDuring(() => walk(busy))).toBeGreaterThan(20);
});

it.each([
  ['of the first', 0, true, 1],
  ['of one in a later part', 1_200, true, 1_201],
  ['of none', 5_000, false, 2_000],
])('a search %s visits no more than it has to', async (_, wanted, isFound, most) => {
  const many = Array.from({ length: 2_000 }, (_, at) => at);
  let visited = 0;
  const isWanted = (number: number): boolean => {
    visited += 1;
    return number === wanted;
  };
  expect(await hasAnyInTurns(many, isWanted)).toBe(isFound);
  expect(visited).toBe(most);
});

it('merging many short runs leaves turns, too, although none of them takes long', async () => {
  let [compared, busyInARow, longest] = [0, 0, 0];
  const compare = (one: number, other: number): number => {
    compared += 1;
    if (compared % 256 === 0) {
      for (let at = 0; at < 5; at += 1) busy();
      busyInARow += 1;
      longest = Math.max(longest, busyInARow);
    }
    return one - other;
  };
  let isRunning = true;
  const other = (async () => {
    for (; isRunning; busyInARow = 0) await turn();
  })();
  await sortedInTurns(
    Array.from({ length: 64 * 512 }, (_, at) => at % 512),
    compare,
  );
  isRunning = false;
  await other;
  expect(longest).toBeLessThan(40);
});

it('sorts as an array does, equal items in the order they had', async () => {
  const compare = (one: readonly number[], other: readonly number[]) => (one[0] ?? 0) - (other[0] ?? 0);
  const items = fc.array(fc.tuple(fc.nat(20), fc.nat()), { maxLength: 3_000, size: 'max' });
  await fc.assert(
    fc.asyncProperty(items, async (given) => {
      expect(await sortedInTurns(given, compare)).toEqual(given.toSorted(compare));
    }),
    { numRuns: 30 },
  );
});

it('reads the clock less often while visits are quick, and notices soon that they no longer are', async () => {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  try {
    const breather = createBreather();
    const visitsUntilDue = (ms: number): number => {
      for (let visits = 1; ; visits += 1) {
        now += ms;
        if (breather.isDue()) return visits;
      }
    };
    for (let at = 0; at < 1_000; at += 1) expect(breather.isDue()).toBe(false);
    expect(clock.mock.calls.length).toBeLessThan(100);
    expect(visitsUntilDue(0.125)).toBeLessThanOrEqual(16);
    await breather.breathe();
    expect(visitsUntilDue(0.125)).toBe(4);
  } finally {
    clock.mockRestore();
  }
});
