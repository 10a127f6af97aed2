import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { healthRoutes, metricsRoute } from '../../src/http/health.js';
import {
  createStoreCheck,
  type DeliveryProblem,
  deliveryHealth,
  latenessHealth,
  schedulerHealth,
  slackHealth,
} from '../../src/http/part-checks.js';
import { Readiness } from '../../src/http/readiness.js';
import { type Lateness, tooLate } from '../../src/scheduler/lateness.js';

interface State {
  readonly slackConnected: () => boolean;
  readonly storeWritable: () => Promise<void>;
  readonly dispatcherProblem: () => DeliveryProblem | undefined;
  readonly lastTickAt: () => number | undefined;
  readonly now: () => number;
  readonly tickLimitMs: number;
  readonly lateness: () => Promise<Lateness>;
  readonly sideProblem: () => string | undefined;
}

const LIMITS = { ownMs: 300_000, laneMs: 3_600_000 };

const fine: State = {
  slackConnected: () => true,
  storeWritable: async () => undefined,
  dispatcherProblem: () => undefined,
  lastTickAt: () => 1_000,
  now: () => 2_000,
  tickLimitMs: 5_000,
  lateness: async () => ({ checkMs: 0, eventMs: 0, lanes: [] }),
  sideProblem: () => undefined,
};

function readinessOf(state: State): Readiness {
  const readiness = new Readiness();
  readiness.register('slack', () => slackHealth(state.slackConnected()));
  readiness.register('store', createStoreCheck(state.storeWritable, state.now));
  readiness.register('scheduler', () => schedulerHealth(state.lastTickAt(), state.now(), state.tickLimitMs));
  readiness.register('lateness', async () => latenessHealth(tooLate(await state.lateness(), LIMITS)));
  readiness.register('delivery', () => deliveryHealth(state.dispatcherProblem()));
  readiness.registerSide('log', state.sideProblem);
  return readiness;
}

