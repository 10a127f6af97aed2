import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const isPage = (name: string) => name.endsWith('.md');

const pages = [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
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
