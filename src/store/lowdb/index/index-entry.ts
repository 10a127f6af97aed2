import { basename, join } from 'node:path';
import type { Mapping, MappingLinks } from '../../../core/mapping.js';
import { checkDueOf, type DueWork, deliveryWorkOf, dueWorkOf } from '../../due.js';
import type { Judge, MappingSummary, ReplyPart, StoredMapping } from '../../store.js';
import { linksOf, summaryOf } from '../../summary.js';
import type { Stamp } from './stamp.js';

/** What the index holds of each mapping, with the file's stamp when it was read or written. */
export interface IndexEntry extends MappingSummary, MappingLinks, DueWork, Stamp {
  readonly version: number;
  /** The version in the file; later ones are in the log of checks. */
  readonly fileVersion: number;
  /** The file's, if it isn't the usual one. */
  readonly fileName: string | undefined;
}

const MAX_STEM = 180;

/** Readable, and short enough for a file name with any hostname. */
export function pathFor(folder: string, { id, hostname }: Pick<Mapping, 'id' | 'hostname'>): string {
  return join(folder, usualName(hostname, id));
}

const usualName = (hostname: string, id: string): string => `${stemOf(hostname)}.${id}.json`;

/** How the usual name of a hostname's file begins. */
export const stemOf = (hostname: string): string => hostname.replace('*', '_wildcard').slice(0, MAX_STEM);

export const fileNameOf = ({
  fileName,
  hostname,
  id,
}: Pick<IndexEntry, 'fileName' | 'hostname' | 'id'>): string => fileName ?? usualName(hostname, id);

/** A record's file, and what it is recognised by. */
export interface RecordFile extends Stamp {
  readonly path: string;
  readonly fileVersion: number;
}

export const entryOf = (stored: StoredMapping, file: RecordFile, judge: Judge | undefined): IndexEntry => {
  const { hostname, id } = stored.mapping;
  const name = basename(file.path);
  const fileName = name === usualName(hostname, id) ? undefined : name;
  const { version, mapping } = stored;
  return indexEntry(summaryOf(mapping, judge), linksOf(mapping), dueWorkOf(stored), {
    ...file,
    version,
    fileName,
  });
};

/** The entry with a new summary of the same record. */
export const resummed = (entry: IndexEntry, summary: MappingSummary): IndexEntry =>
  indexEntry(summary, entry, entry, entry);

/** The entry as its record is judged now: the same one if that hasn't changed. */
export function rejudged(
  entry: IndexEntry,
  { mapping }: StoredMapping,
  judge: Judge | undefined,
): IndexEntry {
  const judgement = judge?.(mapping, entry.judgement);
  return judgement === entry.judgement ? entry : Object.assign(resummed(entry, entry), { judgement });
}

/** The entry after a check without news, which changes nothing else. */
export const entryAfterCheck = (
  entry: IndexEntry,
  stored: StoredMapping,
  judge: Judge | undefined,
): IndexEntry =>
  Object.assign(resummed(entry, entry), {
    version: stored.version,
    check: checkDueOf(stored),
    judgement: judge?.(stored.mapping, entry.judgement),
  });

/** The entry after a delivery, which changes only what is left to deliver. */
export const entryAfterDelivery = (entry: IndexEntry, stored: ReplyPart): IndexEntry =>
  Object.assign(resummed(entry, entry), deliveryWorkOf(stored), { version: stored.version });

/** Field by field: an object built with spread gets a hidden class of its own, as large as the entry. */
const indexEntry = (
  summary: MappingSummary,
  links: MappingLinks,
  work: DueWork,
  file: Pick<IndexEntry, 'version' | 'fileVersion' | 'fileName' | keyof Stamp>,
): IndexEntry => ({
  id: summary.id,
  hostname: summary.hostname,
  app: summary.app,
  channel: summary.channel,
  stage: summary.stage,
  setback: summary.setback,
  requestedAt: summary.requestedAt,
  responsible: summary.responsible,
  readyAt: summary.readyAt,
  certificateEnd: summary.certificateEnd,
  dnsProvider: summary.dnsProvider,
  judgement: summary.judgement,
  primary: links.primary,
  alias: links.alias,
  dns: links.dns,
  ssl: links.ssl,
  site: links.site,
  siteLink: links.siteLink,
  cardChannel: work.cardChannel,
  check: work.check,
  delivery: work.delivery,
  pending: work.pending,
  pendingSince: work.pendingSince,
  undeliverable: work.undeliverable,
  version: file.version,
  fileVersion: file.fileVersion,
  fileName: file.fileName,
  size: file.size,
  mtimeMs: file.mtimeMs,
  inode: file.inode,
});

/**
 * Separates duplicates left by copied or restored files: one entry stays per id and per live hostname. The snapshot's entries
 * have none among themselves.
 */
export function withoutDoubles<Entry extends IndexEntry>(
  ofSnapshot: readonly Entry[],
  ofFiles: readonly Entry[],
): {
  kept: readonly Entry[];
  doubles: readonly Entry[];
} {
  if (ofFiles.length === 0) return { kept: ofSnapshot, doubles: [] };
  const entries = [...ofSnapshot, ...ofFiles];
  if (!hasDoubles(ofSnapshot, ofFiles)) return { kept: entries, doubles: [] };
  const newestFirst = entries.toSorted(
    (one, other) =>
      other.requestedAt - one.requestedAt ||
      other.version - one.version ||
      shorterFirst(fileNameOf(one), fileNameOf(other)),
  );
  const ids = new Set<string>();
  const hostnames = new Set<string>();
  const kept: Entry[] = [];
  const doubles: Entry[] = [];
  for (const entry of newestFirst) {
    const isDouble = ids.has(entry.id) || (isLive(entry) && hostnames.has(entry.hostname));
    (isDouble ? doubles : kept).push(entry);
    ids.add(entry.id);
    if (isLive(entry)) hostnames.add(entry.hostname);
  }
  return { kept, doubles };
}

const isLive = ({ stage }: IndexEntry): boolean => stage !== 'removed';

/** A copy's name is longer than the original's. */
const shorterFirst = (one: string, other: string): number =>
  one.length - other.length || (one < other ? -1 : Number(one > other));

function hasDoubles(ofSnapshot: readonly IndexEntry[], ofFiles: readonly IndexEntry[]): boolean {
  const live = ofFiles.filter(isLive);
  const ids = new Set(ofFiles.map(({ id }) => id));
  const hostnames = new Set(live.map(({ hostname }) => hostname));
  if (ids.size < ofFiles.length || hostnames.size < live.length) return true;
  return ofSnapshot.some((entry) => ids.has(entry.id) || (isLive(entry) && hostnames.has(entry.hostname)));
}
