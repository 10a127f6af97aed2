import { expect, it } from 'vitest';
import { digestPeriod } from '../../../src/core/reporting/digest-period.js';

const daily = { digest: 'daily', hour: '09:00', timeZone: 'UTC' } as const;
const weekly = { ...daily, digest: 'weekly' } as const;

it.each([
  ['before the hour: yesterday’s', daily, '2026-11-25T08:59:59Z', '2026-11-24'],
  ['from the hour on: today’s', daily, '2026-11-25T09:00:00Z', '2026-11-25'],
  ['late at night: still today’s', daily, '2026-11-25T23:59:59Z', '2026-11-25'],
  ['in the zone’s own day', { ...daily, timeZone: 'Asia/Tokyo' }, '2026-11-25T00:00:00Z', '2026-11-25'],
  ['across the year', daily, '2027-01-01T00:00:00Z', '2026-12-31'],
  ['in summer time', { ...daily, timeZone: 'Europe/Berlin' }, '2026-07-01T07:00:00Z', '2026-07-01'],
  ['in winter time', { ...daily, timeZone: 'Europe/Berlin' }, '2026-12-01T07:59:00Z', '2026-11-30'],
  ['at midnight', { ...daily, hour: '00:00' }, '2026-11-25T00:00:00Z', '2026-11-25'],
  ['weekly on a Monday', weekly, '2026-11-23T09:00:00Z', '2026-11-23'],
  ['weekly before a Monday’s hour', weekly, '2026-11-23T08:00:00Z', '2026-11-16'],
  ['weekly on a Sunday', weekly, '2026-11-29T23:00:00Z', '2026-11-23'],
])('%s', (_, plan, now, period) => {
  expect(digestPeriod(plan, Date.parse(now))).toBe(period);
});
