import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.js';
import { JsonFile, TEMPORARY } from './json-file.js';
import { recordCodec } from './record-schema.js';
import type { MappingRecord, SetAside } from './store.js';

const AT_ONCE = 32;

export interface Loaded {
  readonly path: string;
  readonly record: MappingRecord;
}

/** Hands over every record of a folder, one at a time; a file that can't be read is renamed out of the way. */
export async function loadFolder(
  folder: string,
  {
    now,
    log,
    take,
  }: { readonly now: () => number; readonly log: Log; readonly take: (loaded: Loaded) => void },
): Promise<SetAside[]> {
  const names = await readdir(folder);
  const setAside: SetAside[] = [];
  const waiting = names.filter((name) => name.endsWith('.json')).values();
  const worker = async () => {
    for (const name of waiting) {
      const path = join(folder, name);
      try {
        const record = await new JsonFile(path, recordCodec).read();
        if (record) take({ path, record });
      } catch (error) {
        setAside.push(await moveAside(path, reasonOf(error), now, log));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  for (const name of names) if (name.endsWith(TEMPORARY)) await rm(join(folder, name), { force: true });
  return setAside;
}

export async function moveAside(
  path: string,
  reason: string,
  now: () => number,
  log: Log,
): Promise<SetAside> {
  const file = `${path}.damaged-${new Date(now()).toISOString().replaceAll(':', '-')}`;
  await rename(path, file);
  log.error({ file, reason }, 'a mapping’s file can’t be read and was set aside; the rest goes on');
  return { file, reason };
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500);
