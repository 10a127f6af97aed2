import { isMessageKey, type MessageKey } from './catalogue.js';
import { en } from './en/en.js';
import { languages } from './languages.js';

/** Accents are often left out when typing. */
export const withoutAccents = (word: string): string =>
  word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The catalogue's groups of words that people type. Each word has one meaning in its group, in all languages. */
export type WordGroup = 'command' | 'undo' | 'filter' | 'filler' | 'value' | 'unit' | 'day';
type WordOf<Group extends WordGroup> = MessageKey extends infer Key
  ? Key extends `words.${Group}.${infer Name}`
    ? Name
    : never
  : never;

/** What a typed word means: its English name, also typed in another language and without accents. */
export function typedMeaning<Group extends WordGroup>(
  group: Group,
  typed: string,
): WordOf<Group> | undefined {
  return meanings[group].get(withoutAccents(typed.trim())) as WordOf<Group> | undefined;
}

/** What may be typed for a name besides it, in all languages, without accents. */
export function wordsFor(group: WordGroup, name: string): readonly string[] {
  const key = `words.${group}.${name}`;
  if (!isMessageKey(key)) return [];
  const words = Object.values(languages).flatMap((messages) => messages[key].split(', '));
  return [...new Set(words.map(withoutAccents))].filter((word) => word !== '' && word !== name);
}

const meaningsOf = (group: WordGroup): ReadonlyMap<string, string> => {
  const names = Object.keys(en).flatMap((key) => {
    const [area, of, name] = key.split('.');
    return area === 'words' && of === group && name !== undefined ? [name] : [];
  });
  return new Map(names.flatMap((name) => [name, ...wordsFor(group, name)].map((word) => [word, name])));
};
const meanings: Readonly<Record<WordGroup, ReadonlyMap<string, string>>> = {
  command: meaningsOf('command'),
  undo: meaningsOf('undo'),
  filter: meaningsOf('filter'),
  filler: meaningsOf('filler'),
  value: meaningsOf('value'),
  unit: meaningsOf('unit'),
  day: meaningsOf('day'),
};
