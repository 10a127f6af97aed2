import { languageOf } from './catalogue.js';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** A duration in its two largest units: `2 days 3 hr`, `12 min`, `45 sec`; at least one second. Plain text. */
export function formatDuration(ms: number, locale: string): string {
  const first = UNITS.findIndex(([, unitMs]) => ms >= unitMs);
  if (first === -1) return part(1, 'second', locale);
  const [unit, unitMs] = UNITS[first] ?? UNITS[3];
  const whole = part(Math.floor(ms / unitMs), unit, locale);
  const [nextUnit, nextMs] = UNITS[first + 1] ?? [undefined, 1];
  const rest = Math.floor((ms % unitMs) / nextMs);
  // Seconds beside minutes would be false precision.
  return nextUnit === undefined || nextUnit === 'second' || rest === 0
    ? whole
    : `${whole} ${part(rest, nextUnit, locale)}`;
}

/**
 * Abbreviated, where the language abbreviates the unit: CLDR's short form of a whole word lacks the “de” that Romanian
 * puts after numbers from 20 on.
 */
function part(count: number, unit: string, locale: string): string {
  const isAbbreviated = measure(1, unit, 'short', locale) !== measure(1, unit, 'long', locale);
  return measure(count, unit, isAbbreviated ? 'short' : 'long', locale);
}

/** Without the full stop of an abbreviation (Romanian “min.”), because sentences end with durations. */
const measure = (count: number, unit: string, unitDisplay: 'short' | 'long', locale: string): string =>
  formatIn(languageOf(locale), unit, unitDisplay).format(count).replace(/\.$/, '');

/** Making one takes a hundred times as long as using it, and a list has many durations. */
const formats = new Map<string, Intl.NumberFormat>();

function formatIn(language: string, unit: string, unitDisplay: 'short' | 'long'): Intl.NumberFormat {
  const key = `${language} ${unit} ${unitDisplay}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay });
  formats.set(key, format);
  return format;
}
