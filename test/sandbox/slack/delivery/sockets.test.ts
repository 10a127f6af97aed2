import { WebSocket } from 'undici';
import { expect, it, onTestFinished } from 'vitest';
import type { SandboxSlack, SlackOptions } from '../../../../src/sandbox/slack/server.js';
import { ALICE, DOMAINS, openSlack, TOKENS, until } from '../sandbox.js';

interface Said {
  readonly type: string;
  readonly reason?: string;
  readonly num_connections?: number;
  readonly envelope_id?: string;
}

async function linkUrl(slack: SandboxSlack): Promise<string> {
  const response = await fetch(`${slack.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKENS.appToken}` },
  });
  return ((await response.json()) as { url: string }).url;
}

function dial(url: string) {
  const socket = new WebSocket(url);
  const said: Said[] = [];
  let state = 'connecting';
  socket.addEventListener('open', () => (state = 'open'));
  socket.addEventListener('message', ({ data }) => said.push(JSON.parse(String(data))));
  socket.addEventListener('error', () => (state = 'failed'));
  socket.addEventListener('close', () => (state = state === 'open' ? 'closed' : state));
  onTestFinished(() => socket.close());
  return { socket, said, state: () => state };
}

async function connected(options: Partial<SlackOptions> = {}) {
  const { slack } = await openSlack(options);
  const connection = dial(await linkUrl(slack));
  await until(() => connection.said.length > 0);
  return { slack, ...connection };
}

it('says hello with the number of connections', async () => {
  const { slack, said } = await connected();
  const second = dial(await linkUrl(slack));
  await until(() => second.said.length > 0);
  expect(said[0]).toMatchObject({ type: 'hello', num_connections: 1, debug_info: {} });
  expect(second.said[0]).toMatchObject({ type: 'hello', num_connections: 2 });
  expect(slack.sockets.count).toBe(2);
});

it('opens each address once', async () => {
  const { slack } = await openSlack();
  const url = await linkUrl(slack);
  const first = dial(url);
  await until(() => first.said.length > 0);
  const second = dial(url);
  await until(() => second.state() === 'failed');
  expect(slack.sockets.count).toBe(1);
});

it('turns the next connections away on request', async () => {
  const { slack } = await openSlack();
  slack.sockets.refuse(1);
  const first = dial(await linkUrl(slack));
  await until(() => first.state() === 'failed');
  const second = dial(await linkUrl(slack));
  await until(() => second.said.length > 0);
});

it('can stay mute, and still stops', async () => {
  const { slack } = await openSlack();
  slack.sockets.stayMute(1);
  const { state, said } = dial(await linkUrl(slack));
  await until(() => state() === 'open');
  expect(slack.sockets.count).toBe(0);
  await slack.stop();
  await until(() => state() !== 'open');
  expect(said).toEqual([]);
});

it('warns without closing, and says goodbye with', async () => {
  const { slack, said, state } = await connected();
  slack.sockets.disconnect('warning');
  await until(() => said.length === 2);
  expect(slack.sockets.count).toBe(1);
  slack.sockets.disconnect('refresh_requested');
  await until(() => state() === 'closed');
  expect(said.slice(1)).toMatchObject([
    { type: 'disconnect', reason: 'warning' },
    { type: 'disconnect', reason: 'refresh_requested' },
  ]);
  await until(() => slack.sockets.count === 0);
});

it('can break without a word', async () => {
  const { slack, said, state } = await connected();
  slack.sockets.drop();
  await until(() => state() !== 'open');
  expect(said).toHaveLength(1);
});

it('takes ten connections', async () => {
  const { slack } = await openSlack();
  const dialled = await Promise.all(Array.from({ length: 10 }, async () => dial(await linkUrl(slack))));
  await until(() => dialled.every(({ said }) => said.length > 0));
  const eleventh = dial(await linkUrl(slack));
  await until(() => eleventh.state() === 'closed');
  expect(eleventh.said).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }]);
  expect(slack.sockets.count).toBe(10);
});

it('is switched off for an app with a request URL', async () => {
  const { slack } = await openSlack({ requestUrl: 'http://127.0.0.1:9/' });
  const { said, state } = dial(await linkUrl(slack));
  await until(() => state() === 'closed');
  expect(said).toMatchObject([{ type: 'disconnect', reason: 'link_disabled' }]);
});

it('sends each envelope to one connection, by turns', async () => {
  const { slack, said, socket } = await connected();
  const second = dial(await linkUrl(slack));
  await until(() => second.said.length > 0);
  const answer = (from: WebSocket) =>
    from.addEventListener('message', ({ data }) => {
      const { envelope_id } = JSON.parse(String(data));
      if (envelope_id) from.send(JSON.stringify({ envelope_id }));
    });
  answer(socket);
  answer(second.socket);
  for (const text of ['/domain a', '/domain b'])
    expect(await slack.people.command({ user: ALICE, channel: DOMAINS, text })).toMatchObject({ ok: true });
  expect([said, second.said].map((each) => each.filter(({ envelope_id }) => envelope_id).length)).toEqual([
    1, 1,
  ]);
});

it('is not led astray by what is no acknowledgement', async () => {
  const { slack, said, socket } = await connected({ ackTimeoutMs: 100 });
  const command = slack.people.command({ user: ALICE, channel: DOMAINS, text: '/domain x' });
  await until(() => said.length === 2);
  for (const text of ['not json', '[]', '{"envelope_id":7}', '{"envelope_id":"another"}']) socket.send(text);
  expect(await command).toMatchObject({ error: 'operation_timeout' });
});
