import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/instant.js';
import { localMoment, localTime } from '../../../core/reporting/local-time.js';
import { typedMeaning } from '../../../locale/typed-words.js';
import { UserError } from '../../../use-cases/errors.js';

/** A Slack mention (`<@U0123|name>`) or a member ID. */
const PERSON = /^<@([UW][A-Z0-9]{2,})(?:\|[^>]*)?>$|^([UW][A-Z0-9]{7,})$/;

/** The Slack user ID that a typed word names, if it names a person. */
export function personTyped(word: string): string | undefined {
  const [, mentioned, id = mentioned] = PERSON.exec(word.trim()) ?? [];
  return id;
}

/** People would forget a longer pause. */
const MAX_DAYS = 365;
const UNIT_MS = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS } as const;

/** A duration such as `3d`, `12h`, `3 días` or `2j`, in ms; undefined if it isn't one. */
export function durationTyped(typed: string): number | undefined {
  const [, count, unit] = /^(\d{1,5})\s*(\p{L}+)$/u.exec(typed.trim().normalize('NFC')) ?? [];
  const meant = unit === undefined ? undefined : typedMeaning('unit', unit);
  return meant && Number(count) * UNIT_MS[meant];
}

/** The time at the start of typed words: one word, or a number and its unit. */
export function timeFirst([first = '', second = '']: readonly string[]): string {
  const both = `${first} ${second}`;
  return durationTyped(both) === undefined ? first : both;
}

/** By `Date.getUTCDay`. */
const WEEKDAYS_TYPED = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** The bot's own: the answer shows each reader the moment in theirs. */
const BOT_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const MORNING_MS = 9 * HOUR_MS;

/** How many days away a typed day such as `tomorrow` or `monday` is: a weekday is the next or the last one. */
function daysAway(typed: string, today: number, direction: 'ahead' | 'back'): number | undefined {
  const meant = typedMeaning('day', typed);
  if (meant === 'today') return 0;
  if (meant === 'tomorrow') return 1;
  if (meant === 'yesterday') return -1;
  const weekday = meant === undefined ? -1 : WEEKDAYS_TYPED.indexOf(meant);
  if (weekday < 0) return undefined;
  const ahead = (weekday - new Date(today).getUTCDay() + 7) % 7;
  if (direction === 'back') return ahead === 0 ? 0 : ahead - 7;
  return ahead === 0 ? 7 : ahead;
}

/** The beginning of a typed day that is not in the future, in epoch ms. */
export function dayTyped(typed: string, now: number, timeZone = BOT_ZONE): number | undefined {
  const { day } = localTime(now, timeZone);
  const away = daysAway(typed, day, 'back') ?? 1;
  return away > 0 ? undefined : localMoment(day + away * DAY_MS, 0, timeZone);
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A date such as `2026-12-01`, as midnight UTC in epoch ms; `Date.parse` takes 31 February for 3 March. */
export function dateTyped(typed: string): number | undefined {
  const at = DATE.test(typed) ? Date.parse(typed) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(typed) ? at : undefined;
}

/** The morning of a typed day or date that is ahead, in epoch ms. */
function morningTyped(typed: string, now: number, timeZone: string): number | undefined {
  const date = dateTyped(typed);
  if (date !== undefined) {
    const morning = localMoment(date, MORNING_MS, timeZone);
    return morning > now && morning - now <= MAX_DAYS * DAY_MS ? morning : undefined;
  }
  const { day } = localTime(now, timeZone);
  const away = daysAway(typed, day, 'ahead') ?? 0;
  return away <= 0 ? undefined : localMoment(day + away * DAY_MS, MORNING_MS, timeZone);
}

/** When a typed time such as `3d`, `12h` or `monday` (its morning) is over, in epoch ms. Throws `UserError`. */
export function endTyped(typed: string, now: number, timeZone = BOT_ZONE): number {
  const morning = morningTyped(typed, now, timeZone);
  if (morning !== undefined) return morning;
  const ms = durationTyped(typed) ?? 0;
  if (ms === 0 || ms > MAX_DAYS * DAY_MS) throw new UserError({ code: 'not-a-time', typed, most: MAX_DAYS });
  return now + ms;
}

/** Whether a word looks like a time at all. */
export const looksLikeTime = (typed: string): boolean =>
  /^\d/.test(typed) || typedMeaning('day', typed) !== undefined;

/** Whether a typed word stands for a value such as `off`, in any language. */
export const isWordFor = (value: 'off' | 'me' | 'nobody' | 'verify', typed: string): boolean =>
  typedMeaning('value', typed) === value;

/** Whether a word such as “and” or “for” means nothing in a command, in any language. */
export const isFiller = (typed: string): boolean => typedMeaning('filler', typed) !== undefined;
