import { distance } from 'fastest-levenshtein';
import { parseHostname } from '../../../core/hostname.js';
import { withoutRecordData } from '../../../core/hostname-lists.js';
import { typedAgain } from '../../../core/typed-text.js';
import type { UsageProblem } from '../../views/answers/usage.js';
import { isHostnameTyped, listedFirst } from './command-words.js';
import { isFiller } from './typed-values.js';

/** How many letters of a word may be wrong. */
const CLOSE_ENOUGH = 3;
const CLOSE_OPTION = 2;
/** Each hostname's answer is a message, and a response URL accepts five. */
export const MAX_HOSTNAMES = 5;

export interface Rules {
  readonly name: string;
  readonly usage: string;
  /** Names of the `--options` that take a value. */
  readonly options: readonly string[];
  /** Those whose value may have several words. */
  readonly titles?: readonly string[];
  /** Behind so many words comes a sentence, which is taken as it was typed. */
  readonly sentenceAfter?: number;
  /** How many hostnames are accepted; any arguments unless set. */
  readonly hostnames?: { readonly min: number; readonly max: number };
}

export interface TypedArgs {
  readonly args: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  /** Options that are undefined or lack a value. */
  readonly problems: readonly { readonly option: string; readonly kind: 'unknown' | 'empty' }[];
}

const OPTION_WORD = /^--([a-z]+)(?:=(.*))?$/is;

export const isUsageProblem = (outcome: object): outcome is UsageProblem => 'key' in outcome;

/** Separates options (two leading dashes, anywhere) from other arguments; `-a.example.com` is no option. */
export function readArgs(
  typed: readonly string[],
  { options, titles = [], sentenceAfter, hostnames }: Omit<Rules, 'name' | 'usage'>,
): TypedArgs {
  const args: string[] = [];
  const values: Record<string, string> = {};
  const problems: { option: string; kind: 'unknown' | 'empty' }[] = [];
  const rest = [...typed];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name, given] = OPTION_WORD.exec(word) ?? [];
    const option = name?.toLowerCase();
    if (option === undefined) {
      args.push(word);
      continue;
    }
    if (!options.includes(option)) {
      problems.push({ option, kind: 'unknown' });
      continue;
    }
    const isNext = !given && rest[0] !== undefined && !OPTION_WORD.test(rest[0]);
    const value = given || (isNext ? rest.shift() : undefined);
    if (value) values[option] = titles.includes(option) ? withRest(value, rest) : value;
    else problems.push({ option, kind: 'empty' });
  }
  const isRead = sentenceAfter !== undefined || hostnames === undefined;
  return { args: isRead ? args : withoutFillers(args), values, problems };
}

/** `a.com and b.com`, `a.com to @alice`: beside a hostname, these words mean nothing, and none can be a hostname. */
function withoutFillers(args: readonly string[]): readonly string[] {
  const hasHostname = args.some((word) => word.includes('.'));
  return hasHostname ? args.filter((word) => !isFiller(word)) : args;
}

/**
 * A value with the words of the title behind it, which doesn't end with a filler; none is a hostname, and a number
 * alone is an ID. Takes them from `rest`.
 */
