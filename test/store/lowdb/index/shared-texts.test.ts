import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_TEXT, SharedTexts } from '../../../../src/store/lowdb/index/shared-texts.js';

test('equal texts have one number, which no other text has while it is used', () => {
  const text = fc.constantFrom('one', 'two', 'three', '', '__proto__');
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 50 }), (all) => {
      const texts = new SharedTexts();
      const uses = new Map<string, number>();
      for (const [each, isUsed] of all) {
        const before = uses.get(each) ?? 0;
        const number = texts.numberOf(each);
        if (isUsed) expect(texts.textOf(texts.use(each))).toBe(each);
        else if (number !== undefined) texts.release(number);
        uses.set(each, isUsed ? before + 1 : Math.max(0, before - 1));
      }
      const used = [...uses].filter(([, count]) => count > 0).map(([each]) => each);
      for (const each of uses.keys()) expect(texts.numberOf(each) !== undefined).toBe(used.includes(each));
      expect(new Set(used.map((each) => texts.numberOf(each))).size).toBe(used.length);
    }),
  );
});

test('a number is given again once its text is not used any more', () => {
  const texts = new SharedTexts();
  const first = texts.use('one');
  texts.useAgain(first);
  texts.release(first);
  expect(texts.use('two')).not.toBe(first);
  texts.release(first);
  expect(texts.textOf(first)).toBeUndefined();
  expect(texts.use('three')).toBe(first);
});

test('no text has a number that stays', () => {
  const texts = new SharedTexts();
  expect(texts.use(undefined)).toBe(NO_TEXT);
  texts.release(NO_TEXT);
  expect(texts.textOf(NO_TEXT)).toBeUndefined();
  expect(texts.use('one')).not.toBe(NO_TEXT);
});
