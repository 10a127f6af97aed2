import { randomUUID } from 'node:crypto';
import fsWithCallbacks from 'node:fs';
import fs, { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StoreUnreadable } from '../../../src/store/lowdb/damage.js';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import { type Judge, RecordUnreadable, type Store, type StoredMapping } from '../../../src/store/store.js';
import { recordingLog, temporaryFolder } from '../temporary.js';
import { NOON, newStoredMapping, typicalMapping } from '../typical-mapping.js';

let dataDir: string;
let folder: string;
let remove: () => Promise<void>;
let recorded = recordingLog();
const opened: Store[] = [];

beforeEach(async () => {
  const temporary = await temporaryFolder();
  dataDir = join(temporary.path, 'data');
  folder = join(dataDir, 'mappings');
  remove = temporary.remove;
  recorded = recordingLog();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  await remove();
});

async function open({ allowCorrupt = false } = {}): Promise<Store> {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  const { log } = recorded;
  const store = await openLowdbStore({ dataDir, now: () => NOON, newToken: randomUUID, log, allowCorrupt });
  opened.push(store);
  return store;
}

const idsOf = async (store: Store) =>
  (await store.list({ offset: 0, limit: 100 })).mappings.map(({ id }) => id);

async function fileOf(id: string): Promise<string> {
  const name = (await readdir(folder)).find((each) => each.endsWith(`${id}.json`));
  return join(folder, name ?? 'missing');
}

/** Makes one call of a file system function fail, as a full or broken disk would. */
function failOnce(name: 'rename' | 'open', code: string, when: (path: string) => boolean = () => true): void {
  const real = fs[name] as (...args: unknown[]) => Promise<unknown>;
  const failing = vi.spyOn(fs, name).mockImplementation(((path: string, ...rest: unknown[]) => {
    if (!when(path)) return real(path, ...rest);
    failing.mockRestore();
    syncBuiltinESMExports();
    return Promise.reject(Object.assign(new Error(`${code}: injected`), { code }));
  }) as never);
  syncBuiltinESMExports();
}

/** The same of a record's reading, at a start or while the bot runs. */
function failReadOnce(code: string, failingPath: string): void {
  const { open: whileRunning, statSync: atStart } = fsWithCallbacks;
  const fail = () => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    return Object.assign(new Error(`${code}: injected`), { code });
  };
  vi.spyOn(fsWithCallbacks, 'open').mockImplementation(((path: string, flags: string, done: Opened) =>
    path === failingPath ? done(fail()) : whileRunning(path, flags, done)) as never);
  vi.spyOn(fsWithCallbacks, 'statSync').mockImplementation(((path: string) => {
    if (path === failingPath) throw fail();
    return atStart(path);
  }) as never);
  syncBuiltinESMExports();
}

type Opened = (error: Error | null, file?: number) => void;

