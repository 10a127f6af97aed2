import {
  type Extras,
  eachColumn,
  type NumberName,
  numberNames,
  type TextName,
  textNames,
} from './entry-columns.js';
import type { EntryRow } from './entry-row.js';
import type { EntryTable } from './entry-table.js';
import { fileNameOf } from './index-entry.js';
import { NO_TEXT } from './shared-texts.js';
import type { Stamp } from './stamp.js';

/**
 * Some rows of the table, column by column, which is the fastest to read. Texts that many rows share are replaced by their
 * place among the block's own.
 */
export interface WrittenBlock {
  /** The first stands for no text. */
  readonly texts: readonly (string | null)[];
  readonly id: readonly string[];
  readonly hostname: readonly string[];
  readonly numbers: Readonly<Record<NumberName, readonly (number | null)[]>>;
  readonly shared: Readonly<Record<TextName, readonly number[]>>;
  /** Of few rows, by their place in the block. */
  readonly extras: Readonly<Record<string, Extras>>;
}

/** What a block holds: another version of the bot may write others. */
export const snapshotColumns = [...numberNames, ...textNames].join(' ');

export function writtenBlock(
  { shared, numbers, texts }: EntryTable,
  rows: readonly EntryRow[],
): WrittenBlock {
  const own: (string | null)[] = [null];
  const places = new Map([[NO_TEXT, 0]]);
  const placeOf = (text: number): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, own.length);
    return own.push(shared.textOf(text) ?? null) - 1;
  };
  return {
    id: rows.map(({ id }) => id),
    hostname: rows.map(({ hostname }) => hostname),
    // JSON lacks undefined.
    numbers: eachColumn(numberNames, (name) => rows.map(({ at }) => numbers[name].get(at) ?? null)),
    shared: eachColumn(textNames, (name) => rows.map(({ at }) => placeOf(texts[name].numberAt(at)))),
    extras: Object.fromEntries(rows.flatMap(({ extras }, at) => (extras ? [[at, extras]] : []))),
    texts: own,
  };
}

/** Whose file a row of a block is of, as it was written. */
export interface WrittenFile extends Stamp {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

function fileAt({ id, hostname, numbers, extras }: WrittenBlock, at: number): WrittenFile {
  const names = { fileName: extras[at]?.fileName, hostname: hostname[at] ?? '', id: id[at] ?? '' };
  return {
    id: names.id,
    name: fileNameOf(names),
    version: numbers.fileVersion[at] ?? 0,
    size: numbers.size[at] ?? 0,
    mtimeMs: numbers.mtimeMs[at] ?? 0,
    inode: numbers.inode[at] ?? 0,
  };
}

/**
 * Adds the rows of a block that are wanted to the table, as their files have them: later versions are in the log of checks. A
 * snapshot's checksum says that this bot wrote it, so nothing is checked again.
 */
export function addWritten(
  table: EntryTable,
  block: WrittenBlock,
  isWanted: (file: WrittenFile) => boolean,
): readonly EntryRow[] {
  const places = [...block.id.keys()].filter((at) => isWanted(fileAt(block, at)));
  const added = places.map((from) => ({
    from,
    row: table.addRow(block.id[from] ?? '', block.hostname[from] ?? ''),
  }));
  for (const name of numberNames) {
    const [column, written] = [table.numbers[name], block.numbers[name === 'version' ? 'fileVersion' : name]];
    for (const { from, row } of added) column.set(row.at, written[from] ?? undefined);
  }
  const texts = block.texts.map((text) => table.shared.use(text ?? undefined));
  for (const name of textNames) {
    const [column, written] = [table.texts[name], block.shared[name]];
    for (const { from, row } of added) column.setNumber(row.at, texts[written[from] ?? 0] ?? NO_TEXT);
  }
  for (const text of texts) table.shared.release(text);
  for (const { from, row } of added) row.extras = block.extras[from];
  return added.map(({ row }) => row);
}
