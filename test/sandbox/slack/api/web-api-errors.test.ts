import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/sandbox/slack/page-api.js';
import {
  ALICE,
  ARCHIVE,
  DOMAINS,
  EVERY_SCOPE,
  GENERAL,
  modal,
  openSlack,
  PRIVATE,
  section,
  TOKENS,
} from '../sandbox.js';

const notPublic = EVERY_SCOPE.filter((scope) => scope !== 'chat:write.public');
const NOWHERE = '1.000001';
const chatty = Array.from({ length: 5 }, () => section('x'.repeat(2700)));
const big = { event_type: 'x', event_payload: { text: 'x'.repeat(8000) } };

it.each<[string, string, JsonObject]>([
  ['unknown_method', 'chat.shout', {}],
  ['channel_not_found', 'chat.postMessage', { channel: 'C0NOWHERE', text: 'x' }],
  ['channel_not_found', 'chat.postMessage', { channel: PRIVATE, text: 'x' }],
  ['channel_not_found', 'conversations.info', { channel: PRIVATE }],
  ['channel_not_found', 'conversations.history', { channel: PRIVATE }],
  ['not_in_channel', 'chat.postMessage', { channel: GENERAL, text: 'x' }],
  ['not_in_channel', 'conversations.history', { channel: GENERAL }],
  ['not_in_channel', 'conversations.replies', { channel: GENERAL, ts: NOWHERE }],
  ['is_archived', 'chat.postMessage', { channel: ARCHIVE, text: 'x' }],
  ['is_inactive', 'chat.update', { channel: ARCHIVE, ts: NOWHERE, text: 'x' }],
  ['is_archived', 'conversations.join', { channel: ARCHIVE }],
  ['no_text', 'chat.postMessage', { channel: DOMAINS }],
  ['no_text', 'chat.postMessage', { channel: DOMAINS, text: ' \n', blocks: [] }],
  ['msg_blocks_too_long', 'chat.postMessage', { channel: DOMAINS, text: 'x', blocks: chatty }],
  ['invalid_blocks', 'chat.postMessage', { channel: DOMAINS, text: 'x', blocks: [{ type: 'no' }] }],
  ['invalid_blocks_format', 'chat.postMessage', { channel: DOMAINS, text: 'x', blocks: '[' }],
  ['invalid_blocks_format', 'chat.postMessage', { channel: DOMAINS, text: 'x', blocks: {} }],
  ['markdown_text_conflict', 'chat.postMessage', { channel: DOMAINS, text: 'x', markdown_text: 'y' }],
  ['too_many_attachments', 'chat.postMessage', { channel: DOMAINS, attachments: Array(101).fill({}) }],
  ['metadata_too_large', 'chat.postMessage', { channel: DOMAINS, text: 'x', metadata: big }],
  ['invalid_metadata_format', 'chat.postMessage', { channel: DOMAINS, text: 'x', metadata: '{' }],
  [
    'invalid_metadata_format',
    'chat.postMessage',
    { channel: DOMAINS, text: 'x', metadata: { event_type: 'x' } },
  ],
  ['user_not_in_channel', 'chat.postEphemeral', { channel: DOMAINS, text: 'x', user: 'U0NOBODY' }],
  ['message_not_found', 'chat.update', { channel: DOMAINS, ts: NOWHERE, text: 'x' }],
  ['message_not_found', 'chat.delete', { channel: DOMAINS, ts: NOWHERE }],
  ['message_not_found', 'chat.getPermalink', { channel: DOMAINS, message_ts: NOWHERE }],
  ['unknown_method', 'reactions.add', { channel: DOMAINS, timestamp: NOWHERE, name: 'eyes' }],
  ['thread_not_found', 'conversations.replies', { channel: DOMAINS, ts: NOWHERE }],
  ['invalid_cursor', 'conversations.history', { channel: DOMAINS, cursor: 'bm9uc2Vuc2U=' }],
  ['invalid_limit', 'conversations.history', { channel: DOMAINS, limit: 0 }],
  ['invalid_ts_oldest', 'conversations.history', { channel: DOMAINS, oldest: 'yesterday' }],
  ['user_not_found', 'users.info', { user: 'U0NOBODY' }],
  ['user_not_found', 'conversations.open', { users: 'U0NOBODY' }],
  ['no_such_subteam', 'usergroups.users.list', { usergroup: 'S0NONE' }],
  ['invalid_trigger_id', 'views.open', { trigger_id: 'made.up', view: modal() }],
  ['not_found', 'views.update', { view_id: 'V0NONE', view: modal() }],
])('%s: %s %j', async (error, method, body) => {
  const { call } = await openSlack({ scopes: notPublic });
  expect(await call(method, body)).toMatchObject({ ok: false, error });
});

it('takes posts to public channels with chat:write.public', async () => {
  const { call } = await openSlack();
  expect(await call('chat.postMessage', { channel: GENERAL, text: 'x' })).toMatchObject({ ok: true });
});

