import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { MockAgent } from 'undici';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createResponder } from '../../src/slack/response-url.js';

const VIEW = { text: 'hello', blocks: [] };
let status = 200;
let received: unknown[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (bytes) => (body += bytes));
  request.on('end', () => {
    received.push(JSON.parse(body));
    response.writeHead(status, { location: 'http://169.254.169.254/' }).end('ok');
  });
});
beforeEach(async () => {
  status = 200;
  received = [];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const respond = (url: string, how: 'anew' | 'replace' = 'anew') =>
  createResponder({ apiUrl: `${base()}/api/` })(url, VIEW, how);

it('answers for the asker’s eyes, in place of the message or beside it', async () => {
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

it('answers GovSlack, too', async () => {
  const asked: string[] = [];
  const agent = new MockAgent();
  agent.disableNetConnect();
  agent
    .get('https://hooks.slack-gov.com')
    .intercept({ path: '/commands/secret', method: 'POST' })
    .reply(200, () => {
      asked.push('hooks.slack-gov.com');
      return 'ok';
    });
  const govern = createResponder({ apiUrl: 'https://slack-gov.com/api/', dispatcher: agent });
  await govern('https://hooks.slack-gov.com/commands/secret', VIEW, 'anew');
  expect(asked).toEqual(['hooks.slack-gov.com']);
  await agent.close();
});
