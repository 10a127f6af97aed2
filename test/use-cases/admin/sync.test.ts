import { expect, it } from 'vitest';
import type { HostingProvider } from '../../../src/hosting/provider.js';
import { everybodyIs, HOSTNAME, useStore } from '../../support/in-store.js';

const world = useStore();

/** The only app, whose hosting provider lists these aliases. */
const listing = (listAliases: HostingProvider['listAliases']) => {
  const [app] = world.current.ports().apps.values();
  return world.current.app({ provider: { ...(app?.provider as HostingProvider), listAliases } });
};

it('comparing reads the sides and changes nothing', async () => {
  const { current } = world;
  const id = await current.mapped();
  const before = await current.load(id);
  const parts = listing(async () => ['found.example.org']);
  const report = await current.useCases(parts).compareSides(undefined, current.by('UBOB'));
  expect(report).toMatchObject({
    app: 'default',
    aliases: 1,
    mappings: 1,
    unreadable: [],
    hasNetwork: false,
  });
  expect(await current.load(id)).toEqual(before);
});

it.each([
  ['can’t be read', async () => 'unreadable' as const, 'unreadable'],
  ['does not answer', () => Promise.reject(new Error('no answer')), 'no answer'],
])('a list that %s is never taken for an empty one', async (_, list, reason) => {
  const { current } = world;
  await current.mapped();
  const useCases = current.useCases(listing(list));
  const report = await useCases.compareSides(undefined, current.by('UBOB'));
  expect(report).toMatchObject({ aliases: undefined, unreadable: [{ side: 'provider', reason }] });
  expect(await useCases.affected('default', 'restore', current.by('UBOB'))).toEqual([]);
});

it('what the provider has and nobody mapped is adopted, with progress', async () => {
  const { current } = world;
  const parts = listing(async () => ['found.example.org', 'again.example.org']);
  const progress: [number, number][] = [];
  const result = await current
    .useCases(parts)
    .bulk('default', 'adopt', (done, of) => void progress.push([done, of]), current.by('UBOB'));
  expect(result).toEqual({ done: 2, failed: [] });
  expect(progress).toEqual([
    [1, 2],
    [2, 2],
  ]);
  expect((await current.store.findLive('found.example.org'))?.mapping.alias.state).toBe('accepted');
  expect(await current.useCases(parts).affected('default', 'adopt', current.by('UBOB'))).toEqual([]);
});

it('an action that removes needs the permission to unmap', async () => {
  const { current } = world;
  await current.mapped(HOSTNAME);
  await expect(
    current.useCases(everybodyIs('member')).bulk('default', 'remove', () => undefined, current.by('UMEMBER')),
  ).rejects.toMatchObject({ problem: { code: 'not-allowed', permission: 'unmap' } });
});