async function serve(change: Partial<State>) {
  const routes = healthRoutes(readinessOf({ ...fine, ...change }));
  const server = createServer((request, response) => {
    void routes.find((route) => route.path === request.url)?.handler(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function ask(path: string, change: Partial<State> = {}, times = 1) {
  const url = await serve(change);
  const [first] = await Promise.all(Array.from({ length: times }, () => fetch(`${url}${path}`)));
  return [first?.status, await first?.json()];
}

it.each<[string, Partial<State>, number, object]>([
  ['all is well', {}, 200, { status: 'ready', slack: 'ok', store: 'ok', scheduler: 'ok' }],
  ['Slack is away', { slackConnected: () => false }, 503, { slack: 'not connected', store: 'ok' }],
  [
    'the disk is full',
    { storeWritable: () => Promise.reject(new Error('ENOSPC')) },
    503,
    { store: 'can’t be written' },
  ],
  [
    'the token was revoked',
    { dispatcherProblem: () => ({ channel: 'C1', message: 'token_revoked', isEverywhere: true }) },
    503,
    { delivery: 'channel C1: token_revoked' },
  ],
  [
    'one channel was archived',
    { dispatcherProblem: () => ({ channel: 'C1', message: 'is_archived', isEverywhere: false }) },
    200,
    { status: 'ready', delivery: 'channel C1: is_archived' },
  ],
  [
    'checks are late',
    { lateness: async () => ({ checkMs: 441_000, eventMs: 0, lanes: [] }) },
    503,
    { lateness: 'oldest overdue check: 441 s' },
  ],
  [
    'events are late',
    { lateness: async () => ({ checkMs: 0, eventMs: 300_001, lanes: [] }) },
    503,
    { lateness: 'oldest undelivered event: 300 s' },
  ],
  [
    'all is as late as it may be',
    { lateness: async () => ({ checkMs: 300_000, eventMs: 300_000, lanes: [] }) },
    200,
    { lateness: 'ok' },
  ],
  [
    'a lane of somebody else’s is very late',
    {
      lateness: async () => ({
        checkMs: 0,
        eventMs: 0,
        lanes: [{ name: 'hosting', inFlight: 0, slow: 0, longestRunMs: 0, queued: 9, lateMs: 3_601_000 }],
      }),
    },
    503,
    { lateness: 'oldest overdue work of lane hosting: 3601 s' },
  ],
  ['the scheduler has not begun', { lastTickAt: () => undefined }, 503, { scheduler: 'has not ticked yet' }],
  ['the scheduler is stuck', { now: () => 61_000 }, 503, { scheduler: 'last tick 60 s ago' }],
])('/readyz when %s', async (_, change, status, parts) => {
  const [got, body] = await ask('/readyz', change);
  expect(got).toBe(status);
  expect(body).toMatchObject(parts);
});

it('/readyz answers in time when the disk does not, and asks it once for many', async () => {
  let asked = 0;
  const storeWritable = () => {
    asked++;
    return new Promise<void>(() => undefined);
  };
  const [status, body] = await ask('/readyz', { storeWritable }, 20);
  expect([status, asked]).toEqual([503, 1]);
  expect(body).toMatchObject({ store: 'no answer for 2 s' });
});

it('/readyz asks the disk again when its answer is old, also after the clock was set back', async () => {
  let [now, asked] = [3_600_000, 0];
  const url = await serve({ now: () => now, storeWritable: async () => void asked++ });
  const seen: number[] = [];
  for (const at of [now, now + 999, now + 1_000, 0]) {
    now = at;
    await fetch(`${url}/readyz`);
    seen.push(asked);
  }
  expect(seen).toEqual([1, 1, 2, 3]);
});

it('/readyz asks a disk that hangs no second time, and notices when it comes back', async () => {
  let [now, asked] = [0, 0];
  let comeBack = () => {};
  const hangs = () => {
    asked++;
    return new Promise<void>((resolve) => {
      comeBack = resolve;
    });
  };
  const url = await serve({ now: () => now, lastTickAt: () => now, storeWritable: hangs });
  const statuses: number[] = [];
  for (now = 0; now <= 30_000; now += 10_000) statuses.push((await fetch(`${url}/readyz`)).status);
  comeBack();
  now += 10_000;
  const later = fetch(`${url}/readyz`);
  await expect.poll(() => asked).toBe(2);
  comeBack();
  statuses.push((await later).status);
  expect(statuses).toEqual([503, 503, 503, 503, 200]);
});

it('/readyz says what is wrong when asking the disk fails at once', async () => {
  const storeWritable = () => {
    throw new Error('closed');
  };
  expect(await ask('/readyz', { storeWritable })).toMatchObject([503, { store: 'can’t be written' }]);
});

it('/readyz says what is wrong beside the main work, and stays ready', async () => {
  const sideProblem = () => '3 lines couldn’t be written';
  expect(await ask('/readyz', { sideProblem })).toMatchObject([
    200,
    { status: 'ready', log: '3 lines couldn’t be written' },
  ]);
});

it('/healthz says that the process is alive', async () => {
  expect(await ask('/healthz', { slackConnected: () => false })).toEqual([200, { status: 'ok' }]);
});

it('/readyz answers although one part does not', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const readiness = new Readiness();
  readiness.register('slack', () => slackHealth(true));
  readiness.register('lateness', () => new Promise(() => undefined));
  const report = readiness.report();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await report).toMatchObject({
    isReady: false,
    parts: { slack: { message: 'ok' }, lateness: { message: 'no answer for 2 s' } },
  });
});

describe('a part that answers slowly', () => {
  let endLast = (_message?: string) => {};
  const asked = () => new Promise<string | undefined>((resolve) => (endLast = resolve));
  const needed = async () => ({ message: (await asked()) ?? 'ok', isNeeded: true });
  const reports = async (readiness: Readiness, afterMs: number) => {
    const report = readiness.report();
    await vi.advanceTimersByTimeAsync(afterMs);
    return report;
  };
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is as it was until 10 s have passed', async () => {
    const readiness = new Readiness();
    readiness.register('store', needed);
    setTimeout(() => endLast(), 100);
    expect(await reports(readiness, 100)).toMatchObject({ isReady: true });
    expect(await reports(readiness, 5_000)).toMatchObject({ isReady: true });
    expect(await reports(readiness, 0)).toMatchObject({ isReady: true });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await reports(readiness, 0)).toMatchObject({
      isReady: false,
      parts: { store: { message: 'no answer for 10 s' } },
    });
    endLast('can’t be written');
    await vi.advanceTimersByTimeAsync(0);
    setTimeout(() => endLast('can’t be written'), 3_000);
    expect(await reports(readiness, 3_000)).toMatchObject({
      isReady: false,
      parts: { store: { message: 'can’t be written' } },
    });
  });

  it('beside the main work leaves the bot ready', async () => {
    const readiness = new Readiness();
    readiness.registerSide('channels', asked);
    readiness.registerSide('undeliverable', () => Promise.reject(new Error('not now')));
    expect(await reports(readiness, 2_000)).toEqual({
      isReady: true,
      parts: {
        channels: { message: 'no answer for 2 s', isNeeded: false },
        undeliverable: { message: 'the check failed', isNeeded: false },
      },
    });
  });

  it('is asked once at a time, and again after it threw', async () => {
    let count = 0;
    const readiness = new Readiness();
    readiness.register('lateness', () => {
      count++;
      throw new Error('not now');
    });
    await Promise.all([readiness.report(), readiness.report()]);
    await readiness.report();
    expect(count).toBe(2);
  });
});

it('/readyz waits for the parts that are to come, and survives a check that throws', async () => {
  const readiness = new Readiness({ slack: 'not connected' });
  expect(await readiness.report()).toMatchObject({
    isReady: false,
    parts: { slack: { message: 'not connected' } },
  });
  readiness.register('slack', () => slackHealth(false, 'the token was revoked'));
  expect(await readiness.report()).toMatchObject({
    isReady: false,
    parts: { slack: { message: 'the token was revoked' } },
  });
  readiness.register('slack', () => slackHealth(true));
  expect(await readiness.report()).toMatchObject({ isReady: true });
  readiness.register('lateness', () => Promise.reject(new Error('not now')));
  expect(await readiness.report()).toMatchObject({ isReady: false, parts: { slack: { message: 'ok' } } });
});

it('/metrics is read once for all who ask at a time', async () => {
  let reads = 0;
  const { handler } = metricsRoute({
    contentType: 'text/plain',
    metrics: async () => `reads ${++reads}`,
  });
  const server = createServer((request, response) => void handler(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write('GET /metrics HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(1_000));
  await once(client, 'data');
  client.destroy();
  expect(reads).toBeLessThan(100);
});
