import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diffHistory } from '../../src/audit/diff-history.js';
import { rebuildMappings } from '../../src/audit/rebuild.js';
import { readAllChannels } from '../../src/audit/verify.js';
import type { StoredMapping } from '../../src/store/store.js';
import { eventsIn, heldOn } from '../support/carried.js';
import { ChannelLife, type Shown } from '../support/channel-life.js';
import { POLICY } from '../support/observations.js';

const APEX = 'example.com';
const WWW = 'www.example.com';
const SHOP = 'shop.example.com';
const HOUR = 60;
const DAY = 24 * HOUR;
const FINE: Shown = { dns: 'right', certificate: 'valid' };

let life: ChannelLife;
beforeEach(async () => {
  life = await ChannelLife.start();
});
afterEach(() => life.stop());

/** What a channel got to see: replies, and how many of them notify somebody. */
const noise = () => ({ replies: life.replies().length, mentions: life.mentions().length });
const texts = () => life.replies().map(({ text }) => text);

/** Every event of the stored mappings is in the channel exactly once: in a reply, a card, or held by its card. */
async function expectWholeTrail(): Promise<void> {
  const reported = life.messages().flatMap(({ metadata }) => eventsIn(metadata).map(({ id }) => id));
  const held = life.cards().flatMap(({ metadata }) => heldOn(metadata).map(({ id }) => id));
  const stored: string[] = [];
  for await (const { events } of life.bot.store.all()) stored.push(...events.map(({ id }) => id));
  expect(reported).toHaveLength(new Set(reported).size);
  expect(new Set([...reported, ...held])).toEqual(new Set(stored));
}

/** From the record to Ready, as a customer does it: wrong at first, then right, in caches for a while. */
async function connect(...hostnames: string[]): Promise<void> {
  await life.pass(3 * HOUR, 5);
  life.show({ dns: 'right', certificate: 'absent', isCached: true }, ...hostnames);
  await life.pass(15);
  life.show({ ...FINE, isCached: true }, ...hostnames);
  await life.pass(15);
  life.show(FINE, ...hostnames);
  await life.pass(2 * HOUR, 5);
}

describe('a usual life', () => {
  it('of one name has at most three replies and one mention', async () => {
    await life.map(SHOP);
    await connect(SHOP);
    expect(texts().at(-1)).toContain('is ready');
    expect(noise()).toMatchObject({ mentions: 1 });
    expect(noise().replies).toBeLessThanOrEqual(3);
    await expectWholeTrail();
  });

  it('of a pair has at most three replies and one mention, each reply for both names', async () => {
    await life.map(APEX);
    await connect(APEX, WWW);
    expect(texts()).toEqual([
      expect.stringContaining('The DNS records of example.com and www.example.com are correct'),
      expect.stringContaining('example.com and www.example.com are ready'),
    ]);
    expect(noise()).toEqual({ replies: 2, mentions: 1 });
    await expectWholeTrail();
  });

  it('of a pair whose www comes some minutes later stays within three replies', async () => {
    await life.map(APEX);
    await life.pass(HOUR, 5);
    life.show(FINE, APEX);
    await life.pass(2);
    life.show(FINE, WWW);
    await life.pass(2 * HOUR, 5);
    expect(noise()).toMatchObject({ mentions: 1 });
    expect(noise().replies).toBeLessThanOrEqual(3);
    await expectWholeTrail();
  });

  it('of a wildcard has at most three replies and one mention', async () => {
    await life.map('*.example.org');
    await connect('*.example.org');
    expect(noise().replies).toBeLessThanOrEqual(3);
    expect(noise().mentions).toBe(1);
    await expectWholeTrail();
  });
});

it('a stuck pair has at most six replies until it is ready', async () => {
  await life.map(APEX);
  life.show({ dns: 'wrong', certificate: 'absent' }, APEX, WWW);
  await life.pass(HOUR, 5);
  expect(texts()).toEqual([
    expect.stringMatching(/example\.com\*.*in the way.*\n.*www\.example\.com\*.*in the way/),
  ]);
  await life.pass(9 * DAY, HOUR);
  life.show(FINE, APEX, WWW);
  await life.pass(2 * DAY, HOUR);
  expect(texts().at(-1)).toContain('are ready');
  expect(noise().replies).toBeLessThanOrEqual(6);
  await expectWholeTrail();
}, 60_000);

