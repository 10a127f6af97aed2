import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PartedMap } from '../../src/util/parted-map.js';

it('a map in parts holds what any other would, in no order', () => {
  const key = fc.oneof(
    fc.string(),
    fc.nat(20).map((at) => `m${at}.example.com`),
  );
  const change = fc.tuple(key, fc.option(fc.nat(), { nil: undefined }), fc.boolean());
  fc.assert(
    fc.property(fc.array(change, { maxLength: 100 }), key, (changes, other) => {
      const parted = new PartedMap<number | undefined>();
      const whole = new Map<string, number | undefined>();
      for (const [each, value, isGone] of changes)
        for (const map of [parted, whole]) {
          if (isGone) map.delete(each);
          else map.set(each, value);
        }
      expect(parted.size).toBe(whole.size);
      expect([...parted.keys()].sort()).toEqual([...whole.keys()].sort());
      expect([...parted.values()].sort()).toEqual([...whole.values()].sort());
      for (const each of [...whole.keys(), other]) {
        expect(parted.get(each)).toBe(whole.get(each));
        expect(parted.has(each)).toBe(whole.has(each));
      }
    }),
  );
});
