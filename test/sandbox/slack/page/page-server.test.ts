import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { SandboxSlack } from '../../../../src/sandbox/slack/server.js';
import { ALICE, DOMAINS, openSlack, until } from '../sandbox.js';

const JSON_HEADERS = { 'content-type': 'application/json' };

async function openPage() {
  const folder = await mkdtemp(join(tmpdir(), 'page-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'index.html'), '<title>page</title>');
  await writeFile(join(folder, 'app.js'), 'export {};');
  await writeFile(join(folder, 'secret.env'), 'KEY=1');
  await mkdir(join(folder, 'blocks', 'deep'), { recursive: true });
  await writeFile(join(folder, 'blocks', 'text.js'), 'export {};');
  await writeFile(join(folder, 'blocks', 'deep', 'text.js'), 'export {};');
  const routes = {
    'GET /panel/state': () => ({ weather: 'fine' }),
    'POST /panel/echo': (body: unknown) => body,
  };
  const { slack, client } = await openSlack({ pageDir: pathToFileURL(`${folder}/`), routes });
  return { slack, client };
}

const post = (
  slack: SandboxSlack,
  path: string,
  body: unknown,
  headers: Record<string, string> = JSON_HEADERS,
) => fetch(`${slack.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });

/** Sends the path as it is, dots and all, with a host of its own. */
function rawGet(slack: SandboxSlack, path: string, host = '127.0.0.1'): Promise<number> {
  const { port } = new URL(slack.url);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

it.each([
  ['/', 'text/html', '<title>page</title>'],
  ['/archives/C01DOMAINS/p1800000000000000', 'text/html', '<title>page</title>'],
  ['/app.js', 'text/javascript', 'export {};'],
  ['/blocks/text.js', 'text/javascript', 'export {};'],
  ['/vendor/preact.mjs', 'text/javascript', 'useState'],
])('serves %s as %s', async (path, type, content) => {
  const { slack } = await openPage();
  const response = await fetch(`${slack.url}${path}`);
  expect(response.headers.get('content-type')).toContain(type);
  expect(await response.text()).toContain(content);
});

it.each([
  '/../package.json',
  '/..%2fpackage.json',
  '/%2e%2e/package.json',
  '//etc/passwd',
  '/secret.env',
  '/app.js%00',
  '/none.js',
  '/page/none',
  '/blocks/deep/text.js',
])('serves nothing at %s', async (path) => {
  const { slack } = await openPage();
  expect(await rawGet(slack, path)).toBe(404);
});

it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:80'])(
  'turns away a browser that came by the name %s',
  async (host) => {
    const { slack } = await openPage();
    expect(await rawGet(slack, '/page/state', host)).toBe(403);
    expect(await rawGet(slack, '/panel/state', host)).toBe(403);
  },
);

it('comes by localhost too', async () => {
  const { slack } = await openPage();
  expect(await rawGet(slack, '/page/state', `localhost:${new URL(slack.url).port}`)).toBe(200);
});

it.each<[number, string, unknown, Record<string, string>]>([
  [415, '/page/message', { user: ALICE, channel: DOMAINS, text: 'x' }, { 'content-type': 'text/plain' }],
  [400, '/page/message', { user: ALICE, channel: DOMAINS }, JSON_HEADERS],
  [400, '/page/command', { user: ALICE, channel: DOMAINS, text: 'x'.repeat(4001) }, JSON_HEADERS],
  [400, '/page/action', { user: 1 }, JSON_HEADERS],
  [400, '/page/view-submit', { user: ALICE, viewId: 'V1', values: 'x' }, JSON_HEADERS],
  [404, '/page/none', {}, JSON_HEADERS],
])('answers %i to %s %j', async (status, path, body, headers) => {
  const { slack } = await openPage();
  expect((await post(slack, path, body, headers)).status).toBe(status);
});

it.each<[string, string, object]>([
  ['user_not_found', '/page/message', { user: 'U0NOBODY', channel: DOMAINS, text: 'x' }],
  ['channel_not_found', '/page/message', { user: ALICE, channel: 'C0NOWHERE', text: 'x' }],
  ['is_archived', '/page/message', { user: ALICE, channel: 'C04ARCHIVE', text: 'x' }],
  ['thread_not_found', '/page/message', { user: ALICE, channel: DOMAINS, text: 'x', threadTs: '1.1' }],
  ['unknown_command', '/page/command', { user: ALICE, channel: DOMAINS, text: '/giphy x' }],
  ['dispatch_failed', '/page/command', { user: ALICE, channel: DOMAINS, text: '/domain x' }],
  [
    'message_not_found',
    '/page/action',
    { user: ALICE, channel: DOMAINS, messageTs: '1', actionId: 'a', blockId: 'b' },
  ],
  ['not_found', '/page/view-close', { user: ALICE, viewId: 'V0NONE' }],
])('%s: %s %j', async (error, path, body) => {
  const { slack } = await openPage();
  expect(await (await post(slack, path, body)).json()).toEqual({ ok: false, error });
});

it('tells its state, with what people wrote escaped', async () => {
  const { slack } = await openPage();
  expect(
    await (await post(slack, '/page/message', { user: ALICE, channel: DOMAINS, text: 'a < b & c' })).json(),
  ).toEqual({ ok: true });
  const state = await (await fetch(`${slack.url}/page/state`)).json();
  expect(state).toMatchObject({
    team: { id: 'T0SANDBOX' },
    bot: { id: 'U0DOMAINS', name: 'closte-domains' },
    users: [{ id: ALICE, name: 'alice', realName: 'Alice Agent' }, {}, {}, {}, {}],
    commands: [{ command: '/domain' }],
    messages: { [DOMAINS]: [{ user: ALICE, text: 'a &lt; b &amp; c' }] },
  });
});

it('mounts the endpoints it is given', async () => {
  const { slack } = await openPage();
  expect(await (await fetch(`${slack.url}/panel/state`)).json()).toEqual({ weather: 'fine' });
  expect(await (await post(slack, '/panel/echo', { a: 1 })).json()).toEqual({ a: 1 });
});

it('tells each change to open pages', async () => {
  const { slack, client } = await openPage();
  const leave = new AbortController();
  onTestFinished(() => leave.abort());
  const response = await fetch(`${slack.url}/page/events`, { signal: leave.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  let seen = '';
  const reading = (async () => {
    for await (const chunk of response.body ?? []) seen += Buffer.from(chunk).toString();
  })().catch(() => undefined);
  const { ts } = await client.chat.postMessage({ channel: DOMAINS, text: 'hello' });
  await client.chat.delete({ channel: DOMAINS, ts: ts ?? '' });
  slack.report('panel', () => ({ weather: 'fine' }));
  await until(() => seen.includes('event: panel'));
  expect([...seen.matchAll(/^event: (.+)$/gm)].map(([, name]) => name)).toEqual([
    'message',
    'deleted',
    'panel',
  ]);
  expect(seen).toContain(`data: {"channel":"${DOMAINS}","ts":"${ts}"}`);
  leave.abort();
  await reading;
});

it('reads nothing for pages while none is open', async () => {
  const { slack } = await openPage();
  const read = vi.fn(() => ({}));
  slack.report('panel', read);
  expect(read).not.toHaveBeenCalled();
});

it('lets go of its pages when it stops', async () => {
  const { slack } = await openPage();
  const response = await fetch(`${slack.url}/page/events`);
  await slack.stop();
  await expect(response.text()).resolves.toContain(': hello');
});
