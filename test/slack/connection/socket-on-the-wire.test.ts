import { setImmediate as turn } from 'node:timers/promises';
import { SocketModeClient } from '@slack/socket-mode';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { boltLogger } from '../../../src/slack/connection/clients.js';
import { type SocketHello, SocketSupervisor } from '../../../src/slack/connection/socket-supervisor.js';
import { StartError } from '../../../src/util/start-error.js';
import { type Line, recordingLog } from '../../store/temporary.js';
import { FakeSlack } from '../../support/fake-slack.js';
import { VirtualTime } from '../../support/virtual-time.js';

/** In which the supervisor's time passes; between two steps the wire gets more turns than a new connection needs. */
const STEP_MS = 500;
const TURNS = 50;
const APP_TOKEN = 'xapp-1-secret';
const OPEN = 'apps.connections.open';

let slack: FakeSlack;
let supervisor: SocketSupervisor;
let time: VirtualTime;
let lines: Line[];
let hellos: SocketHello[];

beforeEach(async () => {
  slack = await new FakeSlack().start();
  const recording = recordingLog();
  lines = recording.lines;
  hellos = [];
  time = new VirtualTime(0);
  supervisor = new SocketSupervisor({
    client: new SocketModeClient({
      appToken: APP_TOKEN,
      logger: boltLogger(recording.log),
      autoReconnectEnabled: false,
      clientOptions: {
        slackApiUrl: slack.apiUrl,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      },
    }),
    log: recording.log,
    onHello: (hello) => hellos.push(hello),
    sleep: time.sleep,
    random: () => 1,
  });
});
afterEach(async () => {
  await passing(supervisor.stop());
  await slack.stop();
});

/** Without any time. */
async function until(isSo: () => boolean): Promise<void> {
  for (const endsAt = Date.now() + 10_000; !isSo(); await turn())
    if (Date.now() > endsAt) throw new Error(`not so at last: ${isSo}`);
}

async function step(): Promise<void> {
  for (let count = 0; count < TURNS; count++) await turn();
  await time.pass(STEP_MS);
}

async function pass(ms: number): Promise<void> {
  for (const endsAt = time.now + ms; time.now < endsAt; ) await step();
}

async function passUntil(isSo: () => boolean): Promise<void> {
  for (const endsAt = time.now + 300_000; !isSo(); await step())
    if (time.now > endsAt) throw new Error(`not so at last: ${isSo}`);
}

async function passing<Result>(work: Promise<Result>): Promise<Result> {
  let isDone = false;
  const end = () => {
    isDone = true;
  };
  work.then(end, end);
  await passUntil(() => isDone);
  return work;
}

const opened = () => slack.of(OPEN).length;
const connected = () => until(() => supervisor.connected());
const said = (text: string) =>
  lines.filter(({ message, facts }) => (message + JSON.stringify(facts)).includes(text));

async function connectSteadily(): Promise<void> {
  supervisor.start();
  await connected();
  await pass(10_000);
}

it('sends the app token, and counts as connected from the hello on', async () => {
  supervisor.start();
  expect(supervisor.connected()).toBe(false);
  await connected();
  expect(slack.of(OPEN)[0]?.authorization).toBe(`Bearer ${APP_TOKEN}`);
});

it.each(['refresh_requested', 'warning', 'link_disabled'])(
  'replaces a connection at once on %s',
  async (reason) => {
    await connectSteadily();
    slack.send({ type: 'disconnect', reason });
    await until(() => opened() === 2);
    await connected();
    await until(() => slack.sockets.size === 1);
  },
);

it('replaces a connection that is cut without a word', async () => {
  await connectSteadily();
  for (const socket of slack.sockets) socket.terminate();
  await until(() => opened() === 2);
  await connected();
});

it('tries again when the upgrade is refused, then when no hello comes, and leaves no socket behind', async () => {
  slack.welcomes.push('refused', 'mute');
  supervisor.start();
  await passUntil(() => supervisor.connected());
  expect(opened()).toBe(3);
  await until(() => slack.sockets.size === 1);
  expect(said('did not say hello')).toHaveLength(1);
});

it('tries again when opening fails, however it fails', async () => {
  let calls = 0;
  slack.answer(OPEN, (_, response) => {
    calls++;
    if (calls === 1) response.writeHead(503).end();
    else if (calls === 2) response.destroy();
    else if (calls === 3) response.writeHead(200).end(`<html>${'x'.repeat(100_000)}`);
    else if (calls === 4) return { ok: true };
    else return { ok: true, url: slack.socketUrl };
    return undefined;
  });
  supervisor.start();
  await passing(supervisor.opened);
  expect(supervisor.connected()).toBe(true);
  expect(calls).toBe(5);
  expect(JSON.stringify(lines).length).toBeLessThan(10_000);
});

