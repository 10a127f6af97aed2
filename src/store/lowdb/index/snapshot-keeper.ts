import { mapInTurns } from '../../../util/concurrency/event-loop.js';
import type { Log } from '../../../util/log.js';
import type { EntryRow } from './entry-row.js';
import type { EntryTable } from './entry-table.js';
import { type SnapshotBasis, writeSnapshot } from './snapshot.js';

const FIRST_WRITE_MS = 60_000;
/** After a crash the next start reads what changed in this time. */
const BETWEEN_WRITES_MS = 15 * 60_000;

export interface KeptSnapshot {
  readonly path: string;
  readonly basis: SnapshotBasis;
  readonly table: EntryTable;
  readonly rows: () => Iterable<EntryRow>;
  /** Whether the file has all of it. */
  readonly isCurrent: boolean;
  readonly log: Log;
}

/** Saves the index now and then, and at the end, so that the next start needn't read every file. */
export class SnapshotKeeper {
  #isCurrent: boolean;
  #writing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: KeptSnapshot) {
    this.#isCurrent = options.isCurrent;
    this.#writeIn(FIRST_WRITE_MS);
  }

  /** Call when an entry has changed. */
  outdate(): void {
    this.#isCurrent = false;
  }

  /** Writes the last one. Never throws. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#writing;
    clearTimeout(this.#timer);
    await this.#write();
  }

  #writeIn(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#writing = this.#write().finally(() => this.#writeIn(BETWEEN_WRITES_MS));
    }, ms).unref();
  }

  async #write(): Promise<void> {
    if (this.#isCurrent) return;
    this.#isCurrent = true;
    const { path, basis, table, rows, log } = this.options;
    try {
      await writeSnapshot(path, basis, table, await mapInTurns(rows(), (row) => row));
    } catch (error) {
      this.#isCurrent = false;
      log.warn({ err: error }, 'the index snapshot could not be saved; the next start takes longer');
    }
  }
}
