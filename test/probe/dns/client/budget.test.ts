import { expect, it } from 'vitest';
import { withBudget } from '../../../../src/probe/dns/client/budget.js';
import type { AskClient } from '../../../../src/probe/dns/client/client.js';

const SERVER = { address: '127.0.0.1', port: 53 };
const QUESTION = { name: 'a.example.com', type: 'A', recursionDesired: false } as const;

function bench(queuedMs: number, servedMs: number) {
  let now = 0;
  let asked = 0;
  const client: AskClient = async (_, __, options) => {
    now += queuedMs;
    options?.onStart?.(now);
    now += servedMs;
    options?.onEnd?.(now);
    asked++;
    return { ok: false, outcome: 'malformed', rttMs: servedMs };
  };
  return { client, now: () => now, asked: () => asked };
}

it('time in line for a busy server is no time of the check', async () => {
  const { client, now, asked } = bench(5_000, 100);
  const { ask } = withBudget(client, { queries: 10, totalMs: 1_000, now });
  for (let count = 0; count < 9; count++) await ask(SERVER, QUESTION);
  expect(asked()).toBe(9);
});

it('time at servers is, and so is each question', async () => {
  const slow = bench(0, 400);
  const { ask: inTime } = withBudget(slow.client, { queries: 10, totalMs: 1_000, now: slow.now });
  for (let count = 0; count < 5; count++) await inTime(SERVER, QUESTION);
  expect(slow.asked()).toBe(3);
  const quick = bench(0, 1);
  const { ask: few } = withBudget(quick.client, { queries: 2, totalMs: 1_000, now: quick.now });
  for (let count = 0; count < 5; count++) await few(SERVER, QUESTION);
  expect(quick.asked()).toBe(2);
});
