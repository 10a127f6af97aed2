import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/sandbox/slack/page-api.js';
import { ALICE, BOB, button, DOMAINS, GENERAL, openSlack, section } from '../sandbox.js';

const metadata = { event_type: 'domain_event', event_payload: { id: 'e1' } };

const textsOf = (page: object): string[] =>
  'messages' in page ? (page.messages as { text: string }[]).map(({ text }) => text) : [];

async function posted(draft: JsonObject = {}) {
  const { slack, client, call } = await openSlack();
  const { ts = '' } = await client.chat.postMessage({ channel: DOMAINS, text: 'first', ...draft });
  const probe = () => slack.workspace.find(DOMAINS, ts);
  const update = (change: JsonObject) => call('chat.update', { channel: DOMAINS, ts, ...change });
  return { slack, client, call, ts, probe, update };
}

describe('chat.postMessage', () => {
  it('answers with the message as Slack keeps it', async () => {
    const { client } = await openSlack();
    const answer = await client.chat.postMessage({
      channel: DOMAINS,
      text: 'hi',
      blocks: [section('hi')] as never,
      metadata,
    });
    expect(answer).toMatchObject({
      ok: true,
      channel: DOMAINS,
      ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
      message: { type: 'message', user: 'U0DOMAINS', bot_id: 'B0DOMAINS', text: 'hi', metadata },
    });
    expect(answer.message?.blocks?.[0]?.block_id).toEqual(expect.any(String));
  });

  it('gives each message its own ts, in order, even within a millisecond', async () => {
    const { slack, call } = await openSlack({ now: () => 1_800_000_000_000 });
    await Promise.all([1, 2, 3].map((n) => call('chat.postMessage', { channel: DOMAINS, text: `${n}` })));
    const stamps = slack.workspace.messages(DOMAINS).map(({ ts }) => ts);
    expect(stamps).toEqual(['1800000000.000000', '1800000000.000001', '1800000000.000002']);
  });

  it('cuts text after 40,000 characters, and warns', async () => {
    const { call } = await openSlack();
    const answer = await call('chat.postMessage', { channel: DOMAINS, text: 'x'.repeat(40_001) });
    expect(answer).toMatchObject({ response_metadata: { warnings: ['message_truncated'] } });
    expect((answer['message'] as { text: string }).text).toHaveLength(40_000);
  });

  it('replies to a parent, never to a reply', async () => {
    const { client, call, ts } = await posted();
    const reply = await client.chat.postMessage({ channel: DOMAINS, text: 'reply', thread_ts: ts });
    expect(reply.message).toMatchObject({ thread_ts: ts });
    expect(
      await call('chat.postMessage', { channel: DOMAINS, text: 'x', thread_ts: reply.ts }),
    ).toMatchObject({ error: 'cannot_reply_to_message' });
  });
});

