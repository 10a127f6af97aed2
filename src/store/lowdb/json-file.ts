import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';

const OWNER_ONLY = 0o600;

/** Between what stands in a file and what is in memory. `decode` throws on anything else. */
export interface Codec<T> {
  decode(json: unknown): T;
  encode(data: T): unknown;
}

/**
 * A lowdb adapter for one file. A write is on the disk when it resolves: a new file is flushed, takes the old one's
 * place, and then the folder is flushed, so that a crash leaves either the old text or the new one.
 */
export class JsonFile<T> implements Adapter<T> {
  constructor(
    readonly path: string,
    private readonly codec: Codec<T>,
  ) {}

  async read(): Promise<T | null> {
    const text = await readFile(this.path, 'utf8');
    return this.codec.decode(JSON.parse(text));
  }

  async write(data: T): Promise<void> {
    const temporary = `${this.path}${TEMPORARY}`;
    try {
      const file = await open(temporary, 'w', OWNER_ONLY);
      try {
        await file.writeFile(`${JSON.stringify(this.codec.encode(data), undefined, 2)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, this.path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await flushFolder(dirname(this.path));
  }
}

/** Ends the name of a file that is still being written; left over by a crash, it is worth nothing. */
export const TEMPORARY = '.writing';

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
