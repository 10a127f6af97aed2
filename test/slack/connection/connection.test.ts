import { createHmac } from 'node:crypto';
import { connect as connectTcp } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SlackMode } from '../../../src/config/config.js';
import { type HttpServer, startHttpServer } from '../../../src/http/server.js';
import { boltLogger } from '../../../src/slack/connection/clients.js';
import { connectSlack, type SlackConnection } from '../../../src/slack/connection/connection.js';
import { createHttpDispatcher } from '../../../src/util/http-client.js';
import { type Line, recordingLog } from '../../store/temporary.js';
import { startConnectProxy } from '../../support/connect-proxy.js';
import { FakeSlack, identity } from '../../support/fake-slack.js';

const BOT_TOKEN = 'xoxb-1-secret';
const SECRET = '0123456789abcdef0123456789abcdef';

let slack: FakeSlack;
let lines: Line[];
let log: ReturnType<typeof recordingLog>['log'];
let connection: SlackConnection | undefined;
let http: HttpServer | undefined;

beforeEach(async () => {
  slack = await new FakeSlack().start();
  ({ log, lines } = recordingLog());
});
afterEach(async () => {
  await connection?.stop();
  await http?.stop();
  await slack.stop();
  connection = undefined;
  http = undefined;
});

/** `pace` makes the connection's own seconds pass faster. */
function connect(
  mode: SlackMode,
  register: (app: App) => void,
  rateLimit = 1,
  dispatcher = createHttpDispatcher(undefined),
): SlackConnection {
  connection = connectSlack({
    botToken: BOT_TOKEN,
    apiUrl: slack.apiUrl,
    mode,
    identity,
    register,
    sleep: (ms) => sleep(ms / rateLimit, undefined, { ref: false }),
    random: () => 0,
    log,
    logger: boltLogger(log),
    dispatcher,
  });
  connection.start();
  return connection;
}

async function until(isSo: () => boolean): Promise<void> {
  for (const endsAt = Date.now() + 5_000; !isSo(); await sleep(2))
    if (Date.now() > endsAt) throw new Error(`not so: ${isSo}`);
}

const nowS = () => Math.floor(Date.now() / 1000);
const sign = (body: string, at: number | string, secret = SECRET) =>
  `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`;

