import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { linesIn } from '../../../src/store/lowdb/file-lines.js';
import { temporaryFolder } from '../temporary.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

async function written(text: string): Promise<string> {
  const path = join(folder.path, 'lines');
  await writeFile(path, text);
  return path;
}

function read(path: string): string[] {
  const lines: string[] = [];
  for (const some of linesIn(path)) lines.push(...some.map(String));
  return lines;
}

it.each([
  ['no line', []],
  ['one line', ['a\n']],
  ['empty lines', ['\n', '\n', 'a\n', '\n']],
  ['a torn last line', ['a\n', 'b']],
  ['lines longer than what is read at once', [`${'ă'.repeat(100_000)}\n`, `${'b'.repeat(200_001)}\n`, 'c\n']],
  ['many lines', Array.from({ length: 20_000 }, (_, at) => `line ${at}, ${'é'.repeat(at % 7)}\n`)],
])('reads %s', async (_, lines) => {
  expect(read(await written(lines.join('')))).toEqual(lines);
});

it('holds only a part of a large file at a time', async () => {
  const path = await written('a line of thirty-two characters\n'.repeat(100_000));
  const held = new Set<number>();
  for (const some of linesIn(path)) for (const { buffer } of some) held.add(buffer.byteLength);
  expect(Math.max(...held)).toBeLessThanOrEqual(65_536);
});

it('fails for a file that is missing', () => {
  expect(() => read(join(folder.path, 'missing'))).toThrow('ENOENT');
});
