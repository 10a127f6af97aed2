import fs, { appendFile, copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { CheckLog, checkLogPath, readCheckLog } from '../../../../src/store/lowdb/log/check-log.js';
import { readMappings } from '../../../../src/store/lowdb/read-folder.js';
import { storedMappingCodec } from '../../../../src/store/schema.js';
import type { Store, StoredMapping } from '../../../../src/store/store.js';
import { openStore, recordingLog, silentLog, temporaryFolder, temporaryStores } from '../../temporary.js';
import { NOON, newStoredMapping, typicalMapping } from '../../typical-mapping.js';

const MINUTE_MS = 60_000;
let dataDir: string;
let path: string;
let stores: Awaited<ReturnType<typeof temporaryStores>>;

beforeEach(async () => {
  stores = await temporaryStores(() => NOON);
  dataDir = stores.path;
  path = checkLogPath(dataDir);
});

afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  await stores.close();
});

const open = (): Promise<Store> => stores.open(dataDir);

/** As a check without news saves it: seen again, due again. */
async function check(store: Store, id: string, nextCheckAt: number): Promise<StoredMapping> {
  const stored = await store.load(id);
  if (!stored) throw new Error(`${id} is gone`);
  const { dns } = stored.mapping;
  const observation = dns.observation && { ...dns.observation, at: nextCheckAt - MINUTE_MS };
  return store.save({
    ...stored,
    mapping: { ...stored.mapping, dns: { ...dns, observation }, nextCheckAt },
  });
}

async function note(store: Store, id: string, text: string): Promise<StoredMapping> {
  const stored = await store.load(id);
  if (!stored) throw new Error(`${id} is gone`);
  return store.save({ ...stored, mapping: { ...stored.mapping, note: text } });
}

const fileOf = (id: string): string => join(dataDir, 'mappings', `${id}.example.com.${id}.json`);
const mappingIn = async (store: Store, id: string) => (await store.load(id))?.mapping;

/** What a crash leaves: nothing of the process, all that is on the disk. */
async function afterCrash(): Promise<{ store: Store; leave(): Promise<void> }> {
  const copy = await temporaryFolder();
  await fs.cp(dataDir, copy.path, { recursive: true, filter: (source) => !source.includes('/lock') });
  const store = await openStore(copy.path, () => NOON);
  return {
    store,
    leave: async () => {
      await store.close();
      await copy.remove();
    },
  };
}

