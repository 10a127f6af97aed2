import { appendFile, mkdir, open, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { openLogPositions } from '../../../src/multisite/logs/positions.js';
import { createLogReader, type LogReader } from '../../../src/multisite/logs/reader.js';
import { FileDocuments } from '../../../src/store/lowdb/documents.js';
import { silentLog, temporaryFolder } from '../../store/temporary.js';

let data: string;
let logs: string;
let reader: LogReader;
const FILE = 'domain-shop.example.com.log';

beforeEach(async () => {
  data = (await temporaryFolder()).path;
  logs = join(data, 'wu-logs');
  await mkdir(logs);
  start();
});

const start = () => {
  const documents = new FileDocuments({
    dataDir: data,
    now: Date.now,
    log: silentLog,
    assertOpen: () => undefined,
  });
  reader = createLogReader(logs, openLogPositions(documents, 'default'));
};

async function read(): Promise<string[]> {
  const found: string[] = [];
  await reader.read(async ({ entry }) => void found.push(entry.message));
  return found;
}

/** What came, once nothing grows any more. */
const readAll = async () => [...(await read()), ...(await read())];
const line = (message: string, level = 'ERROR') => `[2026-11-20 10:00:00] [${level}] ${message}\n`;
const add = (text: string, file = FILE) => appendFile(join(logs, file), text);

it('takes what is there at the beginning for old, and tells what comes', async () => {
  await add(line('old'));
  expect(await read()).toEqual([]);
  await add(line('new') + line('fine', 'INFO'));
  expect(await readAll()).toEqual(['new']);
  expect(await readAll()).toEqual([]);
});

it('reads a file that appears later from its beginning', async () => {
  await read();
  await add(line('first'), 'integration-closte.log');
  expect(await readAll()).toEqual(['first']);
});

it('waits for the end of a half-written line and of a message of several lines', async () => {
  await read();
  await add('[2026-11-20 10:00:00] [ERR');
  expect(await readAll()).toEqual([]);
  await add('OR] one\n');
  expect(await read()).toEqual([]);
  await add('two\n');
  expect(await readAll()).toEqual(['one\ntwo']);
});

it('goes on where it was after a restart, and tells nothing twice', async () => {
  await read();
  await add(line('one'));
  expect(await readAll()).toEqual(['one']);
  await add(line('two'));
  start();
  expect(await readAll()).toEqual(['two']);
});

it('follows a rotation and a truncation', async () => {
  await read();
  await add(line('one'));
  expect(await readAll()).toEqual(['one']);
  await rename(join(logs, FILE), join(logs, `${FILE}.1`));
  await add(line('two'));
  expect(await readAll()).toEqual(['two']);
  await truncate(join(logs, FILE));
  await read();
  await add(line('x'));
  expect(await readAll()).toEqual(['x']);
});

it('follows a file that is cleared and written again between two readings, unless it is as long as before', async () => {
  await read();
  await add(line('a long line that stands there for a while'));
  await readAll();
  await writeFile(join(logs, FILE), line('short'));
  expect(await readAll()).toEqual(['short']);
});

it('hands over again what could not be taken', async () => {
  await read();
  await add(line('one') + line('two'));
  await expect(
    reader.read(async () => {
      throw new Error('the store is closed');
    }),
  ).rejects.toThrow('the store is closed');
  expect(await readAll()).toEqual(['one', 'two']);
});

it('says that a folder is not there', async () => {
  await rm(logs, { recursive: true });
  await expect(read()).rejects.toThrow('ENOENT');
});

it('follows no link out of the folder and reads nothing but logs', async () => {
  await writeFile(join(data, 'secret.log'), line('secret'));
  await read();
  await symlink(join(data, 'secret.log'), join(logs, 'link.log'));
  await add(line('page'), 'index.html');
  expect(await readAll()).toEqual([]);
});

it('reads a flood in pieces, and a line without an end is no trap', async () => {
  await read();
  await add(line('x'.repeat(900)).repeat(4_000));
  await add('y'.repeat(3_000_000));
  const counts: number[] = [];
  for (let round = 0; round < 12; round++) counts.push((await read()).length);
  expect(counts.reduce((one, other) => one + other)).toBe(4_000);
  expect(Math.max(...counts)).toBeLessThan(1_500);
  await add(`\n${line('after')}`);
  expect(await readAll()).toEqual(['after']);
});

it('reads a thousand files', async () => {
  await read();
  await Promise.all(
    Array.from({ length: 1_000 }, (_, at) => add(line(`m${at}`), `domain-s${at}.example.com.log`)),
  );
  expect((await readAll()).length).toBe(1_000);
});

it('opens quiet files rarely, and still tells what comes', async () => {
  let opened = 0;
  const documents = new FileDocuments({
    dataDir: data,
    now: Date.now,
    log: silentLog,
    assertOpen: () => undefined,
  });
  reader = createLogReader(logs, openLogPositions(documents, 'default'), (...args) => {
    opened++;
    return open(...args);
  });
  const names = Array.from({ length: 120 }, (_, at) => `domain-s${at}.example.com.log`);
  for (const name of names) await add(line('old'), name);
  for (let round = 0; round < 20; round++) await read();
  opened = 0;
  for (let round = 0; round < 12; round++) await read();
  expect(opened).toBe(120);
  await add(line('new'), names[7]);
  const found: string[] = [];
  for (let round = 0; round < 13; round++) found.push(...(await read()));
  expect(found).toEqual(['new']);
});
