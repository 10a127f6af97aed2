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

/** Names of buttons, menus and headings. */
const labelsIn = (page: string): string[] =>
  [...page.matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)].map(([, label = '']) => label);

it.each(['audit', 'customer-message', 'multisite', 'operations'])(
  'docs/%s.md names buttons as they are',
  (page) => {
    const shown = said('en') + readFileSync('manifest.json', 'utf8');
    const labels = labelsIn(readFileSync(`docs/${page}.md`, 'utf8').replaceAll(/`[^`]*`/g, ''));
    expect(labels).not.toEqual([]);
    expect(labels.filter((label) => !shown.includes(label))).toEqual([]);
  },
);

it.each(Object.keys(languages))('the guide in %s names buttons as they are', (tag) => {
  const labels = labelsIn(guideOf(tag));
  expect(labels.length).toBeGreaterThan(5);
  expect(labels.filter((label) => !said(tag).includes(label))).toEqual([]);
});
