import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { assertFile } from './regular-file.js';

const LINE_END = 0x0a;
const PART_BYTES = 65_536;

/**
 * A file's lines with their ends, some at a time, each until the next ones are read; a torn last line lacks its end. In one
 * small buffer: the C library keeps up to twice as much freed memory as the largest piece that it ever gave back. Synchronous,
 * because a start would wait for another thread at each of them; the caller lets other work run in between.
 */
export function* linesIn(path: string): Generator<readonly Buffer[], void> {
  assertFile(statSync(path));
  const file = openSync(path, 'r');
  try {
    let buffer = Buffer.alloc(PART_BYTES);
    let filled = 0;
    for (;;) {
      if (filled === buffer.length) buffer = Buffer.concat([buffer], 2 * filled);
      const bytesRead = readSync(file, buffer, filled, buffer.length - filled, null);
      if (bytesRead === 0) break;
      filled += bytesRead;
      const { lines, end } = wholeLines(buffer.subarray(0, filled));
      yield lines;
      buffer.copyWithin(0, end, filled);
      filled -= end;
    }
    if (filled > 0) yield [buffer.subarray(0, filled)];
  } finally {
    closeSync(file);
  }
}

function wholeLines(bytes: Buffer): { readonly lines: readonly Buffer[]; readonly end: number } {
  const lines: Buffer[] = [];
  let end = 0;
  for (let at = bytes.indexOf(LINE_END); at !== -1; at = bytes.indexOf(LINE_END, end)) {
    lines.push(bytes.subarray(end, at + 1));
    end = at + 1;
  }
  return { lines, end };
}
