import { setImmediate as turn } from 'node:timers/promises';
import { codeOf } from '../../../util/network-errors.js';
import { linesIn } from '../file-lines.js';
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
  const lines: LatestLines = new Map();
  let unreadable = 0;
  try {
    for (const some of linesIn(path)) {
      for (const bytes of some) {
        const line = bytes.toString('latin1');
        if (line === '\n') continue;
        const id = wholeLineId(line);
        if (id !== undefined) lines.set(id, line);
        else unreadable++;
      }
      await turn();
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  return { lines, unreadable };
}
