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
 * puts after numbers from 20 on. Days aren't: “within 1 d” is no sentence in Spanish, nor “1 j” in French.
 */
function part(count: number, unit: string, locale: string): string {
  const isAbbreviated =
    unit !== 'day' && measure(1, unit, 'short', locale) !== measure(1, unit, 'long', locale);
  return measure(count, unit, isAbbreviated ? 'short' : 'long', locale);
}

/** Without the full stop of an abbreviation (Romanian “min.”), because sentences end with durations. */
const measure = (count: number, ...format: Parameters<typeof numberFormat>): string =>
  numberFormat(...format)
    .format(count)
    .replace(/\.$/, '');

/** Making one takes longer than using it. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(unit: string, unitDisplay: 'short' | 'long', locale: string): Intl.NumberFormat {
  const language = languageOf(locale);
  const key = `${language} ${unit} ${unitDisplay}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay });
  numberFormats.set(key, made);
  return made;
}
