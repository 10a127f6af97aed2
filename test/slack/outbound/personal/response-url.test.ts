import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAnswerPerson } from '../../../../src/slack/outbound/personal/answer-person.js';
import { openDirectMessage } from '../../../../src/slack/outbound/personal/direct-message.js';
import { createResponseUrlClient } from '../../../../src/slack/outbound/personal/response-url.js';
import { ALICE, openSlack, PRIVATE } from '../../../sandbox/slack/sandbox.js';

const VIEW = { text: 'hello', blocks: [] };
let status = 200;
let content = 'ok';
let received: unknown[] = [];
/** What it answers after each wait, and for how long it asks to wait. */
let statuses: number[] = [];
let retryAfter: string | undefined;
let slept: number[] = [];
let ephemeral: unknown[] = [];
let now = 0;
let isCutting = false;
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (bytes) => (body += bytes));
  request.on('end', () => {
    received.push(JSON.parse(body));
    if (isCutting) {
      request.socket.destroy();
      return;
    }
    const wait = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
    response.writeHead(status, { location: 'http://169.254.169.254/', ...wait }).end(content);
  });
});
beforeEach(async () => {
  status = 200;
  content = 'ok';
  received = [];
  statuses = [];
  retryAfter = undefined;
  slept = [];
  ephemeral = [];
  now = 0;
  isCutting = false;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const TO = { channel: 'C1', user: 'U1' };
const respond = (url: string | undefined, how: 'again' | 'replace' = 'again', to?: typeof TO) =>
  createResponseUrlClient({
    apiUrl: `${base()}/api/`,
    answerPerson: async (to, view) => void ephemeral.push({ to, view }),
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
      const next = statuses.shift();
      if (next !== undefined) status = next;
    },
    now: () => now,
  })(url, VIEW, how, to);

it('answers for the person’s eyes, in place of the message or beside it', async () => {
  await respond(`${base()}/commands/secret`);
  await respond(`${base()}/actions/secret`, 'replace');
  expect(received).toEqual([
    { ...VIEW, response_type: 'ephemeral', replace_original: false },
    { ...VIEW, response_type: 'ephemeral', replace_original: true },
  ]);
});

it.each([
  'http://169.254.169.254/latest/meta-data',
  'https://hooks.slack.com.evil.example/commands/x',
  'http://hooks.slack.com/commands/x',
  'file:///etc/passwd',
  'nonsense',
])('leaves %s alone', async (url) => {
  await expect(respond(url)).rejects.toThrow('not Slack’s');
});

it.each([
  ['used up', 404],
  ['a redirect', 302],
])('fails without naming the URL: %s', async (_, code) => {
  status = code;
  const error = await respond(`${base()}/commands/secret`).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(inspect(error)).not.toContain('secret');
});

it.each([503, 429, 500])(
  'a response URL that answers HTTP %i once is tried again, and the person hears',
  async (code) => {
    status = code;
    statuses = [200];
    await respond(`${base()}/commands/secret`, 'again', TO);
    expect(received).toHaveLength(2);
    expect(ephemeral).toEqual([]);
  },
);

it('waits as long as Slack asks, and no longer than five minutes', async () => {
  status = 429;
  retryAfter = '7';
  statuses = [429, 200];
  await respond(`${base()}/commands/secret`);
  expect(slept).toEqual([7_000, 7_000]);
  retryAfter = '86400';
  status = 429;
  statuses = [200];
  await respond(`${base()}/commands/secret`);
  expect(slept.at(-1)).toBe(300_000);
});

it('a response URL that stays busy is given up within its 30 minutes, and the person is answered in the channel', async () => {
  status = 503;
  await respond(`${base()}/commands/secret`, 'replace', TO);
  expect(received).toHaveLength(5);
  expect(now).toBeLessThan(30 * 60_000);
  expect(ephemeral).toEqual([{ to: TO, view: VIEW }]);
});

it('a response URL that is used up is not tried again: the person is answered in the channel', async () => {
  status = 404;
  await respond(`${base()}/commands/secret`, 'again', TO);
  expect(received).toHaveLength(1);
  expect(slept).toEqual([]);
  expect(ephemeral).toHaveLength(1);
});

it('an answer that Slack refuses with HTTP 200 is posted in the channel, too', async () => {
  content = '{"ok":false,"error":"used_url"}';
  await respond(`${base()}/commands/secret`, 'again', TO);
  expect(received).toHaveLength(1);
  expect(ephemeral).toHaveLength(1);
  content = '{"ok":true}';
  await respond(`${base()}/commands/secret`, 'again', TO);
  expect(ephemeral).toHaveLength(1);
});

it.each(['https://hooks.slack-gov.com/commands/x', 'https://hooks.slack.com/commands/x'])(
  '%s is Slack’s',
  async (url) => {
    const asked = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('ok'));
    await respond(url);
    expect(asked).toHaveBeenCalledOnce();
  },
);

it.each([
  'https://slack-gov.com.evil.example/x',
  'https://evilslack-gov.com/x',
  'http://hooks.slack-gov.com/x',
])('%s is not', async (url) => {
  await expect(respond(url, 'again', TO)).rejects.toThrow('not Slack’s');
  expect(ephemeral).toEqual([]);
});

it('an answer in whose place a proxy’s page comes with HTTP 200 is tried again, then posted in the channel', async () => {
  content = '\n<!doctype html><title>Sign in</title>';
  await respond(`${base()}/commands/x`, 'again', TO);
  expect(received).toHaveLength(2);
  expect(ephemeral).toEqual([{ to: TO, view: VIEW }]);
});

it('whoever can’t be reached in the channel either, as where the bot is no member, gets a direct message', async () => {
  status = 404;
  const { slack, client } = await openSlack();
  slack.faults.plan('chat.postEphemeral', { error: 'channel_not_found' });
  const respondOrTell = createResponseUrlClient({
    apiUrl: `${base()}/api/`,
    answerPerson: createAnswerPerson(client, (user) => openDirectMessage(client, user, () => 0)),
    sleep: async () => undefined,
    now: () => 0,
  });
  await respondOrTell(`${base()}/commands/secret`, VIEW, 'again', { channel: PRIVATE, user: ALICE });
  const { channel } = await client.conversations.open({ users: ALICE });
  expect(slack.workspace.messages(channel?.id ?? '').map(({ text }) => text)).toEqual([VIEW.text]);
});

it('what Slack may have taken is sent twice at most before the person gets it another way', async () => {
  isCutting = true;
  await respond(`${base()}/commands/secret`, 'again', TO);
  expect(received).toHaveLength(2);
  expect(ephemeral).toEqual([{ to: TO, view: VIEW }]);
});

it('without a URL the person gets it another way', async () => {
  await respond(undefined, 'again', TO);
  expect(ephemeral).toEqual([{ to: TO, view: VIEW }]);
});