describe('a check without news', () => {
  test('writes no more than 512 bytes, and leaves the record’s file alone', async () => {
    const store = await open();
    await store.create(typicalMapping('m1'));
    const before = await stat(fileOf('m1'));
    for (let round = 1; round <= 100; round++) await check(store, 'm1', NOON + round * MINUTE_MS);
    await store.close();
    const after = await stat(fileOf('m1'));
    expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
    expect((await readFile(path)).length).toBeLessThan(100 * 512);
  });

  test('is there after a restart, with its version', async () => {
    const first = await open();
    await first.create(typicalMapping('m1'));
    const checked = await check(first, 'm1', NOON + MINUTE_MS);
    expect(checked.version).toBe(2);
    await first.close();
    const second = await open();
    expect(await second.load('m1')).toEqual(checked);
    expect(await second.claimChecks(NOON + MINUTE_MS - 1, 9, 1_000)).toEqual([]);
    expect(await check(second, 'm1', NOON + 2 * MINUTE_MS)).toMatchObject({ version: 3 });
    await second.close();
    const records: StoredMapping[] = [];
    for await (const record of readMappings(dataDir)) records.push(record);
    expect(records[0]).toMatchObject({ version: 3, mapping: { nextCheckAt: NOON + 2 * MINUTE_MS } });
  });

  test('shares its flush with all others of the moment', async () => {
    const store = await open();
    const ids = Array.from({ length: 64 }, (_, at) => `m${at}`);
    for (const id of ids) await store.create(newStoredMapping(id));
    await check(store, 'm0', NOON + 1);
    await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toContain('"m0"');
    const handle = await fs.open(path);
    const flush = vi.spyOn(Object.getPrototypeOf(handle), 'datasync');
    await handle.close();
    await Promise.all(ids.map((id) => check(store, id, NOON + 2)));
    await store.close();
    expect(flush).toHaveBeenCalledTimes(1);
  });

  describe('keeps its record in memory', () => {
    const openWith = async (count: number): Promise<Store> => {
      await mkdir(join(dataDir, 'mappings'));
      const record = JSON.stringify(storedMappingCodec.encode({ ...typicalMapping('MARK'), version: 1 }));
      for (let at = 0; at < count; at++)
        await writeFile(fileOf(`m${at}`), record.replaceAll('MARK', `m${at}`));
      return open();
    };

    test.each([
      { count: 500, isKept: true },
      { count: 501, isKept: false },
    ])('of $count: $isKept', async ({ count, isKept }) => {
      const store = await openWith(count);
      const checked = await check(store, 'm0', NOON + MINUTE_MS);
      const loaded = await store.load('m0');
      expect(loaded).toEqual(checked);
      expect(loaded === checked).toBe(isKept);
      expect(await check(store, 'm0', NOON + 2 * MINUTE_MS)).toMatchObject({ version: 3 });
      expect(JSON.parse(await readFile(fileOf('m0'), 'utf8'))).toMatchObject({ version: 1 });
    });

    test('of any number while it has something to deliver', async () => {
      const store = await openWith(501);
      const stored = await store.load('m0');
      if (!stored) throw new Error('m0 is gone');
      const { mapping } = stored;
      const saved = await store.save({ ...stored, mapping: { ...mapping, revision: mapping.revision + 1 } });
      expect(await store.load('m0')).toBe(saved);
      const card = { ...saved.card, shownRevision: saved.mapping.revision };
      const shown = await store.save({ ...saved, card });
      expect(await store.load('m0')).not.toBe(shown);
    });
  });

  test('is part of the record once that is written, and its line says nothing of later files', async () => {
    const store = await open();
    await store.create(typicalMapping('m1'));
    await check(store, 'm1', NOON + MINUTE_MS);
    expect(await note(store, 'm1', 'call first')).toMatchObject({ version: 3 });
    await store.close();
    expect(JSON.parse(await readFile(fileOf('m1'), 'utf8'))).toMatchObject({
      version: 3,
      mapping: { nextCheckAt: new Date(NOON + MINUTE_MS).toISOString() },
    });
    const again = await open();
    expect(await mappingIn(again, 'm1')).toMatchObject({ note: 'call first', nextCheckAt: NOON + MINUTE_MS });
    expect((await again.load('m1'))?.version).toBe(3);
  });

  test('of a record whose file a person put back to an earlier state says nothing', async () => {
    const first = await open();
    await first.create(typicalMapping('m1'));
    await copyFile(fileOf('m1'), `${fileOf('m1')}.kept`);
    await note(first, 'm1', 'call first');
    await check(first, 'm1', NOON + 7 * MINUTE_MS);
    await first.close();
    await copyFile(`${fileOf('m1')}.kept`, fileOf('m1'));
    const second = await open();
    expect(await second.load('m1')).toEqual({ ...typicalMapping('m1'), version: 1 });
  });
});

describe('a crash', () => {
  test('after any byte of the log costs checks and nothing else', async () => {
    const store = await open();
    for (const id of ['m1', 'm2']) await store.create(typicalMapping(id));
    await note(store, 'm2', 'call first');
    for (let round = 1; round <= 3; round++)
      for (const id of ['m1', 'm2']) await check(store, id, NOON + round * MINUTE_MS);
    await store.close();
    const whole = await readFile(path);
    const possible = [NOON + 300_000, ...[1, 2, 3].map((round) => NOON + round * MINUTE_MS)];
    for (let length = 0; length < whole.length; length += 7) {
      await writeFile(path, whole.subarray(0, length));
      const { store: later, leave } = await afterCrash();
      for (const id of ['m1', 'm2']) {
        const mapping = await mappingIn(later, id);
        expect(possible).toContain(mapping?.nextCheckAt);
        expect(mapping?.note).toBe(id === 'm2' ? 'call first' : undefined);
        expect(await check(later, id, NOON + 9 * MINUTE_MS)).toMatchObject({ mapping: { id } });
      }
      await leave();
    }
  });

  test('between a check’s line and the record’s next file takes neither back', async () => {
    const store = await open();
    await store.create(typicalMapping('m1'));
    await check(store, 'm1', NOON + MINUTE_MS);
    await note(store, 'm1', 'call first');
    const early = await afterCrash();
    expect(await mappingIn(early.store, 'm1')).toMatchObject({
      note: 'call first',
      nextCheckAt: NOON + MINUTE_MS,
    });
    await early.leave();
    await check(store, 'm1', NOON + 2 * MINUTE_MS);
    await expect.poll(() => readFile(path, 'utf8')).toContain(String(NOON + 2 * MINUTE_MS));
    const late = await afterCrash();
    expect(await mappingIn(late.store, 'm1')).toMatchObject({
      note: 'call first',
      nextCheckAt: NOON + 2 * MINUTE_MS,
    });
    await late.leave();
  });

  test.each([
    ['before it was begun', async () => undefined],
    ['while it is written', async (line: string) => writeFile(`${path}.writing`, line.slice(0, 40))],
    ['before it takes its place', async (line: string) => writeFile(`${path}.writing`, line)],
  ])('while the log is rewritten (%s) leaves the old one', async (_, fault) => {
    const store = await open();
    await store.create(typicalMapping('m1'));
    await check(store, 'm1', NOON + MINUTE_MS);
    await store.close();
    await fault(await readFile(path, 'utf8'));
    const again = await open();
    expect(await mappingIn(again, 'm1')).toMatchObject({ nextCheckAt: NOON + MINUTE_MS });
    await check(again, 'm1', NOON + 2 * MINUTE_MS);
    await again.close();
    expect((await readdir(dataDir)).filter((name) => name.startsWith('checks'))).toEqual(['checks.jsonl']);
    expect(await mappingIn(await open(), 'm1')).toMatchObject({ nextCheckAt: NOON + 2 * MINUTE_MS });
  });
});

