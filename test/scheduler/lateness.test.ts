import { expect, it } from 'vitest';
import { latenessOf, tooLate } from '../../src/scheduler/lateness.js';

const NOW = 1_000_000;
const LIMITS = { ownMs: 300_000, laneMs: 3_600_000 };
const lane = (name: string) => ({ name, inFlight: 1, slow: 0, longestRunMs: 5 });

it('joins what runs with what waits', () => {
  const waiting = {
    checks: [
      { lane: 'checks', queued: 3, lateMs: 441_000 },
      { lane: 'wordpress', queued: 900, lateMs: 900_000 },
    ],
    oldestEventAt: NOW - 2_000,
  };
  expect(latenessOf([lane('checks'), lane('wordpress'), lane('hosting')], waiting, NOW)).toEqual({
    checkMs: 441_000,
    eventMs: 2_000,
    lanes: [
      { ...lane('checks'), queued: 3, lateMs: 441_000 },
      { ...lane('wordpress'), queued: 900, lateMs: 900_000 },
      { ...lane('hosting'), queued: 0, lateMs: 0 },
    ],
  });
});

it.each([
  [0, 0, undefined],
  [300_000, 300_000, undefined],
  [441_000, 0, 'oldest overdue check: 441 s'],
  [0, 301_000, 'oldest undelivered event: 301 s'],
  [441_000, 301_000, 'oldest overdue check: 441 s, oldest undelivered event: 301 s'],
])('checks late by %i ms and events by %i ms', (checkMs, eventMs, said) => {
  expect(tooLate({ checkMs, eventMs, lanes: [] }, LIMITS)).toBe(said);
});

it.each([
  [3_600_000, undefined],
  [3_601_000, 'oldest overdue work of lane hosting: 3601 s'],
])('a lane of somebody else’s has a limit of its own: late by %i ms', (lateMs, said) => {
  const late = { ...lane('hosting'), queued: 1, lateMs };
  expect(tooLate({ checkMs: 0, eventMs: 0, lanes: [late] }, LIMITS)).toBe(said);
});
