import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../util/log.js';

const TEMPORARY = '.writing';

/** Of a file being written. Each write has its own: a process that has lost the folder unnoticed may still be writing. */
export const temporaryIn = (folder: string): string => join(folder, `${randomUUID()}${TEMPORARY}`);

export interface LeftoversOptions {
  readonly assertHeld: () => void;
  readonly log: Log;
}

/**
 * Removes the files of writers that died. `names` were listed under the lock, before its holder wrote anything: if it is
 * still held, none of them can be the next holder's.
 */
export async function removeLeftovers(
  folder: string,
  names: readonly string[],
  { assertHeld, log }: LeftoversOptions,
): Promise<void> {
  const leftovers = names.filter((name) => name.endsWith(TEMPORARY));
  try {
    assertHeld();
    for (const name of leftovers) await rm(join(folder, name), { force: true });
  } catch (error) {
    log.warn({ err: error, folder }, 'files left over by a crash could not be removed');
  }
}
