import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/use-cases/errors.js';
import type { App, Place } from '../../../src/use-cases/ports.js';
import { cardChannel, chooseApp, prefer } from '../../../src/use-cases/shared/destination.js';

const app = (name: string, channel?: string): App => ({ name, channel }) as App;
const appsOf = (...apps: App[]) => new Map(apps.map((each) => [each.name, each]));
const SHOPS = app('Shops', 'C1');
const BLOGS = app('blogs', 'C2');

const chosen = (apps: ReadonlyMap<string, App>, name: string | undefined, channel: string) => {
  try {
    return chooseApp(apps, name, channel).name;
  } catch (error) {
    return error instanceof UserError ? error.problem : error;
  }
};

describe('a command means', () => {
  it('the app that it names, whatever its capitals and its channel', () => {
    expect(chosen(appsOf(SHOPS, BLOGS), 'shops', 'C2')).toBe('Shops');
  });

  it('else the app of the channel', () => {
    expect(chosen(appsOf(SHOPS, BLOGS), undefined, 'C2')).toBe('blogs');
  });

  it('else the only app', () => {
    expect(chosen(appsOf(SHOPS), undefined, 'C9')).toBe('Shops');
  });

  it('none when there are several to choose from, and the answer names them', () => {
    const problem = { code: 'app-needed', apps: ['Shops', 'blogs'] };
    expect(chosen(appsOf(SHOPS, BLOGS), undefined, 'C9')).toEqual(problem);
    expect(chosen(appsOf(SHOPS, app('blogs', 'C1')), undefined, 'C1')).toEqual(problem);
  });

  it('none when the name is unknown', () => {
    expect(chosen(appsOf(SHOPS), 'shop', 'C1')).toEqual({
      code: 'unknown-app',
      app: 'shop',
      apps: ['Shops'],
    });
  });
});

it('a person’s change goes first at the hosting provider, with that of the www name', () => {
  const preferred: string[] = [];
  const provider = { prefer: (hostname: string) => void preferred.push(hostname) };
  const apps = appsOf({ ...SHOPS, provider } as unknown as App);
  const mapping = { app: 'Shops', hostname: 'shop.example', www: { id: 'w', hostname: 'www.shop.example' } };
  prefer({ apps }, mapping as never);
  prefer({ apps }, { ...mapping, app: 'gone' } as never);
  expect(preferred).toEqual(['shop.example', 'www.shop.example']);
});

const ACTOR = { user: 'UALICE', team: 'T1', channel: 'C1', requestId: 'r' };
const WITH_CHANNEL = { name: 'default', channel: 'CAPP' } as App;

/** The channel of a new card, or the problem's code, where every channel but those given can be used. */
const channelFor = async (
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
    expect(await channelFor({}, WITH_CHANNEL)).toBe('C1');
  });

  it.each([
    ['a direct message with the bot', { isDirect: true }],
    ['no channel, as from the Home tab', { channel: '' }],
  ])('is the app’s when they ask in %s', async (_, place) => {
    expect(await channelFor(place, WITH_CHANNEL)).toBe('CAPP');
    expect(await channelFor(place, { ...WITH_CHANNEL, channel: undefined })).toBe('direct-message');
    expect(await channelFor(place)).toBe('direct-message');
  });

  it('is the app’s when Slack says that it is a direct message between people', async () => {
    expect(await channelFor({}, WITH_CHANNEL, { C1: 'direct' })).toBe('CAPP');
  });

  it.each([
    ['shared', 'shared-channel'],
    ['archived', 'unusable-channel'],
    ['private', 'unusable-channel'],
  ] as const)('is none when it is %s, and the actor hears why', async (place, code) => {
    expect(await channelFor({}, WITH_CHANNEL, { C1: place as Place })).toBe(code);
    expect(await channelFor({ isDirect: true }, WITH_CHANNEL, { CAPP: place as Place })).toBe(code);
  });
});
