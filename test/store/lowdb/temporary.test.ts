import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { removeLeftovers } from '../../../src/store/lowdb/temporary.js';
import { openStore, recordingLog, temporaryFolder } from '../temporary.js';
import { NOON } from '../typical-mapping.js';

/** As every version named them: after the file, or with a token alone. */
const LEFT_OVER = [
  'index.jsonl.writing',
  '1f0c.writing',
  'mappings/m1.example.com.m1.json.writing',
  'mappings/2f0c.writing',
  'multisite/default.json.writing',
  'documents/learned-limits/3f0c.writing',
];

async function folderWith(files: readonly string[]): Promise<string> {
  const { path, remove } = await temporaryFolder();
  onTestFinished(remove);
  for (const file of files) {
    await mkdir(join(path, dirname(file)), { recursive: true });
    await writeFile(join(path, file), '{');
  }
  return path;
}

const temporariesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.writing'));

it('what writers that died left over is gone once the store is open', async () => {
  const dataDir = await folderWith(LEFT_OVER);
  expect(await temporariesIn(dataDir)).toHaveLength(LEFT_OVER.length);
  const store = await openStore(dataDir, () => NOON);
  onTestFinished(() => store.close());
  expect(await temporariesIn(dataDir)).toEqual([]);
});

it('a start that lost the folder leaves the files of whoever has it', async () => {
  const folder = await folderWith(['1f0c.writing']);
  const { log, lines } = recordingLog();
  const assertHeld = () => {
    throw new Error('taken over');
  };
  await removeLeftovers(folder, ['1f0c.writing'], { assertHeld, log });
  expect(await temporariesIn(folder)).toEqual(['1f0c.writing']);
  expect(lines).toMatchObject([{ message: 'files left over by a crash could not be removed' }]);
});
