import { join } from 'node:path';
import type { Mapping, MappingLinks } from '../../../core/mapping.js';
import { checkDueAt, checkDueOf, type DueWork, dueWorkOf } from '../../due.js';
import type { Judge, MappingSummary, StoredMapping } from '../../store.js';
import { linksOf, summaryOf } from '../../summary.js';
import type { LoggedChecks } from '../check-log.js';
import type { Stamp } from './stamp.js';

/** What memory holds of each mapping. */
export interface IndexEntry extends MappingSummary, MappingLinks, DueWork {
  readonly version: number;
  readonly path: string;
  /** The version in the file; later ones are in the log of checks. */
  readonly fileVersion: number;
  /** Of the file when it was read or written. */
  readonly stamp: Stamp;
}

const MAX_STEM = 180;

/** Readable, and short enough for a file name with any hostname. */
export function pathFor(folder: string, { id, hostname }: Pick<Mapping, 'id' | 'hostname'>): string {
  const stem = hostname.replace('*', '_wildcard').slice(0, MAX_STEM);
  return join(folder, `${stem}.${id}.json`);
}

/** A record's file, and what it was recognised by. */
export type RecordFile = Pick<IndexEntry, 'path' | 'stamp' | 'fileVersion'>;

export const entryOf = (
  stored: StoredMapping,
  { path, stamp, fileVersion }: RecordFile,
  judge: Judge | undefined,
): IndexEntry => ({
  ...summaryOf(stored.mapping, judge),
  ...linksOf(stored.mapping),
  ...dueWorkOf(stored),
  version: stored.version,
  path,
  stamp,
  fileVersion,
});

/** After a check without news, which changes nothing else. */
export const entryAfterCheck = (
  entry: IndexEntry,
  stored: StoredMapping,
  judge: Judge | undefined,
): IndexEntry => ({
  ...entry,
  version: stored.version,
  check: checkDueOf(stored),
  judgement: judge?.(stored.mapping),
});

/** An entry that was made before the last check of the log. */
export function withLoggedCheck(entry: IndexEntry, checks: LoggedChecks): IndexEntry {
  const logged = checks(entry.id, entry.fileVersion);
  if (!logged) return entry;
  const { version, check } = logged;
  return { ...entry, version, check: entry.check && checkDueAt(check.nextCheckAt, entry.check) };
}

/** Separates duplicates left by copied or restored files: one entry stays per id and per live hostname. */
export function withoutDoubles(entries: readonly IndexEntry[]): {
  kept: readonly IndexEntry[];
  doubles: readonly IndexEntry[];
} {
  if (!hasDoubles(entries)) return { kept: entries, doubles: [] };
  const newestFirst = entries.toSorted(
    (one, other) =>
      other.requestedAt - one.requestedAt || other.version - one.version || byName(one.path, other.path),
  );
  const ids = new Set<string>();
  const hostnames = new Set<string>();
  const kept: IndexEntry[] = [];
  const doubles: IndexEntry[] = [];
  for (const entry of newestFirst) {
    const isLive = entry.stage !== 'removed';
    const isDouble = ids.has(entry.id) || (isLive && hostnames.has(entry.hostname));
    (isDouble ? doubles : kept).push(entry);
    ids.add(entry.id);
    if (isLive) hostnames.add(entry.hostname);
  }
  return { kept, doubles };
}

/** A copy's name is longer than the original's. */
const byName = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : Number(one > other));

function hasDoubles(entries: readonly IndexEntry[]): boolean {
  const ids = new Set(entries.map(({ id }) => id));
  const live = entries.filter(({ stage }) => stage !== 'removed');
  return ids.size < entries.length || new Set(live.map(({ hostname }) => hostname)).size < live.length;
}
