import { expect, it } from 'vitest';
import { everybodyIs, HOSTNAME, useStore } from '../../support/in-store.js';
import { dnsSeen, wrong } from '../../support/observations.js';

const world = useStore();
const DAY_MS = 86_400_000;
const WHICH = { hostname: HOSTNAME };

it('a snooze lasts to its moment, and a person ends it sooner', async () => {
  const { current } = world;
  await current.mapped();
  const useCases = current.useCases();
  const until = current.now + DAY_MS;
  expect((await useCases.snooze(WHICH, until, current.by('UBOB'))).snooze).toMatchObject({ until });
  expect((await useCases.endSnooze(WHICH, current.by('UCAROL'))).snooze).toBeUndefined();
});

it('a www mapping is snoozed with its card', async () => {
  const { current } = world;
  const parts = current.app({ www: 'always' });
  const id = await current.mapped('example.org', parts);
  await current.useCases(parts).snooze({ hostname: 'www.example.org' }, undefined, current.by('UBOB'));
  expect((await current.load(id)).mapping.snooze).toBeDefined();
});

it('where nothing is wrong, there is nothing to acknowledge or to mute', async () => {
  const { current } = world;
  await current.mapped();
  const useCases = current.useCases();
  const problem = { code: 'nothing-wrong', hostname: HOSTNAME };
  const mute = { until: current.now + DAY_MS, reason: 'parked' };
  await expect(useCases.acknowledge(WHICH, undefined, current.by('UBOB'))).rejects.toMatchObject({ problem });
  await expect(useCases.mute(WHICH, mute, current.by('UBOB'))).rejects.toMatchObject({ problem });
});

it('of a pair, what is wrong with the www name can be acknowledged and muted by the card’s own name, too', async () => {
  const { current } = world;
  const parts = current.app({ www: 'always' });
  const id = await current.mapped('example.org', parts);
  const www = await current.load((await current.load(id)).mapping.www?.id ?? '');
  const { alias, dns } = www.mapping;
  await current.store.save({
    ...www,
    mapping: {
      ...www.mapping,
      alias: { ...alias, state: 'accepted' },
      dns: { ...dns, state: 'wrong', startedAt: current.now, observation: dnsSeen(current.now, [wrong()]) },
    },
  });
  const useCases = current.useCases(parts);
  const acknowledged = await useCases.acknowledge({ hostname: 'example.org' }, undefined, current.by('UBOB'));
  expect(acknowledged).toMatchObject({ mapping: { hostname: 'www.example.org' }, finding: 'a-wrong' });
  const request = { until: current.now + 1, reason: 'known', finding: 'a-wrong' } as const;
  await useCases.mute({ id: www.mapping.id }, request, current.by('UBOB'));
  const ended = await useCases.endMutes({ hostname: 'example.org' }, undefined, current.by('UBOB'));
  expect(ended).toMatchObject({ hostname: 'www.example.org', mutes: [] });
  expect((await current.load(www.mapping.id)).mapping.mutes).toEqual([]);
});

it('of a pair, `off` ends what the card’s own name has, and leaves the www name’s alone', async () => {
  const { current } = world;
  const parts = current.app({ www: 'always' });
  const id = await current.mapped('example.org', parts);
  const wwwId = (await current.load(id)).mapping.www?.id ?? '';
  const mute = { code: 'a-wrong', by: 'UBOB', until: current.now + 1, reason: 'known' } as const;
  for (const each of [id, wwwId]) {
    const stored = await current.load(each);
    await current.store.save({ ...stored, mapping: { ...stored.mapping, mutes: [mute] } });
  }
  await current.useCases(parts).endMutes({ hostname: 'example.org' }, undefined, current.by('UBOB'));
  expect((await current.load(id)).mapping.mutes).toEqual([]);
  expect((await current.load(wwwId)).mapping.mutes).toEqual([mute]);
});

it('is for members; the denial says what they came for', async () => {
  const { current } = world;
  await current.mapped();
  await expect(
    current.useCases(everybodyIs('outsider')).snooze(WHICH, undefined, current.by('UGUEST')),
  ).rejects.toMatchObject({ problem: { code: 'not-allowed', permission: 'assign' } });
});
