import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { type HealthOptions, healthRoutes } from '../src/health.js';

const fine: HealthOptions = {
  slackConnected: () => true,
  storeWritable: async () => undefined,
  lastTickAt: () => 1_000,
  now: () => 2_000,
  tickLimitMs: 5_000,
};

async function ask(path: string, change: Partial<HealthOptions> = {}, times = 1) {
  const routes = healthRoutes({ ...fine, ...change });
  const server = createServer((request, response) => {
    void routes.find((route) => route.path === request.url)?.handler(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const answers = await Promise.all(Array.from({ length: times }, () => fetch(url)));
  const [first] = answers;
  const seen = [first?.status, await first?.json()];
  server.close();
  server.closeAllConnections();
  return seen;
}

it.each<[string, Partial<HealthOptions>, number, object]>([
  ['all is well', {}, 200, { status: 'ready', slack: 'ok', store: 'ok', scheduler: 'ok' }],
  ['Slack is away', { slackConnected: () => false }, 503, { slack: 'not connected', store: 'ok' }],
  [
    'the disk is full',
    { storeWritable: () => Promise.reject(new Error('ENOSPC')) },
    503,
    { store: 'can’t be written' },
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
  expect(body).toMatchObject({ store: 'no answer from the disk within 2 s' });
});

it('/healthz says that the process is alive', async () => {
  expect(await ask('/healthz', { slackConnected: () => false })).toEqual([200, { status: 'ok' }]);
});
