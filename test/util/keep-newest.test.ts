import { expect, it } from 'vitest';
import { keepNewest } from '../../src/util/keep-newest.js';

it('lets the oldest go where there are too many; what is set again is the newest', () => {
  const map = new Map<string, number>();
  for (const [at, key] of ['a', 'b', 'c', 'a', 'd'].entries()) keepNewest(map, key, at, 3);
  expect([...map]).toEqual([
    ['c', 2],
    ['a', 3],
    ['d', 4],
  ]);
});
