import { open, readFile, rename, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { IndexEntry } from './index-entry.js';
import { entriesInBlock, snapshotColumns, type WrittenBlock, writtenBlock } from './snapshot-rows.js';

/** Raised when what a column holds changes. */
const SNAPSHOT_FORM = 1;
const ROWS_AT_ONCE = 256;
const LINE_END = 0x0a;
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
  entries(): Generator<readonly IndexEntry[], void>;
}

/** Undefined if there is none, or not a whole one of this basis. */
export async function readSnapshot(path: string, basis: SnapshotBasis): Promise<Snapshot | undefined> {
  const bytes = await bytesOf(path);
  if (!bytes) return undefined;
  const end = bytes.lastIndexOf(LINE_END, bytes.length - 2) + 1;
  const closing = parsed(endShape, bytes.toString('utf8', end));
  if (!closing || closing.crc !== crc32(bytes.subarray(0, end))) return undefined;
  const first = bytes.indexOf(LINE_END) + 1;
  const head = parsed(headShape, bytes.toString('utf8', 0, first));
  const isOurs =
    head?.form === SNAPSHOT_FORM &&
    head.columns === snapshotColumns &&
    head.bot === basis.bot &&
    head.schema === basis.schema &&
    head.isJudged === basis.isJudged;
  if (!isOurs) return undefined;
  return {
    ...closing,
    *entries() {
      for (let from = first; from < end; ) {
        const to = bytes.indexOf(LINE_END, from) + 1;
        yield entriesInBlock(JSON.parse(bytes.toString('utf8', from, to)) as WrittenBlock);
        from = to;
      }
    },
  };
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

/** Undefined if it can't be read or is too large. */
async function bytesOf(path: string): Promise<Buffer | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      return (await file.stat()).size > MAX_SNAPSHOT_BYTES ? undefined : await readFile(file);
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

function parsed<Shape>(shape: z.ZodType<Shape>, text: string): Shape | undefined {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
