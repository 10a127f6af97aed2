import { closeSync, open as openFile, readFile, read as readFrom } from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { withoutByteOrderMark } from '../../util/parse-json.js';
import { type Stamp, stampOf } from './index/stamp.js';
import { temporaryIn } from './temporary.js';

const OWNER_ONLY = 0o600;

/** Converts between a file's content and memory. `decode` throws on anything else. */
export interface Codec<T> {
  decode(json: unknown): T;
  encode(data: T): unknown;
}

/** JSON in memory, too. */
export const AS_IT_IS: Codec<unknown> = { decode: (json) => json, encode: (json) => json };

export interface WriteOptions {
  /** Flushes the file's folder. */
  readonly flush?: (folder: string) => Promise<void>;
  /** Throws once the folder may be another process's: asked as late as possible, because this one may have been stopped. */
  readonly assertHeld?: (() => void) | undefined;
}

/**
 * A lowdb adapter for one file. When a write resolves, it is on the disk: the new file is flushed and
 * renamed, then the folder is flushed, so a crash leaves either the old text or the new one.
 */
export class JsonFile<T> implements Adapter<T> {
  /** Of the file that was written last. */
  stamp: Stamp | undefined;

  constructor(
    readonly path: string,
    private readonly codec: Codec<T>,
    private readonly options: WriteOptions = {},
  ) {}

  /** `size` in bytes: the file is read faster if it is known. */
  async read(size?: number): Promise<T | null> {
    const text = await (size === undefined ? readText(this.path) : readTextOf(this.path, size));
    return this.codec.decode(jsonInFile(text));
  }

  async write(data: T): Promise<void> {
    await this.writeText(`${JSON.stringify(this.codec.encode(data), undefined, 2)}\n`);
  }

  /** A text in pieces leaves turns for other work in between. */
  async writeText(text: string | Iterable<string>): Promise<void> {
    const { flush = flushFolder, assertHeld = () => undefined } = this.options;
    const folder = dirname(this.path);
    const temporary = temporaryIn(folder);
    assertHeld();
    try {
      const file = await open(temporary, 'w', OWNER_ONLY);
      try {
        await writeFile(file, text);
        await file.sync();
        this.stamp = stampOf(await file.stat());
      } finally {
        await file.close();
      }
      assertHeld();
      await rename(temporary, this.path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await flush(folder);
  }
}

export const jsonInFile = (text: string): unknown => JSON.parse(withoutByteOrderMark(text));

/** Half the processor time of `readFile` in `node:fs/promises`, which opens a handle for each file. */
const readText = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    readFile(path, 'utf8', (error, text) => (error ? reject(error) : resolve(text)));
  });

/** Two tasks of the thread pool instead of the four of `readFile`, whose scheduling takes longer than the read. */
const readTextOf = (path: string, size: number): Promise<string> =>
  new Promise((resolve, reject) => {
    openFile(path, 'r', (notOpened, file) => {
      if (notOpened) return reject(notOpened);
      const bytes = Buffer.allocUnsafe(size + 1);
      readFrom(file, bytes, 0, bytes.length, 0, (notRead, length) => {
        try {
          closeSync(file);
        } catch (error) {
          return reject(error);
        }
        if (notRead) return reject(notRead);
        // A file of another size has changed since.
        resolve(length === size ? bytes.toString('utf8', 0, length) : readText(path));
      });
    });
  });

/** Flushes a folder for many writers: those whose rename came before a flush begins share it. */
export class SharedFlush {
  #next: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();

  readonly flush = (folder: string): Promise<void> => {
    this.#next ??= this.#start(folder);
    return this.#next;
  };

  #start(folder: string): Promise<void> {
    const begin = () => {
      this.#next = undefined;
      return flushFolder(folder);
    };
    this.#last = this.#last.then(begin, begin);
    return this.#last;
  }
}

export async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
