import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { programs } from '../../src/cli/programs.js';
import { shellCatalogue } from '../../src/config/problems.js';

const pagesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const pages = [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  ...['docs', 'docs/guide', 'docs/glossary'].flatMap(pagesIn),
];

it.each(pages)('%s names only scripts and files that there are', (page) => {
  const text = readFileSync(page, 'utf8');
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const [, script = ''] of text.matchAll(/npm (?:run )?(test\b|start\b|(?<=run )[a-z:]+)/g))
    expect(scripts).toHaveProperty([script]);
  for (const [, path = ''] of text.matchAll(/\]\(((?!http)[^)#]+)(?:#[^)]*)?\)/g))
    expect(() => readFileSync(join(dirname(page), path))).not.toThrow();
});

/** Placeholders of the recipes: NAME, GROUP, LL. */
const PLACEHOLDER = /\/(?:NAME|GROUP|LL)\b/;

it.each(pages)('%s names only places in the tree that there are', (page) => {
  const places = [
    ...readFileSync(page, 'utf8').matchAll(/`((?:src|test|commands|deploy|docs)\/[\w./-]+)`/g),
  ].map(([, place = '']) => place);
  expect(places.filter((place) => !PLACEHOLDER.test(place) && !existsSync(place))).toEqual([]);
});

it.each(pages)('%s links to headings that there are', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(((?!http)[^)#]*)#([^)]+)\)/g)];
  const missing = links.filter(
    ([, path = '', anchor = '']) => !anchorsOf(path === '' ? page : join(dirname(page), path)).has(anchor),
  );
  expect(missing.map(([link]) => link)).toEqual([]);
});

/** As GitHub makes them: lower case, without punctuation, hyphens for spaces. */
const anchorsOf = (page: string): ReadonlySet<string> =>
  new Set(
    [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

it.each(pages)('%s names only subcommands and options of closte-domain-bot that there are', (page) => {
  const t = shellCatalogue({ LOCALE: 'en' });
  for (const [, line = ''] of readFileSync(page, 'utf8').matchAll(
    /(?:^ *|`)closte-domain-bot (\w[^`\n]*)/gm,
  )) {
    const [name, ...words] = line.trim().split(/\s+/);
    const help = programs.find((program) => program.name === name)?.help;
    expect(help, line).toBeDefined();
    for (const option of words.filter((word) => word.startsWith('--') && word !== '--help'))
      expect(t(help ?? 'shell.help'), line).toContain(option);
  }
});
