import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChatError, type ChatErrorCode } from '../../src/core/ports/chat-error.js';
import type { Chat, PostOptions } from '../../src/outbox/chat.js';
import { createDispatcher, type Dispatcher } from '../../src/outbox/dispatcher.js';
import { withCardMoved } from '../../src/store/cards.js';
import type { Store, StoredMapping } from '../../src/store/store.js';
import { WakeUp } from '../../src/util/concurrency/wake-up.js';
import { openStore, silentLog, temporaryFolder } from '../store/temporary.js';
import { reportedMapping } from '../support/reported-mapping.js';
import { VirtualTime } from '../support/virtual-time.js';

const LEASE_MS = 120_000;
const PAUSE_MS = 60_000;
const GAP_MS = 2_000;
const STOPPED_MS = 40_000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let time: VirtualTime;
/** By how much the wall clock was set back. */
let setBackMs: number;
const wallClock = () => time.now - setBackMs;
let open: Store;
/** The same, with errors. */
let store: Store;
let tick: () => void;
let dispatcher: Dispatcher;
let random: () => number;
/** The events of each reply, in order. */
let replies: string[][];
const posted = () => replies.flat();
/** When each was posted. */
let repliedAt: number[];
/** When each card was updated. */
let updatedAt: number[];
/** What the next calls meet, by method; well when there is nothing. */
let problem: Partial<Record<Method, (ChatErrorCode | 'disk' | undefined)[]>>;
/** What every call meets from now on. */
let lasting: Partial<Record<Method, ChatErrorCode>>;
let calls: Method[];
let states: string[];
let pointed: object[];
let options: PostOptions[];

/** What somebody does between a claim and its turn. */
let meanwhile: (() => Promise<unknown>) | undefined;
/** What happens to the mapping while its state is posted. */
let whileReported: (() => Promise<unknown>) | undefined;
/** What happens while its card is posted. */
let whilePosted: (() => Promise<unknown>) | undefined;

type Method = 'save' | 'find' | 'post' | 'card' | 'update' | 'point';

const meet = (method: Method) => {
  calls.push(method);
  const code = problem[method]?.shift() ?? lasting[method];
  if (code === 'disk') throw new Error('ENOSPC');
  if (code) throw new ChatError(code, code);
};

const slack: Chat = {
  async postCard({ main }) {
    meet('card');
    await whilePosted?.();
    return `${main.mapping.id === 'm1' ? 1 : 2}.0`;
  },
  async updateCard() {
    meet('update');
    updatedAt.push(time.now);
  },
  async postReply(_thread, events, _cardTs, how = {}) {
    const ids = events.map(({ id }) => id);
    options.push(how);
    try {
      meet('post');
    } catch (error) {
      if (error instanceof ChatError && error.code === 'uncertain') replies.push(ids);
      throw error;
    }
    replies.push(ids);
    repliedAt.push(time.now);
    return `${replies.length + 10}.0`;
  },
  async postState({ mapping }) {
    states.push(mapping.stage);
    await whileReported?.();
  },
  async pointToCard(_record, { channel, ts }, mayBeThere) {
    pointed.push({ channel, ts, mayBeThere });
    meet('point');
  },
  async find(_thread, events) {
    meet('find');
    const at = replies.findIndex((ids) => ids.some((id) => events.some((event) => event.id === id)));
    return at === -1 ? undefined : { ts: `${at + 11}.0`, events: replies[at] ?? [] };
  },
};

beforeEach(async () => {
  folder = await temporaryFolder();
  const saved = reportedMapping();
  time = new VirtualTime(saved.events.at(-1)?.at ?? 0);
  setBackMs = 0;
  open = await openStore(folder.path, wallClock, () => time.now);
  const { version: _, ...first } = withPending(saved);
  await open.create(first);
  store = time.holding({
    ...open,
    async claimOutbox(...limits: Parameters<Store['claimOutbox']>) {
      const claims = await open.claimOutbox(...limits);
      if (claims.length > 0) await meanwhile?.();
      return claims;
    },
    async save(changed: StoredMapping) {
      meet('save');
      return open.save(changed);
    },
    async markPosted(...message: Parameters<Store['markPosted']>) {
      meet('save');
      return open.markPosted(...message);
    },
  });
  replies = [];
  repliedAt = [];
  updatedAt = [];
  random = () => 0.5;
  calls = [];
  states = [];
  pointed = [];
  options = [];
  problem = {};
  lasting = {};
  meanwhile = undefined;
  whileReported = undefined;
  whilePosted = undefined;
  begin();
});
afterEach(async () => {
  await Promise.all([dispatcher.stop(), time.pass(PAUSE_MS)]);
  await store.close();
  await folder.remove();
});

