import { readdirSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Log } from '../../util/log.js';
import { NewerSchema } from '../format/form.js';
import type { Judge, SetAside } from '../store.js';
import { damageReason, isDamage, StoreUnreadable } from './damage.js';
import type { EntryRow } from './index/entry-row.js';
import { EntryTable } from './index/entry-table.js';
import { entryOf, fileNameOf, withoutDoubles } from './index/index-entry.js';
import type { Snapshot } from './index/snapshot.js';
import type { WrittenFile } from './index/snapshot-rows.js';
import { isSameStamp, isSettled, type Stamp, stampOf } from './index/stamp.js';
import type { LoggedChanges } from './log/record-logs.js';
import type { MappingFiles } from './mapping-files.js';
import type { ReplyParts } from './reply-parts.js';
import { removeLeftovers } from './temporary.js';

/** Files read before the event loop runs signals and timers. */
const BETWEEN_TURNS = 32;
/** More damaged files than this are no coincidence: a person has to decide. */
const MAX_DAMAGED = 5;
const RECORD = '.json';
const DAMAGED = '.damaged-';
const SUPERSEDED = '.superseded-';

export interface LoadOptions {
  readonly files: MappingFiles;
  readonly logged: LoggedChanges;
  /** Gets those of the records that are read. */
  readonly parts: ReplyParts;
  /** Throws once the folder may be another process's. */
  readonly assertHeld: () => void;
  readonly now: () => number;
  readonly log: Log;
  readonly judge: Judge | undefined;
  /** Sets damaged files aside, however many there are. */
  readonly allowCorrupt: boolean;
  /** Replaces reading the files that haven't changed since. */
  readonly snapshot?: Snapshot | undefined;
  /** Ends the reading, with nothing changed. */
  readonly stopping?: AbortSignal | undefined;
}

export interface Loaded {
  readonly table: EntryTable;
  /** Its rows in use. */
  readonly rows: readonly EntryRow[];
  readonly setAside: readonly SetAside[];
  /** Those whose files weren't read. */
  readonly unread: readonly EntryRow[];
}

interface Damage {
  readonly path: string;
  readonly reason: string;
}

/**
 * Reads every record of a folder that the snapshot doesn't know. A damaged file is renamed and retried at the next start;
 * one of a newer version is left unchanged. Throws `StoreUnreadable`, with nothing changed, when a file can't
 * be read or too many are damaged; an `AbortError` when the start is called off.
 */
export async function loadFolder(folder: string, options: LoadOptions): Promise<Loaded> {
  const { log, allowCorrupt } = options;
  // Nothing else runs yet, and another thread's memory for 100,000 names would stay with the process.
  const names = readdirSync(folder);
  const records = names.filter((name) => name.endsWith(RECORD));
  const others = names.filter((name) => !name.endsWith(RECORD));
  const { table, rows: unread } = await unchangedEntries(folder, options);
  const read = await readAllFiles(folder, withoutFilesOf(unread, records), table, options);
  if (read.damaged.length > MAX_DAMAGED && !allowCorrupt)
    throw StoreUnreadable.tooMany(read.damaged.map(({ path }) => path));

  await removeLeftovers(folder, others, options);
  for (const { file, reason } of read.newer)
    log.error({ file, reason }, 'mapping file has what this version doesn’t know and was left as it is');
  const setAside: SetAside[] = [...read.newer];
  for (const { path, reason } of read.damaged) setAside.push(await moveAside(path, reason, options));

  const restored = await retryDamaged(folder, { records, others }, table, options);
  setAside.push(...restored.setAside);
  const { kept, doubles } = withoutDoubles(unread, [...read.rows, ...restored.rows]);
  for (const double of doubles) {
    options.parts.delete(double.id);
    setAside.push(
      await moveAside(
        join(folder, fileNameOf(double)),
        `there is a newer file of the mapping of ${double.hostname}`,
        options,
        SUPERSEDED,
      ),
    );
  }
  return { table, rows: kept, setAside, unread };
}

