import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../util/log.js';
import { NewerSchema } from '../form.js';
import type { Judge, SetAside, StoredMapping } from '../store.js';
import { damageReason, isDamage, StoreUnreadable } from './damage.js';
import { entryOf, type IndexEntry, withoutDoubles } from './index/index-entry.js';
import { TEMPORARY } from './json-file.js';
import type { MappingFiles } from './mapping-files.js';

const AT_ONCE = 32;
/** More damaged files than this are not a coincidence: a person has to decide. */
const MAX_DAMAGED = 5;
const DAMAGED = '.damaged-';
const SUPERSEDED = '.superseded-';

export interface LoadOptions {
  readonly files: MappingFiles;
  readonly now: () => number;
  readonly log: Log;
  readonly judge: Judge | undefined;
  /** Sets damaged files aside, however many there are. */
  readonly allowCorrupt: boolean;
}

export interface Loaded {
  readonly entries: readonly IndexEntry[];
  readonly setAside: readonly SetAside[];
}

interface Damage {
  readonly path: string;
  readonly reason: string;
}

/**
 * Reads every record of a folder, a few at a time. A damaged file is renamed and retried at the next start;
 * one of a newer version is left unchanged. Throws `StoreUnreadable`, with nothing changed, when a file can't
 * be read or too many are damaged.
 */
export async function loadFolder(folder: string, options: LoadOptions): Promise<Loaded> {
  const { log, allowCorrupt } = options;
  const names = await readdir(folder);
  const read = await readAllFiles(
    names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name)),
    options,
  );
  if (read.damaged.length > MAX_DAMAGED && !allowCorrupt)
    throw StoreUnreadable.tooMany(read.damaged.map(({ path }) => path));

  for (const name of names) if (name.endsWith(TEMPORARY)) await rm(join(folder, name), { force: true });
  for (const { file, reason } of read.newer)
    log.error({ file, reason }, 'mapping file was written by a newer version');
  const setAside: SetAside[] = [...read.newer];
  for (const { path, reason } of read.damaged) setAside.push(await moveAside(path, reason, options));

  const restored = await retryDamaged(folder, names, options);
  setAside.push(...restored.setAside);
  const { kept, doubles } = withoutDoubles([...read.entries, ...restored.entries]);
  for (const { path, hostname } of doubles)
    setAside.push(
      await moveAside(path, `there is a newer file of the mapping of ${hostname}`, options, SUPERSEDED),
    );
  return { entries: kept, setAside };
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
  readonly entries: IndexEntry[];
  readonly damaged: Damage[];
  readonly newer: SetAside[];
}

async function readAllFiles(paths: readonly string[], { files, judge }: LoadOptions): Promise<FolderFile> {
  const read: FolderFile = { entries: [], damaged: [], newer: [] };
  const waiting = paths.values();
  const worker = async () => {
    for (const path of waiting) {
      try {
        read.entries.push(entryOf(await storedMappingIn(path, files), path, judge));
      } catch (error) {
        const reason = damageReason(error);
        if (error instanceof NewerSchema) read.newer.push({ file: path, reason });
        else if (isDamage(error)) read.damaged.push({ path, reason });
        else throw StoreUnreadable.file(path, error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return read;
}

async function storedMappingIn(path: string, files: MappingFiles): Promise<StoredMapping> {
  const stored = await files.read(path);
  if (!stored) throw new Error('not a record');
  return stored;
}

/** Restores files set aside earlier that can be read now; the rest stays aside and is listed again. */
async function retryDamaged(
  folder: string,
  names: readonly string[],
  { files, log, judge }: LoadOptions,
): Promise<Loaded> {
  const entries: IndexEntry[] = [];
  const setAside: SetAside[] = [];
  for (const name of names.filter((each) => each.includes(`.json${DAMAGED}`))) {
    const file = join(folder, name);
    const path = file.slice(0, file.lastIndexOf(DAMAGED));
    try {
      const stored = await storedMappingIn(file, files);
      if (names.includes(path.slice(folder.length + 1)))
        throw new Error('there is another file in its place');
      await rename(file, path);
      entries.push(entryOf(stored, path, judge));
      log.info({ file: path }, 'mapping file is readable again');
    } catch (error) {
      const reason = damageReason(error);
      setAside.push({ file, reason });
      log.warn({ file, reason }, 'mapping file is still set aside');
    }
  }
  return { entries, setAside };
}
