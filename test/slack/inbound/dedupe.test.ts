import { expect, it } from 'vitest';
import { createDedupe } from '../../../src/slack/inbound/dedupe.js';

it('the oldest deliveries are forgotten when there are too many, the newest are not', () => {
  const isRepeated = createDedupe(() => 0);
  for (let count = 0; count < 10_001; count++) isRepeated(`trigger-${count}`);
  expect(isRepeated('trigger-10000')).toBe(true);
  expect(isRepeated('trigger-0')).toBe(false);
});
