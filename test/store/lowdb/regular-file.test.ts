import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unusableKind } from '../../../src/app/channels/channel-memory.js';
import { documentPath } from '../../../src/store/lowdb/documents.js';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import { readMappings } from '../../../src/store/lowdb/read-folder.js';
import { readFileText } from '../../../src/store/lowdb/regular-file.js';
import type { SetAside, Store } from '../../../src/store/store.js';
import { silentLog, temporaryFolder } from '../temporary.js';
import { NOON, typicalMapping } from '../typical-mapping.js';

let dataDir: string;
let remove: () => Promise<void>;
const servers: Server[] = [];

beforeEach(async () => {
  const temporary = await temporaryFolder();
  dataDir = join(temporary.path, 'data');
  remove = temporary.remove;
  const store = await open();
  await store.create(typicalMapping('m1'));
  await store.close();
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
  await remove();
});

const open = (): Promise<Store> =>
  openLowdbStore({ dataDir, now: () => NOON, newToken: randomUUID, log: silentLog });

/** What can be in the place of a file, and how it is named. */
const kinds: [string, (path: string) => Promise<unknown>][] = [
  ['a named pipe', async (path) => execFileSync('mkfifo', [path])],
  ['a folder', (path) => mkdir(path)],
  [
    'a socket',
    (path) =>
      new Promise<void>((resolve) => {
        servers.push(createServer().listen(path, resolve));
      }),
  ],
];

async function replace(path: string, make: (path: string) => Promise<unknown>): Promise<void> {
  await rm(path, { force: true });
  await mkdir(dirname(path), { recursive: true });
  await make(path);
}

describe.each(kinds)('%s', (kind, make) => {
  const reason = `it is ${kind}, not a file`;

  test('in the place of a record is set aside, and the bot starts', async () => {
    await replace(join(dataDir, 'mappings', 'm2.example.com.m2.json'), make);
    const setAside: SetAside[] = [];
    const ids: string[] = [];
    for await (const { mapping } of readMappings(dataDir, (unusable) => setAside.push(unusable)))
      ids.push(mapping.id);
    expect(ids).toEqual(['m1']);
    expect(setAside).toMatchObject([{ reason }]);
    const store = await open();
    expect(store.setAside()).toMatchObject([{ file: expect.stringContaining('.damaged-'), reason }]);
    await store.close();
    const again = await open();
    expect(again.setAside()).toMatchObject([{ reason }]);
    await again.close();
  });

  test.each(['index.jsonl', 'checks.jsonl'])(
    'in the place of %s keeps no bot from starting',
    async (name) => {
      await replace(join(dataDir, name), make);
      const store = await open();
      expect(await store.load('m1')).toBeDefined();
      await store.close();
    },
  );

  test('in the place of the deliveries refuses the start in one sentence', async () => {
    const path = join(dataDir, 'deliveries.jsonl');
    await replace(path, make);
    await expect(open()).rejects.toThrow(
      `${path} in DATA_DIR can’t be read (${reason}). Nothing was changed. Fix the file, its permissions, or the disk, then start again.`,
    );
    expect((await readdir(dataDir)).filter((name) => name.startsWith('lock.'))).toEqual([]);
  });

  test('in the place of a document is refused by name', async () => {
    const path = join(dataDir, documentPath(unusableKind.name, 'all'));
    await replace(path, make);
    const store = await open();
    await expect(store.documents.read(unusableKind, 'all')).rejects.toThrow(
      `${path} in DATA_DIR can’t be read (${reason}).`,
    );
    await store.close();
  });
});

test.each(kinds.filter(([kind]) => kind !== 'a folder'))(
  '%s in the place of a lock holds nothing',
  async (_, make) => {
    await replace(join(dataDir, 'lock.1'), make);
    const store = await open();
    expect(await store.load('m1')).toBeDefined();
    await store.close();
  },
);

test('links in a circle are no file either', async () => {
  const path = join(dataDir, 'deliveries.jsonl');
  await replace(path, (at) => symlink(at, at));
  await expect(open()).rejects.toThrow(/deliveries\.jsonl in DATA_DIR can’t be read \(ELOOP/);
});

test('a device is no file either, and a link to a file is one', async () => {
  await expect(readFileText('/dev/zero')).rejects.toThrow('it is a device, not a file');
  await writeFile(join(dataDir, 'there'), 'text');
  await symlink('there', join(dataDir, 'link'));
  expect(await readFileText(join(dataDir, 'link'))).toBe('text');
});

// Root may read everything.
test.skipIf(process.getuid?.() === 0)('a file that may not be read refuses the start', async () => {
  const path = join(dataDir, 'deliveries.jsonl');
  await writeFile(path, '');
  await chmod(path, 0);
  await expect(open()).rejects.toThrow(/deliveries\.jsonl in DATA_DIR can’t be read \(EACCES/);
});
