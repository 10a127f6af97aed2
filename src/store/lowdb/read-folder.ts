import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SetAside, StoredMapping } from '../store.js';
import { damageReason } from './damage.js';
import { readLogged } from './log/record-logs.js';
import { MappingFiles } from './mapping-files.js';

/** The folder of the mapping files. */
export const mappingsFolder = (dataDir: string): string => join(dataDir, 'mappings');

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
  for (const name of await fileNamesIn(folder)) {
    const file = join(folder, name);
    try {
      yield await files.read(file);
    } catch (error) {
      if (!onUnusable) throw error;
      onUnusable({ file, reason: damageReason(error) });
    }
  }
}

async function fileNamesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
