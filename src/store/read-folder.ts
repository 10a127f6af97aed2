import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { RecordFiles } from './record-files.js';
import type { MappingRecord } from './store.js';

/** The folder of the mappings' files. */
export const mappingsFolder = (dataDir: string): string => join(dataDir, 'mappings');

/** Every record as the disk has it now, without taking the folder: the bot may be at work on it. Throws on a damaged file. */
export async function* readRecords(dataDir: string): AsyncGenerator<MappingRecord> {
  const folder = mappingsFolder(dataDir);
  const files = new RecordFiles();
  for (const name of await namesIn(folder)) {
    const record = await files.read(join(folder, name));
    if (record) yield record;
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
