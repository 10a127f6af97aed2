import { StartError } from '../../util/start-error.js';
import { NewerSchema } from '../format/form.js';

/**
 * Whether a file was read in full but is no record. A disk error or missing permission says nothing about the
 * record.
 */
export function isDamage(error: unknown): boolean {
  if (error instanceof NewerSchema) return false;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // A folder with a record's name is damage, too.
  return typeof code !== 'string' || code === 'EISDIR';
}

/** Short enough for a log line and a terminal. */
export const damageReason = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500);

/** The store can't be opened safely; the message says which file, why, and what to do. */
export class StoreUnreadable extends StartError {
  static file(path: string, error: unknown): StoreUnreadable {
    return new StoreUnreadable(
      `${path} in DATA_DIR can’t be read (${damageReason(error)}). Nothing was changed. Fix the file, its permissions, or the disk, then start again.`,
      { cause: error },
    );
  }

  static tooMany(paths: readonly string[]): StoreUnreadable {
    return new StoreUnreadable(
      `${paths.length} files in DATA_DIR are damaged, among them ${paths[0]}. Nothing was changed. Restore them from a backup, or start with STORE_ALLOW_CORRUPT=true to set them aside and go on without them.`,
    );
  }
}
