import { distance } from 'fastest-levenshtein';
import type { MessageKey } from '../locale/catalogue.js';

/** How many letters of a word may be wrong for it to be recognised. */
const CLOSE_ENOUGH = 3;
/** Answers for several hostnames are a message each, and a response URL takes five. */
export const MAX_HOSTNAMES = 5;

/** What a person is told who typed something that does not fit, and what they probably meant. */
export interface Problem {
  readonly key: MessageKey;
  /** Foreign words among them: shown as code. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The whole command, without its slash command, ready to run. */
  readonly corrected?: string | undefined;
}

export interface Rules {
  readonly name: string;
  readonly usage: string;
  /** Names of the `--options` that take a value. */
  readonly options: readonly string[];
  /** How many hostnames fit; any words unless given. */
  readonly hostnames?: { readonly min: number; readonly max: number };
}

export interface TypedArgs {
  readonly words: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

export const isProblem = (outcome: object): outcome is Problem => 'key' in outcome;

/** An option that is not defined, such as `--ap`, or lacks its value. */
export function misspelledOption(
  { values }: TypedArgs,
  words: readonly string[],
  { name, usage, options }: Rules,
): Problem | undefined {
  const unknown = Object.keys(values).find((option) => !options.includes(option));
  if (unknown !== undefined) {
    const near = nearest(unknown, options);
    const params = { option: `--${unknown}`, usage };
    if (near === undefined) return { key: 'usage.unknown-option', params };
    const mended = words.map((word) =>
      word.replace(new RegExp(`^--?${escaped(unknown)}(?==|$)`, 'i'), `--${near}`),
    );
    return { key: 'usage.did-you-mean', params, corrected: joined(name, mended) };
  }
  const empty = options.find((option) => option in values && typeof values[option] !== 'string');
  const blank = empty ?? options.find((option) => values[option] === '');
  return blank === undefined
    ? undefined
    : { key: 'usage.value-missing', params: { option: `--${blank}`, usage } };
}

/** Words that the command's schema refused. */
export function usageProblem({ words, values }: TypedArgs, rules: Rules): Problem {
  const { name, usage, hostnames } = rules;
  if (typeof values['site'] === 'string' && !/^[1-9]\d{0,14}$/.test(values['site']))
    return { key: 'usage.number', params: { option: '--site', value: values['site'], example: '--site 12' } };
  const options = Object.entries(values).flatMap(([option, value]) => [`--${option}`, String(value)]);
  if (!hostnames) return { key: 'usage.no-more-words', params: { name }, corrected: joined(name, options) };
  if (words.length < hostnames.min) return { key: 'usage.hostname-missing', params: { usage } };
  if (words.length <= hostnames.max) return { key: 'problem.usage', params: { usage } };
  const corrected = joined(name, [...words.slice(0, hostnames.max), ...options]);
  const key = hostnames.max === 1 ? 'usage.one-hostname' : 'usage.too-many-hostnames';
  return { key, params: { most: hostnames.max }, corrected };
}

/** The word that was meant, where few letters are wrong. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const [best] = words
    .map((word) => ({ word, letters: distance(typed.slice(0, 20), word) }))
    .sort((one, other) => one.letters - other.letters);
  return best && best.letters <= CLOSE_ENOUGH && best.letters < typed.length ? best.word : undefined;
}

export const joined = (name: string, words: readonly string[]): string => [name, ...words].join(' ');

const escaped = (text: string): string => text.replace(/[^\w-]/g, '\\$&');