describe('the files', () => {
  test('one for each mapping, readable by a person and by the owner only', async () => {
    const store = await open();
    await store.create(typicalMapping('m1'));
    const path = await fileOf('m1');
    const text = await readFile(path, 'utf8');
    expect(text).toContain('\n  "version": 1,\n');
    expect(text).toContain('"nextCheckAt": "2026-11-20T12:05:00.000Z"');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  });

  test.each([
    ['shop.example.com', 'shop.example.com.m1.json'],
    ['*.example.com', '_wildcard.example.com.m1.json'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example.m1.json'],
  ])('%s is in %s', async (hostname, name) => {
    const store = await open();
    await store.create(newStoredMapping('m1', { hostname }));
    expect(await readdir(folder)).toEqual([name]);
  });

  test('the longest hostname fits, also when its file is set aside', async () => {
    const labels = ['a'.repeat(63), 'b'.repeat(63), 'c'.repeat(63), 'd'.repeat(61)];
    const hostname = labels.join('.');
    expect(hostname).toHaveLength(253);
    const id = randomUUID();
    await (await open()).create(newStoredMapping(id, { hostname }));
    expect((await (await open()).findLive(hostname))?.mapping.hostname).toBe(hostname);
    await writeFile(await fileOf(id), 'damaged');
    expect((await open()).setAside()).toHaveLength(1);
  });
});

test('a start that is called off while it reads many files leaves no lock behind, and every file as it was', async () => {
  const store = await open();
  for (let n = 0; n < 100; n++)
    await store.create(newStoredMapping(`m${n}`, { hostname: `shop${n}.example.com` }));
  await Promise.all(opened.splice(0).map((each) => each.close()));
  await rm(join(dataDir, 'index.jsonl'), { force: true });
  const stopping = new AbortController();
  const judge = vi.fn<Judge>(() => {
    stopping.abort();
    return { health: 'good', whoActs: 'nobody', since: NOON, from: NOON, until: NOON, basis: '' };
  });
  const { log } = recorded;
  const options = { dataDir, now: () => NOON, newToken: randomUUID, log, judge };
  await expect(openLowdbStore({ ...options, stopping: stopping.signal })).rejects.toThrow('aborted');
  expect(judge.mock.calls.length).toBeLessThan(100);
  expect((await readdir(dataDir)).filter((name) => name.startsWith('lock'))).toEqual([]);
  expect((await (await open()).list({ offset: 0, limit: 1 })).total).toBe(100);
});

describe('a file that can’t be read', () => {
  const edited = (edit: (json: Record<string, unknown>) => unknown) => (text: string) =>
    JSON.stringify(edit(JSON.parse(text)));
  const withChange = (key: string, change: object) =>
    edited((json) => ({ ...json, [key]: { ...(json[key] as object), ...change } }));

  test.each<[string, (text: string) => string]>([
    ['cut off', (text) => text.slice(0, -20)],
    ['empty', () => ''],
    ['not JSON', () => 'hello'],
    ['JSON, but no record', () => '[]'],
    ['null', () => 'null'],
    ['filled with zeros, as after a power cut', () => '\0'.repeat(100)],
    ['without a field', edited(({ card: _, ...json }) => json)],
    ['a time that is none', withChange('mapping', { requestedAt: 'yesterday' })],
    ['a stage that is none', withChange('mapping', { stage: 7 })],
  ])('%s: is kept under another name and reported; the rest goes on', async (_, damage) => {
    const before = await open();
    await before.create(typicalMapping('m1'));
    await before.create(typicalMapping('m2'));
    const path = await fileOf('m1');
    const damaged = damage(await readFile(path, 'utf8'));
    await writeFile(path, damaged);

    const store = await open();
    expect(await idsOf(store)).toEqual(['m2']);
    const [aside, ...more] = store.setAside();
    expect(more).toEqual([]);
    expect(aside?.file).toMatch(/m1\.json\.damaged-2026-11-20T/);
    expect(await readFile(aside?.file ?? '', 'utf8')).toBe(damaged);
    expect(recorded.lines).toContainEqual(
      expect.objectContaining({ level: 'error', facts: expect.objectContaining({ file: aside?.file }) }),
    );
    // It is named at every start, for as long as it is there.
    expect((await open()).setAside()).toMatchObject([{ file: aside?.file }]);
  });

  test('a file that couldn’t be read takes its place at a later start that can read it', async () => {
    await (await open()).create(typicalMapping('m1'));
    const path = await fileOf('m1');
    const sound = await readFile(path, 'utf8');
    await writeFile(path, 'damaged');
    const [aside] = (await open()).setAside();
    await writeFile(aside?.file ?? '', sound);
    const store = await open();
    expect(await idsOf(store)).toEqual(['m1']);
    expect(store.setAside()).toEqual([]);
    expect(await readdir(folder)).toEqual([path.slice(folder.length + 1)]);
  });

  test.each(['EACCES', 'EMFILE', 'EIO', 'ENOMEM'])(
    'because of %s keeps the bot from starting, by name, and nothing is renamed',
    async (code) => {
      const before = await open();
      for (const id of ['m1', 'm2', 'm3']) await before.create(typicalMapping(id));
      const path = await fileOf('m1');
      await writeFile(await fileOf('m2'), 'damaged');
      await Promise.all(opened.splice(0).map((store) => store.close()));
      failReadOnce(code, path);
      const error = await open().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StoreUnreadable);
      expect(String(error)).toContain(path);
      expect(String(error)).toContain(code);
      expect((await readdir(folder)).every((name) => name.endsWith('.json'))).toBe(true);
      expect(await idsOf(await open())).toEqual(['m1', 'm3']);
    },
  );

  test('more than a handful keep the bot from starting, unless that is wanted', async () => {
    const before = await open();
    for (let at = 0; at < 8; at++) await before.create(typicalMapping(`m${at}`));
    for (let at = 0; at < 6; at++) await writeFile(await fileOf(`m${at}`), 'damaged');
    await expect(open()).rejects.toThrow(/^6 files in DATA_DIR are damaged.*STORE_ALLOW_CORRUPT=true/);
    expect((await readdir(folder)).every((name) => name.endsWith('.json'))).toBe(true);
    const store = await open({ allowCorrupt: true });
    expect(await idsOf(store)).toEqual(['m6', 'm7']);
    expect(store.setAside()).toHaveLength(6);
    // What is set aside is no reason to refuse the next start.
    expect(await idsOf(await open())).toEqual(['m6', 'm7']);
  });

  test('of a newer version is left as it is and named in one sentence', async () => {
    const before = await open();
    await before.create(typicalMapping('m1'));
    await before.create(typicalMapping('m2'));
    const path = await fileOf('m1');
    const newer = JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), schema: 999, later: true });
    await writeFile(path, newer);
    const store = await open();
    expect(await idsOf(store)).toEqual(['m2']);
    expect(store.setAside()).toEqual([{ file: path, reason: expect.stringContaining('schema 999') }]);
    expect(await readFile(path, 'utf8')).toBe(newer);
  });

  test('with a value that only a newer version knows is left as it is, too', async () => {
    const before = await open();
    await before.create(typicalMapping('m1'));
    const path = await fileOf('m1');
    const newer = (await readFile(path, 'utf8')).replace('"checking-ssl-cert"', '"checking-weather"');
    await writeFile(path, newer);
    const store = await open();
    expect(store.setAside()).toEqual([
      { file: path, reason: expect.stringContaining('mapping.stage is “checking-weather”') },
    ]);
    expect(await readFile(path, 'utf8')).toBe(newer);
  });

  test('that saw what only a newer version knows is read, and its next check is written', async () => {
    const before = await open();
    const { mapping } = await before.create(typicalMapping('m1'));
    const path = await fileOf('m1');
    const newer = (await readFile(path, 'utf8')).replace(/("outcome": ?)"answer"/, '$1"weather"');
    await writeFile(path, newer);
    let store = await open();
    const stored = await store.load('m1');
    expect(store.setAside()).toEqual([]);
    const named = recorded.lines.filter(({ message }) =>
      message.startsWith('what a check saw can’t be read'),
    );
    expect(named.map(({ facts }) => facts)).toEqual([{ mapping: 'm1' }]);
    expect(stored?.mapping).toEqual({ ...mapping, dns: { ...mapping.dns, observation: undefined } });
    expect(await readFile(path, 'utf8')).toBe(newer);
    if (stored) await store.save({ ...stored, mapping });
    store = await open();
    expect((await store.load('m1'))?.mapping).toEqual(mapping);
  });

  test('while the bot runs is set aside then, and the rest of every list goes on', async () => {
    const before = await open();
    for (const id of ['m1', 'm2', 'm3']) await before.create(typicalMapping(id));
    const store = await open();
    await writeFile(await fileOf('m2'), 'damaged');
    expect(await idsOf(store)).toEqual(['m1', 'm3']);
    const all: string[] = [];
    for await (const { mapping } of store.all()) all.push(mapping.id);
    expect(all.sort()).toEqual(['m1', 'm3']);
    expect(await store.load('m2')).toBeUndefined();
    await expect(store.findLive('m2.example.com')).rejects.toThrow(RecordUnreadable);
    expect(store.setAside()).toMatchObject([{ file: expect.stringContaining('m2.json.damaged-') }]);
    expect(await store.watched()).toBe(2);
  });

  test('because the disk fails while the bot runs is left out for now, and stays', async () => {
    const before = await open();
    for (const id of ['m1', 'm2']) await before.create(typicalMapping(id));
    const store = await open();
    const path = await fileOf('m1');
    failReadOnce('EIO', path);
    expect(await idsOf(store)).toEqual(['m2']);
    expect(await idsOf(store)).toEqual(['m1', 'm2']);
    expect(store.setAside()).toEqual([]);
  });

  test('a folder with the name of a file', async () => {
    await (await open()).create(typicalMapping('m1'));
    await mkdir(join(folder, 'x.json'));
    const store = await open();
    expect(await idsOf(store)).toEqual(['m1']);
    expect(store.setAside()).toHaveLength(1);
  });

  test('a file that was being written is removed, and the old one counts', async () => {
    await (await open()).create(typicalMapping('m1'));
    const path = await fileOf('m1');
    await writeFile(`${path}.writing`, '{ "version": 2, "map');
    const store = await open();
    expect((await store.load('m1'))?.version).toBe(1);
    expect(store.setAside()).toEqual([]);
    expect(await readdir(folder)).toHaveLength(1);
  });
});

