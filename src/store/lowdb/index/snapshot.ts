import { open, rename, rm, stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { linesIn } from '../file-lines.js';
import type { IndexEntry } from './index-entry.js';
import { entriesInBlock, snapshotColumns, type WrittenBlock, writtenBlock } from './snapshot-rows.js';

/** Raised when what a column holds changes. */
const SNAPSHOT_FORM = 1;
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
});
const endShape = z.object({ at: z.number(), rows: z.number(), crc: z.number() });

/** The index as it was at a moment. It is only a copy: whatever is wrong with it, the files are read instead. */
export interface Snapshot {
  /** When it was begun, by the clock of the file system (epoch ms). */
  readonly at: number;
  readonly rows: number;
  /** A few at a time. */
  entries(): AsyncGenerator<readonly IndexEntry[], void>;
}

/** Undefined if there is none, or not a whole one of this basis. */
export async function readSnapshot(path: string, basis: SnapshotBasis): Promise<Snapshot | undefined> {
  const frame = await frameOf(path).catch(() => undefined);
  if (!frame) return undefined;
  const { head, closing, lines } = frame;
  const isOurs =
    head.form === SNAPSHOT_FORM &&
    head.columns === snapshotColumns &&
    head.bot === basis.bot &&
    head.schema === basis.schema &&
    head.isJudged === basis.isJudged;
  return isOurs ? { ...closing, entries: () => entriesBetween(path, 1, lines - 1) } : undefined;
}

/** Reads all of it for its checksum, and keeps the first and the last line. */
async function frameOf(path: string) {
  if ((await stat(path)).size > MAX_SNAPSHOT_BYTES) return undefined;
  let [crc, crcBefore, lines] = [0, 0, 0];
  let head: z.infer<typeof headShape> | undefined;
  let last: Buffer | undefined;
  for await (const some of linesIn(path))
    for (const line of some) {
      if (lines === 0) head = parsed(headShape, line);
      [crc, crcBefore] = [crc32(line, crc), crc];
      last = line;
      lines++;
    }
  const closing = parsed(endShape, last);
  return head && closing?.crc === crcBefore ? { head, closing, lines } : undefined;
}

/** Of the lines from one to before another, or of as many of them as can be read. */
async function* entriesBetween(
  path: string,
  from: number,
  to: number,
): AsyncGenerator<readonly IndexEntry[], void> {
  let at = 0;
  try {
    for await (const some of linesIn(path))
      for (const line of some) {
        if (at >= from && at < to) yield entriesInBlock(JSON.parse(line.toString()) as WrittenBlock);
        at++;
      }
  } catch {
    // What is missing is read from the mappings' files.
  }
}

/** Not flushed: a snapshot that a power cut damaged counts as none. Lets other work run in between. */
export async function writeSnapshot(
  path: string,
  basis: SnapshotBasis,
  entries: readonly IndexEntry[],
): Promise<void> {
  const temporary = `${path}.writing`;
  try {
    const file = await open(temporary, 'w', 0o600);
    try {
      let crc = 0;
      const add = async (line: object) => {
        const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
        crc = crc32(bytes, crc);
        await file.writeFile(bytes);
      };
      await add({ form: SNAPSHOT_FORM, columns: snapshotColumns, ...basis });
      const { mtimeMs: at } = await file.stat();
      for (let from = 0; from < entries.length; from += ROWS_AT_ONCE)
        await add(writtenBlock(entries.slice(from, from + ROWS_AT_ONCE)));
      await file.writeFile(`${JSON.stringify({ at, rows: entries.length, crc })}\n`);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function parsed<Shape>(shape: z.ZodType<Shape>, line: Buffer | undefined): Shape | undefined {
  try {
    return shape.parse(JSON.parse(line?.toString() ?? ''));
  } catch {
    return undefined;
  }
}