/** The snapshot's entries of files that are as they were, apart from a check without news. */
async function unchangedEntries(
  folder: string,
  { snapshot, logged, stopping }: Pick<LoadOptions, 'snapshot' | 'logged' | 'stopping'>,
): Promise<Pick<Loaded, 'table' | 'rows'>> {
  const table = new EntryTable();
  const rows: EntryRow[] = [];
  if (!snapshot) return { table, rows };
  const isWanted = ({ id, name, version, ...stamp }: WrittenFile): boolean =>
    isUnchanged(`${folder}/${name}`, stamp, snapshot.at) &&
    (logged.deliveries(id, version)?.version ?? 0) <= version;
  for (const some of snapshot.addTo(table, isWanted)) {
    for (const row of some) {
      addLoggedCheck(table, row, logged);
      rows.push(row);
    }
    await turn(undefined, { signal: stopping });
  }
  return snapshot.isWhole ? { table, rows } : { table: new EntryTable(), rows: [] };
}

/** Brings an entry up to its last check, which the log has. */
function addLoggedCheck({ numbers }: EntryTable, row: EntryRow, { checks }: LoggedChanges): void {
  const logged = checks(row.id, row.fileVersion);
  if (!logged) return;
  numbers.version.set(row.at, logged.version);
  if (row.check) numbers.checkAt.set(row.at, logged.check.nextCheckAt);
}

/** Each entry's file is there: mostly their number says that no other one is. */
function withoutFilesOf(entries: readonly EntryRow[], names: readonly string[]): readonly string[] {
  if (entries.length === names.length) return [];
  const known = new Set(entries.map(fileNameOf));
  return names.filter((name) => !known.has(name));
}

/** Synchronous: ten times as fast for many files, and nothing else runs yet. */
function isUnchanged(path: string, stamp: Stamp, since: number): boolean {
  if (!isSettled(stamp, since)) return false;
  try {
    return isSameStamp(stampOf(statSync(path)), stamp);
  } catch {
    // Reading it says what is wrong.
    return false;
  }
}

/** Renames a file so that it is kept but not loaded as a mapping. */
export async function moveAside(
  path: string,
  reason: string,
  { now, log }: Pick<LoadOptions, 'now' | 'log'>,
  mark = DAMAGED,
): Promise<SetAside> {
  const file = `${path}${mark}${new Date(now()).toISOString().replaceAll(':', '-')}`;
  await rename(path, file);
  log.error({ file, reason }, 'mapping file is damaged and was set aside');
  return { file, reason };
}

interface FolderFile {
  readonly rows: EntryRow[];
  readonly damaged: Damage[];
  readonly newer: SetAside[];
}

/** Adds each record to the table. */
async function readAllFiles(
  folder: string,
  names: readonly string[],
  table: EntryTable,
  { files, parts, judge, stopping }: LoadOptions,
): Promise<FolderFile> {
  const read: FolderFile = { rows: [], damaged: [], newer: [] };
  let count = 0;
  for (const name of names) {
    if (count++ % BETWEEN_TURNS === 0) await turn(undefined, { signal: stopping });
    const path = join(folder, name);
    try {
      const { stored, file } = files.readStampedNow(path);
      const entry = entryOf(stored, file, judge);
      read.rows.push(table.add(entry));
      if (entry.pending > 0) parts.keep(stored);
    } catch (error) {
      const reason = damageReason(error);
      if (error instanceof NewerSchema) read.newer.push({ file: path, reason });
      else if (isDamage(error)) read.damaged.push({ path, reason });
      else throw StoreUnreadable.file(path, error);
    }
  }
  return read;
}

/** Restores files set aside earlier that can be read now; the rest stays aside and is listed again. */
async function retryDamaged(
  folder: string,
  { records, others }: Readonly<Record<'records' | 'others', readonly string[]>>,
  table: EntryTable,
  { files, log, judge }: LoadOptions,
): Promise<Pick<Loaded, 'rows' | 'setAside'>> {
  const rows: EntryRow[] = [];
  const setAside: SetAside[] = [];
  for (const name of others.filter((each) => each.includes(`${RECORD}${DAMAGED}`))) {
    const file = join(folder, name);
    const path = file.slice(0, file.lastIndexOf(DAMAGED));
    try {
      const found = await files.readStamped(file);
      if (records.includes(path.slice(folder.length + 1)))
        throw new Error('there is another file in its place');
      await rename(file, path);
      rows.push(table.add(entryOf(found.stored, { ...found.file, path }, judge)));
      log.info({ file: path }, 'mapping file is readable again');
    } catch (error) {
      const reason = damageReason(error);
      setAside.push({ file, reason });
      log.warn({ file, reason }, 'mapping file is still set aside');
    }
  }
  return { rows, setAside };
}
