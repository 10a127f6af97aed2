import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LargeMap } from '../../src/util/large-map.js';

it('a large map holds what any other would, in the same order, whatever room was expected', () => {
  const key = fc.oneof(
    fc.integer(),
    fc.maxSafeInteger(),
    fc.string(),
    fc.nat(40).map((at) => `m${at}.example.com`),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(key, fc.option(fc.nat(), { nil: undefined })), { maxLength: 200 }),
      key,
      fc.nat(300),
      (entries, other, expected) => {
        const large = new LargeMap<string | number, number | undefined>(expected);
        for (const [each, value] of entries) large.set(each, value);
        const whole = new Map(entries);
        expect(large.size).toBe(whole.size);
        expect([...large.entries()]).toEqual([...whole.entries()]);
        for (const [place, [each, value]] of [...whole].entries()) {
          expect(large.placeOf(each)).toBe(place);
          expect([large.keyAt(place), large.valueAt(place)]).toEqual([each, value]);
        }
        expect([...large.values]).toEqual([...whole.values()]);
        for (const each of [...whole.keys(), other]) {
          expect(large.get(each)).toBe(whole.get(each));
          expect(large.has(each)).toBe(whole.has(each));
        }
      },
    ),
  );
});

it('a large map of values that hold their keys is the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string(), fc.nat()), { maxLength: 200 }),
      fc.nat(300),
      (pairs, expected) => {
        const large = new LargeMap<string, readonly [string, number]>(expected, ([key]) => key);
        for (const pair of pairs) large.set(pair[0], pair);
        const whole = new Map(pairs.map((pair) => [pair[0], pair]));
        expect([...large.entries()]).toEqual([...whole.entries()]);
        for (const [key, pair] of whole) expect(large.get(key)).toBe(pair);
      },
    ),
  );
});
