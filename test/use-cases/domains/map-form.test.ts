import { expect, it } from 'vitest';
import type { App } from '../../../src/use-cases/ports.js';
import { everybodyIs, useStore } from '../../support/in-store.js';

const world = useStore();

function twoApps() {
  const [app] = world.current.ports().apps.values();
  const named = (name: string, channel: string): [string, App] => [name, { ...(app as App), name, channel }];
  return { apps: new Map([named('one', 'C1'), named('two', 'C2')]) };
}

it.each([
  ['the only app of the channel is chosen', 'C2', undefined, 'two'],
  ['elsewhere the actor chooses', 'C9', undefined, undefined],
  ['in no channel the actor chooses', '', undefined, undefined],
  ['the named app is chosen anywhere, however its name is written', 'C9', 'ONE', 'one'],
])('%s', async (_, channel, name, chosen) => {
  const { current } = world;
  const form = await current.useCases(twoApps()).mapForm(name, current.by('UBOB', { channel }));
  expect(form.chosen).toBe(chosen);
  expect(form.apps.map((app) => app.name)).toEqual(['one', 'two']);
});

it('the only app needs no choice', async () => {
  const { current } = world;
  expect(await current.useCases().mapForm(undefined, current.by('UBOB'))).toMatchObject({
    chosen: 'default',
    apps: [{ name: 'default', hasSites: false }],
  });
});

it('an actor who may not map gets no dialog', async () => {
  const { current } = world;
  await expect(
    current.useCases(everybodyIs('member')).mapForm(undefined, current.by('UMEMBER')),
  ).rejects.toMatchObject({ problem: { code: 'not-allowed', permission: 'map' } });
});
