import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { shownStages } from '../../src/core/stage.js';
import { closte } from '../../src/hosting/closte/closte.js';
import { createCatalogue, isMessageKey } from '../../src/locale/catalogue.js';
import { en, type MessageKey } from '../../src/locale/en/en.js';
import { languages } from '../../src/locale/languages.js';
import { typedMeaning, type WordGroup, withoutAccents } from '../../src/locale/typed-words.js';
import { parseListFilter } from '../../src/slack/inbound/arguments/list-filter.js';
import { durationTyped } from '../../src/slack/inbound/arguments/typed-values.js';
import { createTranslator } from '../../src/slack/views/translator.js';
import { POLICY, START } from '../support/observations.js';

const GROUPS: readonly WordGroup[] = ['command', 'undo', 'filter', 'filler', 'value', 'unit', 'day'];
const FILTERS = ['stuck', 'waiting', 'failed', 'mine', 'ready'] as const;

/** Every word of a group with the name it stands for. */
const wordsOf = (group: WordGroup): { readonly name: string; readonly word: string }[] =>
  (Object.keys(en) as MessageKey[])
    .filter((key) => key.startsWith(`words.${group}.`))
    .flatMap((key) => {
      const name = key.slice(`words.${group}.`.length);
      const words = Object.values(languages).flatMap((messages) => messages[key].split(', '));
      return [name, ...words.filter((word) => word !== '')].map((word) => ({ name, word }));
    });

const translatorIn = (language: string) =>
  createTranslator({
    t: createCatalogue(language, closte),
    locale: language,
    now: () => START,
    policy: POLICY,
    appOf: () => undefined,
    workspaceUrl: '',
  });
const filterIn = (language: string, typed: string) =>
  parseListFilter(typed, { translator: translatorIn(language), user: 'UALICE' });

describe.each(GROUPS)('the words for a %s', (group) => {
  it('have one meaning each, with and without accents and capitals', () => {
    const words = wordsOf(group);
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.func(fc.boolean()),
        fc.boolean(),
        ({ name, word }, upper, plain) => {
          const typed = [...(plain ? withoutAccents(word) : word)].map((letter) =>
            upper(letter) ? letter.toUpperCase() : letter,
          );
          expect(typedMeaning(group, typed.join(''))).toBe(name);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('do not hold a space where only one word is read', () => {
    if (group !== 'filter') expect(wordsOf(group).filter(({ word }) => / /.test(word))).toEqual([]);
  });
});

it('no word that ends a command’s effect is a command’s', () => {
  expect(wordsOf('undo').filter(({ word }) => typedMeaning('command', word) !== undefined)).toEqual([]);
});

it('every command has words in each language but English', () => {
  const wordless = commands.filter(({ name }) => !isMessageKey(`words.command.${name}`));
  expect(wordless.map(({ name }) => name)).toEqual([]);
  for (const [tag, messages] of Object.entries(languages))
    if (tag !== 'en')
      for (const { name } of commands) expect(messages[`words.command.${name}` as MessageKey]).not.toBe('');
});

describe.each(Object.keys(languages))('a list filter in %s', (language) => {
  it('is understood as its button says, by readers of every language', () => {
    for (const filter of FILTERS) {
      const label = languages[language]?.[`list.filter.${filter}`] ?? '';
      expect(typedMeaning('filter', label)).toBe(filter);
      for (const reader of Object.keys(languages)) {
        expect(filterIn(reader, label)).toEqual(filterIn('en', filter));
        expect(filterIn(reader, filter)).toEqual(filterIn('en', filter));
      }
    }
  });

  it('takes a stage’s label, by readers of every language, as that stage or its condition', () => {
    for (const stage of shownStages) {
      const label = translatorIn(language).tPlain(`stage.name.${stage}`);
      for (const reader of [language, 'en', 'ro']) {
        const filter = filterIn(reader, label.replace(/ Closte$/, ''));
        const isCondition = JSON.stringify(filter) === JSON.stringify(filterIn('en', 'ready'));
        if (stage === 'done' && isCondition) continue;
        expect(filter.stages, `${reader}: ${label}`).toContain(stage);
      }
    }
  });
});

it.each([
  ['3d', 72],
  ['12h', 12],
  ['3 días', 72],
  ['3dias', 72],
  ['2j', 48],
  ['2 ore', 2],
  ['1 heure', 1],
  ['1 săptămână', 168],
  ['2 G', 48],
  ['90m', 1.5],
  ['3', undefined],
  ['tomorrow', undefined],
  ['-1d', undefined],
])('“%s” is %s hours', (typed, hours) => {
  expect(durationTyped(typed)).toBe(hours && hours * 3_600_000);
});
