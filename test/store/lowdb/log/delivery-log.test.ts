import fs, { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withUpdated } from '../../../../src/outbox/outbox.js';
import { withPosted } from '../../../../src/store/delivered.js';
import { StoreUnreadable } from '../../../../src/store/lowdb/damage.js';
import { deliveryLogPath } from '../../../../src/store/lowdb/log/delivery-log.js';
import { readMappings } from '../../../../src/store/lowdb/read-folder.js';
import type { Store, StoredMapping } from '../../../../src/store/store.js';
import { temporaryStores } from '../../temporary.js';
import { NOON, typicalMapping } from '../../typical-mapping.js';

const LEASE_MS = 1_000;
const FIRST = 'm1-event-5';
const SECOND = 'm1-event-7';
let root: string;
let dataDir: string;
let stores: Awaited<ReturnType<typeof temporaryStores>>;

beforeEach(async () => {
  stores = await temporaryStores(() => NOON);
  root = stores.path;
  dataDir = join(root, 'data');
});

afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  await stores.close();
});

const open = (folder = dataDir): Promise<Store> => stores.open(folder);

/** Two events wait. */
async function withPending(): Promise<Store> {
  const store = await open();
  const outbox = [FIRST, SECOND].map((event) => ({ event, attempts: 0, notBefore: 0 }));
  await store.create({ ...typicalMapping('m1'), outbox });
  return store;
}

async function changed(store: Store, edit: (stored: StoredMapping) => StoredMapping): Promise<StoredMapping> {
  const stored = await store.load('m1');
  if (!stored) throw new Error('m1 is gone');
  return store.save(edit(stored));
}

const post = (store: Store, event: string, ts = '2.0') =>
  changed(store, (stored) => withPosted(stored, [event], ts));
const pendingIn = async (store: Store) => (await store.load('m1'))?.outbox.map(({ event }) => event);
const recordFile = (folder = dataDir) => join(folder, 'mappings', 'm1.example.com.m1.json');

/** What a crash leaves: nothing of the process, all that is on the disk. */
async function afterCrash(): Promise<string> {
  const copy = join(await mkdtemp(join(root, 'copy-')), 'data');
  await cp(dataDir, copy, { recursive: true, filter: (source) => !source.includes('/lock') });
  return copy;
}

