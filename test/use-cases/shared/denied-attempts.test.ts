import { describe, expect, it } from 'vitest';
import { createDeniedAttempts } from '../../../src/use-cases/shared/denied-attempts.js';
import { useStore } from '../../support/in-store.js';

const world = useStore();
const denying = () => createDeniedAttempts(world.current.ports());

describe('a denied attempt', () => {
  it('goes into the history of the mapping that it would have changed', async () => {
    const { current } = world;
    const mapping = await current.mapped();
    await denying().record({ mapping }, 'unmap', current.by('UGIL'));
    const denied = (await current.load(mapping)).events.at(-1);
    expect(denied).toMatchObject({ type: 'access.denied', by: 'UGIL', details: { permission: 'unmap' } });
    expect(current.denied).toEqual([]);
  });

  it('a denied attempt that Slack delivers twice counts once', async () => {
    const { current } = world;
    const mapping = await current.mapped();
    const attempts = denying();
    const actor = current.by('UGIL');
    for (const _ of [1, 2]) await attempts.record({ mapping }, 'unmap', actor);
    expect((await current.events(mapping)).filter((type) => type === 'access.denied')).toHaveLength(1);
  });

  it.each([
    ['about no mapping', undefined, 'configure'],
    ['about a hostname that isn’t mapped', { hostname: 'new.example.com' }, 'map'],
    ['about a mapping that is gone', { mapping: 'gone' }, 'unmap'],
  ] as const)('%s goes into the bot’s own', async (_, subject, permission) => {
    const { current } = world;
    await denying().record(subject, permission, current.by('UGIL'));
    expect(current.denied).toMatchObject([{ by: 'UGIL', channel: 'C1', permission, at: current.now }]);
  });

  it('a denied attempt that only would have shown a mapping leaves its history alone', async () => {
    const { current } = world;
    const mapping = await current.mapped();
    const before = await current.events(mapping);
    await denying().record({ mapping }, 'view', current.by('UGIL'));
    expect(await current.events(mapping)).toEqual(before);
    expect(current.denied).toHaveLength(1);
  });

  it('of somebody who keeps trying is stored five times, then once in two minutes', async () => {
    const { current } = world;
    const attempts = denying();
    const tries = async (user: string, times: number) => {
      for (let time = 0; time < times; time++) await attempts.record(undefined, 'map', current.by(user));
    };
    await tries('UGIL', 20);
    expect(current.denied).toHaveLength(5);
    await tries('UOLGA', 1);
    expect(current.denied).toHaveLength(6);
    current.now += 120_000;
    await tries('UGIL', 5);
    expect(current.denied).toHaveLength(7);
  });
});
