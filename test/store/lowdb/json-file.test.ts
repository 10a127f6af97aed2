import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AS_IT_IS, JsonFile, SharedFlush } from '../../../src/store/lowdb/json-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shared-flush-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('flushing a folder for many writers', () => {
  it('is one flush for all who ask before it begins', () => {
    const shared = new SharedFlush();
    expect(shared.flush(folder)).toBe(shared.flush(folder));
  });

  it('is another for those who ask after it began, since it may have missed their file', async () => {
    const shared = new SharedFlush();
    const first = shared.flush(folder);
    await Promise.resolve();
    const second = shared.flush(folder);
    expect(second).not.toBe(first);
    await Promise.all([first, second]);
  });

  it('goes on after one that failed, which fails for those who shared it only', async () => {
    const shared = new SharedFlush();
    const failed = shared.flush(join(folder, 'missing'));
    await expect(failed).rejects.toThrow('ENOENT');
    await expect(shared.flush(folder)).resolves.toBeUndefined();
  });
});

it('reads a file that a person saved with an editor of Windows', async () => {
  const path = join(folder, 'm1.json');
  await writeFile(path, '\uFEFF{\r\n  "a": 1\r\n}\r\n');
  const file = new JsonFile<unknown>(path, { decode: (stored) => stored, encode: (value) => value });
  expect(await file.read()).toEqual({ a: 1 });
});

it('lets two processes write at once: each file is whole, and nothing is left over', async () => {
  const path = join(folder, 'm1.json');
  const texts = ['a', 'b'].map((letter) => `"${letter.repeat(100_000)}"`);
  await Promise.all(texts.map((text) => new JsonFile(path, AS_IT_IS).writeText(text)));
  expect(texts).toContain(await readFile(path, 'utf8'));
  expect(await readdir(folder)).toEqual(['m1.json']);
});

describe('a write of a process that was stopped until another had the folder', () => {
  it.each([
    ['while it waited for its turn', 0],
    ['while its text was written', 1],
  ])('leaves the other’s file as it is: %s', async (_, turnsHeld) => {
    const path = join(folder, 'm1.json');
    await writeFile(path, '"newer"');
    let asked = 0;
    const assertHeld = () => {
      if (asked++ >= turnsHeld) throw new Error('taken over');
    };
    await expect(new JsonFile(path, AS_IT_IS, { assertHeld }).write('older')).rejects.toThrow('taken over');
    expect(await readFile(path, 'utf8')).toBe('"newer"');
    expect(await readdir(folder)).toEqual(['m1.json']);
  });
});
