import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/locale/languages.js';

/** Where the languages are listed by hand, and how each is named there. */
const LISTED: readonly (readonly [file: string, nameOf: (tag: string) => string | RegExp])[] = [
  ['README.md', (tag) => `(docs/guide/${tag}.md)`],
  ['docs/operations.md', (tag) => `(guide/${tag}.md)`],
  ['.env.example', (tag) => new RegExp(`^# Language of .*: .*\\b${tag}\\b`, 'm')],
  ['src/sandbox/page/sidebar.js', (tag) => `['${tag}`],
  ['test/tools/pictures.mjs', (tag) => `: '${tag}`],
];

describe.each(Object.keys(languages))('the language %s', (tag) => {
  it.each(LISTED)('is listed in %s', (file, nameOf) => {
    expect(readFileSync(file, 'utf8')).toMatch(nameOf(tag));
  });

  it('is named where LOCALE is explained, in every language', () => {
    const silent = Object.entries(languages).filter(
      ([, messages]) => !messages['variable.LOCALE'].includes(tag),
    );
    expect(silent.map(([language]) => language)).toEqual([]);
  });

  it.skipIf(tag === 'en')('has a glossary', () => {
    expect(existsSync(`docs/glossary/${tag}.md`)).toBe(true);
  });
});
