import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SetAside, StoredMapping } from '../store.js';
import { damageReason } from './damage.js';
import { readLogged } from './log/record-logs.js';
import { MappingFiles } from './mapping-files.js';

/** The folder of the mapping files. */
export const mappingsFolder = (dataDir: string): string => join(dataDir, 'mappings');

/** Read together, in the time that the disk takes for one. */
const FILES_AHEAD = 32;

/**
 * Every record as it is on disk, without locking the folder: the bot may be running. An unusable file is
 * passed to `onUnusable` and skipped; without that callback it throws.
 */
export async function* readMappings(
  dataDir: string,
  onUnusable?: (unusable: SetAside) => void,
): AsyncGenerator<StoredMapping> {
  const folder = mappingsFolder(dataDir);
  const files = new MappingFiles(await readLogged(dataDir));
  const names = await mappingFileNames(dataDir);
  for (let at = 0; at < names.length; at += FILES_AHEAD) {
    const paths = names.slice(at, at + FILES_AHEAD).map((name) => join(folder, name));
    const read = await Promise.allSettled(paths.map((path) => files.readStamped(path)));
    for (const [index, result] of read.entries()) {
      if (result.status === 'fulfilled') yield result.value.stored;
      else if (!onUnusable) throw result.reason;
      else onUnusable({ file: paths[index] ?? '', reason: damageReason(result.reason) });
    }
  }
}

export async function mappingFileNames(dataDir: string): Promise<string[]> {
  try {
    return (await readdir(mappingsFolder(dataDir))).filter((name) => name.endsWith('.json'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
