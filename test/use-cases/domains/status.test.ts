import { expect, it } from 'vitest';
import { HOSTNAME, useStore } from '../../support/in-store.js';

const world = useStore();

it('a hostname that the hosting provider does not have yet is shown without a check', async () => {
  const { current } = world;
  const id = await current.mapped();
  const status = await current.useCases().status(HOSTNAME, current.by('UCAROL'));
  expect(status.stored.mapping.id).toBe(id);
  expect(status.seen).toBeUndefined();
});

it('a card in a channel that the bot lost is told as lost', async () => {
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