describe('what Slack accepted', () => {
  test('is a line on the disk once its save resolves; the record’s file stays as it is', async () => {
    const store = await withPending();
    const before = await stat(recordFile());
    await post(store, FIRST);
    expect(await readFile(deliveryLogPath(dataDir), 'utf8')).toContain(FIRST);
    const { mtimeMs, ino } = await stat(recordFile());
    expect([mtimeMs, ino]).toEqual([before.mtimeMs, before.ino]);
    const later = await open(await afterCrash());
    expect(await pendingIn(later)).toEqual([SECOND]);
    expect(await later.load('m1')).toMatchObject({ version: 2, messages: { [FIRST]: '2.0' } });
  });

  test('is kept with what came before it and with checks, and is read beside the bot', async () => {
    const store = await withPending();
    await post(store, FIRST);
    const { mapping } = await changed(store, (stored) => ({
      ...stored,
      mapping: { ...stored.mapping, nextCheckAt: NOON + 77_000 },
    }));
    await post(store, SECOND, '3.0');
    const shown = await changed(store, (stored) => withUpdated(stored, mapping.revision + 1));
    await store.close();
    const again = await open();
    expect(await again.load('m1')).toEqual(shown);
    expect(shown).toMatchObject({ version: 5, outbox: [], messages: { [FIRST]: '2.0', [SECOND]: '3.0' } });
    await again.close();
    for await (const record of readMappings(dataDir)) expect(record).toEqual(shown);
  });

  test('is part of the record once that is written for another reason', async () => {
    const store = await withPending();
    await post(store, FIRST);
    await changed(store, (stored) => ({ ...stored, mapping: { ...stored.mapping, note: 'call first' } }));
    const later = await open(await afterCrash());
    expect(await later.load('m1')).toMatchObject({ version: 3, mapping: { note: 'call first' } });
    expect(await pendingIn(later)).toEqual([SECOND]);
    expect(JSON.parse(await readFile(recordFile(), 'utf8'))).toMatchObject({
      version: 3,
      messages: { [FIRST]: '2.0' },
    });
  });

  test.each([
    ['was damaged', 'damaged', false],
    ['a newer version wrote', '{"schema":999}', false],
    ['was damaged while the bot ran', 'damaged', true],
  ])('is kept of a record that %s, until it can be read again', async (_, unreadable, isOpenBefore) => {
    const first = await withPending();
    await post(first, FIRST);
    await first.close();
    const whole = await readFile(recordFile(), 'utf8');
    const openBefore = isOpenBefore ? await open() : undefined;
    await writeFile(recordFile(), unreadable);
    const second = openBefore ?? (await open());
    expect(await second.load('m1')).toBeUndefined();
    const other = typicalMapping('m2');
    await second.create({ ...other, outbox: [{ event: 'm2-event-5', attempts: 0, notBefore: 0 }] });
    // A process's first line rewrites the log.
    await second.markPosted('m2', ['m2-event-5'], '9.0');
    await second.close();

    for (const name of await readdir(join(dataDir, 'mappings')))
      if (name.includes('.m1.json')) await rm(join(dataDir, 'mappings', name));
    await writeFile(recordFile(), whole);
    expect(await pendingIn(await open())).toEqual([SECOND]);
  });

  test('is not due again after a crash that left an older snapshot', async () => {
    const store = await withPending();
    await store.close();
    const again = await open();
    await post(again, FIRST);
    await post(again, SECOND);
    const later = await open(await afterCrash());
    expect(await later.claimOutbox(NOON, 9, LEASE_MS)).toEqual([]);
    expect(await later.deliverySummary()).toMatchObject({ pending: 0 });
  });

  test('after a crash at any byte of the log is there or counts as tried, so that Slack is asked before it is posted again', async () => {
    const store = await withPending();
    await post(store, FIRST);
    await post(store, SECOND);
    const whole = await readFile(deliveryLogPath(dataDir));
    for (let length = 0; length <= whole.length; length += 23) {
      const copy = await afterCrash();
      await writeFile(deliveryLogPath(copy), whole.subarray(0, length));
      const later = await open(copy);
      const pending = await pendingIn(later);
      expect([[FIRST, SECOND], [SECOND], []]).toContainEqual(pending);
      const claims = await later.claimOutbox(NOON, 9, LEASE_MS);
      expect(claims.map(({ repeated }) => repeated)).toEqual(pending?.length === 0 ? [] : [true]);
      await later.close();
      await rm(copy, { recursive: true });
    }
  });

  test('after a restart is a line, too, for which no record is read', async () => {
    await (await withPending()).close();
    await rm(join(dataDir, 'index.jsonl'));
    const store = await open();
    const hidden = `${recordFile()}.hidden`;
    await rename(recordFile(), hidden);
    expect(await store.loadReplyPart('m1')).toMatchObject({ outbox: [{ event: FIRST }, { event: SECOND }] });
    await store.markPosted('m1', [FIRST], '2.0');
    expect(await store.loadReplyPart('m1')).toMatchObject({ version: 2, outbox: [{ event: SECOND }] });
    await rename(hidden, recordFile());
    const later = await open(await afterCrash());
    for (const each of [store, later])
      expect(await each.load('m1')).toMatchObject({
        version: 2,
        outbox: [{ event: SECOND }],
        messages: { [FIRST]: '2.0' },
        mapping: { dns: { observation: {} } },
      });
  });

  test('while its record is being read is in the record that is read next', async () => {
    await (await withPending()).close();
    await rm(join(dataDir, 'index.jsonl'));
    const store = await open();
    await Promise.all([store.markPosted('m1', [FIRST], '2.0'), store.load('m1')]);
    expect(await store.load('m1')).toMatchObject({ version: 2, messages: { [FIRST]: '2.0' } });
    await changed(store, (stored) => ({ ...stored, mapping: { ...stored.mapping, note: 'call first' } }));
    expect(await pendingIn(store)).toEqual([SECOND]);
  });

  test('by its part goes into the record’s file when the log can’t take it', async () => {
    await (await withPending()).close();
    await rm(join(dataDir, 'index.jsonl'));
    const store = await open();
    const handle = await fs.open(recordFile());
    vi.spyOn(Object.getPrototypeOf(handle), 'appendFile').mockRejectedValue(new Error('ENOSPC: injected'));
    await handle.close();
    await store.markPosted('m1', [FIRST], '2.0');
    expect(JSON.parse(await readFile(recordFile(), 'utf8'))).toMatchObject({
      version: 2,
      messages: { [FIRST]: '2.0' },
    });
    expect(await store.loadReplyPart('m1')).toMatchObject({ version: 2, outbox: [{ event: SECOND }] });
  });

  test('goes into the record’s file when the log can’t take it', async () => {
    const store = await withPending();
    const handle = await fs.open(recordFile());
    vi.spyOn(Object.getPrototypeOf(handle), 'appendFile').mockRejectedValue(new Error('ENOSPC: injected'));
    await handle.close();
    await post(store, FIRST);
    expect(JSON.parse(await readFile(recordFile(), 'utf8'))).toMatchObject({
      version: 2,
      messages: { [FIRST]: '2.0' },
    });
    expect(await pendingIn(store)).toEqual([SECOND]);
  });

  test('costs one flush for all that are accepted at a moment', async () => {
    const store = await open();
    const ids = Array.from({ length: 64 }, (_, at) => `m${at}`);
    for (const id of ids)
      await store.create({
        ...typicalMapping(id),
        outbox: [{ event: `${id}-event-2`, attempts: 0, notBefore: 0 }],
      });
    const handle = await fs.open(recordFile());
    const prototype = Object.getPrototypeOf(handle);
    await handle.close();
    const flushes = [vi.spyOn(prototype, 'datasync'), vi.spyOn(prototype, 'sync')];
    await Promise.all(
      ids.map(async (id) => {
        const stored = await store.load(id);
        if (stored) await store.save(withPosted(stored, [`${id}-event-2`], '2.0'));
      }),
    );
    expect(flushes.reduce((sum, { mock }) => sum + mock.calls.length, 0)).toBeLessThan(8);
  });
});

test('a log of deliveries that can’t be read stops the start, and names the file', async () => {
  await (await withPending()).close();
  await mkdir(deliveryLogPath(dataDir));
  await expect(open()).rejects.toThrow(StoreUnreadable);
  expect(await readdir(dataDir)).toContain('deliveries.jsonl');
});
