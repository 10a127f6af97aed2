import { DAY_MS, MINUTE_MS } from '../instant.js';
import { localTime } from './local-time.js';

/**
 * On which days the quiet time begins. `nights-and-weekends`: from Monday to Friday, and all of Saturday and Sunday.
 */
export const quietDays = ['off', 'every-day', 'weekdays', 'weekends', 'nights-and-weekends'] as const;
export type QuietDays = (typeof quietDays)[number];

/** By `Date.getUTCDay`. */
export const daysFromSunday = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof daysFromSunday)[number];

/**
 * When a channel is left in peace. `from` and `to`: such as `22:00`; equal hours mean never. `timeZone`: an IANA name.
 */
export interface QuietHours {
  readonly days: QuietDays;
  /** Quiet from midnight to midnight. */
  readonly wholeDays?: readonly Weekday[] | undefined;
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

const WEEK = [0, 1, 2, 3, 4, 5, 6];
/** Sunday is 0. */
const WEEKEND = [6, 0];
const WEEKDAYS = [1, 2, 3, 4, 5];
const BEGINS_ON: Readonly<Record<QuietDays, readonly number[]>> = {
  off: [],
  'every-day': WEEK,
  weekdays: WEEKDAYS,
  weekends: WEEKEND,
  'nights-and-weekends': WEEKDAYS,
};

/** Whether the channel is quiet at a moment (epoch ms), by local time. */
export function isQuietAt({ days, wholeDays = [], from, to, timeZone }: QuietHours, now: number): boolean {
  if (days === 'off' && wholeDays.length === 0) return false;
  const { day, time } = localTime(now, timeZone);
  const weekday = new Date(day).getUTCDay();
  const whole = WEEK.filter(
    (each) =>
      wholeDays.some((name) => name === daysFromSunday[each]) ||
      (days === 'nights-and-weekends' && WEEKEND.includes(each)),
  );
  // What is held back must be posted at some time.
  if (whole.length === WEEK.length) return false;
  if (whole.includes(weekday)) return true;
  const begins = BEGINS_ON[days];
  if (from <= to) return begins.includes(weekday) && from <= time && time < to;
  const yesterday = (weekday + 6) % 7;
  return (begins.includes(weekday) && time >= from) || (begins.includes(yesterday) && time < to);
}

/** Time zones differ from UTC by quarters of an hour, so every local hour begins at one of them. */
const STEP_MS = 15 * MINUTE_MS;
/** A weekend and a night, with a margin. */
const MAX_QUIET_MS = 8 * DAY_MS;

/** When the quiet time that holds now (epoch ms) ends; undefined if there is none. */
export function quietUntil(hours: QuietHours, now: number): number | undefined {
  if (!isQuietAt(hours, now)) return undefined;
  const first = Math.floor(now / STEP_MS) * STEP_MS + STEP_MS;
  for (let at = first; at < now + MAX_QUIET_MS; at += STEP_MS) if (!isQuietAt(hours, at)) return at;
  return undefined;
}