/** As it was when its last event had just happened. */
function withPending(saved: StoredMapping): StoredMapping {
  const last = saved.events.at(-1)?.id ?? '';
  const { [last]: _, ...messages } = saved.messages;
  return { ...saved, messages, outbox: [{ event: last, attempts: 0, notBefore: 0 }] };
}

function begin(): void {
  dispatcher = createDispatcher({
    store,
    chat: slack,
    wakeUp: new WakeUp(),
    ticker: (work) => {
      tick = work;
      return { cancel() {} };
    },
    clock: { now: wallClock, monotonic: () => time.now },
    random: () => random(),
    sleep: time.sleep,
    log: silentLog,
  });
  dispatcher.start();
}

/** Lets time pass, and what is due be tried. */
async function later(ms: number): Promise<void> {
  await time.pass(ms);
  tick();
  await time.pass(GAP_MS);
}

it.each<ChatErrorCode>(['unavailable', 'rate-limited', 'channel-unusable', 'uncertain'])(
  'what may have been posted is searched until the search succeeds, also when Slack is %s meanwhile',
  async (code) => {
    problem = { save: ['disk'], find: [code, code] };
    await later(0);
    expect(posted()).toHaveLength(1);
    for (let tries = 0; tries < 5; tries++) await later(Math.max(LEASE_MS, 11 * PAUSE_MS));
    expect(posted()).toHaveLength(1);
    expect((await store.load('m1'))?.outbox).toEqual([]);
  },
);

it('what was posted in a turn meant for something else is searched, too', async () => {
  const saved = await store.load('m1');
  if (!saved) throw new Error('no record');
  const reported = { ...saved, outbox: [], card: { ...saved.card, shownRevision: 0 } };
  await store.save(reported);
  // The claim is for the card, and then there is an event to tell.
  meanwhile = async () => {
    meanwhile = undefined;
    problem = { save: ['disk'] };
    const now = await store.load('m1');
    if (now) await open.save({ ...now, outbox: saved.outbox });
  };
  await later(0);
  expect(posted()).toHaveLength(1);
  await later(LEASE_MS);
  expect(posted()).toHaveLength(1);
  expect((await store.load('m1'))?.outbox).toEqual([]);
});

it('posts nothing of a claim that another process took over while this one was stopped', async () => {
  let isTaken = false;
  const { claimOutbox, isHeld } = store;
  store.claimOutbox = async (...asked) => (isTaken ? [] : claimOutbox(...asked));
  store.isHeld = async (claim) => !isTaken && (await isHeld(claim));
  meanwhile = async () => {
    meanwhile = undefined;
    isTaken = true;
    time.now += STOPPED_MS;
  };
  await later(0);
  expect(calls).toEqual([]);
  isTaken = false;
  await later(2 * STOPPED_MS);
  expect(posted()).toHaveLength(1);
});

const stored = async (id = 'm1') => {
  const saved = await store.load(id);
  if (!saved) throw new Error(`no ${id}`);
  return saved;
};
const count = (method: Method) => calls.filter((each) => each === method).length;

/** Another mapping that has one event to tell. */
async function add(id: string, changes: Partial<StoredMapping['mapping']> = {}, channel = 'C1') {
  const saved = withPending(reportedMapping());
  const { version: _, ...first } = saved;
  return open.create({
    ...first,
    card: { ...first.card, channel },
    mapping: { ...saved.mapping, id, hostname: `${id}.example.com`, channel, ...changes },
    events: saved.events.map((event) => ({ ...event, id: `${id}-${event.id}`, mapping: id })),
    outbox: saved.outbox.map((item) => ({ ...item, event: `${id}-${item.event}` })),
  });
}

