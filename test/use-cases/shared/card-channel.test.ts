import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/use-cases/errors.js';
import type { App, Place } from '../../../src/use-cases/ports.js';
import { cardChannel } from '../../../src/use-cases/shared/card-channel.js';

const ACTOR = { user: 'UALICE', team: 'T1', channel: 'C1', requestId: 'r' };
const APP = { name: 'default', channel: 'CAPP' } as App;

/** The channel of a new card, or the problem's code, where every channel but those given can be used. */
const chosen = async (
  actor: Partial<typeof ACTOR & { isDirect: boolean }>,
  app?: App,
  odd: Record<string, Place> = {},
) => {
  const places = { prepare: async (channel: string) => odd[channel] ?? 'usable' } as never;
  try {
    return await cardChannel({ places }, app, { ...ACTOR, ...actor });
  } catch (error) {
    return error instanceof UserError ? error.problem.code : error;
  }
};

describe('the channel of a new card', () => {
  it('is the one where the actor asks', async () => {
    expect(await chosen({}, APP)).toBe('C1');
  });

  it.each([
    ['a direct message with the bot', { isDirect: true }],
    ['no channel, as from the Home tab', { channel: '' }],
  ])('is the app’s when they ask in %s', async (_, place) => {
    expect(await chosen(place, APP)).toBe('CAPP');
    expect(await chosen(place, { ...APP, channel: undefined })).toBe('direct-message');
    expect(await chosen(place)).toBe('direct-message');
  });

  it('is the app’s when Slack says that it is a direct message between people', async () => {
    expect(await chosen({}, APP, { C1: 'direct' })).toBe('CAPP');
  });

  it.each([
    ['shared', 'shared-channel'],
    ['archived', 'unusable-channel'],
    ['private', 'unusable-channel'],
  ] as const)('is none when it is %s, and the actor hears why', async (place, code) => {
    expect(await chosen({}, APP, { C1: place as Place })).toBe(code);
    expect(await chosen({ isDirect: true }, APP, { CAPP: place as Place })).toBe(code);
  });
});
