import { expect, it } from 'vitest';
import type { HostingProvider } from '../../src/hosting/provider.js';
import { rateLimited, TurnLater } from '../../src/hosting/rate-limited.js';

function bench(perMinute: number) {
  let now = 1_000_000;
  const at: number[] = [];
  const START = now;
  const record = async () => void at.push(now - START);
  const provider: HostingProvider = {
    addAlias: async () => record().then(() => 'added'),
    removeAlias: async () => record().then(() => 'removed'),
    listAliases: async () => record().then(() => []),
    testConnection: record,
  };
  const pass = (ms: number) => {
    now += ms;
  };
  return { at, pass, provider: rateLimited(provider, { perMinute, steady: () => now }) };
}

/** How long a change has to wait; 0 when it went. */
async function waitOf(change: Promise<unknown>): Promise<number> {
  try {
    await change;
    return 0;
  } catch (error) {
    if (error instanceof TurnLater) return error.waitMs;
    throw error;
  }
}

it('lets a few go at once and gives the others a turn each, without holding anybody', async () => {
  const { at, provider } = bench(60);
  const waits: number[] = [];
  for (let count = 0; count < 20; count++)
    waits.push(await waitOf(provider.addAlias(`h${count}.example.com`)));
  expect(waits).toEqual([0, 0, 0, 0, 0, ...Array.from({ length: 15 }, (_, index) => (index + 1) * 1_000)]);
  expect(at).toHaveLength(5);
});

it('keeps the turn of a hostname that comes back, however often it asks', async () => {
  const { at, pass, provider } = bench(60);
  for (let count = 0; count < 5; count++) await provider.addAlias(`h${count}.example.com`);
  expect(await waitOf(provider.addAlias('late.example.com'))).toBe(1_000);
  expect(await waitOf(provider.addAlias('later.example.com'))).toBe(2_000);
  pass(400);
  expect(await waitOf(provider.addAlias('late.example.com'))).toBe(600);
  pass(600);
  expect(await waitOf(provider.addAlias('late.example.com'))).toBe(0);
  expect(await waitOf(provider.addAlias('later.example.com'))).toBe(1_000);
  expect(at).toHaveLength(6);
});

it('fills again in time', async () => {
  const { at, pass, provider } = bench(60);
  for (let count = 0; count < 5; count++) await provider.removeAlias(`h${count}.example.com`);
  pass(10_000);
  for (let count = 0; count < 5; count++) await provider.addAlias(`i${count}.example.com`);
  expect(at).toHaveLength(10);
});

it('holds up no reading', async () => {
  const { at, provider } = bench(20);
  for (let count = 0; count < 30; count++) await waitOf(provider.addAlias(`h${count}.example.com`));
  await provider.listAliases();
  expect(at).toHaveLength(6);
});

it('lets the change that a person waits for go before a thousand that nobody waits for, at the same pace', async () => {
  const { at, pass, provider } = bench(60);
  const waits = new Map<string, number>();
  for (let count = 0; count < 1_000; count++)
    waits.set(`bulk${count}.example.com`, await waitOf(provider.addAlias(`bulk${count}.example.com`)));
  provider.prefer('asked.example.com');
  provider.prefer('www.asked.example.com');
  expect(await waitOf(provider.addAlias('asked.example.com'))).toBe(1_000);
  expect(await waitOf(provider.addAlias('www.asked.example.com'))).toBe(2_000);
  pass(1_000);
  // Who held the turn comes back at its time, and waits for the one it got instead.
  expect(await waitOf(provider.addAlias('bulk5.example.com'))).toBe(995_000);
  expect(await waitOf(provider.addAlias('asked.example.com'))).toBe(0);
  pass(1_000);
  expect(await waitOf(provider.addAlias('www.asked.example.com'))).toBe(0);
  pass(1_000);
  expect(await waitOf(provider.addAlias('bulk7.example.com'))).toBe(0);
  expect(at).toHaveLength(8);
});

it('lets people wait for each other, not overtake', async () => {
  const { provider } = bench(60);
  for (let count = 0; count < 5; count++) await provider.addAlias(`h${count}.example.com`);
  for (const name of ['one', 'two', 'three']) provider.prefer(`${name}.example.com`);
  const waits: number[] = [];
  for (const name of ['one', 'two', 'three'])
    waits.push(await waitOf(provider.addAlias(`${name}.example.com`)));
  expect(waits).toEqual([1_000, 2_000, 3_000]);
});
