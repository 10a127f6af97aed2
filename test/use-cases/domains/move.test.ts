import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import type { Place, PlaceSeen, Ports } from '../../../src/use-cases/ports.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';
import { START } from '../../support/observations.js';
import { useCasesOf } from '../../support/use-cases.js';

const HOSTNAME = 'shop.example.org';
const actor = { user: 'UALICE', team: 'T1', channel: 'C1', requestId: 'd1' };

const MEMBER: Ports['roles'] = { roleOf: async () => 'member', operators: ['UBOB'], admins: [] };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
/** What Slack says of a channel; usable unless given. */
let seen: Record<string, Place | PlaceSeen>;
let denied: unknown[];

beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openStore(folder.path, () => START);
  seen = {};
  denied = [];
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

function useCases(parts: Partial<Ports> = {}) {
  const never = () => Promise.reject(new Error('nothing is probed'));
  const placeOf = (channel: string) => seen[channel] ?? 'usable';
  return useCasesOf({
    store,
    provider: { addAlias: never, removeAlias: never, listAliases: never, testConnection: never },
    dns: { authoritative: never, resolvers: never, addresses: never },
    tls: { handshake: never },
    http: { probe: never, front: never },
    places: {
      check: async (channel) => {
        const place = placeOf(channel);
        return place === 'shared' ? 'usable' : place;
      },
      prepare: async (channel) => {
        const place = placeOf(channel);
        return place === 'joinable' ? 'usable' : place;
      },
      forget() {},
    },
    deniedJournal: { add: async (each) => void denied.push(each), entries: async () => [] },
    now: () => START,
    ...parts,
  });
}
const live = async () => {
  const stored = await store.findLive(HOSTNAME);
  if (!stored) throw new Error('not mapped');
  return stored;
};
const mapped = async () => {
  await useCases().map({ hostname: HOSTNAME }, actor);
  const stored = await live();
  await store.save({ ...stored, card: { ...stored.card, ts: '1700000000.000100' }, outbox: [] });
};
const move = (
  change: Partial<typeof actor> & { isDirect?: boolean } = {},
  channel?: string,
  parts?: Partial<Ports>,
) => useCases(parts).move({ hostname: HOSTNAME, channel }, { ...actor, requestId: 'd2', ...change });

it('the card moves in one write: mapping, event, and the posts to come', async () => {
  await mapped();
  expect((await move({ channel: 'C2' })).isMoved).toBe(true);
  const { mapping, card, outbox, events } = await live();
  expect(mapping.channel).toBe('C2');
  expect(card).toMatchObject({ channel: 'C2', earlier: [{ channel: 'C1', because: 'moved' }] });
  expect(card.ts).toBeUndefined();
  expect(outbox.map(({ event }) => event)).toEqual([events[0]?.id, events.at(-1)?.id]);
  expect(events.at(-1)).toMatchObject({
    type: 'card.moved',
    by: 'UALICE',
    details: { fromChannel: 'C1', toChannel: 'C2' },
  });
});

it('a redelivered request moves once and is answered the same', async () => {
  await mapped();
  expect((await move({ channel: 'C2' })).isMoved).toBe(true);
  expect((await move({ channel: 'C2' })).isMoved).toBe(true);
  expect((await live()).events.filter(({ type }) => type === 'card.moved')).toHaveLength(1);
});

describe('a target is refused before anything changes', () => {
  it.each([
    ['archived', { code: 'unusable-channel', place: 'archived' }],
    ['uninvited', { code: 'unusable-channel', place: 'uninvited' }],
    ['unsure', { code: 'unusable-channel', place: 'unsure' }],
    ['direct', { code: 'direct-message' }],
    ['shared', { code: 'shared-channel', channel: 'C2' }],
  ] as const)('%s', async (place, problem) => {
    await mapped();
    seen = { C2: place };
    const before = await live();
    await expect(move({}, 'C2')).rejects.toMatchObject({ problem });
    expect(await live()).toEqual(before);
  });

  it('one outside the channels where commands work', async () => {
    await mapped();
    await expect(move({}, 'C2', { channels: ['C1'] })).rejects.toMatchObject({
      problem: { code: 'other-channels', channels: ['C1'] },
    });
  });
});

it('whoever may not map may not move, and the attempt is in the audit trail', async () => {
  await mapped();
  await expect(move({}, 'C2', { roles: MEMBER })).rejects.toMatchObject({
    problem: { code: 'not-allowed', permission: 'move', ask: ['UBOB'] },
  });
  expect((await live()).events.at(-1)).toMatchObject({
    type: 'access.denied',
    details: { permission: 'move' },
  });
  expect((await live()).mapping.channel).toBe('C1');
});

const GUEST: Ports['roles'] = { roleOf: async () => 'outsider', operators: ['UBOB'], admins: ['UADA'] };
const asked = { hostname: HOSTNAME };

describe('outside our channels, a refusal names what an outsider came for, and who may', () => {
  const elsewhere = { ...actor, channel: 'C9', requestId: 'd9' };
  it.each<[string, (of: ReturnType<typeof useCases>) => Promise<unknown>]>([
    ['move', (of) => of.move(asked, elsewhere)],
    ['check', (of) => of.find(HOSTNAME, 'check', elsewhere)],
    ['unmap', (of) => of.find(HOSTNAME, 'unmap', elsewhere)],
    ['assign', (of) => of.assign(asked, 'UALICE', elsewhere)],
    ['assign', (of) => of.snooze(asked, undefined, elsewhere)],
    ['view', (of) => of.status(HOSTNAME, elsewhere)],
  ])('%s', async (permission, call) => {
    await mapped();
    await expect(call(useCases({ roles: GUEST }))).rejects.toMatchObject({
      problem: { code: 'not-allowed', permission, ask: ['UBOB', 'UADA'] },
    });
    expect(denied).toMatchObject([{ permission, by: 'UALICE', channel: 'C9' }]);
  });
});

describe('mapping a hostname again', () => {
  const again = (channel: string, parts?: Partial<Ports>) =>
    useCases(parts).map({ hostname: HOSTNAME }, { ...actor, channel, requestId: 'd3' });

  it.each(['archived', 'uninvited', 'joinable'] as const)(
    'moves its card here while the old channel is %s',
    async (place) => {
      await mapped();
      seen = { C1: place };
      expect(await again('C2')).toMatchObject({ isNew: false, isMoved: true });
      expect((await live()).mapping.channel).toBe('C2');
    },
  );

  it.each(['usable', 'unsure'] as const)('leaves it alone while the old channel is %s', async (place) => {
    await mapped();
    seen = { C1: place };
    expect((await again('C2')).isMoved).toBeUndefined();
    expect((await live()).mapping.channel).toBe('C1');
  });

  it('rejoins the channel of the card where it is typed there', async () => {
    await mapped();
    seen = { C1: 'joinable' };
    expect((await again('C1')).isMoved).toBeUndefined();
  });

  it('moves nothing to a channel shared with another organization', async () => {
    await mapped();
    seen = { C1: 'archived', C2: 'shared' };
    await expect(again('C2')).rejects.toMatchObject({ problem: { code: 'shared-channel', channel: 'C2' } });
    expect((await live()).mapping.channel).toBe('C1');
  });

  it('moves nothing for somebody who may not', async () => {
    await mapped();
    seen = { C1: 'archived' };
    await expect(again('C2', { roles: MEMBER })).rejects.toMatchObject({ problem: { permission: 'move' } });
    expect((await live()).mapping.channel).toBe('C1');
  });
});
