import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commands } from '../commands/index.js';
import { createCatalogue } from '../src/locale/catalogue.js';

const readme = readFileSync('README.md', 'utf8');
const say = createCatalogue('en');

it('has the table of commands that follows from their definitions', () => {
  const rows = commands.map(({ usage, summary }) => `| \`/domain ${usage}\` | ${say(summary)} |`);
  const table = ['| command | what it does |', '| --- | --- |', ...rows].join('\n');
  expect(readme).toContain(`<!-- commands:begin -->\n\n${table}\n\n<!-- commands:end -->`);
});

it('names only scripts and files that there are', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const [, script = ''] of readme.matchAll(
    /npm (?:run )?(demo|test|start|sandbox|check|bench|lab|docs)\b/g,
  ))
    expect(scripts).toHaveProperty(script);
  for (const [, path = ''] of readme.matchAll(/\]\(((?!http)[^)]+)\)/g))
    expect(() => readFileSync(path)).not.toThrow();
});
