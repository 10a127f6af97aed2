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

/** `timeZone`: an IANA name. Throws `RangeError` for an unknown one. */
export function localTime(now: number, timeZone: string): LocalTime {
  const [day = '', time = ''] = formatIn(timeZone).format(now).split(' ');
  return { day: Date.parse(`${day}T00:00:00Z`), time };
}
