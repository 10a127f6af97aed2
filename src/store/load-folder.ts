import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.js';
import { type Entry, entryOf, withoutDoubles } from './entry.js';
import { TEMPORARY } from './json-file.js';
import type { RecordFiles } from './record-files.js';
import type { SetAside } from './store.js';

const AT_ONCE = 32;

export interface LoadOptions {
  readonly files: RecordFiles;
  readonly now: () => number;
  readonly log: Log;
}

export interface Loaded {
  readonly entries: readonly Entry[];
  readonly setAside: readonly SetAside[];
}

/** Reads every record of a folder, a few at a time; a file that can't be read is renamed out of the way. */
export async function loadFolder(folder: string, { files, now, log }: LoadOptions): Promise<Loaded> {
  const names = await readdir(folder);
  for (const name of names) if (name.endsWith(TEMPORARY)) await rm(join(folder, name), { force: true });
  const entries: Entry[] = [];
  const setAside: SetAside[] = [];
  const moveAside = async (path: string, reason: string) => {
    const file = `${path}.damaged-${new Date(now()).toISOString().replaceAll(':', '-')}`;
    await rename(path, file);
    log.error({ file, reason }, 'a mapping’s file can’t be used and was set aside; the rest goes on');
    setAside.push({ file, reason });
  };
  const waiting = names.filter((name) => name.endsWith('.json')).values();
  const worker = async () => {
    for (const name of waiting) {
      const path = join(folder, name);
      try {
        const record = await files.read(path);
        if (record) entries.push(entryOf(record, path));
      } catch (error) {
        await moveAside(path, reasonOf(error));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const { kept, doubles } = withoutDoubles(entries);
  for (const { path, hostname } of doubles)
    await moveAside(path, `there is a newer file of the mapping of ${hostname}`);
  return { entries: kept, setAside };
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500);
