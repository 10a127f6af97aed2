import { mkdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from '../../../src/store/lowdb/make-folder.js';
import { temporaryFolder } from '../temporary.js';

let root: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  root = await temporaryFolder();
});
afterEach(() => root.remove());

it('makes a folder and those above it, for nobody else, as often as it is asked', async () => {
  const folder = join(root.path, 'a', 'b', 'c');
  await Promise.all([makeFolder(folder), makeFolder(folder), makeFolder(join(root.path, 'a', 'd'))]);
  await makeFolder(folder);
  for (const each of ['a', 'a/b', 'a/b/c', 'a/d'])
    expect((await stat(join(root.path, each))).mode & 0o777).toBe(0o700);
});

it.each([
  ['a file', (path: string) => writeFile(path, ''), 'EEXIST'],
  ['a link that leads nowhere', (path: string) => symlink('nowhere', path), 'EEXIST'],
  ['a link that leads to itself', (path: string) => symlink(path, path), 'EEXIST'],
])('refuses %s in its place, and as a part of its path', async (_, make, code) => {
  const path = join(root.path, 'taken');
  await make(path);
  await expect(makeFolder(path)).rejects.toMatchObject({ code });
  await expect(makeFolder(join(path, 'below'))).rejects.toThrow();
});

it('follows a link to a folder', async () => {
  await mkdir(join(root.path, 'real'));
  await symlink('real', join(root.path, 'link'));
  await makeFolder(join(root.path, 'link', 'below'));
  expect((await stat(join(root.path, 'real', 'below'))).isDirectory()).toBe(true);
});

it.runIf(process.platform === 'linux')('gives up where nothing can be made', async () => {
  await expect(makeFolder('/proc/closte/data')).rejects.toThrow();
});
