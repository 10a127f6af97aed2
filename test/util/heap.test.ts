import fc from 'fast-check';
import { expect, it } from 'vitest';
import { growthPercent } from '../../src/util/heap.js';

const MIB = 1024 ** 2;

it.each([
  { usedMiB: 20, percent: 400 },
  { usedMiB: 64, percent: 200 },
  { usedMiB: 128, percent: 50 },
  { usedMiB: 160, percent: 20 },
  { usedMiB: 400, percent: 20 },
])('a heap of $usedMiB MiB may grow by $percent %', ({ usedMiB, percent }) => {
  expect(growthPercent(usedMiB * MIB)).toBe(percent);
});

it('a larger heap never may grow by more', () => {
  const bytes = fc.integer({ min: 1, max: 4_096 * MIB });
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      const [smaller, larger] = [Math.min(one, other), Math.max(one, other)];
      expect(growthPercent(larger)).toBeLessThanOrEqual(growthPercent(smaller));
    }),
  );
});
