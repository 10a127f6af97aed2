import { expect, it } from 'vitest';
import { everybodyIs, HOSTNAME, useStore } from '../../support/in-store.js';

const world = useStore();
const GUEST = everybodyIs('outsider');

it('a hostname is found however it is typed', async () => {
  const { current } = world;
  const id = await current.mapped();
  for (const typed of [HOSTNAME, 'SHOP.example.org.', `https://${HOSTNAME}/cart`])
    expect((await current.useCases().find(typed, 'view', current.by('UCAROL'))).mapping.id).toBe(id);
});

it.each([
  ['what nobody mapped', 'other.example.org', 'not-mapped'],
  ['what is no hostname', 'not a hostname', 'hostname'],
])('%s is reported as that', async (_, typed, code) => {
  const { current } = world;
  await expect(current.useCases().find(typed, 'view', current.by('UCAROL'))).rejects.toMatchObject({
    problem: { code },
  });
});

it.each(['shop.exmaple.org', 'shp.example.org', 'shop'])(
  'for %s the mapped hostname that is near is named',
  async (typed) => {
    const { current } = world;
    await current.mapped();
    await expect(current.useCases().find(typed, 'view', current.by('UCAROL'))).rejects.toMatchObject({
      problem: { near: HOSTNAME },
    });
  },
);

it('of hostnames that are equally near, none is named; nor is one that the actor can’t see', async () => {
  const { current } = world;
  await current.mapped();
  const guest = { ...GUEST, channels: ['C1', 'C9'] };
  await expect(
    current.useCases(guest).find('shp.example.org', 'view', current.by('UGUEST', { channel: 'C9' })),
  ).rejects.toMatchObject({ problem: { code: 'not-mapped', near: undefined } });
  await current.mapped('shopp.example.org');
  await expect(
    current.useCases().find('shopx.example.org', 'view', current.by('UCAROL')),
  ).rejects.toMatchObject({ problem: { near: undefined } });
});

it('a guest sees the mappings of their channel; of another one, not even that there is one', async () => {
  const { current } = world;
  const id = await current.mapped();
  const useCases = current.useCases(GUEST);
  expect((await useCases.get(id, current.by('UGUEST', { channel: 'C1' }))).mapping.id).toBe(id);
  // Both are the bot's channels.
  const elsewhere = { ...GUEST, channels: ['C1', 'C9'] };
  const actor = current.by('UGUEST', { channel: 'C9' });
  await expect(current.useCases(elsewhere).find(HOSTNAME, 'view', actor)).rejects.toMatchObject({
    problem: { code: 'not-mapped' },
  });
  await expect(current.useCases(elsewhere).get(id, actor)).rejects.toMatchObject({
    problem: { code: 'gone' },
  });
});

it('where guests may view, they see every channel’s', async () => {
  const { current } = world;
  const id = await current.mapped();
  const useCases = current.useCases({ ...GUEST, guestsMayView: true });
  const found = await useCases.find(HOSTNAME, 'view', current.by('UGUEST', { channel: 'C9' }));
  expect(found.mapping.id).toBe(id);
});

it('a pair is the mapping with its www mapping', async () => {
  const { current } = world;
  const parts = current.app({ www: 'always' });
  const id = await current.mapped('example.org', parts);
  const useCases = current.useCases(parts);
  const { www } = await useCases.pair(id, current.by('UCAROL'));
  expect(www?.hostname).toBe('www.example.org');
});
