import { constants } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentHandle } from '../../store/documents.js';
import { type LogEntry, readEntries } from './entry.js';
import { isReportableLine } from './patterns.js';
import type { LogPosition, LogPositions } from './positions.js';

/** An entry to report. `id` is the same whenever the same entry is read again. */
export interface Logged {
  readonly id: string;
  readonly file: string;
  readonly entry: LogEntry;
}

export interface LogReader {
  /**
   * Reads what is new in every file, passes each entry to report to `take` in turn, and stores its position. Entries
   * for which `take` throws are passed again. Throws if the folder can't be read.
   */
  read(take: (logged: Logged) => Promise<void>): Promise<void>;
}

const MAX_LOG_FILES = 20_000;
/** A file that was unchanged this many times is then read only once in this many rounds. */
const QUIET_AFTER = 12;
const QUIET_ROUNDS = 12;
/** Per file and read: a large backlog takes several reads. */
const MAX_LOG_BYTES = 1024 * 1024;

type Take = (logged: Logged) => Promise<void>;

/** Follows a folder of logs: new, growing, truncated and rotated files. */
export function createLogReader(
  folder: string,
  keeper: DocumentHandle<LogPositions>,
  openFile: typeof open = open,
): LogReader {
  const quiet = new QuietFiles();
  let places: LogPositions | undefined;

  async function readNews(names: readonly string[], before: LogPositions, take: Take): Promise<void> {
    const after = new Map<string, LogPosition>();
    let failure: unknown;
    quiet.nextRound();
    for (const name of names) {
      const known = before.get(name);
      if (known && quiet.isSkipped(name)) {
        after.set(name, known);
        continue;
      }
      try {
        const place = await readFile(openFile, { folder, name }, known, take);
        if (place) after.set(name, place);
      } catch (error) {
        // Deleted or rotated just now, or can't be reported now: the next read retries.
        failure = isGone(error) ? failure : error;
        if (known && !isGone(error)) after.set(name, known);
      }
    }
    places = after;
    quiet.note(names, before, after);
    if (!isSamePlaces(before, after)) await keeper.write(after);
    if (failure !== undefined) throw failure;
  }

  return {
    async read(take) {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.log')).slice(0, MAX_LOG_FILES);
      const before = places ?? (await keeper.read());
      if (before) return readNews(names, before, take);
      places = await endsOf(folder, names);
      await keeper.write(places);
    },
  };
}

/** Of ten thousand files almost all are quiet; each round opens another part of them. */
class QuietFiles {
  /** How often in a row a file was unchanged. */
  readonly #times = new Map<string, number>();
  #round = 0;

  nextRound(): void {
    this.#round++;
  }

  isSkipped(name: string): boolean {
    return (this.#times.get(name) ?? 0) >= QUIET_AFTER && (this.#round + turnOf(name)) % QUIET_ROUNDS !== 0;
  }

  note(names: readonly string[], before: LogPositions, after: LogPositions): void {
    for (const name of this.#times.keys()) if (!after.has(name)) this.#times.delete(name);
    for (const name of names) {
      const isSame = after.has(name) && isSamePlace(before.get(name), after.get(name));
      this.#times.set(name, isSame ? (this.#times.get(name) ?? 0) + 1 : 0);
    }
  }
}

/** Reads what is new in a file; the position after it, undefined if it is no file. */
async function readFile(
  openFile: typeof open,
  { folder, name }: { readonly folder: string; readonly name: string },
  known: LogPosition | undefined,
  take: Take,
): Promise<LogPosition | undefined> {
  // Links can't lead out of the folder, and pipes can't block.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await openFile(join(folder, name), flags);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return undefined;
    const isSame = known?.inode === stats.ino && stats.size >= known.offset;
    const from = isSame ? known.offset : 0;
    const isQuiet = isSame && known.size === stats.size;
    const bytes = await readBytes(file, from, Math.min(stats.size - from, MAX_LOG_BYTES));
    const isWhole = from + bytes.length >= stats.size;
    const isFull = bytes.length === MAX_LOG_BYTES;
    const first = readEntries(bytes, isQuiet && isWhole);
    // An entry that fills the whole read is passed only once.
    const { entries, bytes: used } = first.bytes === 0 && isFull ? readEntries(bytes, true) : first;
    for (const { entry, offset } of entries)
      if (isReportableLine(name, entry))
        await take({ id: `${name}:${stats.ino}:${from + offset}`, file: name, entry });
    // A line longer than a whole read isn't readable text: skip it.
    const skipped = first.bytes === 0 && isFull ? bytes.length : used;
    return { inode: stats.ino, offset: from + skipped, size: stats.size };
  } finally {
    await file.close();
  }
}

/** Entries from before the bot's first start aren't news. */
async function endsOf(folder: string, names: readonly string[]): Promise<LogPositions> {
  const found = await Promise.all(
    names.map(async (name) => [name, await endOfFile(join(folder, name))] as const),
  );
  return new Map(found.flatMap(([name, place]) => (place ? [[name, place] as const] : [])));
}

async function readBytes(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, from);
  return buffer.subarray(0, bytesRead);
}

async function endOfFile(path: string): Promise<LogPosition | undefined> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const { ino, size } = await file.stat();
      return { inode: ino, offset: size, size };
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

const GONE: ReadonlySet<unknown> = new Set(['ENOENT', 'ELOOP', 'ENXIO']);
const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && GONE.has(error.code);

/** Always the same for a name, and spread evenly. */
const turnOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);

const isSamePlaces = (one: LogPositions, other: LogPositions): boolean =>
  one.size === other.size && [...one].every(([name, place]) => isSamePlace(place, other.get(name)));

const isSamePlace = (one: LogPosition | undefined, other: LogPosition | undefined): boolean =>
  one?.inode === other?.inode && one?.offset === other?.offset && one?.size === other?.size;
