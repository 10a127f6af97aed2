import type { ServerResponse } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatErrorCode } from '../../../src/core/ports/chat-error.js';
import { boltLogger, createClients } from '../../../src/slack/connection/clients.js';
import { chatErrorOf } from '../../../src/slack/outbound/errors.js';
import { silentLog } from '../../store/temporary.js';
import { FakeSlack } from '../../support/fake-slack.js';

const TOKEN = 'xoxb-1-secret';
let slack: FakeSlack;
beforeEach(async () => {
  slack = await new FakeSlack().start();
});
afterEach(() => slack.stop());

async function failureAt(apiUrl: string) {
  const { interactive } = createClients({ botToken: TOKEN, apiUrl, logger: boltLogger(silentLog) });
  const thrown: unknown = await interactive.chat
    .postMessage({ channel: 'C1', text: 'hi' })
    .catch((error: unknown) => error);
  return chatErrorOf(thrown);
}

const says =
  (status: number, body: string, headers = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, headers).end(body);

it.each<[string, (response: ServerResponse) => void, ChatErrorCode, number?]>([
  ['429 with a time', says(429, '', { 'retry-after': '7' }), 'rate-limited', 7_000],
  ['429 with a day', says(429, '', { 'retry-after': '86400' }), 'rate-limited', 300_000],
  ['429 with no time at all', says(429, ''), 'rate-limited', 30_000],
  ['429 with 0', says(429, '', { 'retry-after': '0' }), 'rate-limited', 1_000],
  ['429 with a past time', says(429, '', { 'retry-after': '-5' }), 'rate-limited', 1_000],
  ['500', says(500, 'oops'), 'uncertain'],
  ['503', says(503, 'x'.repeat(100_000)), 'uncertain'],
  ['a redirect', says(302, '', { location: 'https://login.test/' }), 'uncertain'],
  ['a web page', says(200, `<html>${'x'.repeat(100_000)}`), 'uncertain'],
  ['a gateway’s own JSON', says(200, '{"error":{"code":502,"message":"Bad gateway"}}'), 'uncertain'],
  ['a failure without a name', says(200, '{"ok":false}'), 'uncertain'],
  ['a list', says(200, '[]'), 'uncertain'],
  ['null', says(200, 'null'), 'uncertain'],
  ['the name of an object’s own', says(200, '{"ok":false,"error":"constructor"}'), 'unknown'],
  ['nothing', (response) => void response.destroy(), 'uncertain'],
  ['half a body', (response) => void response.writeHead(200).write('{"ok":'), 'uncertain'],
])('%s is named for what it is', async (_, answer, code, retryAfterMs) => {
  slack.answer('chat.postMessage', (_call, response) => {
    answer(response);
    return undefined;
  });
  const error = await failureAt(slack.apiUrl);
  expect(error.code).toBe(code);
  expect(error.facts.retryAfterMs).toBe(retryAfterMs);
  expect(error.message.length).toBeLessThan(300);
  expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(TOKEN);
  expect(slack.calls).toHaveLength(1);
});

describe('an answer with `ok: true` that isn’t Slack’s', () => {
  const calls: Readonly<Record<string, (client: WebClient) => Promise<unknown>>> = {
    'auth.test': (client) => client.auth.test(),
    'chat.postMessage': (client) => client.chat.postMessage({ channel: 'C1', text: 'hi' }),
    'users.info': (client) => client.users.info({ user: 'U1' }),
    'users.conversations': (client) => client.users.conversations({}),
    'usergroups.users.list': (client) => client.usergroups.users.list({ usergroup: 'S1' }),
    'usergroups.list': (client) => client.usergroups.list(),
    'conversations.info': (client) => client.conversations.info({ channel: 'C1' }),
    'conversations.open': (client) => client.conversations.open({ users: 'U1' }),
    'conversations.history': (client) => client.conversations.history({ channel: 'C1' }),
    'conversations.replies': (client) => client.conversations.replies({ channel: 'C1', ts: '1.0' }),
  };

  it.each([
    ['auth.test', { user_id: 5 }],
    ['chat.postMessage', { ts: 5 }],
    ['chat.postMessage', { ts: '1.0', message: 'hi' }],
    ['users.info', {}],
    ['users.info', { user: [] }],
    ['users.info', { user: { id: 'U1', deleted: 'no' } }],
    ['users.conversations', {}],
    ['usergroups.users.list', {}],
    ['usergroups.users.list', { users: 'U1' }],
    ['usergroups.list', { usergroups: {} }],
    ['conversations.info', { channel: 'C1' }],
    ['conversations.open', { channel: {} }],
    ['conversations.history', {}],
    ['conversations.history', { messages: [], response_metadata: { next_cursor: 7 } }],
    ['conversations.replies', { messages: { a: 1 } }],
    ['conversations.replies', { messages: [{ ts: 5 }] }],
  ])('says nothing: %s %j', async (method, answer) => {
    slack.answer(method, () => ({ ok: true, ...answer }));
    const { interactive } = createClients({
      botToken: TOKEN,
      apiUrl: slack.apiUrl,
      logger: boltLogger(silentLog),
    });
    const call = calls[method]?.(interactive);
    await expect(call).rejects.toMatchObject({ name: 'ChatError', code: 'uncertain' });
  });
});

it('nobody listening means that nothing was sent', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  expect((await failureAt(`http://127.0.0.1:${port}/api/`)).code).toBe('unavailable');
});

it('a name that does not resolve means that nothing was sent', async () => {
  expect((await failureAt('http://slack.invalid/api/')).code).toBe('unavailable');
});

it('a rate limit in the background leaves the interactive client free', async () => {
  const clients = createClients({ botToken: TOKEN, apiUrl: slack.apiUrl, logger: boltLogger(silentLog) });
  slack.answer('chat.update', (_, response) => {
    response.writeHead(429, { 'retry-after': '60' }).end();
    return undefined;
  });
  await clients.background.chat.update({ channel: 'C1', ts: '1.1', text: 'x' }).catch(() => undefined);
  const at = Date.now();
  await clients.interactive.auth.test();
  await clients.background.auth.test();
  expect(Date.now() - at).toBeLessThan(500);
});

it('an absolute address is never called in place of a method', async () => {
  const { background } = createClients({
    botToken: TOKEN,
    apiUrl: slack.apiUrl,
    logger: boltLogger(silentLog),
  });
  await background.apiCall('http://slack.invalid/steal').catch(() => undefined);
  expect(slack.calls.map(({ method }) => method)).toEqual(['http://slack.invalid/steal']);
});
