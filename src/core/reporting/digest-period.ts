import { DAY_MS } from '../instant.js';
import { localTime } from './local-time.js';

/** When a summary is due. `hour`: `09:00`; `timeZone`: an IANA name. */
export interface DigestPlan {
  readonly digest: 'daily' | 'weekly';
  readonly hour: string;
  readonly timeZone: string;
}

const MONDAY = 1;

/**
 * The latest period whose summary is due, by the day it begins (`2026-11-25`): today's from the hour on, else
 * yesterday's; for a weekly one the last Monday's. A bot that was down at the hour is late, not silent.
 */
export function digestPeriod({ digest, hour, timeZone }: DigestPlan, now: number): string {
  const local = localTime(now, timeZone);
  const day = local.time < hour ? local.day - DAY_MS : local.day;
  const sinceMonday = (new Date(day).getUTCDay() - MONDAY + 7) % 7;
  const first = digest === 'weekly' ? day - sinceMonday * DAY_MS : day;
  return new Date(first).toISOString().slice(0, 10);
}

/** More than anybody reads at once. */
const MAX_SPAN_DAYS = 14;
export const MAX_SPAN_MS = MAX_SPAN_DAYS * DAY_MS;

/** How far back the summary of a period goes, in ms: to the one before it, however long ago that was. */
export function digestSpanMs({ digest }: Pick<DigestPlan, 'digest'>, before: string, due: string): number {
  const passed = Math.round((Date.parse(due) - Date.parse(before)) / DAY_MS);
  const least = digest === 'weekly' ? 7 : 1;
  return Math.min(MAX_SPAN_DAYS, Math.max(least, Number.isFinite(passed) ? passed : least)) * DAY_MS;
}
