import fc from 'fast-check';
import { expect, it } from 'vitest';
import { afterWarmUp, logLimitOf, trendOf } from './verdict.js';

const TOLERANCE = { share: 0.1, units: 5 };
const minutes = Array.from({ length: 20 }, (_, at) => at);

it('noise around a level is flat', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 98, max: 102 }), { minLength: 10, maxLength: 40 }), (values) => {
      expect(trendOf(values, TOLERANCE).isFlat).toBe(true);
    }),
  );
});

it.each([
  ['a leak of 1 % a minute', minutes.map((at) => 100 + at), false],
  ['a leak beneath noise', minutes.map((at) => 100 + at + 8 * (at % 2)), false],
  ['a figure that falls', minutes.map((at) => 100 - at), true],
  ['a few units more of almost nothing', minutes.map((at) => at / 10), true],
  ['one peak in the middle', minutes.map((at) => (at === 10 ? 200 : 100)), true],
])('%s: flat is %s', (_, values, isFlat) => {
  expect(trendOf(values, TOLERANCE).isFlat).toBe(isFlat);
});

it('growth is what the fitted line gains over all minutes', () => {
  expect(trendOf([10, 12, 14, 16], TOLERANCE)).toMatchObject({ mean: 13, growth: 6 });
});

it('the start does not count', () => {
  expect(afterWarmUp([1, 2, 3])).toEqual([2, 3]);
  expect(afterWarmUp(minutes)).toEqual(minutes.slice(6));
});

it('a log may grow to three times the least that it was, and 1 MiB', () => {
  expect(logLimitOf([900, 500, 1_400])).toBe(500 * 3 + 1_024);
});