describe('chat.update', () => {
  it('takes the blocks away when there is text alone, and marks the edit', async () => {
    const { update, probe } = await posted({ blocks: [section('block')] });
    expect(await update({ text: 'second' })).toMatchObject({ ok: true, text: 'second' });
    expect(probe()).toMatchObject({ text: 'second', edited: true });
    expect(probe()).not.toHaveProperty('blocks');
  });

  it('leaves the text when there are blocks alone, and marks nothing', async () => {
    const { update, probe } = await posted();
    await update({ blocks: [section('block')] });
    expect(probe()).toMatchObject({ text: 'first', blocks: [section('block')] });
    expect(probe()).not.toHaveProperty('edited');
  });

  it('keeps the metadata unless it is given, and removes it for an empty object', async () => {
    const { update, probe } = await posted({ metadata });
    await update({ text: 'second' });
    expect(probe()).toMatchObject({ metadata });
    await update({ text: 'third', metadata: { event_type: 'other', event_payload: {} } });
    expect(probe()).toMatchObject({ metadata: { event_type: 'other' } });
    await update({ text: 'fourth', metadata: {} });
    expect(probe()).not.toHaveProperty('metadata');
  });

  it.each<[string, JsonObject]>([
    ['msg_too_long', { text: 'x'.repeat(4001) }],
    ['no_text', {}],
    ['invalid_blocks', { blocks: [{ type: 'no' }] }],
    [
      'metadata_too_large',
      { text: 'x', metadata: { event_type: 'x', event_payload: { x: 'x'.repeat(8000) } } },
    ],
  ])('%s, and changes nothing', async (error, change) => {
    const { update, probe } = await posted({ metadata });
    expect(await update(change)).toMatchObject({ ok: false, error });
    expect(probe()).toMatchObject({ text: 'first', metadata });
  });

  it('takes 4,000 characters', async () => {
    const { update } = await posted();
    expect(await update({ text: 'x'.repeat(4000) })).toMatchObject({ ok: true });
  });

  it('can’t reach an ephemeral message', async () => {
    const { call } = await openSlack();
    const { message_ts: ts } = await call('chat.postEphemeral', { channel: DOMAINS, user: ALICE, text: 'x' });
    expect(await call('chat.update', { channel: DOMAINS, ts, text: 'y' })).toMatchObject({ ok: false });
  });
});

describe('what the channel gives back', () => {
  it('is parents and broadcasts, newest first; replies are in their thread, oldest first', async () => {
    const { client, ts } = await posted({ metadata });
    const reply = { channel: DOMAINS, thread_ts: ts };
    await client.chat.postMessage({ ...reply, text: 'one' });
    await client.chat.postMessage({ ...reply, text: 'two', reply_broadcast: true });
    await client.chat.postEphemeral({ channel: DOMAINS, user: ALICE, text: 'psst' });
    const { messages = [] } = await client.conversations.history({ channel: DOMAINS });
    expect(messages.map(({ text }) => text)).toEqual(['two', 'first']);
    expect(messages[1]).toMatchObject({ reply_count: 2, thread_ts: ts });
    const thread = await client.conversations.replies({ channel: DOMAINS, ts });
    expect(thread.messages?.map(({ text }) => text)).toEqual(['first', 'one', 'two']);
  });

  it('holds only the type of metadata unless all is asked for', async () => {
    const { client, ts } = await posted({ metadata });
    const ask = { channel: DOMAINS, include_all_metadata: true };
    const bare = await client.conversations.history({ channel: DOMAINS });
    expect(bare.messages?.[0]?.metadata).toEqual({ event_type: 'domain_event' });
    const full = await client.conversations.history(ask);
    expect(full.messages?.[0]?.metadata).toEqual(metadata);
    const thread = await client.conversations.replies({ ...ask, ts });
    expect(thread.messages?.[0]?.metadata).toEqual(metadata);
  });

  it('comes in pages that new messages do not shift', async () => {
    const { client } = await openSlack();
    const post = (text: string) => client.chat.postMessage({ channel: DOMAINS, text });
    for (const text of ['1', '2', '3', '4', '5']) await post(text);
    const seen: string[] = [];
    for await (const page of client.paginate('conversations.history', { channel: DOMAINS, limit: 2 })) {
      seen.push(...textsOf(page));
      await post('late');
    }
    expect(seen).toEqual(['5', '4', '3', '2', '1']);
  });

  it('pages through a thread with its parent once', async () => {
    const { client, ts } = await posted();
    for (const text of ['1', '2', '3'])
      await client.chat.postMessage({ channel: DOMAINS, text, thread_ts: ts });
    const seen: string[] = [];
    for await (const page of client.paginate('conversations.replies', { channel: DOMAINS, ts, limit: 2 }))
      seen.push(textsOf(page).join());
    expect(seen).toEqual(['first,1', '2,3']);
  });

  it.each<[string, JsonObject, string[]]>([
    ['after oldest', { oldest: '1800000001.000000' }, ['3']],
    ['from oldest on', { oldest: '1800000001.000000', inclusive: true }, ['3', '2']],
    ['before latest', { latest: '1800000001.000000' }, ['1']],
    ['one message', { oldest: '1800000001', latest: '1800000001', inclusive: true }, ['2']],
  ])('can be cut: %s', async (_, range, expected) => {
    let now = 1_800_000_000_000;
    const { call } = await openSlack({ now: () => now });
    for (const text of ['1', '2', '3']) {
      await call('chat.postMessage', { channel: DOMAINS, text });
      now += 1000;
    }
    const { messages } = await call('conversations.history', { channel: DOMAINS, ...range });
    expect((messages as { text: string }[]).map(({ text }) => text)).toEqual(expected);
  });
});