describe('a log', () => {
  const logOf = (log = silentLog) => CheckLog.open({ path, log, assertHeld: () => undefined });
  const checked = (nextCheckAt: number, version = 2) => ({
    base: 1,
    version,
    check: { nextCheckAt, dnsAt: NOON, sslAt: undefined, httpAt: undefined, challengeAt: NOON - 9 },
  });

  it.each([
    ['zeros, as after a power cut', async () => appendFile(path, Buffer.alloc(300))],
    ['a line cut off', async () => appendFile(path, '0a0b0c0d [1,"m1",1,9,17')],
    [
      'a line with another checksum',
      async () => appendFile(path, '0a0b0c0d [1,"m1",1,9,17,null,null,null,null]\n'),
    ],
    ['a line of a form to come', async () => appendFile(path, '0a0b0c0d [2,"m1",{}]\n')],
    ['anything else', async () => appendFile(path, '{"id":"m1"}\n\n\n')],
  ])('goes on after %s, and says so once', async (_, damage) => {
    const first = await logOf();
    first.append('m1', checked(NOON + 1));
    await first.close();
    await damage();
    const { log, lines } = recordingLog();
    const second = await logOf(log);
    expect(lines.map(({ level }) => level)).toEqual(['warn']);
    expect(second.of('m1', 1)).toEqual(checked(NOON + 1));
    second.append('m2', checked(NOON + 2));
    await second.close();
    const third = await logOf(log);
    expect(lines).toHaveLength(1);
    expect([third.of('m1', 1), third.of('m2', 1)]).toEqual([checked(NOON + 1), checked(NOON + 2)]);
  });

  it('a log that has outgrown its bound is rewritten, without what counts no more', async () => {
    const log = await logOf();
    const versions: Readonly<Record<string, number | undefined>> = { old: 2, unread: undefined };
    log.keepOnly((id) => (id in versions ? versions[id] : 1));
    for (const id of Object.keys(versions)) log.append(id, checked(NOON));
    for (let round = 1; round <= 60; round++) {
      for (let at = 0; at < 400; at++) log.append(`m${at}`, checked(NOON + round, round));
      if (round % 6 === 0) await expect.poll(() => last(path), { interval: 5 }).toContain(`,${round},`);
    }
    await log.close();
    const { size } = await stat(path);
    expect(size).toBeLessThan(2 ** 20 + 400 * 100 * 3 + 400 * 100 * 6);
    const checks = await readCheckLog(path);
    expect(checks('m399', 1)).toEqual(checked(NOON + 60, 60));
    expect(checks('old', 1)).toBeUndefined();
    expect(checks('unread', 1)).toEqual(checked(NOON));
  });

  it('a log whose disk fails hands checks back to whoever saves, and is rewritten when it works again', async () => {
    const { log: words, lines } = recordingLog();
    const log = await logOf(words);
    const real = fs.rename;
    const failing = vi.spyOn(fs, 'rename').mockRejectedValue(new Error('EIO: injected'));
    syncBuiltinESMExports();
    expect(log.append('m1', checked(NOON + 1))).toBe(true);
    await expect.poll(() => log.append('m2', checked(NOON + 2))).toBe(false);
    expect(lines.map(({ level }) => level)).toEqual(['error']);
    failing.mockImplementation(real);
    syncBuiltinESMExports();
    await log.close();
    expect((await readCheckLog(path))('m1', 1)).toEqual(checked(NOON + 1));
  });

  it('is written by nobody who lost the folder', async () => {
    const log = await CheckLog.open({
      path,
      log: silentLog,
      assertHeld: () => {
        throw new Error('lost');
      },
    });
    log.append('m1', checked(NOON + 1));
    await log.close();
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  it('a log that can’t be read costs checks only', async () => {
    await fs.mkdir(path);
    const log = await logOf();
    expect(log.of('m1', 1)).toBeUndefined();
    await log.close();
    await rm(path, { recursive: true });
  });
});

async function last(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.slice(-200);
}
