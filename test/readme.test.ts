import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../commands/index.js';
import { createCatalogue } from '../src/locale/catalogue.js';

const readme = readFileSync('README.md', 'utf8');
const isPage = (name: string) => name.endsWith('.md');
const say = createCatalogue('en');

it('has the table of commands that follows from their definitions', () => {
  const rows = commands.map(({ usage, summary }) => `| \`/domain ${usage}\` | ${say(summary)} |`);
  const table = ['| command | what it does |', '| --- | --- |', ...rows].join('\n');
  expect(readme).toContain(`<!-- commands:begin -->\n\n${table}\n\n<!-- commands:end -->`);
});

const pages = [
  'README.md',
  'SECURITY.md',
  ...readdirSync('docs')
    .filter(isPage)
    .map((name) => join('docs', name)),
];

it.each(pages)('%s names only scripts and files that there are', (page) => {
  const text = readFileSync(page, 'utf8');
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const [, script = ''] of text.matchAll(/npm (?:run )?(test\b|start\b|(?<=run )[a-z:]+)/g))
    expect(scripts).toHaveProperty([script]);
  for (const [, path = ''] of text.matchAll(/\]\(((?!http)[^)#]+)(?:#[^)]*)?\)/g))
    expect(() => readFileSync(join(dirname(page), path))).not.toThrow();
});
