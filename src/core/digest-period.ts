import { DAY_MS } from './instant.js';

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

/** The local calendar day as midnight UTC in epoch ms, and the time of day as `09:05`. */
function localTime(now: number, timeZone: string): { readonly day: number; readonly time: string } {
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const [day = '', time = ''] = format.format(now).split(' ');
  return { day: Date.parse(`${day}T00:00:00Z`), time };
}
