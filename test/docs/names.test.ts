import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Top-level declarations, as the formatter writes them: unindented, one a line. */
const DECLARATION =
  /^(?:export )?(?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type) ([\w$]+)/gm;

it('every top-level name is declared once in src and commands', () => {
  const files = execFileSync('git', ['ls-files', 'src/*.ts', 'commands/*.ts'], { encoding: 'utf8' });
  const places = new Map<string, Set<string>>();
  for (const file of files.split('\n').filter((path) => path !== ''))
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(DECLARATION))
      places.set(name, (places.get(name) ?? new Set()).add(file));
  const repeated = [...places].filter(([, found]) => found.size > 1);
  expect(repeated.map(([name, found]) => `${name}: ${[...found].join(', ')}`)).toEqual([]);
});
