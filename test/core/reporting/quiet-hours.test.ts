import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../src/core/instant.js';
import {
  daysFromSunday,
  isQuietAt,
  type QuietHours,
  quietDays,
  quietUntil,
} from '../../../src/core/reporting/quiet-hours.js';

const nights: QuietHours = { days: 'every-day', from: '20:00', to: '08:00', timeZone: 'UTC' };
const weekdays: QuietHours = { ...nights, days: 'weekdays' };
const weekends: QuietHours = { ...nights, days: 'weekends' };
const free: QuietHours = { ...nights, days: 'nights-and-weekends' };
const wednesday: QuietHours = { ...nights, days: 'off', wholeDays: ['wed'] };
const lunch: QuietHours = { ...nights, from: '12:00', to: '14:00' };
const berlin: QuietHours = { ...nights, timeZone: 'Europe/Berlin' };
const india: QuietHours = { ...nights, timeZone: 'Asia/Kolkata' };

// 2026-11-27 is a Friday.
it.each([
  ['off', { ...nights, days: 'off' as const }, '2026-11-27T23:00:00Z', undefined],
  ['before it begins', nights, '2026-11-27T19:59:59Z', undefined],
  ['as it begins', nights, '2026-11-27T20:00:00Z', '2026-11-28T08:00:00Z'],
  ['past midnight', nights, '2026-11-28T03:07:00Z', '2026-11-28T08:00:00Z'],
  ['as it ends', nights, '2026-11-28T08:00:00Z', undefined],
  ['by day', lunch, '2026-11-27T13:59:00Z', '2026-11-27T14:00:00Z'],
  ['the same hour is no time', { ...nights, to: '20:00' }, '2026-11-27T20:00:00Z', undefined],
  ['Friday’s night ends on Saturday', weekdays, '2026-11-27T22:00:00Z', '2026-11-28T08:00:00Z'],
  ['no night begins on Saturday', weekdays, '2026-11-28T22:00:00Z', undefined],
  ['nor goes on from Sunday', weekdays, '2026-11-30T03:00:00Z', undefined],
  ['only on weekends', weekends, '2026-11-27T22:00:00Z', undefined],
  ['Sunday’s night ends on Monday', weekends, '2026-11-29T22:00:00Z', '2026-11-30T08:00:00Z'],
  ['a chosen day', wednesday, '2026-11-25T12:00:00Z', '2026-11-26T00:00:00Z'],
  ['and no other', wednesday, '2026-11-26T12:00:00Z', undefined],
  [
    'a night and a chosen day',
    { ...nights, wholeDays: ['sat'] },
    '2026-11-27T20:00:00Z',
    '2026-11-29T08:00:00Z',
  ],
  ['a night and a whole weekend', free, '2026-11-27T20:00:00Z', '2026-11-30T00:00:00Z'],
  ['a weekend’s noon', free, '2026-11-28T12:00:00Z', '2026-11-30T00:00:00Z'],
  ['by the channel’s clock', berlin, '2026-11-27T19:00:00Z', '2026-11-28T07:00:00Z'],
  ['when clocks are set forward', berlin, '2026-03-28T20:00:00Z', '2026-03-29T06:00:00Z'],
  ['when clocks are set back', berlin, '2026-10-24T20:00:00Z', '2026-10-25T07:00:00Z'],
  ['half an hour off', india, '2026-11-27T14:30:00Z', '2026-11-28T02:30:00Z'],
] as const)('%s', (_, hours, now, end) => {
  const until = quietUntil(hours, Date.parse(now));
  expect(until === undefined ? undefined : new Date(until).toISOString().replace('.000', '')).toBe(end);
});

const anyHour = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
const anyHours = fc.record({
  days: fc.constantFrom(...quietDays),
  wholeDays: fc.subarray([...daysFromSunday], { maxLength: 6 }),
  from: anyHour,
  to: anyHour,
  timeZone: fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/Los_Angeles',
    'Asia/Kolkata',
    'Australia/Sydney',
  ),
});
const anyMoment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) });

it('ends at the first moment that isn’t quiet, and never lasts longer than a week', () => {
  fc.assert(
    fc.property(anyHours, anyMoment, fc.double({ min: 0, max: 0.999, noNaN: true }), (hours, now, part) => {
      const until = quietUntil(hours, now);
      expect(until !== undefined).toBe(isQuietAt(hours, now));
      if (until === undefined) return;
      expect(until).toBeGreaterThan(now);
      expect(until - now).toBeLessThan(7 * DAY_MS);
      expect(isQuietAt(hours, until)).toBe(false);
      expect(isQuietAt(hours, until - MINUTE_MS)).toBe(true);
      expect(isQuietAt(hours, now + (until - now) * part)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