/** Minutes go by, one try each. */
const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute++) await later(PAUSE_MS);
};

describe('what Slack refuses for good', () => {
  it.each<[ChatErrorCode, number]>([
    ['refused-content', 3],
    ['refused-call', 3],
    ['unknown', 20],
  ])('%s: the event is undeliverable after %i tries, and the next one goes out', async (code, tries) => {
    const saved = await stored();
    const [first, second] = saved.events.slice(-2).map(({ id }) => id);
    const outbox = [first, second].map((event = '') => ({ event, attempts: 0, notBefore: 0 }));
    await open.save({ ...saved, outbox });
    problem = { post: Array(tries).fill(code) };
    await minutes(tries + 3);
    expect(posted().at(-1)).toBe(second);
    const { outbox: left, undeliverable } = await stored();
    expect(left).toEqual([]);
    expect(undeliverable).toEqual([{ event: first, reason: code, at: expect.any(Number) }]);
    expect(await dispatcher.report()).toMatchObject({ pending: 0, undeliverable: { [code]: 1 } });
  });

  it('is posted in its plain form from the second try on', async () => {
    problem = { post: ['refused-content'] };
    await minutes(2);
    expect(options.map(({ isPlain }) => isPlain)).toEqual([false, true]);
    expect((await stored()).outbox).toEqual([]);
  });

  it('never holds back an event because of an outage, however long', async () => {
    lasting = { post: 'uncertain', find: 'uncertain' };
    await minutes(60);
    expect((await stored()).outbox).toHaveLength(1);
    lasting = {};
    await minutes(2);
    expect((await stored()).outbox).toEqual([]);
    expect(posted()).toHaveLength(1);
  });

  it('is not asked of a card again until there is something else to show', async () => {
    const saved = await stored();
    await open.save({ ...saved, outbox: [], card: { ...saved.card, shownRevision: 0 } });
    lasting = { update: 'refused-content' };
    await minutes(30);
    expect(count('update')).toBe(3);
  });
});

describe('what is true of a channel', () => {
  it.each<ChatErrorCode>(['channel-unusable', 'unauthorised'])(
    '(%s) pauses the channel: few tries, nothing written, and other channels go on',
    async (code) => {
      for (let at = 0; at < 50; at++) await add(`a${at}`);
      await add('other', {}, 'C2');
      lasting = { post: code };
      await later(0);
      lasting = {};
      await later(GAP_MS);
      lasting = { post: code, find: code, update: code };
      calls = [];
      const versions = async () =>
        Promise.all(Array.from({ length: 50 }, async (_, at) => (await stored(`a${at}`)).version));
      await later(PAUSE_MS);
      const before = await versions();
      calls = [];
      await minutes(30);
      expect(calls.length).toBeLessThan(code === 'unauthorised' ? 70 : 20);
      expect(await versions()).toEqual(before);
      expect(dispatcher.problem()).toMatchObject({ code });
    },
  );

  it('is over when somebody lets the bot in', async () => {
    lasting = { post: 'channel-unusable', find: 'channel-unusable' };
    await minutes(20);
    lasting = {};
    expect((await stored()).outbox).toHaveLength(1);
    // Listeners and ports take its functions one by one.
    const { resume, settled, problem } = dispatcher;
    resume('C1');
    await Promise.all([settled('m1', GAP_MS), time.pass(GAP_MS)]);
    expect((await stored()).outbox).toEqual([]);
    expect(problem()).toBeUndefined();
  });

  it('ends no later when the clock is set back', async () => {
    lasting = { post: 'channel-unusable', find: 'channel-unusable' };
    await minutes(20);
    lasting = {};
    setBackMs = 3_600_000;
    await minutes(11);
    expect((await stored()).outbox).toEqual([]);
  });

  it('does not count against the event', async () => {
    lasting = { post: 'channel-unusable', find: 'channel-unusable' };
    await minutes(300);
    expect((await stored()).outbox).toMatchObject([{ attempts: 0 }]);
    expect((await stored()).undeliverable ?? []).toEqual([]);
  });
});

