import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultProvider } from '../../src/hosting/providers.js';
import { createCatalogue } from '../../src/locale/catalogue.js';
import { localized } from '../../src/locale/recognize.js';
import { openSettings, type Settings } from '../../src/settings/settings.js';
import { FileDocuments } from '../../src/store/lowdb/documents.js';
import { silentLog, temporaryFolder } from '../store/temporary.js';

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ path: folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

const change = {
  id: 'c1',
  at: '2026-01-01T00:00:00.000Z',
  by: 'U01ALICE',
  app: 'shop',
  channel: 'C01SHOP',
  setting: 'interval',
  from: 300,
  to: 60,
  isReset: false,
  ts: '1.000001',
  isTried: true,
};
const VALID = {
  schema: 3,
  version: 7,
  apps: {
    shop: { interval: 60, www: 'never', 'texts.es': '{"greeting":"Hola {hostname}"}' },
    blog: { interval: 90, digest: 'daily' },
  },
  channels: { C01SHOP: { language: 'ro' }, C02BLOG: { 'quiet-days': 'sat,sun' } },
  changes: [change, { ...change, id: 'c2', app: 'blog', to: 90 }],
};

async function openWith(text: string): Promise<Settings> {
  await writeFile(join(folder, 'settings.json'), text);
  return openSettings(
    new FileDocuments({ dataDir: folder, now: Date.now, log: silentLog, assertOpen: () => undefined }),
  );
}
const copies = async () => (await readdir(folder)).filter((name) => name.includes('.damaged-'));

/** What people chose, by place and owner. */
const chosenIn = (settings: Settings) => ({
  apps: Object.fromEntries(
    ['shop', 'blog'].map((app) => [app, { ...settings.overridesOf(app), texts: settings.textsOf(app) }]),
  ),
  channels: Object.fromEntries(['C01SHOP', 'C02BLOG'].map((id) => [id, settings.channelOverridesOf(id)])),
  changes: settings.changes().map(({ id }) => id),
});

/** The valid document with one value replaced. */
function damagedAt([first, ...rest]: readonly string[], value: unknown, at: unknown = VALID): unknown {
  if (first === undefined) return value;
  if (Array.isArray(at))
    return at.map((each, index) => (String(index) === first ? damagedAt(rest, value, each) : each));
  const fields = at as Readonly<Record<string, unknown>>;
  return { ...fields, [first]: damagedAt(rest, value, fields[first]) };
}

it.each([
  ['a value', ['apps', 'shop', 'interval'], [60], 'apps/shop/interval'],
  ['a value that is not allowed', ['apps', 'shop', 'www'], 'sometimes', 'apps/shop/www'],
  ['all of an app', ['apps', 'shop'], 7, 'apps/shop'],
  ['a channel’s value', ['channels', 'C01SHOP', 'language'], null, 'channels/C01SHOP/language'],
  ['the apps', ['apps'], 'none', 'apps'],
  ['a change', ['changes', '0', 'at'], 'soon', 'changes/0'],
  ['the changes', ['changes'], {}, 'changes'],
])('%s that can’t be read is named, and all else counts', async (_, path, value, name) => {
  const whole = chosenIn(await openWith(JSON.stringify(VALID)));
  const text = JSON.stringify(damagedAt(path, value));
  const settings = await openWith(text);
  expect(settings.problem).toContain(`count as not set: ${name}. The others still apply.`);
  const { apps, channels, changes } = chosenIn(settings);
  expect([apps['blog'], channels['C02BLOG']]).toEqual(
    path.length === 1 && path[0] === 'apps'
      ? [{ texts: {} }, whole.channels['C02BLOG']]
      : [whole.apps['blog'], whole.channels['C02BLOG']],
  );
  if (path.length === 3 && path[0] === 'apps') expect(apps['shop']?.texts).toEqual(whole.apps['shop']?.texts);
  if (path[0] !== 'changes') expect(changes).toEqual(whole.changes);
  expect([await readFile(join(folder, 'settings.json'), 'utf8'), await copies()]).toEqual([text, []]);
});

it('the stored settings are copied before the first change that drops what can’t be read', async () => {
  const text = JSON.stringify(damagedAt(['apps', 'shop', 'interval'], [60]));
  const settings = await openWith(text);
  await settings.mark(['c2'], { ts: '2.000001' });
  await settings.mark(['c2'], { ts: '3.000001' });
  const [copy = '', ...others] = await copies();
  expect([await readFile(join(folder, copy), 'utf8'), others]).toEqual([text, []]);
  expect(settings.overridesOf('shop')).toEqual({ www: 'never' });
  expect(settings.problem).toContain('apps/shop/interval');
});

it('what was chosen again is no longer named', async () => {
  const settings = await openWith(JSON.stringify(damagedAt(['apps', 'shop', 'interval'], [60])));
  await settings.change([{ ...change, id: 'c3', at: 0, ts: undefined, isTried: false }]);
  expect([settings.problem, settings.overridesOf('shop')]).toEqual([
    undefined,
    { interval: 60, www: 'never' },
  ]);
});

it('a value of schema 1 that is no number costs no other app’s', async () => {
  const settings = await openWith(JSON.stringify({ intervals: { shop: 'often', blog: 90_000 } }));
  expect([settings.overridesOf('shop'), settings.overridesOf('blog')]).toEqual([{}, { interval: 90 }]);
  expect(settings.problem).toContain('apps/shop/interval');
});

/** Each value of the document but its schema, which says how to read all others. */
const paths = (at: unknown, to: readonly string[] = []): string[][] =>
  typeof at === 'object' && at !== null
    ? [
        ...(to.length > 1 ? [[...to]] : []),
        ...Object.entries(at).flatMap(([key, value]) => (key === 'schema' ? [] : paths(value, [...to, key]))),
      ]
    : [[...to]];

it('damage of any one value changes no other app’s, channel’s or change’s', async () => {
  const whole = chosenIn(await openWith(JSON.stringify(VALID)));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths(VALID)), fc.jsonValue(), async (path, value) => {
      const settings = await openWith(JSON.stringify(damagedAt(path, value)));
      const now = chosenIn(settings);
      const [place, owner] = path;
      for (const app of ['shop', 'blog'])
        if (!(place === 'apps' && owner === app)) expect(now.apps[app]).toEqual(whole.apps[app]);
      for (const id of ['C01SHOP', 'C02BLOG'])
        if (!(place === 'channels' && owner === id)) expect(now.channels[id]).toEqual(whole.channels[id]);
      const otherChanges = whole.changes.filter(
        (_, index) => !(place === 'changes' && String(index) === owner),
      );
      expect(now.changes).toEqual(expect.arrayContaining(otherChanges));
      expect(await copies()).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('names four parts at most, in the reader’s language', async () => {
  const shop = Object.fromEntries(Array.from({ length: 12 }, (_, number) => [`s${number}`, null]));
  const { problem = '' } = await openWith(JSON.stringify({ ...VALID, apps: { shop } }));
  expect(problem).toContain('apps/shop/s3; +8. The others still apply.');
  const said = localized(problem, createCatalogue('ro', defaultProvider));
  expect(said).toContain('contează ca nesetate: apps/shop/s0; ');
});