describe('two files of one live hostname', () => {
  const hostname = 'shop.example.com';
  const put = async (name: string, record: object) => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), JSON.stringify(record));
  };
  async function stored(id: string, changes: { version: number; requestedAt: string; stage?: string }) {
    const store = await open();
    await store.create(newStoredMapping('template', { hostname }));
    const path = await fileOf('template');
    const json = JSON.parse(await readFile(path, 'utf8'));
    await rm(path);
    const { version, ...mapping } = changes;
    return { ...json, version, mapping: { ...json.mapping, id, ...mapping } };
  }

  test.each([
    ['0', '1'],
    ['1', '0'],
  ])('the later request stays (file %s is the older)', async (older, newer) => {
    const old = await stored('old', { version: 9, requestedAt: '2026-11-01T00:00:00.000Z' });
    const recent = await stored('recent', { version: 1, requestedAt: '2026-11-02T00:00:00.000Z' });
    await put(`${older}.json`, old);
    await put(`${newer}.json`, recent);
    const store = await open();
    expect(await idsOf(store)).toEqual(['recent']);
    expect((await store.findLive(hostname))?.mapping.id).toBe('recent');
    expect(store.setAside().map(({ file }) => file)).toEqual([
      expect.stringContaining(join(folder, `${older}.json.superseded-`)),
    ]);
    expect(await store.watched()).toBe(1);
  });

  test.each([
    ['0', '1'],
    ['1', '0'],
  ])('of a copy, the higher version stays (file %s is the lower)', async (lower, higher) => {
    const requestedAt = '2026-11-01T00:00:00.000Z';
    const old = await stored('m1', { version: 3, requestedAt });
    await put(`${lower}.json`, old);
    await put(`${higher}.json`, { ...old, version: 4, mapping: { ...old.mapping, stage: 'removed' } });
    const store = await open();
    expect(await store.load('m1')).toMatchObject({ version: 4, mapping: { stage: 'removed' } });
    expect(await store.findLive(hostname)).toBeUndefined();
    expect(store.setAside()).toHaveLength(1);
  });
});