it('a search that is impossible ends in a possible duplicate that says so, not in silence', async () => {
  problem = { post: ['uncertain'] };
  lasting = { find: 'channel-unusable' };
  await minutes(30);
  expect((await stored()).outbox).toEqual([]);
  expect(posted()).toHaveLength(2);
  expect(options.at(-1)).toMatchObject({ mayBeDuplicate: true });
  expect(count('find')).toBe(5);
});

describe('a card', () => {
  const stale = async () => {
    const saved = await stored();
    await open.save({ ...saved, outbox: [], card: { ...saved.card, shownRevision: 0 } });
  };

  it('a card that can’t be edited any more stays, and its stage is posted once in its thread', async () => {
    await stale();
    const { ts } = (await stored()).card;
    lasting = { update: 'card-fixed' };
    await minutes(3);
    expect(states).toEqual(['removed']);
    const saved = await stored();
    expect(saved.card).toMatchObject({ ts, fixed: { stage: 'removed' } });
    await open.save({ ...saved, mapping: { ...saved.mapping, revision: saved.mapping.revision + 1 } });
    await minutes(3);
    expect(states).toEqual(['removed']);
    expect(count('update')).toBe(1);
    expect(count('card')).toBe(0);
  });

  it('a card that can’t be edited also posts a stage that came while the one before it was posted', async () => {
    await stale();
    const saved = await stored();
    await open.save({ ...saved, card: { ...saved.card, fixed: { stage: '' } } });
    whileReported = async () => {
      whileReported = undefined;
      const now = await stored();
      const { revision } = now.mapping;
      await store.save({ ...now, mapping: { ...now.mapping, stage: 'done', revision: revision + 1 } });
    };
    await minutes(3);
    expect(states).toEqual(['removed', 'done']);
  });

  it('a card whose thread is locked gets a successor, once; then what can’t be posted is given up', async () => {
    const { card } = await stored();
    lasting = { post: 'thread-locked' };
    await minutes(1);
    await minutes(2);
    expect((await stored()).card).toMatchObject({
      earlier: [{ channel: card.channel, ts: card.ts, because: 'locked' }],
      ts: '1.0',
    });
    await minutes(10);
    expect(count('card')).toBe(1);
    expect((await stored()).undeliverable).toMatchObject([{ reason: 'thread-locked' }]);
  });

  it('counts failed updates, with growing pauses', async () => {
    await stale();
    lasting = { update: 'unavailable' };
    for (let second = 0; second < 60; second++) await later(1_000);
    expect(count('update')).toBeLessThan(9);
    expect((await stored()).card.attempts).toBeGreaterThan(3);
    lasting = {};
    await minutes(2);
    expect((await stored()).card.attempts).toBeUndefined();
  });
});

