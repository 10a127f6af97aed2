import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../../src/core/instant.js';
import { localMoment, localTime } from '../../../../src/core/reporting/local-time.js';
import { dayTyped, endTyped, looksLikeTime } from '../../../../src/slack/inbound/arguments/typed-values.js';

/** A Thursday, 22:30 UTC: Friday morning in Auckland. */
const NOW = Date.parse('2026-11-26T22:30:00Z');
const iso = (ms: number | undefined) => ms && new Date(ms).toISOString();

describe('a typed time ends', () => {
  it.each([
    ['3d', 'UTC', '2026-11-29T22:30:00.000Z'],
    ['tomorrow', 'UTC', '2026-11-27T09:00:00.000Z'],
    ['monday', 'UTC', '2026-11-30T09:00:00.000Z'],
    ['lundi', 'Europe/Paris', '2026-11-30T08:00:00.000Z'],
    ['Thursday', 'UTC', '2026-12-03T09:00:00.000Z'],
    ['vineri', 'Pacific/Auckland', '2026-12-03T20:00:00.000Z'],
    ['friday', 'America/New_York', '2026-11-27T14:00:00.000Z'],
    ['2026-12-01', 'Europe/Paris', '2026-12-01T08:00:00.000Z'],
  ])('%s in %s: %s', (typed, timeZone, end) => {
    expect(iso(endTyped(typed, NOW, timeZone))).toBe(end);
  });

  it.each([
    ...['today', 'yesterday', 'someday', '0d', '400d', '2026-11-25', '2026-13-01', '2028-01-01'],
    ...['2027-02-29', '2027-02-31', '2027-04-31', '2027-00-10'],
  ])('%s is no such time', (typed) => {
    expect(() => endTyped(typed, NOW, 'UTC')).toThrow();
  });
});

it.each([
  ['today', '2026-11-26T00:00:00.000Z'],
  ['yesterday', '2026-11-25T00:00:00.000Z'],
  ['thursday', '2026-11-26T00:00:00.000Z'],
  ['friday', '2026-11-20T00:00:00.000Z'],
  ['tomorrow', undefined],
  ['ssl', undefined],
])('since %s: %s', (typed, begin) => {
  expect(iso(dayTyped(typed, NOW, 'UTC'))).toBe(begin);
});

it('a weekday looks like a time', () => {
  expect(['30d', 'montag', 'domani'].map(looksLikeTime)).toEqual([true, false, true]);
});

it('a local moment is shown by the clock of its place, except in the hour that a change of time skips', () => {
  const zone = fc.constantFrom(
    'UTC',
    'Europe/Bucharest',
    'America/Sao_Paulo',
    'Asia/Kathmandu',
    'Pacific/Auckland',
  );
  fc.assert(
    fc.property(fc.integer({ min: 20_000, max: 24_000 }), zone, (days, timeZone) => {
      const at = localMoment(days * DAY_MS, 9 * HOUR_MS, timeZone);
      expect(localTime(at, timeZone)).toEqual({ day: days * DAY_MS, time: '09:00' });
    }),
  );
});
