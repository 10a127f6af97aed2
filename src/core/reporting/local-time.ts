import { MINUTE_MS } from '../instant.js';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  // Swedish writes dates as ISO 8601 does.
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  return format;
}

/** A local moment: the calendar day as midnight UTC in epoch ms, and the time of day as `09:05`. */
export interface LocalTime {
  readonly day: number;
  readonly time: string;
}

/** The moment (epoch ms) at which a place's clock shows a time of a day; `day` as in `LocalTime`, `timeMs` since midnight. */
export function localMoment(day: number, timeMs: number, timeZone: string): number {
  const wanted = day + timeMs;
  const shown = localTime(wanted, timeZone);
  const [hours = 0, minutes = 0] = shown.time.split(':').map(Number);
  return wanted - (shown.day + (hours * 60 + minutes) * MINUTE_MS - wanted);
}

/** `timeZone`: an IANA name. Throws `RangeError` for an unknown one. */
export function localTime(now: number, timeZone: string): LocalTime {
  const [day = '', time = ''] = formatIn(timeZone).format(now).split(' ');
  return { day: Date.parse(`${day}T00:00:00Z`), time };
}
