import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';

/** Throws for what isn't a file. A named pipe must not even be opened: that waits until somebody writes to it. */
export function assertFile(found: Stats): void {
  if (!found.isFile()) throw new NotAFile(`it is ${fileKind(found)}, not a file`);
}

/** Something else has the name of a file. */
export class NotAFile extends Error {}

function fileKind(found: Stats): string {
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a named pipe';
  return found.isSocket() ? 'a socket' : 'a device';
}

/** Throws `NotAFile`, or what the system says. */
export async function readFileText(path: string): Promise<string> {
  assertFile(await stat(path));
  return readFile(path, 'utf8');
}