it('says where blocks are wrong', async () => {
  const { call } = await openSlack();
  const answer = await call('chat.postMessage', { channel: DOMAINS, text: 'x', blocks: [section('')] });
  expect(answer).toMatchObject({
    errors: [expect.stringContaining('[json-pointer:/blocks/0/text/text]')],
    response_metadata: { messages: [expect.stringMatching(/^\[ERROR\] /)] },
  });
});

describe('a message of someone else', () => {
  it.each([
    ['cant_update_message', 'chat.update'],
    ['cant_delete_message', 'chat.delete'],
  ])('%s', async (error, method) => {
    const { slack, call } = await openSlack();
    const { message } = slack.people.message({ user: ALICE, channel: DOMAINS, text: 'mine' });
    expect(await call(method, { channel: DOMAINS, ts: message?.ts, text: 'x' })).toMatchObject({ error });
  });
});

describe('trigger ids', () => {
  it('open one dialog within three seconds', async () => {
    let now = 1_800_000_000_000;
    const { slack, call } = await openSlack({ now: () => now });
    const trigger = async () =>
      (await slack.people.command({ user: ALICE, channel: DOMAINS, text: '/domain x' })).triggerId;
    const first = await trigger();
    expect(await call('views.open', { trigger_id: first, view: modal() })).toMatchObject({ ok: true });
    expect(await call('views.open', { trigger_id: first, view: modal() })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    const second = await trigger();
    now += 3001;
    expect(await call('views.open', { trigger_id: second, view: modal() })).toMatchObject({
      error: 'expired_trigger_id',
    });
  });

  it.each<[string, JsonObject]>([
    ['invalid_arguments', modal({ title: { type: 'plain_text', text: 'x'.repeat(25) } })],
    ['view_too_large', modal({ blocks: Array.from({ length: 99 }, () => section('x'.repeat(2990))) })],
  ])('%s for a wrong view', async (error, view) => {
    const { slack, call } = await openSlack();
    const { triggerId } = await slack.people.command({ user: ALICE, channel: DOMAINS, text: '/domain x' });
    expect(await call('views.open', { trigger_id: triggerId, view })).toMatchObject({ error });
  });
});

describe('tokens and bodies', () => {
  const json = { 'content-type': 'application/json' };
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  it.each<[string, string, Record<string, string>, string]>([
    ['not_authed', 'auth.test', {}, ''],
    ['invalid_auth', 'auth.test', bearer('xoxb-wrong'), ''],
    ['not_allowed_token_type', 'auth.test', bearer(TOKENS.appToken), ''],
    ['not_allowed_token_type', 'apps.connections.open', bearer(TOKENS.botToken), ''],
    ['not_authed', 'apps.connections.open', json, `{"token":"${TOKENS.appToken}"}`],
    ['invalid_json', 'auth.test', { ...json, ...bearer(TOKENS.botToken) }, '{'],
    ['json_not_object', 'auth.test', { ...json, ...bearer(TOKENS.botToken) }, '[]'],
    ['invalid_post_type', 'auth.test', { 'content-type': 'text/csv', ...bearer(TOKENS.botToken) }, 'a'],
  ])('%s: %s %j %s', async (error, method, headers, body) => {
    const { slack } = await openSlack();
    const response = await fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ ok: false, error });
  });

  it('takes the bot token as a field of a form, and objects as JSON text', async () => {
    const { slack } = await openSlack();
    const metadata = JSON.stringify({ event_type: 'x', event_payload: { id: '1' } });
    const blocks = JSON.stringify([section('hello')]);
    const body = new URLSearchParams({
      token: TOKENS.botToken,
      channel: DOMAINS,
      text: 'x',
      metadata,
      blocks,
    });
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({
      ok: true,
      message: { metadata: { event_payload: { id: '1' } }, blocks: [section('hello')] },
    });
  });

  it('refuses a body that is too large', async () => {
    const { slack } = await openSlack();
    const body = `{"text":"${'x'.repeat(1_100_000)}"}`;
    const sent = fetch(`${slack.apiUrl}auth.test`, { method: 'POST', headers: json, body });
    expect((await sent.catch(() => ({ status: 'cut' }))).status).not.toBe(200);
  });

  it.each<[string, string, JsonObject]>([
    ['chat:write', 'chat.postMessage', { channel: DOMAINS, text: 'x' }],
    ['channels:history', 'conversations.history', { channel: DOMAINS }],
    ['channels:read', 'conversations.info', { channel: DOMAINS }],
    ['users:read', 'users.info', { user: ALICE }],
    ['usergroups:read', 'usergroups.list', {}],
    ['channels:join', 'conversations.join', { channel: DOMAINS }],
  ])('missing_scope %s: %s', async (needed, method, body) => {
    const { call } = await openSlack({ scopes: ['commands'] });
    expect(await call(method, body)).toEqual({
      ok: false,
      error: 'missing_scope',
      needed,
      provided: 'commands',
    });
  });
});
