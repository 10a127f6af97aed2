import { expect, it } from 'vitest';
import { type HostingProvider, ProviderError } from '../../../src/hosting/provider.js';
import { TurnLater } from '../../../src/hosting/rate-limited.js';
import { type DnsProbe, NotAsked } from '../../../src/probe/probe.js';
import { useStore } from '../../support/in-store.js';

const world = useStore();

async function advanced(provider: Partial<HostingProvider>) {
  const { current } = world;
  const id = await current.mapped();
  await current.useCases(current.app({ provider: provider as HostingProvider })).advance(id);
  return (await current.load(id)).mapping;
}

it('a new mapping’s first step adds the alias', async () => {
  const added: string[] = [];
  const mapping = await advanced({
    addAlias: async (hostname) => {
      added.push(hostname);
      return 'added';
    },
  });
  expect(added).toEqual(['shop.example.org']);
  expect(mapping).toMatchObject({ stage: 'checking-dns', alias: { state: 'accepted' } });
});

it('a refusal is final', async () => {
  const refused = await advanced({
    addAlias: () =>
      Promise.reject(new ProviderError('refused', 'in use', { retryable: false, outcomeUnknown: false })),
  });
  expect(refused).toMatchObject({ alias: { state: 'refused' }, nextCheckAt: undefined });
});

it('a step without a result is repeated after a pause', async () => {
  const failed = await advanced({
    addAlias: () =>
      Promise.reject(new ProviderError('timed-out', 'no answer', { retryable: true, outcomeUnknown: true })),
  });
  expect(failed).toMatchObject({ stage: 'adding', alias: { state: 'unknown' } });
  expect(failed.nextCheckAt).toBeGreaterThan(world.current.now);
});

it('a change that has to wait its turn is stored with its time', async () => {
  const waiting = await advanced({ addAlias: () => Promise.reject(new TurnLater(30_000)) });
  expect(waiting.nextCheckAt).toBe(world.current.now + 30_000);
});

it('a check that the bot is too busy for comes later, and says nothing about the domain', async () => {
  const { current } = world;
  const id = await current.mapped();
  const app = current.app({ provider: { addAlias: async () => 'added' } as unknown as HostingProvider });
  await current.useCases(app).advance(id);
  const { mapping: before } = await current.load(id);
  const dns = { authoritative: () => Promise.reject(new NotAsked()) } as unknown as DnsProbe;
  await current.useCases({ ...app, dns }).advance(id);
  const { mapping } = await current.load(id);
  expect(mapping.nextCheckAt).toBe(current.now + 15_000);
  expect({ ...mapping, nextCheckAt: before.nextCheckAt }).toEqual(before);
});

it('an app that is not configured any more loses no mapping', async () => {
  const { current } = world;
  const id = await current.mapped();
  await current.useCases({ apps: new Map() }).advance(id);
  expect((await current.load(id)).mapping).toMatchObject({ stage: 'adding' });
});
