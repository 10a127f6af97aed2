import fs, { readFile, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openNetworkSnapshot } from '../../../src/multisite/network-snapshot.js';
import { FileDocuments } from '../../../src/store/lowdb/documents.js';
import { silentLog, temporaryFolder } from '../temporary.js';
import { NOON } from '../typical-mapping.js';

let dataDir: string;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ path: dataDir, remove } = await temporaryFolder());
});
afterEach(async () => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  await remove();
});

const open = () =>
  openNetworkSnapshot(
    new FileDocuments({ dataDir, now: () => NOON, log: silentLog, assertOpen: () => undefined }),
    'shop',
  );

test('a network’s snapshot is read once while its file stays as it is', async () => {
  const snapshot = open();
  await snapshot.write(new Map([[1, 'a.example']]));
  const first = await snapshot.read();
  const spy = vi.spyOn(fs, 'readFile');
  syncBuiltinESMExports();
  expect(await snapshot.read()).toBe(first);
  expect(spy).not.toHaveBeenCalled();
  expect(first).toEqual(new Map([[1, 'a.example']]));
});

test('what was just written needs no reading', async () => {
  const snapshot = open();
  const spy = vi.spyOn(fs, 'readFile');
  syncBuiltinESMExports();
  await snapshot.write(new Map([[1, 'a.example']]));
  expect(await snapshot.read()).toEqual(new Map([[1, 'a.example']]));
  expect(spy).not.toHaveBeenCalled();
});

test('a snapshot that was written since, by the bot or by a person, is read again', async () => {
  const snapshot = open();
  await snapshot.write(new Map([[1, 'a.example']]));
  await snapshot.read();
  await snapshot.write(new Map([[2, 'b.example']]));
  expect(await snapshot.read()).toEqual(new Map([[2, 'b.example']]));
  const path = join(dataDir, 'multisite', 'shop.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace('b.example', 'longer.example'));
  expect([...((await snapshot.read())?.entries() ?? [])]).toEqual([[2, 'longer.example']]);
});
