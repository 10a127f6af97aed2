import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSettings as openSettingsIn } from '../../src/settings/settings.js';
import type { SettingChange } from '../../src/settings/stored-settings.js';
import type { Documents } from '../../src/store/documents.js';
import { FileDocuments } from '../../src/store/lowdb/documents.js';
import { silentLog, temporaryFolder } from '../store/temporary.js';

const OLD = new URL('../fixtures/store-6013b5f/', import.meta.url).pathname;

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ path: folder, remove } = await temporaryFolder());
});
afterEach(() => remove());

const documentsOf = (dataDir: string) =>
  new FileDocuments({ dataDir, now: Date.now, log: silentLog, assertOpen: () => undefined });
const openSettings = (dataDir: string) => openSettingsIn(documentsOf(dataDir));

/** Reads fail the first time. */
function refusingOnce(documents: Documents): Pick<Documents, 'read'> {
  let asked = 0;
  return {
    read: async (kind, key) => {
      if (asked++ === 0) throw Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE' });
      return documents.read(kind, key);
    },
  };
}

const made: SettingChange = {
  id: 'c1',
  at: Date.UTC(2026, 0, 1),
  by: 'U01ALICE',
  app: 'default',
  channel: 'C01DOMAINS',
  setting: 'interval',
  from: 300,
  to: 60,
  isReset: false,
  isTried: false,
};

it.each(['{', '[]', '{"schema":"new","apps":{"default":{"interval":60}}}'])(
  'starts with defaults behind a damaged file, keeps it, and says so: %s',
  async (text) => {
    await writeFile(join(folder, 'settings.json'), text);
    const settings = await openSettings(folder);
    expect(settings.overridesOf('default')).toEqual({});
    expect(settings.problem).toMatch(/^settings\.json in DATA_DIR was damaged, so the defaults are used\./);
    await settings.change([made]);
    const aside = (await readdir(folder)).find((name) => name.includes('.damaged-')) ?? '';
    expect(await readFile(join(folder, aside), 'utf8')).toBe(text);
    const next = await openSettings(folder);
    expect([next.problem, next.overridesOf('default')]).toEqual([undefined, { interval: 60 }]);
  },
);

it('starts with defaults where the system refuses the file, and changes nothing then', async () => {
  await mkdir(join(folder, 'settings.json'));
  const settings = await openSettings(folder);
  expect(settings.problem).toContain('can’t be read (it is a folder, not a file)');
  await expect(settings.change([made])).rejects.toThrow('can’t be read (it is a folder, not a file)');
});

it('that the system refused for a moment count as soon as they can be read, and can be changed again', async () => {
  const before = await openSettings(folder);
  await before.change([made]);
  const documents = documentsOf(folder);
  const refused = { ...refusingOnce(documents), write: documents.write.bind(documents) };
  const settings = await openSettingsIn(refused);
  expect(settings.problem).toContain('can’t be read (EMFILE');
  expect(await settings.refresh()).toBe(true);
  expect([settings.problem, settings.overridesOf('default')]).toEqual([undefined, { interval: 60 }]);
  await settings.change([{ ...made, id: 'c2', to: 90 }]);
  expect(await settings.refresh()).toBe(false);
  expect(settings.overridesOf('default')).toEqual({ interval: 90 });
});

it('of a newer version are left as they are: the defaults count, and nothing can be changed', async () => {
  const text = JSON.stringify({ schema: 99, version: 7, themes: {} });
  await writeFile(join(folder, 'settings.json'), text);
  const settings = await openSettings(folder);
  expect(settings.overridesOf('default')).toEqual({});
  expect(settings.problem).toMatch(/^The settings were written by a newer version .*start the newer version/);
  await expect(settings.change([made])).rejects.toThrow('newer version');
  expect(await readFile(join(folder, 'settings.json'), 'utf8')).toBe(text);
});

