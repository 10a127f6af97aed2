import { readFileSync, type Stats, statSync } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { Low } from 'lowdb';
import { limit } from '../../util/concurrency/queue.js';
import { type OnUnreadableSeen, storedMappingCodec } from '../schema.js';
import type { StoredMapping } from '../store.js';
import type { RecordFile } from './index/index-entry.js';
import { type Stamp, stampOf } from './index/stamp.js';
import { JsonFile, jsonInFile, SharedFlush, type WriteOptions } from './json-file.js';
import { type LoggedChanges, withLogged } from './log/record-logs.js';
import { assertFile } from './regular-file.js';
import { temporaryIn } from './temporary.js';

/** Open files at once: more is no faster, and thousands would exceed the process limit. */
const WRITES_AT_ONCE = 32;
/** Enough for the thread pool, in whose line a log's write and flush would wait behind more of them. */
const READS_AT_ONCE = 8;
/** Larger than a typical record: a nearly full disk accepts only smaller files. */
const PROBE = Buffer.alloc(32_768);

/** The stamp is no newer than what was read, so that a change in between is noticed. */
interface StampedRecord {
  readonly stored: StoredMapping;
  readonly file: RecordFile;
}

/** Reads and writes the mapping files through lowdb. Adds what the logs say to what it reads. */
export class MappingFiles {
  readonly #writing = limit(WRITES_AT_ONCE);
  readonly #reading = limit(READS_AT_ONCE);
  readonly #folder = new SharedFlush();

  constructor(
    private readonly logged: LoggedChanges,
    private readonly onUnreadableSeen?: OnUnreadableSeen,
    private readonly assertHeld?: WriteOptions['assertHeld'],
  ) {}

  /** `size` in bytes, if it is known. */
  read(path: string, size?: number): Promise<StoredMapping> {
    return this.#reading(async () => withLogged(await this.#recordIn(path, size), this.logged));
  }

  readStamped(path: string): Promise<StampedRecord> {
    return this.#reading(async () => {
      const stamp = fileStamp(await stat(path));
      return this.#stamped(path, stamp, await this.#recordIn(path, stamp.size));
    });
  }

  /**
   * For a start, which reads many files while nothing else runs: asynchronous calls take three times the CPU. Each record is
   * garbage before the next one is read, so that all of them together take little memory.
   */
  readStampedNow(path: string): StampedRecord {
    const stamp = fileStamp(statSync(path));
    return this.#stamped(path, stamp, this.#decode(jsonInFile(readFileSync(path, 'utf8'))));
  }

  async #recordIn(path: string, size?: number): Promise<StoredMapping> {
    const codec = { ...storedMappingCodec, decode: this.#decode };
    const stored = await new JsonFile(path, codec).read(size);
    if (!stored) throw new Error('not a record');
    return stored;
  }

  readonly #decode = (json: unknown): StoredMapping => storedMappingCodec.decode(json, this.onUnreadableSeen);

  #stamped(path: string, stamp: Stamp, record: StoredMapping): StampedRecord {
    return { stored: withLogged(record, this.logged), file: { path, ...stamp, fileVersion: record.version } };
  }

  /** Resolves to the new file's stamp. */
  write(path: string, stored: StoredMapping): Promise<Stamp> {
    const { flush } = this.#folder;
    const file = new JsonFile(path, storedMappingCodec, { assertHeld: this.assertHeld, flush });
    return this.#writing(async () => {
      await new Low<StoredMapping>(file, stored).write();
      return file.stamp ?? stampOf(await stat(path));
    });
  }

  /** Writes real bytes: a full disk still takes an empty file. */
  async assertWritable(folder: string): Promise<void> {
    const path = temporaryIn(folder);
    try {
      await writeFile(path, PROBE, { mode: 0o600, flush: true });
    } finally {
      await rm(path, { force: true });
    }
  }
}

function fileStamp(found: Stats): Stamp {
  assertFile(found);
  return stampOf(found);
}