function withRest(value: string, rest: string[]): string {
  if (/^#?\d+$/.test(value)) return value;
  const end = rest.findIndex((word) => word.includes('.') || OPTION_WORD.test(word));
  const words = rest.splice(0, end === -1 ? rest.length : end);
  return [value, ...words.slice(0, words.findLastIndex((word) => !isFiller(word)) + 1)].join(' ');
}

/** What is wrong with arguments that don't fit. */
export function usageProblem(
  typed: readonly string[],
  { args, values, problems }: TypedArgs,
  rules: Rules & { fits(args: readonly string[]): boolean },
): UsageProblem {
  const { name, usage, hostnames } = rules;
  const [odd] = problems;
  if (odd?.kind === 'unknown') return unknownOption(odd.option, typed, rules);
  if (odd) return { key: 'usage.value-missing', params: { option: `--${odd.option}`, usage } };
  if (!hostnames)
    return takesWords(usage)
      ? { key: 'problem.usage', params: { usage } }
      : { key: 'usage.no-more-words', params: { name }, corrected: joined(name, optionWords(values)) };
  if (args.length < hostnames.min) return { key: 'usage.hostname-missing', params: { usage } };
  if (hostnames.max > MAX_HOSTNAMES && args.length > hostnames.max)
    return { key: 'problem.batch-too-long', params: { lines: args.length, most: hostnames.max } };
  const areHostnames = args.every((word) => word.includes('.'));
  if (args.length <= hostnames.max || !areHostnames) return { key: 'problem.usage', params: { usage } };
  const corrected = joined(name, [...args.slice(0, hostnames.max), ...optionWords(values)]);
  const key = hostnames.max === 1 ? 'usage.one-hostname' : 'usage.too-many-hostnames';
  return { key, params: { most: hostnames.max }, corrected };
}

/** Options as they are typed again. */
const optionWords = (values: TypedArgs['values']): readonly string[] =>
  Object.entries(values).flatMap(([option, value]) => [`--${option}`, value]);

/** Whether a usage has more than a name and options. */
const takesWords = (usage: string): boolean => /<|\[(?!--)/.test(usage);

/** More than one hostname for a command about one: nothing is done for a part of them. `text`: the whole command. */
export function severalHostnames(
  text: string,
  { args, values, problems }: TypedArgs,
  { name, hostnames, sentenceAfter }: Rules,
): UsageProblem | undefined {
  if (hostnames?.max !== 1 || problems.length > 0) return undefined;
  const named = sentenceAfter === undefined ? args.filter(isHostnameTyped) : leadingHostnames(args);
  // A sentence may begin with a hostname, too.
  const asked = sentenceAfter === 1 ? listedFirst(text) : named;
  const [first, ...others] = asked;
  if (first === undefined || others.every((word) => isSameHostname(word, first))) return undefined;
  const rest = args.filter((word) => !asked.includes(word));
  const corrected = joined(name, [first, ...rest, ...optionWords(values)]);
  if (sentenceAfter !== 1) return { key: 'usage.one-hostname', params: { most: 1 }, corrected };
  // Or the comma only parts the hostname from the sentence, which then names another one.
  const params = { listed: asked.join(', '), next: others[0] ?? '' };
  return { key: 'usage.one-hostname.note', params, corrected };
}

const isSameHostname = (one: string, other: string): boolean => {
  const [read, first] = [parseHostname(one), parseHostname(other)];
  return read.ok && first.ok && read.hostname === first.hostname;
};

function leadingHostnames(args: readonly string[]): readonly string[] {
  const end = args.findIndex((word) => !isHostnameTyped(word));
  return args.slice(0, end === -1 ? args.length : end);
}

/** A pasted line of a zone file: nothing is done for the name that its record leads to. */
export function recordTyped(
  { args, values, problems }: TypedArgs,
  { name, hostnames, sentenceAfter }: Rules,
): UsageProblem | undefined {
  const owners = withoutRecordData(args);
  const isRead = hostnames !== undefined && sentenceAfter === undefined && problems.length === 0;
  if (!isRead || owners.length === args.length) return undefined;
  const corrected = joined(name, [...owners, ...optionWords(values)]);
  return { key: 'usage.no-more-words', params: { name: owners[0] ?? '' }, corrected };
}

/** So many words can be one hostname with spaces. */
const MAX_SPLIT = 4;
/** “Dot”, dictated or typed as a word. */
const DOTS: ReadonlySet<string> = new Set(['dot', 'punto', 'ponto', 'point', 'punct']);

/** `shop example.com` is one hostname with a space: nothing is done for a part of it. */
export function splitHostname(
  typed: readonly string[],
  { args, problems }: TypedArgs,
  { name, hostnames }: Pick<Rules, 'name' | 'hostnames'>,
): UsageProblem | undefined {
  const [first = '', ...others] = args;
  const labels = [first, ...others.filter((word) => !DOTS.has(word.toLowerCase()))];
  const isOne = labels.length > 1 && labels.length <= MAX_SPLIT && !first.includes('.');
  if (!hostnames || hostnames.max === 1 || problems.length > 0 || !isOne) return undefined;
  const whole = labels.join('.');
  if (!/^[a-z\d-]+$/i.test(first) || !parseHostname(whole).ok) return undefined;
  const options = typed.filter((word) => !args.includes(word));
  return { key: 'usage.split-hostname', params: {}, corrected: joined(name, [whole, ...options]) };
}

/** The option that was probably meant, if the command works with it. */
function unknownOption(
  option: string,
  typed: readonly string[],
  { name, usage, options, fits }: Rules & { fits(args: readonly string[]): boolean },
): UsageProblem {
  const params = { option: `--${option}`, usage };
  const near = nearestWord(option, options, CLOSE_OPTION);
  const corrected = typed.map((word) => {
    const [, found, value] = OPTION_WORD.exec(word) ?? [];
    if (near === undefined || found?.toLowerCase() !== option) return word;
    return value === undefined ? `--${near}` : `--${near}=${value}`;
  });
  if (near === undefined || !fits(corrected)) return { key: 'usage.unknown-option', params };
  return { key: 'usage.did-you-mean', params, corrected: joined(name, corrected) };
}

/** The closest word, if few letters differ: no more than half of them. */
export function nearestWord(typed: string, args: readonly string[], most = CLOSE_ENOUGH): string | undefined {
  const [best] = args
    .map((word) => ({ word, letters: distance(typed.slice(0, 20), word) }))
    .sort((one, other) => one.letters - other.letters);
  return best && best.letters <= Math.min(most, Math.ceil(typed.length / 2)) ? best.word : undefined;
}

export const joined = (name: string, args: readonly string[]): string => typedAgain([name, ...args]);
