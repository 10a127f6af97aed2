import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/locale/languages.js';

const guideOf = (tag: string): string => readFileSync(`docs/guide/${tag}.md`, 'utf8');

/** Headings, steps, rows of tables, bullets and pictures, in their order. */
const outlineOf = (guide: string): string[] =>
  guide
    .split('\n')
    .flatMap((line) => /^\s*(?:#+|\d+\.|[-|]|!)/.exec(line)?.[0].trim() ?? [])
    .map((mark) => mark.replace(/^!/, 'picture'));

/** What the catalogue says, as the guide shows it. */
const said = (tag: string): string =>
  Object.values(languages[tag] ?? {})
    .join('\n')
    .replaceAll('{provider}', 'Closte');

describe.each(Object.keys(languages).filter((tag) => tag !== 'en'))('the guide in %s', (tag) => {
  it('has the steps of the English one', () => {
    expect(outlineOf(guideOf(tag))).toEqual(outlineOf(guideOf('en')));
  });
});

it.each(Object.keys(languages))('the guide in %s names buttons as they are', (tag) => {
  const labels = [...guideOf(tag).matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)].map(([, label = '']) => label);
  expect(labels.length).toBeGreaterThan(5);
  expect(labels.filter((label) => !said(tag).includes(label))).toEqual([]);
});
