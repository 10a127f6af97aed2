import { distance } from 'fastest-levenshtein';
import { parseHostname } from './hostname.js';

/** Endings under which most customers are, long enough that a typo is still recognisable. */
const COMMON_ENDINGS = ['com', 'net', 'org', 'info', 'shop', 'store', 'online'] as const;
/** A shorter rest is no name. */
const MIN_NAME = 3;

/**
 * The hostname that text was probably meant to be, in A-label form: with dots for commas, spaces and repeated dots, with
 * the ending that was mistyped or whose dot is missing. Undefined where the text is a hostname, or looks like none.
 */
export function meantHostname(typed: string): string | undefined {
  if (parseHostname(typed).ok) return undefined;
  const labels = typed
    .trim()
    .toLowerCase()
    .split(/[\s.,;]+/)
    .map((label) => label.replaceAll('_', '-').replace(/^-+|-+$/g, ''))
    .filter((label) => label !== '');
  const ending = labels.at(-1);
  if (ending === undefined) return undefined;
  const candidates = [labels, [...labels.slice(0, -1), ...withEnding(ending, labels.length === 1)]];
  for (const candidate of candidates) {
    const parsed = parseHostname(candidate.join('.'));
    if (parsed.ok) return parsed.hostname;
  }
  return undefined;
}

/** The last label as it should be: `con` as `com`; alone, `shopexamplecom` as `shopexample` and `com`. */
function withEnding(label: string, isAlone: boolean): string[] {
  if (!isAlone) return [COMMON_ENDINGS.find((ending) => isNearEnding(label, ending)) ?? label];
  const glued = COMMON_ENDINGS.find(
    (ending) => label.endsWith(ending) && label.length >= ending.length + MIN_NAME,
  );
  return glued === undefined ? [label] : [label.slice(0, -glued.length), glued];
}

/** One letter is wrong, or the letters are in another order. */
const isNearEnding = (typed: string, ending: string): boolean =>
  distance(typed, ending) <= 1 || sorted(typed) === sorted(ending);

const sorted = (word: string): string => [...word].sort().join('');

/** How many letters of a hostname may be wrong, and how long it must then be. */
const MAX_WRONG = 2;
const MIN_LENGTH = 6;

/**
 * How far a known hostname is from the text that somebody typed for it; undefined where it can't be meant. The
 * beginning of a hostname is enough: `bakery` for `bakery.co.uk`.
 */
export function farFrom(typed: string, hostname: string): number | undefined {
  const text = typed.trim().toLowerCase();
  if (text.length >= MIN_NAME && hostname.startsWith(`${text}.`)) return 0;
  if (text.length < MIN_LENGTH || Math.abs(text.length - hostname.length) > MAX_WRONG) return undefined;
  const letters = distance(text, hostname);
  return letters <= MAX_WRONG ? letters : undefined;
}
