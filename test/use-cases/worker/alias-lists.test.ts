import { expect, it } from 'vitest';
import type { HostingProvider } from '../../../src/hosting/provider.js';
import { TurnLater } from '../../../src/hosting/rate-limited.js';
import { AliasLists } from '../../../src/use-cases/worker/alias-lists.js';

function provider(list: readonly string[] | 'unreadable' = ['shop.example.com']) {
  let reads = 0;
  const listAliases = async () => {
    reads++;
    return list;
  };
  return { provider: { listAliases } as unknown as HostingProvider, reads: () => reads };
}

it('a thousand retries of one round read one list', async () => {
  let now = 0;
  const lists = new AliasLists(() => now);
  const closte = provider();
  const ask = (at: number) =>
    lists.has('shop', closte.provider, at === 0 ? 'shop.example.com' : `n${at}.example.com`);
  const found = await Promise.all(Array.from({ length: 1_000 }, (_, at) => ask(at)));
  expect([found.filter(Boolean).length, closte.reads()]).toEqual([1, 1]);
  now = 11_000;
  await ask(0);
  expect(closte.reads()).toBe(2);
});

it('a change that was sent, heard or not, makes it read again; one that must wait does not', async () => {
  const lists = new AliasLists(() => 0);
  const closte = provider();
  const ask = () => lists.has('shop', closte.provider, 'shop.example.com');
  await ask();
  await lists.change('shop', async () => 'added');
  await ask();
  await lists.change('shop', () => Promise.reject(new Error('no answer'))).catch(() => undefined);
  await ask();
  await lists.change('shop', () => Promise.reject(new TurnLater(1_000))).catch(() => undefined);
  await ask();
  expect(closte.reads()).toBe(3);
});

it('a list that can’t be read says nothing about any name', async () => {
  expect(await new AliasLists(() => 0).has('shop', provider('unreadable').provider, 'shop.example.com')).toBe(
    undefined,
  );
});

it('a list of 100,000 leaves turns for other work', async () => {
  const names = Array.from({ length: 100_000 }, (_, at) => `n${at}.example.com`);
  let turns = 0;
  let isReading = true;
  const count = (): void => {
    turns += 1;
    if (isReading) setImmediate(count);
  };
  setImmediate(count);
  const lists = new AliasLists(() => 0);
  expect(await lists.has('shop', provider(names).provider, 'n99999.example.com')).toBe(true);
  isReading = false;
  expect(turns).toBeGreaterThan(3);
});