it('leaves a tombstone for a parent with replies, and nothing for a message without', async () => {
  const { slack, client, ts } = await posted({ metadata });
  const { ts: reply = '' } = await client.chat.postMessage({ channel: DOMAINS, text: 'one', thread_ts: ts });
  await client.chat.delete({ channel: DOMAINS, ts });
  const thread = await client.conversations.replies({ channel: DOMAINS, ts, include_all_metadata: true });
  expect(thread.messages?.[0]).toMatchObject({ subtype: 'tombstone' });
  expect(thread.messages?.[0]).not.toHaveProperty('metadata');
  await client.chat.delete({ channel: DOMAINS, ts: reply });
  expect(slack.workspace.find(DOMAINS, reply)).toBeUndefined();
  expect(slack.workspace.find(DOMAINS, ts)).toMatchObject({ replyCount: 0 });
});

it('keeps ephemeral messages beside the channel, for one user', async () => {
  const { slack, client } = await openSlack();
  await client.chat.postEphemeral({ channel: DOMAINS, user: BOB, text: 'psst', metadata } as never);
  const [message] = slack.workspace.messages(DOMAINS);
  expect(message).toMatchObject({ ephemeralFor: BOB, text: 'psst' });
  expect(message).not.toHaveProperty('metadata');
});

describe('the rest of the methods', () => {
  it('speak of people, groups and channels', async () => {
    const { client, slack } = await openSlack();
    expect(await client.auth.test()).toMatchObject({
      user_id: 'U0DOMAINS',
      bot_id: 'B0DOMAINS',
      url: `${slack.url}/`,
    });
    expect(await client.users.info({ user: ALICE, include_locale: true })).toMatchObject({
      user: { id: ALICE, tz: 'Etc/UTC', locale: 'en-US', is_bot: false },
    });
    expect(await client.usergroups.list({ include_users: true })).toMatchObject({
      usergroups: [{ id: 'S01OPERATORS', users: [BOB] }, {}],
    });
    expect(await client.usergroups.users.list({ usergroup: 'S01OPERATORS' })).toMatchObject({ users: [BOB] });
    expect(await client.conversations.info({ channel: DOMAINS })).toMatchObject({
      channel: { id: DOMAINS, name: 'domains', is_member: true, is_private: false },
    });
  });

  it('join public channels', async () => {
    const { client } = await openSlack();
    expect(await client.conversations.join({ channel: GENERAL })).toMatchObject({
      channel: { is_member: true },
    });
    expect(await client.conversations.join({ channel: GENERAL })).toMatchObject({
      warning: 'already_in_channel',
    });
    expect(await client.conversations.history({ channel: GENERAL })).toMatchObject({ messages: [] });
  });

  it('open a direct message and post there', async () => {
    const { client } = await openSlack();
    const { channel } = await client.conversations.open({ users: ALICE });
    expect(await client.chat.postMessage({ channel: channel?.id ?? '', text: 'hi' })).toMatchObject({
      ok: true,
    });
  });

  it('link to a message that the page can show', async () => {
    const { slack, client, ts } = await posted({ blocks: [{ type: 'actions', elements: [button()] }] });
    const { permalink } = await client.chat.getPermalink({ channel: DOMAINS, message_ts: ts });
    expect(permalink).toBe(`${slack.url}/archives/${DOMAINS}/p${ts.replace('.', '')}`);
  });
});
