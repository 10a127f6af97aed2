import type { KnownBlock } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../../src/core/events/event.js';
import type { ChatErrorCode } from '../../../../src/core/ports/chat-error.js';
import type { Chat } from '../../../../src/outbox/chat.js';
import { boltLogger, createClients } from '../../../../src/slack/connection/clients.js';
import { readMetadata } from '../../../../src/slack/outbound/metadata.js';
import { createSlackChat } from '../../../../src/slack/outbound/posts/chat.js';
import type { StoredMapping } from '../../../../src/store/store.js';
import { silentLog } from '../../../store/temporary.js';
import { NOON, newStoredMapping } from '../../../store/typical-mapping.js';
import { type Call, FakeSlack, type Responder } from '../../../support/fake-slack.js';

const CHANNEL = 'C0123456789';
const CARD_TS = '1700000000.000100';
const POST = 'chat.postMessage';
const blocks: KnownBlock[] = [{ type: 'section', text: { type: 'mrkdwn', text: '*card*' } }];
const stored: StoredMapping = { ...newStoredMapping('m1'), version: 1 };
const thread = { main: stored };
const event: DomainEvent = {
  id: 'e-1',
  mapping: 'm1',
  hostname: 'm1.example.com',
  type: 'alias.added',
  at: NOON,
  by: 'U0123456789',
  details: { already: false, afterMs: 1_000 },
  previous: 'hash-of-the-one-before',
};

let slack: FakeSlack;
let chat: Chat;
/** Whether the view of a reply throws. */
let isBroken = false;

beforeEach(async () => {
  isBroken = false;
  slack = await new FakeSlack().start();
  slack.answer(POST, () => ({ ok: true, ts: CARD_TS }));
  chat = createSlackChat({
    client: createClients({
      botToken: 'xoxb-1',
      apiUrl: slack.apiUrl,
      logger: boltLogger(silentLog),
    }).background,
    card: () => ({ text: 'the card', blocks }),
    reply: (_, events) => {
      if (isBroken) throw new RangeError('Invalid time value');
      return { text: `reply ${events.map(({ type }) => type)}`, blocks };
    },
    state: () => ({ text: 'the state', blocks }),
    pointer: () => ({ text: 'moved', blocks }),
    plain: { card: () => 'the card, plainly', reply: (_, { type }) => `${type}, plainly` },
    log: silentLog,
  });
});
afterEach(() => slack.stop());

const failsOnce =
  (error: string): Responder =>
  () =>
    slack.of(POST).length === 1 ? { ok: false, error } : { ok: true, ts: CARD_TS };
const argsOf = (call: Call | undefined) => call?.args ?? {};

