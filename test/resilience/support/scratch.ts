import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';

/** A folder for a run in virtual time, which must not wait for a real disk where the system has memory for files. */
export const scratchFolder = (prefix: string): Promise<string> =>
  mkdtemp(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), `${prefix}-`));
