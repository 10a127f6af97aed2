import { statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { linesIn } from '../file-lines.js';
import { temporaryIn } from '../temporary.js';
import type { EntryRow } from './entry-row.js';
import type { EntryTable } from './entry-table.js';
import {
  addWritten,
  snapshotColumns,
  type WrittenBlock,
  type WrittenFile,
  writtenBlock,
} from './snapshot-rows.js';

/** Raised when what a line or a column holds changes. */
const SNAPSHOT_FORM = 3;
const ROWS_AT_ONCE = 256;
/** Some million mappings; a larger file isn't a snapshot of this bot. */
const MAX_SNAPSHOT_BYTES = 2 ** 30;

/** What a snapshot's entries depend on besides the files. */
export interface SnapshotBasis {
  /** The bot's version: another one may judge and index differently. */
  readonly bot: string;
  /** The newest schema of a mapping's record. */
  readonly schema: number;
  /** Whether the entries have a judgement. */
  readonly isJudged: boolean;
}

const headShape = z.object({
  form: z.number(),
  columns: z.string(),
  bot: z.string(),
  schema: z.number(),
  isJudged: z.boolean(),
  at: z.number(),
  rows: z.number(),
});
const endShape = z.object({ crc: z.number() });

/** The index as it was at a moment. It is only a copy: whatever is wrong with it, the files are read instead. */
export class Snapshot {
  #isWhole = false;

  constructor(
    private readonly path: string,
    /** When it was begun, by the clock of the file system (epoch ms). */
    readonly at: number,
    readonly rows: number,
  ) {}

  /** Known only once all blocks were read: of one that is torn, none counts. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Adds the wanted entries to the table, a few at a time, up to where they can't be read. */
  *addTo(table: EntryTable, isWanted: (file: WrittenFile) => boolean): Generator<readonly EntryRow[], void> {
    const add = (line: string) => addWritten(table, JSON.parse(line) as WrittenBlock, isWanted);
    try {
      this.#isWhole = yield* eachBlock(this.path, 1 + Math.ceil(this.rows / ROWS_AT_ONCE), add);
    } catch {
      // It isn't whole.
    }
  }
}

/** Undefined if there is none, or none of this basis. */
export function openSnapshot(path: string, basis: SnapshotBasis): Snapshot | undefined {
  const head = headOf(path);
  const isOurs =
    head?.form === SNAPSHOT_FORM &&
    head.columns === snapshotColumns &&
    head.bot === basis.bot &&
    head.schema === basis.schema &&
    head.isJudged === basis.isJudged;
  return isOurs ? new Snapshot(path, head.at, head.rows) : undefined;
}

function headOf(path: string): z.infer<typeof headShape> | undefined {
  try {
    if (statSync(path).size > MAX_SNAPSHOT_BYTES) return undefined;
    for (const [line] of linesIn(path)) return headShape.parse(JSON.parse(String(line)));
  } catch {
    // It is none of ours.
  }
  return undefined;
}

/** What the lines between the head and the one at `end` add. Returns whether that has the checksum of those before. */
function* eachBlock<Added>(
  path: string,
  end: number,
  add: (line: string) => Added,
): Generator<Added, boolean> {
  let crc = 0;
  let at = 0;
  for (const some of linesIn(path))
    for (const line of some) {
      if (at === end) return endShape.parse(JSON.parse(line.toString())).crc === crc;
      crc = crc32(line, crc);
      if (at > 0) yield add(line.toString());
      at++;
    }
  return false;
}

/**
 * Not flushed: a snapshot that a power cut damaged counts as none. Lets other work run in between: what changes meanwhile has
 * a newer file, which is read.
 */
export async function writeSnapshot(
  path: string,
  basis: SnapshotBasis,
  table: EntryTable,
  rows: readonly EntryRow[],
): Promise<void> {
  const temporary = temporaryIn(dirname(path));
  try {
    const file = await open(temporary, 'w', 0o600);
    try {
      let crc = 0;
      const add = async (line: object) => {
        const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
        crc = crc32(bytes, crc);
        await file.writeFile(bytes);
      };
      const { mtimeMs: at } = await file.stat();
      await add({ form: SNAPSHOT_FORM, columns: snapshotColumns, ...basis, at, rows: rows.length });
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
        await add(writtenBlock(table, rows.slice(from, from + ROWS_AT_ONCE)));
      await file.writeFile(`${JSON.stringify({ crc })}\n`);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