it('waits as long as Slack asks, and opens one connection after it', async () => {
  let calls = 0;
  slack.answer(OPEN, (_, response) => {
    if (calls++ > 0) return { ok: true, url: slack.socketUrl };
    response.writeHead(429, { 'retry-after': '30' }).end();
    return undefined;
  });
  supervisor.start();
  await until(() => calls === 1);
  await pass(29_000);
  expect(calls).toBe(1);
  await passUntil(() => supervisor.connected());
  expect(slack.sockets.size).toBe(1);
});

it('does not hammer a Slack that hangs up after each hello', async () => {
  supervisor.start();
  while (time.now < 50_000) {
    await step();
    for (const socket of slack.sockets) socket.terminate();
  }
  expect(opened()).toBeGreaterThan(2);
  expect(opened()).toBeLessThan(15);
});

const REFUSED = ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'not_allowed_token_type'];

it.each(REFUSED)(
  'never opens with an app token that is %s: which variable, and what to do',
  async (error) => {
    slack.answer(OPEN, () => ({ ok: false, error }));
    supervisor.start();
    const refused = await supervisor.opened.catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(StartError);
    expect(String(refused)).toContain(`SLACK_APP_TOKEN (${error}). Create a new app-level token`);
    await pass(30_000);
    expect(opened()).toBe(1);
    expect(JSON.stringify(lines) + String(refused)).not.toContain(APP_TOKEN);
  },
);

it('tries again with an app token that Slack accepted before, and says what is wrong with it', async () => {
  await connectSteadily();
  slack.answer(OPEN, () => ({ ok: false, error: 'account_inactive' }));
  for (const socket of slack.sockets) socket.terminate();
  await passUntil(() => opened() > 3);
  await supervisor.opened;
  expect(said('SLACK_APP_TOKEN (account_inactive)')[0]?.level).toBe('error');
  expect(supervisor.problem()).toContain('SLACK_APP_TOKEN (account_inactive)');
  slack.answer(OPEN, () => ({ ok: true, url: slack.socketUrl }));
  await passUntil(() => supervisor.connected());
  expect(supervisor.problem()).toBeUndefined();
});

it('hands on what each hello says: the Slack app, and how many others are connected', async () => {
  slack.connections = 3;
  supervisor.start();
  await connected();
  slack.connections = 1;
  for (const socket of slack.sockets) socket.terminate();
  await until(() => opened() === 2);
  await connected();
  expect(hellos).toEqual([
    { app: 'A1', others: 2 },
    { app: 'A1', others: 0 },
  ]);
});

it('ignores what is no message at all', async () => {
  await connectSteadily();
  for (const socket of slack.sockets) socket.send('{{{');
  await step();
  expect(supervisor.connected()).toBe(true);
});

it('stops at once, and stays stopped', async () => {
  await connectSteadily();
  await supervisor.stop();
  await until(() => slack.sockets.size === 0);
  await pass(30_000);
  expect(opened()).toBe(1);
  expect(supervisor.connected()).toBe(false);
});

it('stops in time with a Slack that answers no goodbye', async () => {
  slack.welcomes.push('deaf');
  await connectSteadily();
  const at = time.now;
  await passing(supervisor.stop());
  expect(time.now - at).toBeLessThanOrEqual(3_000);
  await until(() => slack.sockets.size === 0);
});

it('leaves no socket behind when it is stopped while one is being opened', async () => {
  let answer: (() => void) | undefined;
  slack.answer(OPEN, (_, response) => {
    answer = () => response.writeHead(200).end(JSON.stringify({ ok: true, url: slack.socketUrl }));
    return undefined;
  });
  supervisor.start();
  await until(() => opened() === 1);
  const stopped = supervisor.stop();
  answer?.();
  await passing(stopped);
  await pass(30_000);
  expect(slack.sockets.size).toBe(0);
  expect(supervisor.connected()).toBe(false);
  expect(opened()).toBe(1);
});

it('stops before Slack was ever reached', async () => {
  slack.answer(OPEN, (_, response) => {
    response.writeHead(503).end();
    return undefined;
  });
  supervisor.start();
  await until(() => opened() > 0);
  await passing(supervisor.stop());
  const before = opened();
  await pass(30_000);
  expect(opened()).toBeLessThanOrEqual(before + 1);
});
