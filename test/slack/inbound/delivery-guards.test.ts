import { expect, it } from 'vitest';
import { createDedupe, createRateLimiter } from '../../../src/slack/inbound/delivery-guards.js';

it('the oldest deliveries are forgotten when there are too many, the newest are not', () => {
  const isRepeated = createDedupe(() => 0);
  for (let count = 0; count < 10_001; count++) isRepeated(`trigger-${count}`);
  expect(isRepeated('trigger-10000')).toBe(true);
  expect(isRepeated('trigger-0')).toBe(false);
});

it('the rate limiter lets nobody type faster than hands can, and slows no one else', () => {
  let now = 0;
  const waitMs = createRateLimiter(() => now);
  const answers = Array.from({ length: 1_000 }, () => waitMs('UFLOOD'));
  expect(answers.filter((each) => each === 0)).toHaveLength(60);
  expect(waitMs('UFLOOD')).toBe(1_000);
  expect(waitMs('UOTHER')).toBe(0);
  now += 1_000;
  expect([waitMs('UFLOOD'), waitMs('UFLOOD')]).toEqual([0, 1_000]);
});

it('the rate limiter gives and takes nothing when the clock is set back', () => {
  let now = 1e9;
  const waitMs = createRateLimiter(() => now);
  for (let count = 0; count < 60; count++) waitMs('U1');
  now -= 3_600_000;
  expect(waitMs('U1')).toBe(1_000);
});

it('the rate limiter forgets the users who were away longest when there are too many', () => {
  const waitMs = createRateLimiter(() => 0);
  for (let count = 0; count < 61; count++) waitMs('U0');
  expect(waitMs('U0')).toBeGreaterThan(0);
  for (let user = 1; user <= 10_000; user++) waitMs(`U${user}`);
  expect(waitMs('U0')).toBe(0);
});
