import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { instant } from '../mapping/instant.js';
import { JsonFile } from '../store/json-file.js';

/** An admin's change of an app's interval: an immutable fact, told once in the app's channel. */
const change = z.object({
  id: z.string(),
  at: instant,
  /** Slack user id. */
  by: z.string(),
  app: z.string(),
  channel: z.string(),
  fromMs: z.number(),
  toMs: z.number(),
  /** The message that told it; absent while it is pending. */
  ts: z.string().optional(),
  /** A post was begun and may have got there. */
  isTried: z.boolean().default(false),
});
export type SettingChange = z.infer<typeof change>;

const file = z.object({
  intervals: z.record(z.string(), z.number()).default({}),
  changes: z.array(change).default([]),
});
type File = z.infer<typeof file>;
const codec = {
  decode: (json: unknown): File => file.parse(json),
  encode: (data: File) => z.encode(file, data),
};

/** More than anybody reads of; the oldest that were told go. */
const MOST_CHANGES = 1_000;

/** What admins chose in Slack, kept through restarts with everything that is still to be told of it. */
export interface Settings {
  /** Ms between two checks, by app. */
  intervals(): ReadonlyMap<string, number>;
  /** One write: the choice and what is to be told of it. */
  change(made: SettingChange): Promise<void>;
  /** Oldest first. */
  changes(): readonly SettingChange[];
  /** Remembers how far telling of a change has come. */
  mark(id: string, progress: Partial<Pick<SettingChange, 'ts' | 'isTried'>>): Promise<void>;
}

/** Throws when the file is there and can't be read: a choice must not be lost in silence. */
export async function openSettings(dataDir: string): Promise<Settings> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const adapter = new JsonFile<File>(join(dataDir, 'settings.json'), codec);
  const low = new Low<File>(adapter, { intervals: {}, changes: [] });
  const known = await adapter.read().catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new Error(`settings.json in DATA_DIR can’t be read (${error.message}): mend it, or move it away`);
  });
  if (known) low.data = known;
  let writing: Promise<void> = Promise.resolve();

  /** One after another; what could not be written is not so. */
  function update(next: (data: File) => File): Promise<void> {
    const turn = writing.then(async () => {
      const before = low.data;
      low.data = next(before);
      try {
        await low.write();
      } catch (error) {
        low.data = before;
        throw error;
      }
    });
    writing = turn.catch(() => undefined);
    return turn;
  }

  return {
    intervals: () => new Map(Object.entries(low.data.intervals)),
    changes: () => low.data.changes,
    change: (made) =>
      update(({ intervals, changes }) => ({
        intervals: { ...intervals, [made.app]: made.toMs },
        changes: [...changes.slice(-MOST_CHANGES), made],
      })),
    mark: (id, progress) =>
      update((data) => ({
        ...data,
        changes: data.changes.map((each) => (each.id === id ? { ...each, ...progress } : each)),
      })),
  };
}
