import type { SettingChange } from '../settings/settings.js';
import { resolveCard } from '../store/resolve-card.js';
import type { Store } from '../store/store.js';
import { entriesOf, type HistoryEntry } from './history.js';

export const AUDIT_PAGE = 12;
/** More than a person reads or a spreadsheet takes: the newest count. */
const MAX_ENTRIES = 500_000;

/** What to look for; what is left out does not matter. */
export interface AuditFilter {
  /** Epoch ms. */
  readonly since?: number | undefined;
  /** Slack user id or `system`. */
  readonly by?: string | undefined;
  /** An event type, or the noun before its dot. */
  readonly type?: string | undefined;
}

export interface AuditPage {
  readonly filter: AuditFilter;
  readonly entries: readonly HistoryEntry[];
  readonly offset: number;
  readonly total: number;
}

export async function auditPage(
  sources: AuditSources,
  filter: AuditFilter,
  offset: number,
): Promise<AuditPage> {
  const entries = await auditEntries(sources, filter);
  return {
    filter,
    entries: entries.slice(offset, offset + AUDIT_PAGE),
    offset,
    total: entries.length,
  };
}

export interface AuditSources {
  readonly store: Store;
  readonly settingChanges: () => readonly SettingChange[];
}

/** Newest first, over all mappings, the removed ones too, and over the settings. */
export async function auditEntries(
  { store, settingChanges }: AuditSources,
  filter: AuditFilter,
): Promise<HistoryEntry[]> {
  const found = settingChanges()
    .map(entryOf)
    .filter(({ event }) => isFound(event, filter));
  for await (const stored of store.all()) {
    if (stored.events.some((event) => isFound(event, filter)))
      found.push(
        ...entriesOf(await resolveCard(store, stored)).filter(({ event }) => isFound(event, filter)),
      );
  }
  return found
    .reverse()
    .sort((one, other) => other.event.at - one.event.at)
    .slice(0, MAX_ENTRIES);
}

/** A change of settings is about no mapping: its app stands where others have their hostname. */
const entryOf = ({ id, at, by, app, channel, fromMs, toMs, ts }: SettingChange): HistoryEntry => ({
  channel,
  ts,
  event: {
    id,
    mapping: '',
    hostname: app,
    type: 'setting.changed',
    at,
    by,
    details: { app, fromMs, toMs },
    previous: '',
  },
});

function isFound({ at, by, type }: HistoryEntry['event'], filter: AuditFilter): boolean {
  return (
    (filter.since === undefined || at >= filter.since) &&
    (filter.by === undefined || by === filter.by) &&
    (filter.type === undefined || type === filter.type || type.startsWith(`${filter.type}.`))
  );
}
