import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { instant } from '../core/instant.js';
import { JsonFile } from '../store/lowdb/json-file.js';
import type { Log } from '../util/log.js';

const denial = z.object({
  id: z.string(),
  at: instant,
  /** Slack user id. */
  by: z.string(),
  channel: z.string(),
  permission: z.enum(['view', 'map', 'check', 'unmap', 'move', 'approve', 'audit', 'configure']),
  /** Set if the attempt concerned one hostname. */
  hostname: z.string().optional(),
});
/** An attempt at something the actor has no permission for: an immutable fact. */
export type Denial = z.infer<typeof denial>;

const file = z.object({ denials: z.array(denial).default([]) });
type File = z.infer<typeof file>;
const codec = {
  decode: (json: unknown): File => file.parse(json),
  encode: (data: File) => z.encode(file, data),
};

/** The oldest are dropped beyond this. */
const MAX_DENIALS = 5_000;

/** Denials that belong to no mapping. */
export interface DeniedJournal {
  add(denied: Denial): Promise<void>;
  /** Oldest first. */
  entries(): readonly Denial[];
}

/**
 * An unreadable journal is replaced by an empty one; if writing fails, that is logged and entries stay in
 * memory only.
 */
export async function openDeniedJournal(dataDir: string, log: Log): Promise<DeniedJournal> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const low = new Low<File>(new JsonFile<File>(join(dataDir, 'denied.json'), codec), { denials: [] });
  await low.read().catch((error: unknown) => {
    const isNew = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isNew)
      log.error(
        { err: error },
        'denied.json in DATA_DIR can’t be read: the list of denied attempts begins again',
      );
  });
  let writing: Promise<void> = Promise.resolve();
  return {
    entries: () => low.data.denials,
    add: (denied) => {
      low.data = { denials: [...low.data.denials, denied].slice(-MAX_DENIALS) };
      writing = writing
        .then(() => low.write())
        .catch((error: unknown) =>
          log.error({ err: error }, 'a denied attempt could not be written to denied.json'),
        );
      return writing;
    },
  };
}
