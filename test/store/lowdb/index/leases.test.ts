import { expect, it } from 'vitest';
import { Leases } from '../../../../src/store/lowdb/index/leases.js';
import type { ClaimFrom } from '../../../../src/store/store.js';

const NOON = Date.UTC(2026, 10, 20, 12);
const LEASE_MS = 60_000;
const FROM: ClaimFrom = { lane: 'checks', perApp: 100, first: [] };

function bench() {
  const time = { now: NOON, monotonic: 0 };
  let token = 0;
  const leases = new Leases(() => `t${++token}`, { now: () => time.now, monotonic: () => time.monotonic });
  const pass = (ms: number) => {
    time.now += ms;
    time.monotonic += ms;
  };
  const claim = (limit: number, from: ClaimFrom = FROM) =>
    leases.claim(time.now, limit, LEASE_MS, from).map(({ mapping }) => mapping);
  const due = (id: string, { at = NOON, lane = 'checks', app = 'a' } = {}) =>
    leases.set(id, { at, work: `check ${at}`, lane, app });
  return { time, leases, pass, claim, due };
}

it.each([-3_600_000, 24 * 3_600_000])('a wall clock set by %i ms changes no wait and no lease', (byMs) => {
  const { time, leases, pass, claim, due } = bench();
  due('held');
  due('later', { at: NOON + 10_000 });
  expect(claim(9)).toEqual(['held']);
  time.now += byMs;
  pass(9_999);
  due('later', { at: NOON + 10_000 });
  expect(claim(9)).toEqual([]);
  pass(1);
  expect(claim(9)).toEqual(['later']);
  pass(LEASE_MS - 10_001);
  expect(claim(9)).toEqual([]);
  pass(1);
  expect(claim(9)).toEqual(['held']);
  expect(leases.held(time.now)).toBe(2);
});

it('gives each app its turn, however long the queue of one is', () => {
  const { claim, due } = bench();
  for (let at = 0; at < 100; at++) due(`big${at}`, { at: NOON - 1_000 + at, app: 'big' });
  due('small0', { app: 'small' });
  due('small1', { app: 'small' });
  expect(claim(4).toSorted()).toEqual(['big0', 'big1', 'small0', 'small1'].toSorted());
});

it('holds no more of one app than its share', () => {
  const { claim, due } = bench();
  for (let at = 0; at < 10; at++) due(`m${at}`);
  due('other', { app: 'b' });
  expect(claim(10, { ...FROM, perApp: 2 })).toHaveLength(3);
  expect(claim(10, { ...FROM, perApp: 2 })).toEqual([]);
});

it('hands out one lane’s work alone', () => {
  const { claim, due } = bench();
  due('check');
  due('addition', { lane: 'hosting' });
  expect(claim(9)).toEqual(['check']);
  expect(claim(9, { ...FROM, lane: 'hosting' })).toEqual(['addition']);
});

it('what somebody waits for comes first, due or not, and only once', () => {
  const { claim, due } = bench();
  due('overdue', { at: NOON - 60_000 });
  due('asked', { at: NOON + 3_600_000 });
  expect(claim(1, { ...FROM, first: ['asked'] })).toEqual(['asked']);
  expect(claim(9, { ...FROM, first: ['asked'] })).toEqual(['overdue']);
});

it('changes the lane of what is held without handing it out twice', () => {
  const { time, leases, claim, due } = bench();
  due('m', { lane: 'hosting' });
  const [held] = leases.claim(time.now, 1, LEASE_MS, { ...FROM, lane: 'hosting' });
  due('m', { at: NOON + 1 });
  expect(claim(9)).toEqual([]);
  if (held) leases.release(held);
  time.now += 1;
  time.monotonic += 1;
  expect(claim(9)).toEqual(['m']);
});

it('a pause after a failure counts from the release', () => {
  const { time, leases, pass, claim, due } = bench();
  due('m');
  const [held] = leases.claim(time.now, 1, LEASE_MS, FROM);
  if (held) leases.release(held, time.now + 2_000);
  pass(1_999);
  expect(claim(9)).toEqual([]);
  pass(1);
  expect(claim(9)).toEqual(['m']);
});

it('knows how much is overdue, and by how much', () => {
  const { time, leases, pass, due } = bench();
  due('m1');
  due('m2', { at: NOON + 500 });
  due('m3', { at: NOON + 60_000 });
  pass(1_000);
  expect(leases.overdue(time.now)).toEqual([{ lane: 'checks', queued: 2, lateMs: 1_000 }]);
});
