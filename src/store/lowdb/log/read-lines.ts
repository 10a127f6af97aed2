import { readFile } from 'node:fs/promises';
import { codeOf } from '../../../util/network-errors.js';
import { wholeLineId } from './log-line.js';

/** The last line of each mapping; a line takes less memory than its content. */
export type LatestLines = Map<string, string>;

export interface ReadLines {
  readonly lines: LatestLines;
  readonly unreadable: number;
}

export const noLines = (): ReadLines => ({ lines: new Map(), unreadable: 0 });

/** Reads beside a bot at work. Throws if there is a file that can't be read. */
export async function readLines(path: string): Promise<ReadLines> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  const lines: LatestLines = new Map();
  let unreadable = 0;
  for (let from = 0; from < bytes.length; ) {
    const newline = bytes.indexOf(LINE_LOG_END, from);
    const end = newline === -1 ? bytes.length : newline + 1;
    // Not a slice of the whole text, which it would keep in memory.
    const line = bytes.toString('latin1', from, end);
    from = end;
    if (line === '\n') continue;
    const id = wholeLineId(line);
    if (id !== undefined) lines.set(id, line);
    else unreadable++;
  }
  return { lines, unreadable };
}

const LINE_LOG_END = 10;