interface Request {
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

const COMMAND = 'command=%2Fdomain&text=help&user_id=U2&team_id=T1&channel_id=C1&trigger_id=1.2.3';

function send({ body = COMMAND, headers = {} }: Request = {}): Promise<Response> {
  const at = String(nowS());
  return fetch(`http://127.0.0.1:${http?.port}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': at,
      'x-slack-signature': sign(body, at),
      ...headers,
    },
    body,
  });
}

describe('over HTTP', () => {
  let handled: number;
  const serve = async (register: (app: App) => void = answerHelp, rateLimit = 1) => {
    handled = 0;
    const { listener } = connect({ kind: 'http', signingSecret: SECRET }, register, rateLimit);
    http = await startHttpServer({ host: '127.0.0.1', port: 0, routes: [], events: listener, log });
  };
  const answerHelp = (app: App) =>
    app.command('/domain', async ({ ack }) => {
      handled++;
      await ack({ text: 'help' });
    });

  it('a signed command is answered, and Slack is not asked again who we are', async () => {
    await serve();
    for (let times = 0; times < 3; times++) {
      const response = await send();
      expect([response.status, await response.json()]).toEqual([200, { text: 'help' }]);
    }
    expect(slack.calls).toEqual([]);
  });

  const old = String(nowS() - 6 * 60);
  it.each<[string, Request]>([
    ['unsigned', { headers: { 'x-slack-signature': '' } }],
    [
      'signed with another secret',
      { headers: { 'x-slack-signature': sign(COMMAND, nowS(), 'f'.repeat(32)) } },
    ],
    ['signed for another body', { headers: { 'x-slack-signature': sign('text=map', nowS()) } }],
    ['old', { headers: { 'x-slack-request-timestamp': old, 'x-slack-signature': sign(COMMAND, old) } }],
    [
      'without a time',
      { headers: { 'x-slack-request-timestamp': '', 'x-slack-signature': sign(COMMAND, '') } },
    ],
    [
      'at no time',
      { headers: { 'x-slack-request-timestamp': 'x', 'x-slack-signature': sign(COMMAND, 'x') } },
    ],
    ['garbled', { headers: { 'x-slack-signature': 'v0=zz' } }],
  ])('a request that is %s is refused', async (_, request) => {
    await serve();
    expect((await send(request)).status).toBe(401);
    expect(handled).toBe(0);
    expect(JSON.stringify(lines)).not.toContain(SECRET);
  });

  it('requests of strangers fill no log: each kind of them writes one line a minute', async () => {
    await serve();
    for (let times = 0; times < 20; times++) await send({ headers: { 'x-slack-signature': 'v0=zz' } });
    expect(lines).toHaveLength(1);
  });

  it('a body beyond the limit is refused, whoever signed it', async () => {
    await serve();
    expect((await send({ body: `text=${'x'.repeat(300_000)}` })).status).toBe(413);
    expect(handled).toBe(0);
  });

  it('a signed request that is no form and no JSON is refused', async () => {
    await serve();
    expect((await send({ body: '{"a":', headers: { 'content-type': 'application/json' } })).status).toBe(400);
  });

  it('a body that never ends is cut off', async () => {
    await serve();
    const socket = connectTcp(http?.port ?? 0, '127.0.0.1');
    const at = Date.now();
    socket.write('POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\ntext=');
    const answer: string = await new Promise((resolve) => {
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
    });
    expect(answer).toContain('408');
    expect(Date.now() - at).toBeLessThan(8_000);
  });

  it('the acknowledgement does not wait for the work that follows it', async () => {
    await serve((app) =>
      app.command('/domain', async ({ ack }) => {
        await ack();
        await sleep(300);
        handled++;
      }),
    );
    const at = Date.now();
    expect((await send()).status).toBe(200);
    expect(Date.now() - at).toBeLessThan(200);
    expect(handled).toBe(0);
    await connection?.stop();
    expect(handled).toBe(1);
  });

  it('a stop does not wait forever', async () => {
    await serve(
      (app) =>
        app.command('/domain', async ({ ack }) => {
          await ack();
          await new Promise(() => undefined);
        }),
      50,
    );
    await send();
    const at = Date.now();
    await connection?.stop();
    expect(Date.now() - at).toBeLessThan(1_000);
  });

  it('a listener that throws is logged, and nothing is left unhandled', async () => {
    await serve((app) =>
      app.command('/domain', async ({ ack }) => {
        await ack();
        throw new Error('broken');
      }),
    );
    expect((await send()).status).toBe(200);
    await until(() => lines.some(({ level, message }) => level === 'error' && message.includes('Bolt')));
  });
});

describe('over Socket Mode', () => {
  const envelope = (id: string) => ({
    type: 'slash_commands',
    envelope_id: id,
    accepts_response_payload: true,
    payload: Object.fromEntries(new URLSearchParams(COMMAND)),
  });

  it('a command is acknowledged under its envelope’s id', async () => {
    const { connected } = connect({ kind: 'socket', appToken: 'xapp-1' }, (app) =>
      app.command('/domain', async ({ ack }) => ack({ text: 'help' })),
    );
    await until(connected);
    slack.send(envelope('e1'));
    await until(() => slack.received.length > 0);
    expect(slack.received).toEqual([{ envelope_id: 'e1', payload: { text: 'help' } }]);
    expect(slack.of('auth.test')).toEqual([]);
  });

  it('a stop lets a command that came in be acknowledged first', async () => {
    let isBegun = false;
    const { connected, stop } = connect({ kind: 'socket', appToken: 'xapp-1' }, (app) =>
      app.command('/domain', async ({ ack }) => {
        isBegun = true;
        await sleep(100);
        await ack({ text: 'done' });
      }),
    );
    await until(connected);
    slack.send(envelope('e1'));
    await until(() => isBegun);
    await stop();
    expect(slack.received).toMatchObject([{ envelope_id: 'e1' }]);
    expect(connected()).toBe(false);
    await until(() => slack.sockets.size === 0);
  });
});

describe('a silent connection', () => {
  it('leaves no descriptor of a connection that has fallen silent', async () => {
    slack.welcomes.push('deaf');
    const { connected, stop } = connect({ kind: 'socket', appToken: 'xapp-1-secret' }, () => undefined, 50);
    await until(connected);
    const [socket] = slack.sockets;
    await stop();
    await until(() => socket?.readyState === socket?.CLOSED);
  });

  it('leaves no descriptor of one behind a proxy', async () => {
    const proxy = await startConnectProxy();
    slack.welcomes.push('deaf');
    const dispatcher = createHttpDispatcher({ httpProxy: proxy.url, noProxy: '' });
    const { connected, stop } = connect(
      { kind: 'socket', appToken: 'xapp-1-secret' },
      () => undefined,
      50,
      dispatcher,
    );
    await until(connected);
    await stop();
    await dispatcher.close();
    await until(() => proxy.clients.size === 0);
    expect(proxy.tunnels).not.toEqual([]);
    await proxy.stop();
  });
});
