import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isLongList, PartedList } from '../../src/util/parted-list.js';

it('a list in parts holds what an array would', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 300 }), fc.nat(299), (items, place) => {
      const parted = new PartedList<number>();
      for (const item of items) parted.push(item);
      expect(parted).toHaveLength(items.length);
      expect([...parted]).toEqual(items);
      expect(parted.at(place)).toBe(items[place]);
      if (place >= items.length) return;
      parted.replace(place, -1);
      expect([...parted]).toEqual(items.with(place, -1));
    }),
  );
});

it('a list in parts is walked by its places, as an array is', () => {
  expect([isLongList([]), isLongList(new PartedList()), isLongList(new Set())]).toEqual([true, true, false]);
});