describe('a write that fails', () => {
  const raised = (stored: StoredMapping): StoredMapping => ({
    ...stored,
    mapping: { ...stored.mapping, revision: 77, nextCheckAt: NOON - 5 },
  });

  test.each([
    ['the disk is full', () => failOnce('open', 'ENOSPC', (path) => path.endsWith('.writing'))],
    ['the file can’t take its place', () => failOnce('rename', 'EIO')],
  ])('%s: the save is refused and all is as before', async (_, fault) => {
    const store = await open();
    const stored = await store.create(typicalMapping('m1'));
    fault();
    await expect(store.save(raised(stored))).rejects.toThrow('injected');
    expect(await store.load('m1')).toEqual(stored);
    expect(await store.claimChecks(NOON, 9, 1000)).toEqual([]);
    expect(await readdir(folder)).toHaveLength(1);
    expect((await store.save(raised(stored))).version).toBe(2);
    expect((await (await open()).load('m1'))?.mapping.revision).toBe(77);
  });

  test('a full disk that still takes an empty file is not writable', async () => {
    const store = await open();
    const { writeFile: real } = fs;
    const full = vi.spyOn(fs, 'writeFile').mockImplementation(async (path, data, options) => {
      if (data.toString() !== '') throw new Error('ENOSPC: injected');
      return real(path, data, options);
    });
    syncBuiltinESMExports();
    try {
      await expect(store.assertWritable()).rejects.toThrow('ENOSPC');
    } finally {
      full.mockRestore();
      syncBuiltinESMExports();
    }
    await store.assertWritable();
    expect(await readdir(folder)).toEqual([]);
  });

  test('the folder is gone for a while', async () => {
    const store = await open();
    const stored = await store.create(typicalMapping('m1'));
    await rename(folder, `${folder}.away`);
    await writeFile(folder, 'in its place');
    await expect(store.save(raised(stored))).rejects.toThrow();
    await expect(store.create(newStoredMapping('m2'))).rejects.toThrow();
    await expect(store.assertWritable()).rejects.toThrow();
    await rm(folder);
    await rename(`${folder}.away`, folder);
    await store.assertWritable();
    expect(await store.load('m2')).toBeUndefined();
    await store.create(newStoredMapping('m2'));
    expect(await store.save(raised(stored))).toMatchObject({ version: 2 });
  });

  test('the flush of the folder fails: the disk has the new record, and it can be saved again', async () => {
    const store = await open();
    const stored = await store.create(typicalMapping('m1'));
    failOnce('open', 'EIO', (path) => path === folder);
    await expect(store.save(raised(stored))).rejects.toThrow('injected');
    const current = await store.load('m1');
    expect(current).toMatchObject({ version: 2, mapping: { revision: 77 } });
    if (current) expect((await store.save(current)).version).toBe(3);
  });
});

describe('limits', () => {
  test('thousands of writes at once keep few files open', async () => {
    const store = await open();
    let most = 0;
    const count = setInterval(async () => {
      most = Math.max(most, (await readdir('/proc/self/fd')).length);
    }, 5);
    const before = (await readdir('/proc/self/fd')).length;
    await Promise.all(Array.from({ length: 2000 }, (_, at) => store.create(newStoredMapping(`m${at}`))));
    clearInterval(count);
    expect(most - before).toBeLessThan(100);
    expect(await store.watched()).toBe(2000);
  });
});

test('a store that could not be opened gives its lock back', async () => {
  await mkdir(dataDir, { recursive: true });
  await writeFile(folder, 'in its place');
  await expect(open()).rejects.toThrow();
  await rm(folder);
  await expect(open()).resolves.toBeDefined();
});