it('a pair that fails and is left alone says so once', async () => {
  await life.map(APEX);
  await life.pass(20 * DAY, HOUR);
  expect(texts().filter((text) => text.includes('DNS Failed'))).toHaveLength(1);
  expect(noise().replies).toBeLessThanOrEqual(3);
  expect(noise().mentions).toBe(1);
  await expectWholeTrail();
}, 60_000);

it('a refused pair is reported once', async () => {
  life.isRefusing = true;
  await life.map(APEX);
  await life.pass(10);
  expect(noise()).toEqual({ replies: 1, mentions: 1 });
  await expectWholeTrail();
});

it('a site that goes down and comes up again is reported twice', async () => {
  await life.map(SHOP);
  await connect(SHOP);
  const before = noise();
  life.show({ dns: 'wrong', certificate: 'valid' }, SHOP);
  await life.pass(2 * DAY, HOUR);
  life.show(FINE, SHOP);
  await life.pass(2 * DAY, HOUR);
  expect(noise().replies - before.replies).toBeLessThanOrEqual(3);
  expect(noise().mentions - before.mentions).toBe(1);
  expect(texts().at(-1)).toContain('points here again');
  await expectWholeTrail();
});

it('unmapping a pair takes two replies', async () => {
  const id = await life.map(APEX);
  await connect(APEX, WWW);
  const before = noise();
  await life.bot.useCases.unmap(id, life.actor);
  await life.pass(10);
  expect(noise().replies - before.replies).toBeLessThanOrEqual(2);
  expect(texts().at(-1)).toContain('removed example.com and www.example.com');
  await expectWholeTrail();
});

it('“Check now” posts nothing in the thread, and the trail still says who asked', async () => {
  const id = await life.map(APEX);
  await connect(APEX, WWW);
  const before = noise();
  for (let times = 0; times < 3; times++) await life.bot.useCases.requestCheck(id, life.actor);
  await life.pass(10);
  expect(noise()).toEqual(before);
  expect(life.cards().flatMap(({ metadata }) => heldOn(metadata).map(({ type }) => type))).toEqual(
    Array(3).fill('check.requested'),
  );
  await expectWholeTrail();
});

/** A bot whose disk stops taking anything after so many writes that follow a reply. */
const dyingAfter = (writes: number): Parameters<ChannelLife['begin']> => {
  let left = Number.POSITIVE_INFINITY;
  const write = () => {
    if (left <= 0) throw new Error('the process has ended');
    left--;
  };
  return [
    (chat) => ({
      ...chat,
      postReply: async (...args) => {
        const ts = await chat.postReply(...args);
        left = Math.min(left, writes);
        return ts;
      },
    }),
    (store) => ({
      ...store,
      save: async (stored) => {
        write();
        return store.save(stored);
      },
      markPosted: async (...message) => {
        write();
        return store.markPosted(...message);
      },
    }),
  ];
};

describe('a bot that ends between a reply for both names and its marking', () => {
  it.each([0, 1, 2])('after %i of its writes, tells each event once', async (writes) => {
    const id = await life.map(APEX);
    await life.bot.useCases.requestCheck(id, life.actor);
    await life.pass(HOUR, 5);
    for (const shown of [{ ...FINE, certificate: 'absent' } as const, FINE]) {
      await life.end();
      await life.begin(...dyingAfter(writes));
      life.show(shown, APEX, WWW);
      for (let minute = 0; minute < 4; minute++) await life.pass(1).catch(() => undefined);
      await life.end();
      await life.begin();
      await life.pass(5);
      await expectWholeTrail();
    }
    expect(noise()).toEqual({ replies: 2, mentions: 1 });
  });
});

it('a lost store is rebuilt from the channel, with what only a card holds', async () => {
  const id = await life.map(APEX);
  await connect(APEX, WWW);
  await life.bot.useCases.requestCheck(id, life.actor);
  await life.pass(10);
  const stored: StoredMapping[] = [];
  for await (const each of life.bot.store.all()) stored.push(each);
  const journal = { get: () => undefined, add: async () => undefined };
  const { messages } = await readAllChannels({ reader: life.reader(), journal, onProgress: () => undefined });
  expect(diffHistory(stored, messages, life.time.now)).toEqual([]);
  const { storedMappings, lost } = rebuildMappings(messages, POLICY);
  expect(lost).toEqual([]);
  for (const { mapping, events, messages: posted, outbox } of stored) {
    const again = storedMappings.find((each) => each.mapping.id === mapping.id);
    expect(again).toMatchObject({ events, messages: posted, outbox });
    expect(again?.mapping).toMatchObject({ stage: mapping.stage, lastHash: mapping.lastHash });
  }
});
