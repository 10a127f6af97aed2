import { expect, it } from 'vitest';
import type { HostingProvider } from '../../../src/hosting/provider.js';
import { type DnsProbe, NotAsked } from '../../../src/probe/probe.js';
import { HOSTNAME, useStore } from '../../support/in-store.js';

const world = useStore();

it('a hostname that the hosting provider does not have yet is shown without a check', async () => {
  const { current } = world;
  const id = await current.mapped();
  const status = await current.useCases().status(HOSTNAME, current.by('UCAROL'));
  expect(status.stored.mapping.id).toBe(id);
  expect(status.seen).toBeUndefined();
});

it('a card in a channel that the bot lost is reported as lost', async () => {
  const { current } = world;
  await current.mapped();
  const useCases = current.useCases({ unusableChannels: () => ['C1'] });
  expect(await useCases.status(HOSTNAME, current.by('UCAROL'))).toMatchObject({ isCardLost: true });
});

it('a www hostname is shown with the card of its primary', async () => {
  const { current } = world;
  const parts = current.app({ www: 'always' });
  const id = await current.mapped('example.org', parts);
  const { stored } = await current.useCases(parts).status('www.example.org', current.by('UCAROL'));
  expect(stored.card.ts).toBe((await current.load(id)).card.ts);
});

it('a check that the bot is too busy for is refused with that reason', async () => {
  const { current } = world;
  const id = await current.mapped();
  const app = current.app({ provider: { addAlias: async () => 'added' } as unknown as HostingProvider });
  await current.useCases(app).advance(id);
  const dns = { authoritative: () => Promise.reject(new NotAsked()) } as unknown as DnsProbe;
  await expect(
    current.useCases({ ...app, dns }).status(HOSTNAME, current.by('UCAROL')),
  ).rejects.toMatchObject({ problem: { code: 'too-busy' } });
});
