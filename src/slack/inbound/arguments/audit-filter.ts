import { eventTypes, SYSTEM } from '../../../core/events/event.js';
import { typedMeaning } from '../../../locale/typed-words.js';
import type { AuditFilter } from '../../../use-cases/reports/audit.js';
import { dateTyped, dayTyped, durationTyped } from './typed-values.js';

/** Every event's type and its noun. */
export const auditEvents: readonly string[] = [
  ...new Set(eventTypes.flatMap((type) => [type, type.split('.')[0] ?? type])),
];

/** Words of the usage, typed along: `since 7d`. */
const USAGE_WORDS: ReadonlySet<string> = new Set(['since', 'by']);

/**
 * Parses `[since] [by] [event]` in any order, because each has its own form: `7d`, `2026-11-20` or a full ISO time; a
 * mention, a user ID, `me` or `system`; an event's type or its noun. Undefined when an argument is unknown or repeated.
 */
export function parseAuditFilter(
  args: readonly string[],
  { now, user }: { readonly now: number; readonly user: string },
): AuditFilter | undefined {
  const filter: { since?: number; by?: string; type?: string } = {};
  for (const word of args.filter((each) => !USAGE_WORDS.has(each.toLowerCase()))) {
    const [since, by, type] = [filterSince(word, now), byOf(word, user), typeOf(word)];
    if (since !== undefined && filter.since === undefined) filter.since = since;
    else if (by !== undefined && filter.by === undefined) filter.by = by;
    else if (type !== undefined && filter.type === undefined) filter.type = type;
    else return undefined;
  }
  return filter;
}

function filterSince(word: string, now: number): number | undefined {
  const ms = durationTyped(word);
  if (ms !== undefined) return now - ms;
  const day = dayTyped(word, now);
  if (day !== undefined) return day;
  if (!/^.{10}(T[\d:.]+Z)?$/.test(word) || dateTyped(word.slice(0, 10)) === undefined) return undefined;
  const at = Date.parse(word);
  return Number.isNaN(at) ? undefined : at;
}

function byOf(word: string, user: string): string | undefined {
  const meant = typedMeaning('value', word);
  if (meant === 'me') return user;
  if (meant === 'system') return SYSTEM;
  return /^(?:<@)?([UW][A-Z0-9]{2,})(?:\|[^>]*)?>?$/.exec(word)?.[1];
}

/** Slack makes a link of what looks like a host, so `ssl.issued` can arrive as `http://ssl.issued`. */
function typeOf(word: string): string | undefined {
  const type = word.toLowerCase().replace(/^https?:\/\//, '');
  return auditEvents.includes(type) ? type : undefined;
}
