import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { limit } from '../../util/queue.js';
import { storedMappingCodec } from '../schema.js';
import type { StoredMapping } from '../store.js';
import { JsonFile, TEMPORARY } from './json-file.js';

/** Files open at once: more bring nothing, and an import of thousands would use up what a process may open. */
const FILES_AT_ONCE = 32;
/** Larger than a typical record: a disk that is nearly full takes the smaller file only. */
const PROBE = Buffer.alloc(32_768);

/** Reads and writes the mappings' files through lowdb. */
export class MappingFiles {
  readonly #atOnce = limit(FILES_AT_ONCE);

  read(path: string): Promise<StoredMapping | null> {
    return this.#atOnce(() => new JsonFile(path, storedMappingCodec).read());
  }

  write(path: string, stored: StoredMapping): Promise<void> {
    return this.#atOnce(() => new Low<StoredMapping>(new JsonFile(path, storedMappingCodec), stored).write());
  }

  /** Writes real bytes: a full disk still takes an empty file. */
  async assertWritable(folder: string): Promise<void> {
    const path = join(folder, `probe${TEMPORARY}`);
    try {
      await writeFile(path, PROBE, { mode: 0o600, flush: true });
    } finally {
      await rm(path, { force: true });
    }
  }
}
