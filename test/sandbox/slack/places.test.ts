import { describe, expect, it } from 'vitest';
import { botDirect } from '../../../src/sandbox/slack/page/admin.js';
import { overSocket } from './bolt.js';
import { ALICE, BOB, DOMAINS, openSlack } from './sandbox.js';

const CAROL = 'U03CAROL';
const DAY_MS = 86_400_000;

async function withClock() {
  const clock = { now: 1_800_000_000_000 };
  const opened = await openSlack({ now: () => clock.now });
  const post = async (draft: object = {}) =>
    opened.call('chat.postMessage', { channel: DOMAINS, text: 'card', ...draft });
  return { ...opened, clock, post };
}

describe('the app’s own direct messages', () => {
  it('messages_tab_disabled for both sides when the tab is off', async () => {
    const { slack, call } = await openSlack();
    slack.workspace.settings.messagesTab = 'off';
    const { channel } = await call('conversations.open', { users: ALICE });
    const { id } = channel as { id: string };
    const refused = { ok: false, error: 'messages_tab_disabled' };
    expect(await call('chat.postMessage', { channel: id, text: 'x' })).toMatchObject(refused);
    expect(slack.people.message({ user: ALICE, channel: id, text: 'x' })).toMatchObject(refused);
    expect(await slack.people.command({ user: ALICE, channel: id, text: '/domain x' })).toMatchObject(
      refused,
    );
  });

  it('a read-only tab takes the bot’s messages alone', async () => {
    const { slack, call } = await openSlack();
    slack.workspace.settings.messagesTab = 'read-only';
    const { channel } = await call('conversations.open', { users: ALICE });
    const { id } = channel as { id: string };
    expect(id).toBe(botDirect(ALICE));
    expect(await call('chat.postMessage', { channel: id, text: 'x' })).toMatchObject({ ok: true });
    expect(slack.people.message({ user: ALICE, channel: id, text: 'x' })).toMatchObject({ ok: false });
  });
});

describe('direct messages between people', () => {
  it.each([
    ['of two', [ALICE, BOB], 'directmessage', /^D/],
    ['of a group', [ALICE, BOB, CAROL], 'mpdm-alice--bob--carol-1', /^G/],
  ])('%s: a command works there, the bot sees nothing', async (_, users, name, id) => {
    const seen: { channel_id: string; channel_name: string }[] = [];
    const { slack, app } = await overSocket((bolt) =>
      bolt.command('/domain', async ({ ack, respond, body }) => {
        seen.push(body);
        await ack();
        await respond('heard');
      }),
    );
    const channel = slack.people.openDirect(...users);
    expect(channel).toMatch(id);
    expect(await slack.people.command({ user: ALICE, channel, text: '/domain x' })).toMatchObject({
      ok: true,
    });
    expect(seen).toMatchObject([{ channel_id: channel, channel_name: name }]);
    for (const call of [
      app.client.chat.postMessage({ channel, text: 'x' }),
      app.client.conversations.info({ channel }),
      app.client.conversations.join({ channel }),
    ])
      await expect(call).rejects.toThrow('channel_not_found');
    const stranger = { user: 'U04GIL', channel, text: '/domain x' };
    expect(await slack.people.command(stranger)).toMatchObject({ error: 'not_in_channel' });
  });
});

describe('threads', () => {
  it('a reply to a deleted message is posted in the channel: only its thread_ts is missing', async () => {
    const { call, post, slack } = await withClock();
    const { ts } = await post();
    await call('chat.delete', { channel: DOMAINS, ts });
    const answer = await post({ text: 'reply', thread_ts: ts });
    expect(answer).toMatchObject({ ok: true, message: { text: 'reply' } });
    expect(answer['message']).not.toHaveProperty('thread_ts');
    const { messages } = await call('conversations.history', { channel: DOMAINS });
    expect(messages).toMatchObject([{ text: 'reply' }]);
    expect(slack.workspace.messages(DOMAINS)).toHaveLength(1);
  });

  it('under a tombstone goes on', async () => {
    const { call, post } = await withClock();
    const { ts } = await post();
    await post({ text: 'first', thread_ts: ts });
    await call('chat.delete', { channel: DOMAINS, ts });
    expect(await post({ text: 'second', thread_ts: ts })).toMatchObject({ message: { thread_ts: ts } });
  });

  it('a locked one takes no replies', async () => {
    const { slack, call, post } = await withClock();
    const ts = String((await post())['ts']);
    await post({ text: 'before', thread_ts: ts });
    slack.admin.lockThread(DOMAINS, ts);
    const error = 'restricted_action_thread_locked';
    expect(await post({ text: 'after', thread_ts: ts })).toMatchObject({ ok: false, error });
    const typed = { user: ALICE, channel: DOMAINS, text: 'x', threadTs: ts };
    expect(slack.people.message(typed)).toMatchObject({ error });
    const { messages } = await call('conversations.replies', { channel: DOMAINS, ts });
    expect(messages).toMatchObject([{ is_locked: true }, { text: 'before' }]);
  });

  it('take no slash command', async () => {
    const { slack, post } = await withClock();
    const threadTs = String((await post())['ts']);
    const command = { user: ALICE, channel: DOMAINS, text: '/domain list', threadTs };
    expect(await slack.people.command(command)).toMatchObject({ error: 'not_supported_in_threads' });
    expect(slack.workspace.messages(DOMAINS).at(-1)).toMatchObject({
      ephemeralFor: ALICE,
      text: '/domain is not supported in threads. Sorry!',
    });
  });

  it('a permalink to a reply names its thread and channel', async () => {
    const { slack, call, post } = await withClock();
    const { ts } = await post();
    const reply = String((await post({ text: 'reply', thread_ts: ts }))['ts']);
    const link = await call('chat.getPermalink', { channel: DOMAINS, message_ts: reply });
    expect(link['permalink']).toBe(
      `${slack.url}/archives/${DOMAINS}/p${reply.replace('.', '')}?thread_ts=${ts}&cid=${DOMAINS}`,
    );
  });
});

it('edit_window_closed once a message is older than the workspace lets it be edited', async () => {
  const { slack, call, clock, post } = await withClock();
  slack.workspace.settings.editWindowMs = 5 * 60_000;
  const { ts } = await post();
  const update = () => call('chat.update', { channel: DOMAINS, ts, text: 'new' });
  clock.now += 5 * 60_000;
  expect(await update()).toMatchObject({ ok: true });
  clock.now += 1_000;
  expect(await update()).toMatchObject({ ok: false, error: 'edit_window_closed' });
});

it('is_limited where the plan hides what is older', async () => {
  const { slack, call, clock, post } = await withClock();
  slack.workspace.settings.visibleMs = 90 * DAY_MS;
  const { ts } = await post({ text: 'old' });
  const history = () => call('conversations.history', { channel: DOMAINS });
  expect(await history()).not.toHaveProperty('is_limited');
  clock.now += 91 * DAY_MS;
  await post({ text: 'new' });
  expect(await history()).toMatchObject({ ok: true, is_limited: true, messages: [{ text: 'new' }] });
  expect(await call('conversations.replies', { channel: DOMAINS, ts })).toMatchObject({
    error: 'thread_not_found',
  });
});