describe('a message', () => {
  it('carries its event as metadata, text beside its blocks, and unfurls nothing', async () => {
    expect(await chat.postReply(thread, [event], '1.1')).toBe(CARD_TS);
    const { metadata = '', blocks: sent = '', ...rest } = argsOf(slack.calls[0]);
    expect(JSON.parse(metadata)).toEqual({
      event_type: 'domain_event',
      event_payload: {
        id: 'e-1',
        mapping: 'm1',
        hostname: 'm1.example.com',
        type: 'alias.added',
        at: '2026-11-20T12:00:00.000Z',
        by: 'U0123456789',
        details: { already: false, afterMs: 1_000 },
        previous: 'hash-of-the-one-before',
      },
    });
    expect(JSON.parse(sent)).toEqual(blocks);
    expect(rest).toEqual({
      channel: CHANNEL,
      thread_ts: '1.1',
      text: 'reply alias.added',
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
  });

  it('a message that is a card also carries what the mapping is', async () => {
    expect(await chat.postCard(thread, event)).toBe(CARD_TS);
    expect(readMetadata(JSON.parse(argsOf(slack.calls[0])['metadata'] ?? ''))).toEqual({
      events: [{ event }],
      mapping: stored.mapping,
      held: [],
    });
  });

  it('under a card is a reply, and not broadcast', async () => {
    await chat.postReply(thread, [event], CARD_TS);
    expect(argsOf(slack.calls[0])).toMatchObject({ thread_ts: CARD_TS, text: 'reply alias.added' });
    expect(argsOf(slack.calls[0])).not.toHaveProperty('reply_broadcast');
  });

  it.each(['invalid_blocks', 'msg_blocks_too_long', 'msg_too_long'])(
    'whose blocks are refused (%s) is posted once more, as text, with its metadata',
    async (error) => {
      slack.answer(POST, failsOnce(error));
      expect(await chat.postCard(thread, event)).toBe(CARD_TS);
      expect(slack.calls).toHaveLength(2);
      expect(argsOf(slack.calls[1])).not.toHaveProperty('blocks');
      expect(argsOf(slack.calls[1])['metadata']).toBe(argsOf(slack.calls[0])['metadata']);
    },
  );

  it('a message that is refused as text too is posted in its plain form, with the metadata that identifies it', async () => {
    slack.answer(POST, ({ args }) =>
      args['text']?.includes('plainly')
        ? { ok: true, ts: CARD_TS }
        : { ok: false, error: 'metadata_too_large' },
    );
    expect(await chat.postReply(thread, [event], CARD_TS)).toBe(CARD_TS);
    expect(slack.calls).toHaveLength(3);
    expect(argsOf(slack.calls[2])['text']).toBe('alias.added, plainly');
    const carried = readMetadata(JSON.parse(argsOf(slack.calls[2])['metadata'] ?? ''));
    expect(carried).toMatchObject({ events: [{ isReduced: true, event: { ...event, details: {} } }] });
  });

  it('a message that is refused in every form is given up', async () => {
    slack.answer(POST, () => ({ ok: false, error: 'invalid_blocks' }));
    await expect(chat.postCard(thread, event)).rejects.toMatchObject({ code: 'refused-content' });
    expect(slack.calls).toHaveLength(3);
  });

  it('a message whose view throws is posted in its plain form: that is no fault of Slack’s', async () => {
    isBroken = true;
    expect(await chat.postReply(thread, [event], CARD_TS)).toBe(CARD_TS);
    expect(slack.calls).toHaveLength(1);
    expect(argsOf(slack.calls[0])).toMatchObject({ text: 'alias.added, plainly', thread_ts: CARD_TS });
    expect(argsOf(slack.calls[0])).not.toHaveProperty('blocks');
  });

  it('a message that nobody could search for says in its metadata that it may be a duplicate', async () => {
    await chat.postReply(thread, [event], CARD_TS, { mayBeDuplicate: true });
    const metadata = JSON.parse(argsOf(slack.calls[0])['metadata'] ?? '');
    expect(metadata.event_payload.may_be_duplicate).toBe(true);
    expect(readMetadata(metadata)?.events[0]?.event).toEqual(event);
  });

  it('is never posted twice of its own accord', async () => {
    slack.answer(POST, (_, response) => void response.destroy());
    await expect(chat.postCard(thread, event)).rejects.toMatchObject({ code: 'uncertain' });
    expect(slack.calls).toHaveLength(1);
  });

  it('without a ts may or may not be there', async () => {
    slack.answer(POST, () => ({ ok: true }));
    await expect(chat.postCard(thread, event)).rejects.toMatchObject({ code: 'uncertain' });
  });
});

describe('a reply to a card that was deleted', () => {
  const intoTheChannel = () => ({ ok: true, ts: '9.000001', message: { ts: '9.000001', text: 'x' } });
  const inThread = () => ({ ok: true, ts: '9.000001', message: { ts: '9.000001', thread_ts: CARD_TS } });

  it.each<[string, Responder]>([
    ['gone', () => ({ ok: false, error: 'thread_not_found' })],
    ['a tombstone', () => ({ ok: true, messages: [{ ts: CARD_TS, subtype: 'tombstone' }] })],
  ])(
    'a reply that Slack put into the channel because its card was deleted is deleted there (the card is %s)',
    async (_, replies) => {
      slack.answer(POST, intoTheChannel);
      slack.answer('conversations.replies', replies);
      slack.answer('chat.delete', () => ({ ok: true }));
      await expect(chat.postReply(thread, [event], CARD_TS)).rejects.toMatchObject({ code: 'card-gone' });
      expect(slack.of('chat.delete').map(({ args }) => args)).toEqual([{ channel: CHANNEL, ts: '9.000001' }]);
    },
  );

  it('a stray reply that can’t be deleted stays, and a new card is needed all the same', async () => {
    slack.answer(POST, intoTheChannel);
    slack.answer('conversations.replies', () => ({ ok: false, error: 'thread_not_found' }));
    slack.answer('chat.delete', () => ({ ok: false, error: 'cant_delete_message' }));
    await expect(chat.postReply(thread, [event], CARD_TS)).rejects.toMatchObject({ code: 'card-gone' });
  });

  it('is distinguished from one under a card that is there', async () => {
    slack.answer(POST, inThread);
    expect(await chat.postReply(thread, [event], CARD_TS)).toBe('9.000001');
    expect(slack.calls).toHaveLength(1);
    slack.answer(POST, intoTheChannel);
    slack.answer('conversations.replies', () => ({ ok: true, messages: [{ ts: CARD_TS }] }));
    expect(await chat.postReply(thread, [event], CARD_TS)).toBe('9.000001');
    expect(slack.of('chat.delete')).toEqual([]);
  });
});

describe('the state under a card that can’t be edited', () => {
  it('is a reply of its own, without an event', async () => {
    await chat.postState(stored, CARD_TS);
    expect(argsOf(slack.calls[0])).toMatchObject({ text: 'the state', thread_ts: CARD_TS });
    expect(argsOf(slack.calls[0])).not.toHaveProperty('metadata');
  });
});

describe('an update', () => {
  it('shows the card again and carries what the mapping is now', async () => {
    slack.answer('chat.update', () => ({ ok: true }));
    await chat.updateCard(thread, CARD_TS);
    const { metadata = '', blocks: sent = '', ...rest } = argsOf(slack.calls[0]);
    expect(rest).toEqual({ channel: CHANNEL, ts: CARD_TS, text: 'the card' });
    expect(JSON.parse(sent)).toEqual(blocks);
    expect(readMetadata(JSON.parse(metadata))).toEqual({
      events: [{ event: stored.events[0] }],
      mapping: stored.mapping,
      held: [],
    });
  });

  it.each<[string, ChatErrorCode]>([
    ['message_not_found', 'card-gone'],
    ['cant_update_message', 'card-fixed'],
    ['edit_window_closed', 'card-fixed'],
    ['is_inactive', 'channel-unusable'],
    ['channel_not_found', 'channel-unusable'],
  ])('refused as %s means %s', async (error, code) => {
    slack.answer('chat.update', () => ({ ok: false, error }));
    await expect(chat.updateCard(thread, CARD_TS)).rejects.toMatchObject({ code });
  });

  it('an update whose blocks are refused shows text in their place', async () => {
    slack.answer('chat.update', ({ args }) =>
      args['blocks'] === '[]' ? { ok: true } : { ok: false, error: 'invalid_blocks' },
    );
    await chat.updateCard(thread, CARD_TS);
    expect(slack.of('chat.update')).toHaveLength(2);
  });
});

describe('searching for an event', () => {
  const message = (id: string, ts: string) => ({
    ts,
    metadata: { event_type: 'domain_event', event_payload: { id } },
  });
  /** One page a cursor; the event asked for is on page `at`. */
  const pages =
    (at: number, last: number): Responder =>
    ({ args }) => {
      const page = Number(args['cursor'] ?? 0);
      const others = [{ ts: '1.1' }, { ts: '1.2', metadata: { event_type: 'else' } }, message('e-0', '1.3')];
      return {
        ok: true,
        messages: page === at ? [...others, message('e-1', '9.9')] : others,
        response_metadata: { next_cursor: page < last ? String(page + 1) : '' },
      };
    };

  it('reads the channel for a card, page by page, with all metadata, from shortly before it', async () => {
    slack.answer('conversations.history', pages(2, 5));
    expect(await chat.find(thread, [event], undefined)).toMatchObject({ ts: '9.9' });
    expect(slack.calls.map(({ args }) => args['cursor'])).toEqual([undefined, '1', '2']);
    for (const { args } of slack.calls) {
      expect(args).toMatchObject({ channel: CHANNEL, include_all_metadata: 'true' });
      expect(Number(args['oldest'])).toBeLessThan(NOON / 1000);
      expect(Number(args['oldest'])).toBeGreaterThanOrEqual(NOON / 1000 - 3_600);
    }
  });

  it('reads the thread for a reply', async () => {
    slack.answer('conversations.replies', pages(1, 1));
    expect(await chat.find(thread, [event], CARD_TS)).toMatchObject({ ts: '9.9' });
    expect(argsOf(slack.calls[0])).toMatchObject({
      ts: CARD_TS,
      oldest: CARD_TS,
      include_all_metadata: 'true',
    });
  });

  it('goes by Slack’s clock in a thread: after what was posted last', async () => {
    slack.answer('conversations.replies', pages(0, 0));
    const messages = { 'e-a': '1700000000.000900', 'e-b': '1700000000.000300' };
    await chat.find({ main: { ...stored, messages } }, [event], CARD_TS);
    expect(argsOf(slack.calls[0])).toMatchObject({ oldest: '1700000000.000900' });
  });

  const before = '1690000000.000100';
  const moved = {
    ...stored,
    card: { ...stored.card, channel: CHANNEL, earlier: [{ channel: 'C9OLD', ts: before, because: 'moved' }] },
    events: [event, { ...event, id: 'e-2', type: 'card.moved', details: {} }],
  } as StoredMapping;

  it('of a reply also searches under the card before it moved', async () => {
    slack.answer('conversations.replies', ({ args }) => ({
      ok: true,
      messages: args['channel'] === 'C9OLD' ? [message('e-1', '8.8')] : [],
    }));
    expect(await chat.find({ main: moved }, [event], CARD_TS)).toMatchObject({ ts: '8.8' });
    expect(slack.calls.map(({ args }) => [args['channel'], args['ts']])).toEqual([
      [CHANNEL, CARD_TS],
      ['C9OLD', before],
    ]);
  });

  it.each(['not_in_channel', 'channel_not_found', 'thread_not_found'])(
    'goes on where that card can’t be read any more (%s)',
    async (error) => {
      slack.answer('conversations.replies', ({ args }) =>
        args['channel'] === 'C9OLD' ? { ok: false, error } : { ok: true, messages: [] },
      );
      expect(await chat.find({ main: moved }, [event], CARD_TS)).toBeUndefined();
    },
  );

  it('of a card takes no earlier one of the same mapping for it', async () => {
    slack.answer('conversations.history', () => ({ ok: true, messages: [message('e-1', before)] }));
    const again = {
      ...moved,
      card: { ...moved.card, earlier: [{ channel: CHANNEL, ts: before, because: 'moved' }] },
    };
    expect(await chat.find({ main: again as StoredMapping }, [event], undefined)).toBeUndefined();
    expect(await chat.find({ main: stored }, [event], undefined)).toMatchObject({ ts: before });
  });

  it('finds nothing when the last page has been read', async () => {
    slack.answer('conversations.history', pages(-1, 3));
    expect(await chat.find(thread, [event], undefined)).toBeUndefined();
    expect(slack.calls).toHaveLength(4);
  });

  it('does not read on forever at once, does not call it absent, and goes on where it was', async () => {
    slack.answer('conversations.history', pages(44, 50));
    for (const calls of [20, 40]) {
      await expect(chat.find(thread, [event], undefined)).rejects.toMatchObject({ code: 'unavailable' });
      expect(slack.calls).toHaveLength(calls);
    }
    expect(await chat.find(thread, [event], undefined)).toMatchObject({ ts: '9.9' });
    expect(slack.calls).toHaveLength(45);
  });

  it('goes on where Slack asked it to wait: who begins again each time never comes to the end', async () => {
    const all = pages(3, 5);
    let calls = 0;
    slack.answer('conversations.history', (call, response) => {
      if (++calls % 2 === 1) return all(call, response);
      response.writeHead(429, { 'retry-after': '1' }).end();
      return undefined;
    });
    for (let tries = 0; tries < 3; tries++)
      await expect(chat.find(thread, [event], undefined)).rejects.toMatchObject({ code: 'rate-limited' });
    expect(await chat.find(thread, [event], undefined)).toMatchObject({ ts: '9.9' });
    // What was found is forgotten: the next search is one of its own.
    calls = 0;
    await chat.find(thread, [event], undefined).catch(() => undefined);
    expect(slack.calls.at(-2)?.args['cursor']).toBeUndefined();
  });

  it('begins again when Slack does not know any more where it was', async () => {
    const all = pages(1, 3);
    slack.answer('conversations.history', (call, response) => {
      if (call.args['cursor'] === undefined && slack.calls.length === 1) return all(call, response);
      return slack.calls.length === 2
        ? { ok: false, error: 'internal_error' }
        : { ok: false, error: 'invalid_cursor' };
    });
    await expect(chat.find(thread, [event], undefined)).rejects.toThrow();
    await expect(chat.find(thread, [event], undefined)).rejects.toThrow();
    slack.answer('conversations.history', all);
    expect(await chat.find(thread, [event], undefined)).toMatchObject({ ts: '9.9' });
    expect(slack.calls.at(-2)?.args['cursor']).toBeUndefined();
  });

  it('a search for an event that fails says why', async () => {
    slack.answer('conversations.replies', () => ({ ok: false, error: 'thread_not_found' }));
    await expect(chat.find(thread, [event], CARD_TS)).rejects.toMatchObject({ code: 'card-gone' });
  });
});

describe('where a card moved to', () => {
  const earlier = { channel: 'C9OLD', ts: '1690000000.000100', because: 'moved' } as const;
  beforeEach(() => {
    slack.answer('chat.update', () => ({ ok: true }));
  });

  it('stands in place of the old card and in its thread, apart from events', async () => {
    await chat.pointToCard(stored, earlier, false);
    expect(slack.of('chat.update').map(({ args }) => args)).toMatchObject([
      { channel: 'C9OLD', ts: earlier.ts, text: 'moved' },
    ]);
    const [{ args } = { args: {} as Record<string, string> }] = slack.of(POST);
    expect(args).toMatchObject({ channel: 'C9OLD', thread_ts: earlier.ts, text: 'moved' });
    expect(readMetadata(JSON.parse(args['metadata'] ?? ''))).toBeUndefined();
  });

  it('is said once: an attempt that may have succeeded is searched', async () => {
    const id = `m1 moved ${earlier.ts}`;
    slack.answer('conversations.replies', () => ({
      ok: true,
      messages: [{ ts: '9.9', metadata: { event_type: 'domain_card_moved', event_payload: { id } } }],
    }));
    await chat.pointToCard(stored, earlier, true);
    expect(slack.of(POST)).toEqual([]);
  });

  it('is said in the thread where the card can’t be edited any more', async () => {
    slack.answer('chat.update', () => ({ ok: false, error: 'edit_window_closed' }));
    await chat.pointToCard(stored, earlier, false);
    expect(slack.of(POST)).toHaveLength(1);
  });

  it('is not said where the card was deleted', async () => {
    slack.answer('chat.update', () => ({ ok: false, error: 'message_not_found' }));
    await expect(chat.pointToCard(stored, earlier, false)).rejects.toMatchObject({ code: 'card-gone' });
    expect(slack.of(POST)).toEqual([]);
  });
});
