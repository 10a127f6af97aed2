import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../../util/network-errors.js';

/**
 * Makes a folder and those above it. Node's own `recursive` never ends where a folder exists in which nothing can be
 * made, such as /proc (Node 20 to 24): it makes the parent again and again.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOne(folder);
  } catch (error) {
    const above = dirname(folder);
    if (codeOf(error) !== 'ENOENT' || above === folder) throw error;
    if (!(await isFolder(above))) await makeFolder(above);
    // Another caller may just have made the folder above.
    await makeOne(folder);
  }
}

async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    // Some systems name another reason first, such as a read-only file system.
    if (codeOf(error) === 'ENOENT' || !(await isFolder(folder))) throw error;
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