describe('updates of cards that Slack limits', () => {
  const RATE_LIMIT_MS = 30_000;
  const addStale = async (id: string, channel: string) => {
    await add(id, {}, channel);
    const saved = await stored(id);
    await open.save({ ...saved, outbox: [], card: { ...saved.card, shownRevision: 0 } });
  };
  const isShown = async (id: string) => {
    const { card, mapping } = await stored(id);
    return card.shownRevision === mapping.revision && card.attempts === undefined;
  };

  it('wait in every channel, and hold back no reply', async () => {
    const ids = ['a0', 'a1', 'a2', 'b0', 'b1', 'b2'];
    for (const id of ids) await addStale(id, id.startsWith('a') ? 'C1' : 'C2');
    await later(0);
    lasting = { update: 'rate-limited' };
    await later(0);
    await add('asked');
    const askedAt = time.now;
    calls = [];
    await later(0);
    expect(posted().at(-1)).toMatch(/^asked/);
    expect(repliedAt.at(-1)).toBeLessThan(askedAt + 2 * GAP_MS);
    await later(RATE_LIMIT_MS / 2);
    expect(count('update')).toBe(0);
    lasting = {};
    for (let tries = 0; tries < 10; tries++) await later(RATE_LIMIT_MS / 5);
    expect(await Promise.all(ids.map(isShown))).toEqual(ids.map(() => true));
  });

  it('take no turn of their channel while they wait', async () => {
    await later(0);
    for (const id of ['a0', 'a1', 'a2', 'a3', 'a4']) await addStale(id, 'C1');
    lasting = { update: 'rate-limited' };
    calls = [];
    tick();
    const limitedAt = time.now;
    await add('asked');
    await time.pass(2 * GAP_MS);
    expect(count('update')).toBe(1);
    expect(posted().at(-1)).toMatch(/^asked/);
    expect(repliedAt.at(-1)).toBeLessThan(limitedAt + 1_200);
  });

  it('hold back no reply to the same domain that is due later', async () => {
    await later(0);
    for (const id of ['a0', 'a1']) await addStale(id, 'C1');
    const { outbox: _, ...a1 } = await stored('a1');
    const [event] = a1.events.slice(-1);
    const dueAt = time.now + 5_000;
    await open.save({
      ...a1,
      outbox: [{ event: event?.id ?? '', attempts: 0, notBefore: dueAt }],
      messages: {},
    });
    lasting = { update: 'rate-limited' };
    for (let seconds = 0; seconds < 8; seconds++) {
      tick();
      await time.pass(1_000);
    }
    expect(posted()).toContain(event?.id);
    expect(count('update')).toBe(1);
  });

  it('go on at different times in different channels', async () => {
    const ids = Array.from({ length: 20 }, (_, at) => `u${at}`);
    for (const id of ids) await addStale(id, `C-${id}`);
    let drawn = 0;
    random = () => (drawn++ % 20) / 20;
    lasting = { update: 'rate-limited' };
    tick();
    const limitedAt = time.now;
    await time.pass(GAP_MS);
    lasting = {};
    for (let seconds = 0; seconds < 60; seconds++) {
      await time.pass(1_000);
      tick();
    }
    expect(await Promise.all(ids.map(isShown))).toEqual(ids.map(() => true));
    expect(Math.min(...updatedAt) - limitedAt).toBeGreaterThanOrEqual(RATE_LIMIT_MS);
    expect(new Set(updatedAt).size).toBeGreaterThan(10);
  });
});

describe('a card that moves', () => {
  const moveTo = async (channel: string) => {
    const saved = await stored();
    const moved = withCardMoved({ ...saved, mapping: { ...saved.mapping, channel } }, channel);
    await store.save(moved);
    return saved.card;
  };

  it('is posted again before what waits, and then the old thread says where it is', async () => {
    const old = await moveTo('C2');
    await minutes(3);
    expect(calls.filter((each) => each !== 'save')).toEqual(['card', 'post', 'point']);
    expect(pointed).toEqual([{ channel: 'C1', ts: old.ts, mayBeThere: false }]);
    expect((await stored()).card).toMatchObject({
      channel: 'C2',
      ts: '1.0',
      earlier: [{ channel: 'C1', ts: old.ts, because: 'moved' }],
    });
    await minutes(5);
    expect(pointed).toHaveLength(1);
  });

  it.each<ChatErrorCode>(['channel-unusable', 'card-gone', 'thread-locked', 'refused-content'])(
    'loses nothing when its old place is %s',
    async (code) => {
      lasting = { point: code };
      await moveTo('C2');
      await minutes(5);
      expect(count('point')).toBe(1);
      expect(posted()).toHaveLength(1);
      expect((await stored()).card.earlier).toEqual([
        expect.not.objectContaining({ pointer: expect.anything() }),
      ]);
      expect(dispatcher.problem()).toBeUndefined();
    },
  );

  it('searches for what its old thread may say already, after an attempt of unknown outcome', async () => {
    problem = { point: ['uncertain'] };
    await moveTo('C2');
    await minutes(2);
    expect(pointed.map((each) => 'mayBeThere' in each && each.mayBeThere)).toEqual([false, true]);
  });

  it('while it is being posted leaves the one that came too late as an earlier card', async () => {
    const saved = await stored();
    const [first] = saved.events;
    await open.save({
      ...saved,
      card: { channel: 'C1', shownRevision: -1, notBefore: 0 },
      outbox: [{ event: first?.id ?? '', attempts: 0, notBefore: 0 }],
    });
    whilePosted = async () => {
      whilePosted = undefined;
      await moveTo('C2');
    };
    await minutes(5);
    expect(count('card')).toBe(2);
    expect((await stored()).card).toMatchObject({
      channel: 'C2',
      earlier: [{ channel: 'C1', ts: '1.0', because: 'moved' }],
    });
    expect(pointed).toMatchObject([{ channel: 'C1' }]);
  });
});