it('of version 6013b5f are read as they were, posted changes and pending ones', async () => {
  await cp(join(OLD, 'settings.json'), join(folder, 'settings.json'));
  const settings = await openSettings(folder);
  expect([settings.problem, settings.overridesOf('default')]).toEqual([undefined, { interval: 120 }]);
  expect(settings.changes()[0]).toMatchObject({ setting: 'interval', from: 300, to: 60, isReset: false });
  expect(settings.changes().map(({ id, ts }) => [id, ts])).toEqual([
    ['change-1', '1763640000.000100'],
    ['change-2', undefined],
  ]);
  await settings.mark(['change-2'], { ts: '1763640060.000100' });
  const json = JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'));
  expect(json).toMatchObject({ schema: 4, version: 2, channels: {}, apps: { default: { interval: 120 } } });
  expect(json).not.toHaveProperty('intervals');
});

it('settings that another replica changed meanwhile are read again before a change', async () => {
  const [one, other] = [await openSettings(folder), await openSettings(folder)];
  await one.change([made]);
  await other.change([{ ...made, id: 'c2', app: 'blog', to: 90 }]);
  const settings = await openSettings(folder);
  expect([settings.overridesOf('default'), settings.overridesOf('blog')]).toEqual([
    { interval: 60 },
    { interval: 90 },
  ]);
  expect(other.changes().map(({ id }) => id)).toEqual(['c1', 'c2']);
});

it('forget what was reset, and ignore settings and values of another version', async () => {
  const settings = await openSettings(folder);
  await settings.change([made, { ...made, id: 'c2', setting: 'theme', to: 'dark' }]);
  await settings.change([{ ...made, id: 'c3', setting: 'www', to: 'sometimes' }]);
  expect(settings.overridesOf('default')).toEqual({ interval: 60 });
  await settings.change([{ ...made, id: 'c4', to: 300, isReset: true }]);
  expect(settings.overridesOf('default')).toEqual({});
  expect((await openSettings(folder)).changes()).toHaveLength(4);
});

it('of schema 2, which knew apps only, keep everything and take channels', async () => {
  const { isTried: _, ...change } = made;
  const old = { schema: 2, version: 3, apps: { default: { interval: 60, www: 'never' } } };
  const at = new Date(made.at).toISOString();
  await writeFile(
    join(folder, 'settings.json'),
    JSON.stringify({ ...old, changes: [{ ...change, at, ts: '1.000001' }] }),
  );
  const settings = await openSettings(folder);
  expect(settings.problem).toBeUndefined();
  expect(settings.overridesOf('default')).toEqual({ interval: 60, www: 'never' });
  expect(settings.changes()).toEqual([{ ...made, ts: '1.000001' }]);
  await settings.change([{ ...made, id: 'c2', app: '', setting: 'digest', from: 'off', to: 'daily' }]);
  const next = await openSettings(folder);
  expect([next.channels(), next.channelOverridesOf('C01DOMAINS')]).toEqual([
    ['C01DOMAINS'],
    { digest: 'daily' },
  ]);
  expect(next.overridesOf('default')).toEqual({ interval: 60, www: 'never' });
});

it('of schema 3, which had another word for “at once”, mean the same', async () => {
  const urgent = { ...made, setting: 'quiet-urgent', from: 'held', to: 'told' };
  const { isTried: _, ...change } = urgent;
  const old = {
    schema: 3,
    version: 3,
    apps: { default: { 'quiet-urgent': 'told', interval: 60 }, blog: { 'quiet-urgent': 'held' } },
    channels: { C01DOMAINS: { 'quiet-urgent': 'told' } },
    changes: [{ ...change, at: new Date(made.at).toISOString() }],
  };
  await writeFile(join(folder, 'settings.json'), JSON.stringify(old));
  const settings = await openSettings(folder);
  expect(settings.problem).toBeUndefined();
  expect(settings.overridesOf('default')).toEqual({ 'quiet-urgent': 'reported', interval: 60 });
  expect(settings.overridesOf('blog')).toEqual({ 'quiet-urgent': 'held' });
  expect(settings.channelOverridesOf('C01DOMAINS')).toEqual({ 'quiet-urgent': 'reported' });
  // A change is a fact, and in the channel it says what it said.
  expect(settings.changes()).toEqual([urgent]);
});

it('of a channel are its own, and gone when they are reset', async () => {
  const settings = await openSettings(folder);
  const here = { ...made, app: '', setting: 'language', from: 'en', to: 'ro' };
  await settings.change([made, here]);
  expect([settings.overridesOf('default'), settings.overridesOf('')]).toEqual([{ interval: 60 }, {}]);
  expect(settings.channelOverridesOf('C01DOMAINS')).toEqual({ language: 'ro' });
  await settings.change([{ ...here, id: 'c3', isReset: true }]);
  expect(settings.channels()).toEqual([]);
});

