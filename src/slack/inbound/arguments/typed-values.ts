import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/instant.js';
import { plainSentence } from '../../../core/typed-text.js';
import { typedMeaning } from '../../../locale/typed-words.js';
import { UserError } from '../../../use-cases/errors.js';

/** A Slack mention (`<@U0123|name>`) or a member ID. */
const PERSON = /^<@([UW][A-Z0-9]{2,})(?:\|[^>]*)?>$|^([UW][A-Z0-9]{7,})$/;

/** The Slack user ID that a typed word names, if it names a person. */
export function personTyped(word: string): string | undefined {
  const [, mentioned, id = mentioned] = PERSON.exec(word.trim()) ?? [];
  return id;
}

/**
 * The sentence behind the first words of a command (its name and arguments, maybe behind the slash command's name), as it
 * was typed.
 */
export const sentenceAfter = (words: number, typed: string): string =>
  plainSentence(typed.replace(new RegExp(`^\\s*(?:/\\S+\\s+)?(?:\\S+\\s+){${words - 1}}\\S+\\s*`), ''));

/** People would forget a longer pause. */
const MAX_DAYS = 365;
const UNIT_MS = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS } as const;

/** A duration such as `3d`, `12h`, `3 días` or `2j`, in ms; undefined if it isn't one. */
export function durationTyped(typed: string): number | undefined {
  const [, count, unit] = /^(\d{1,5})\s*(\p{L}+)$/u.exec(typed.trim().normalize('NFC')) ?? [];
  const meant = unit === undefined ? undefined : typedMeaning('unit', unit);
  return meant && Number(count) * UNIT_MS[meant];
}

/** When a typed time such as `3d` or `12h` is over, in epoch ms. Throws `UserError`. */
export function endTyped(typed: string, now: number): number {
  const ms = durationTyped(typed) ?? 0;
  if (ms === 0 || ms > MAX_DAYS * DAY_MS) throw new UserError({ code: 'not-a-time', typed, most: MAX_DAYS });
  return now + ms;
}

/** Whether a word looks like a time at all. */
export const looksLikeTime = (typed: string): boolean => /^\d/.test(typed);

/** Whether a typed word stands for a value such as `off`, in any language. */
export const isWordFor = (value: 'off' | 'me' | 'nobody' | 'verify', typed: string): boolean =>
  typedMeaning('value', typed) === value;
