import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const rows = readFileSync('docs/reliability.md', 'utf8').matchAll(/`(test\/[\w/.-]+)`: ([^|]+?) \|$/gm);

it.each([...rows].map(([, file = '', name = '']) => [file, name]))('%s has the test “%s”', (file, name) => {
  expect(readFileSync(file, 'utf8')).toContain(name);
});
