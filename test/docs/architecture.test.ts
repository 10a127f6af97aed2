import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { expect, it } from 'vitest';

const page = readFileSync('docs/architecture.md', 'utf8');
const sources = execFileSync('git', ['ls-files', 'src/*.ts', 'commands/*.ts'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '');

/** A top-level folder of `src`, a file directly in it, or `commands`. */
const roomOf = (path: string): string => path.split('/')[path.startsWith('src/') ? 1 : 0] ?? '';

it('docs/architecture.md counts the rooms and the arrows between them', () => {
  const arrows = new Set<string>();
  for (const source of sources)
    for (const [, target = ''] of readFileSync(source, 'utf8').matchAll(
      /(?:from|import\() ?'(\.\.?\/[^']+)'/g,
    )) {
      const [from, to] = [roomOf(source), roomOf(normalize(join(source, '..', target)))];
      if (from !== to) arrows.add(`${from} -> ${to}`);
    }
  const rooms = new Set(sources.map(roomOf));
  expect(page.replaceAll('\n', ' ')).toContain(
    `There are ${rooms.size} rooms (the folders above, and \`src/main.ts\`), ${arrows.size} arrows between them`,
  );
});

/** Placeholders stand for names that a recipe lets the reader choose. */
const PLACEHOLDER = /NAME|GROUP|LL|CODE/;

it.each(['docs/architecture.md', 'docs/recipes.md'])('%s names files and folders that exist', (file) => {
  const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
  const named = [...readFileSync(file, 'utf8').matchAll(/`([\w./-]+(?:\/|\.(?:ts|js|md)))`/g)].map(
    ([, name = '']) => name,
  );
  expect(named.length).toBeGreaterThan(30);
  const exists = (name: string): boolean => tracked.some((path) => `/${path}`.includes(`/${name}`));
  expect(named.filter((name) => !PLACEHOLDER.test(name) && !exists(name))).toEqual([]);
});