it('a www mapping whose primary is gone gets a card of its own and is posted there', async () => {
  const { card: _, ...www } = await add('www', { primary: 'gone' });
  await open.save({ ...www, card: { channel: 'C1', shownRevision: -1, notBefore: 0 } });
  await minutes(2);
  const saved = await stored('www');
  expect(saved.mapping.primary).toBeUndefined();
  expect(saved.card.ts).toBe('2.0');
  expect(saved.outbox).toEqual([]);
});

it('a www mapping waits for its primary’s card without writing anything', async () => {
  await add('main', {}, 'C9');
  const main = await stored('main');
  await open.save({ ...main, outbox: [], card: { channel: 'C9', shownRevision: -1, notBefore: 0 } });
  await add('www', { primary: 'main' });
  await later(0);
  const { version } = await stored('www');
  await minutes(5);
  expect((await stored('www')).version).toBe(version);
});

describe('a mapping’s file that can’t be read', () => {
  const damage = async (id: string, text: string) => {
    const mappings = join(folder.path, 'mappings');
    const name = (await readdir(mappings)).find((each) => each.includes(`.${id}.json`)) ?? '';
    await writeFile(join(mappings, name), text);
  };

  it('holds up no reply, and is set aside at its next reading', async () => {
    for (let at = 0; at < 5; at++) await add(`a${at}`, {}, `C${at}`);
    await dispatcher.stop();
    await store.close();
    open = await openStore(folder.path, wallClock, () => time.now);
    store = time.holding({ ...open });
    await damage('a0', '{ "version": 1, "map');
    begin();
    await minutes(2);
    for (let at = 1; at < 5; at++) expect((await stored(`a${at}`)).outbox).toEqual([]);
    expect(await store.load('a0')).toBeUndefined();
    expect(store.setAside()).toMatchObject([{ file: expect.stringContaining('a0.json.damaged-') }]);
  });
});

describe('the gap between a channel’s messages', () => {
  const restartWith = async (changes: Partial<Store>) => {
    await dispatcher.stop();
    store = { ...time.holding(open), ...changes };
    begin();
  };

  it('counts from the message, however long its record took to read', async () => {
    for (const id of ['a', 'b', 'c']) await add(id);
    const slowMs = [3_000, 0, 1_500, 0];
    await restartWith({
      async loadReplyPart(id) {
        await time.sleep(slowMs.shift() ?? 0);
        return open.loadReplyPart(id);
      },
    });
    await minutes(2);
    const gaps = repliedAt.slice(1).map((at, index) => at - (repliedAt[index] ?? 0));
    expect(gaps).toHaveLength(3);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
  });

  it('keeps what is due again and again, with nothing to send, from keeping the process busy', async () => {
    let reads = 0;
    await restartWith({
      async loadReplyPart(id) {
        reads++;
        const part = await time.hold(open.loadReplyPart(id));
        return part && { ...part, outbox: [] };
      },
    });
    tick();
    await time.pass(10_500);
    expect(posted()).toEqual([]);
    expect(reads).toBeLessThanOrEqual(11);
  });
});

it('a failure of the disk is followed by a short pause, not by the end of the lease', async () => {
  problem = { save: ['disk'] };
  await later(0);
  await later(3_000);
  expect((await stored()).outbox).toEqual([]);
  expect(posted()).toHaveLength(1);
});

it('tells what has waited longest', async () => {
  lasting = { post: 'unavailable', find: 'unavailable' };
  await minutes(3);
  const event = (await stored()).events.at(-1);
  expect(await dispatcher.report()).toMatchObject({ pending: 1, oldest: { mapping: 'm1', at: event?.at } });
});
