import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { damageReason } from './damage.js';
import { RecordFiles } from './record-files.js';
import type { MappingRecord, SetAside } from './store.js';

/** The folder of the mappings' files. */
export const mappingsFolder = (dataDir: string): string => join(dataDir, 'mappings');

/**
 * Every record as the disk has it now, without taking the folder: the bot may be at work on it. A file that can't be used
 * goes to `onUnusable`, and the rest goes on; without it, throws.
 */
export async function* readRecords(
  dataDir: string,
  onUnusable?: (unusable: SetAside) => void,
): AsyncGenerator<MappingRecord> {
  const folder = mappingsFolder(dataDir);
  const files = new RecordFiles();
  for (const name of await namesIn(folder)) {
    const file = join(folder, name);
    try {
      const record = await files.read(file);
      if (record) yield record;
    } catch (error) {
      if (!onUnusable) throw error;
      onUnusable({ file, reason: damageReason(error) });
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