it('have texts for customers by language; what can’t be used is left out', async () => {
  const settings = await openSettings(folder);
  const texts = JSON.stringify({
    tone: 'formal',
    greeting: 'Hi {hostname}',
    reply: '{nobody}',
    theme: 'dark',
  });
  await settings.change([{ ...made, setting: 'texts.es', from: '{}', to: texts }]);
  expect(settings.overridesOf('default')).toEqual({});
  expect((await openSettings(folder)).textsOf('default')).toEqual({
    es: { tone: 'formal', sentences: { greeting: 'Hi {hostname}' } },
  });
  await settings.change([{ ...made, id: 'c4', setting: 'texts.es', from: texts, to: '{}', isReset: true }]);
  expect(settings.textsOf('default')).toEqual({});
});

it('have texts of which two changes of different sentences at once both stay, also in two replicas', async () => {
  const [one, other] = [await openSettings(folder), await openSettings(folder)];
  const texts = (sentences: object) => JSON.stringify(sentences);
  const change = { ...made, setting: 'texts.en', from: texts({ reply: 'Call us.' }) };
  await one.change([{ ...change, id: 'c0', from: texts({}), to: texts({ reply: 'Call us.' }) }]);
  await Promise.all([
    one.change([{ ...change, id: 'c1', to: texts({ reply: 'Call us.', greeting: 'Hi!' }) }]),
    one.change([{ ...change, id: 'c2', to: texts({ reply: 'Call us.', signature: 'Rosa' }) }]),
  ]);
  await other.change([{ ...change, id: 'c3', to: texts({}), isReset: true }]);
  expect(other.textsOf('default')).toEqual({ en: { sentences: { greeting: 'Hi!', signature: 'Rosa' } } });
});

it('report a change of texts as it was stored, not as it was asked for', async () => {
  const [one, other] = [await openSettings(folder), await openSettings(folder)];
  const texts = (sentences: object) => JSON.stringify(sentences);
  const change = { ...made, setting: 'texts.en' };
  const [reply, both] = [texts({ reply: 'Call us.' }), texts({ greeting: 'Hi!', reply: 'Call us.' })];
  await one.change([{ ...change, id: 'c0', from: texts({}), to: reply }]);
  await one.change([{ ...change, id: 'c1', from: reply, to: both }]);
  const reset = { ...change, to: texts({}), isReset: true };
  await other.change([{ ...reset, id: 'c2', from: reply }]);
  const left = texts({ greeting: 'Hi!' });
  expect(other.changes().at(-1)).toMatchObject({ from: both, to: left, isReset: false });
  await other.change([{ ...reset, id: 'c3', from: left }]);
  expect(other.changes().at(-1)).toMatchObject({ from: left, to: texts({}), isReset: true });
});

it('of a channel follow it to its new ID, with what is still to be reported there', async () => {
  const settings = await openSettings(folder);
  const here = { ...made, app: '', setting: 'language', from: 'en', to: 'ro' };
  await settings.change([here, { ...here, id: 'c2', channel: 'C02NEW', setting: 'digest', to: 'daily' }]);
  await settings.moveChannel('C01DOMAINS', 'C02NEW');
  await settings.moveChannel('C01DOMAINS', 'C02NEW');
  const next = await openSettings(folder);
  expect([next.channels(), next.channelOverridesOf('C02NEW')]).toEqual([
    ['C02NEW'],
    { language: 'ro', digest: 'daily' },
  ]);
  expect(next.changes().map(({ channel }) => channel)).toEqual(['C02NEW', 'C02NEW']);
});

it('have texts whose tone can’t be used, and keep their sentences', async () => {
  const settings = await openSettings(folder);
  const to = JSON.stringify({ tone: 'rude', greeting: 'Hi {hostname}' });
  await settings.change([{ ...made, setting: 'texts.es', from: '{}', to }]);
  expect(settings.textsOf('default')).toEqual({ es: { sentences: { greeting: 'Hi {hostname}' } } });
});
