import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChannelLeases } from '../../../../src/store/lowdb/index/channel-leases.js';
import type { Claim } from '../../../../src/store/store.js';

const NOON = Date.UTC(2026, 10, 20, 12);
const LEASE_MS = 10_000;
const PER_CHANNEL = 2;

function bench() {
  const time = { now: NOON, monotonic: 0 };
  let token = 0;
  const leases = new ChannelLeases(() => `t${++token}`, {
    now: () => time.now,
    monotonic: () => time.monotonic,
  });
  const pass = (ms: number) => {
    time.now += ms;
    time.monotonic += ms;
  };
  const set = (channel: string, id: string, at: number | undefined) =>
    leases.set(channel, id, at === undefined ? undefined : { at, work: `${id} ${at}`, lane: 'reply' });
  const claim = (isPaused?: (channel: string) => boolean) =>
    leases.claim(time.now, PER_CHANNEL, LEASE_MS, isPaused);
  return { time, leases, pass, set, claim };
}

const idsOf = (claims: readonly Claim[]) => claims.map(({ mapping }) => mapping).sort();

describe('claims of deliveries', () => {
  it('a channel gives out no more than it may, and more as soon as one is released', () => {
    const { leases, set, claim } = bench();
    for (const id of ['a1', 'a2', 'a3']) set('a', id, NOON - 10 + Number(id[1]));
    set('b', 'b1', NOON);
    const first = claim();
    expect(idsOf(first)).toEqual(['a1', 'a2', 'b1']);
    expect(claim()).toEqual([]);
    set('a', 'a1', undefined);
    for (const each of first.slice(0, 1)) leases.release(each);
    expect(idsOf(claim())).toEqual(['a3']);
  });

  it('a channel whose pause ends is claimed from at once', () => {
    const { set, claim } = bench();
    set('a', 'a1', NOON);
    set('b', 'b1', NOON);
    expect(idsOf(claim((channel) => channel === 'a'))).toEqual(['b1']);
    expect(claim((channel) => channel === 'a')).toEqual([]);
    expect(idsOf(claim())).toEqual(['a1']);
  });

  it('visits only channels with something due', () => {
    const { pass, set, claim } = bench();
    for (let at = 0; at < 3_000; at += 1) set(`c${at}`, `m${at}`, NOON + 1 + at);
    const asked: string[] = [];
    pass(2);
    claim((channel) => {
      asked.push(channel);
      return false;
    });
    expect(asked).toEqual(['c0', 'c1']);
  });

  it('a claim that nobody releases comes back when its lease has ended, in a full channel and in others', () => {
    const { pass, set, claim } = bench();
    for (const id of ['a1', 'a2', 'a3']) set('a', id, NOON - 10 + Number(id[1]));
    set('b', 'b1', NOON);
    expect(claim()).toHaveLength(3);
    pass(LEASE_MS - 1);
    expect(claim()).toEqual([]);
    pass(1_000);
    expect(idsOf(claim())).toEqual(['a1', 'a2', 'b1']);
  });
});

type Step = (parts: ReturnType<typeof bench>, model: Model) => void;

/** What is due where, and who holds what until when. */
interface Model {
  readonly due: Map<string, { readonly channel: string; readonly at: number }>;
  readonly held: Map<string, { readonly claim: Claim; readonly channel: string }>;
  readonly paused: Set<string>;
}

const channel = fc.constantFrom('a', 'b', 'c');
const id = fc.integer({ min: 0, max: 9 }).map((number) => `m${number}`);

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(channel, id, fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: undefined })).map(
    ([where, each, inMs]): Step =>
      ({ time, set }, { due }) => {
        const before = due.get(each)?.channel;
        if (before !== undefined && before !== where) set(before, each, undefined);
        const at = inMs === undefined ? undefined : time.now + inMs;
        // A number of its own for each, so that the work differs.
        set(where, each, at);
        if (at === undefined) due.delete(each);
        else due.set(each, { channel: where, at });
      },
  ),
  fc.integer({ min: 1, max: 4_000 }).map(
    (ms): Step =>
      ({ pass }) =>
        pass(ms),
  ),
  channel.map(
    (where): Step =>
      (_, { paused }) =>
        void (paused.delete(where) || paused.add(where)),
  ),
  id.map(
    (each): Step =>
      ({ leases }, { held }) => {
        const found = [...held.values()].find(({ claim }) => claim.mapping === each);
        if (!found) return;
        leases.release(found.claim);
        held.delete(`${found.channel} ${each}`);
      },
  ),
  fc.constant<Step>(({ time, leases, pass }, { due, held, paused }) => {
    // The search for lost leases is due, too.
    pass(1_000);
    for (const [key, { claim }] of held) if (claim.until <= time.now) held.delete(key);
    const heldIn = (where: string) => [...held.values()].filter(({ channel: its }) => its === where).length;
    const expected = ['a', 'b', 'c'].map((where) => {
      const open = [...due].filter(
        ([each, { channel: its, at }]) => its === where && at <= time.now && !held.has(`${where} ${each}`),
      );
      return paused.has(where) ? 0 : Math.min(open.length, PER_CHANNEL - heldIn(where));
    });
    const claims = leases.claim(time.now, PER_CHANNEL, LEASE_MS, (where) => paused.has(where));
    const found = ['a', 'b', 'c'].map(
      (where) => claims.filter(({ mapping }) => due.get(mapping)?.channel === where).length,
    );
    expect(found).toEqual(expected);
    for (const claim of claims) {
      const { channel: where = '' } = due.get(claim.mapping) ?? {};
      held.set(`${where} ${claim.mapping}`, { claim, channel: where });
    }
  }),
);

it('whatever becomes due, is claimed, released, lost or paused: every channel gives out what it may', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 60 }), (all) => {
      const parts = bench();
      const model: Model = { due: new Map(), held: new Map(), paused: new Set() };
      for (const step of all) step(parts, model);
    }),
    { numRuns: 500 },
  );
});
