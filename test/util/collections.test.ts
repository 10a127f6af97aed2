import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SortedList } from '../../src/util/collections.js';

interface Numbered {
  readonly number: number;
  readonly name: number;
}

const compare = (one: Numbered, other: Numbered) => one.number - other.number || one.name - other.name;

it('whatever is added and removed, its pages are those of the sorted items', () => {
  const step = fc.record({ isAdded: fc.boolean(), number: fc.nat(50), pick: fc.nat(10_000) });
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 3_000, size: 'max' }),
      fc.nat(500),
      fc.nat(40),
      (steps, offset, limit) => {
        const list = new SortedList<Numbered>(compare);
        const kept: Numbered[] = [];
        for (const [name, { isAdded, number, pick }] of steps.entries()) {
          if (isAdded || kept.length === 0) {
            const item = { number, name };
            list.add(item);
            kept.push(item);
            continue;
          }
          const [gone] = kept.splice(pick % kept.length, 1);
          expect(gone && list.delete(gone)).toBe(true);
          expect(gone && list.delete(gone)).toBe(false);
        }
        const sorted = kept.toSorted(compare);
        expect(list.size).toBe(sorted.length);
        expect([...list]).toEqual(sorted);
        expect(list.page(offset, limit)).toEqual(sorted.slice(offset, offset + limit));
      },
    ),
    { numRuns: 50 },
  );
});

it('an item that was never added is not removed', () => {
  const list = new SortedList<Numbered>(compare);
  expect(list.delete({ number: 1, name: 1 })).toBe(false);
  list.add({ number: 1, name: 1 });
  expect(list.delete({ number: 1, name: 1 })).toBe(false);
  expect(list.page(0, 9)).toHaveLength(1);
});
