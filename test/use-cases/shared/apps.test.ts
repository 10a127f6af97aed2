import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/use-cases/errors.js';
import type { App } from '../../../src/use-cases/ports.js';
import { chooseApp, prefer } from '../../../src/use-cases/shared/apps.js';

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
    const problem = { code: 'app-needed', apps: 'Shops, blogs' };
    expect(chosen(appsOf(SHOPS, BLOGS), undefined, 'C9')).toEqual(problem);
    expect(chosen(appsOf(SHOPS, app('blogs', 'C1')), undefined, 'C1')).toEqual(problem);
  });

  it('none when the name is unknown', () => {
    expect(chosen(appsOf(SHOPS), 'shop', 'C1')).toEqual({ code: 'unknown-app', app: 'shop', apps: 'Shops' });
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
