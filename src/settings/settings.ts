import { mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { instant } from '../core/instant.js';
import { JsonFile } from '../store/lowdb/json-file.js';
import { limit } from '../util/queue.js';

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
const MAX_CHANGES = 1_000;

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
  /** Why the defaults are used, and what to do; undefined when the file was read or there is none. */
  readonly problem: string | undefined;
}

/**
 * A file that can't be read does not keep the bot from starting: the defaults are used, and `problem` says so. One whose
 * content is damaged is set aside; one that the system does not let us read is left alone, and changes are refused.
 */
export async function openSettings(dataDir: string): Promise<Settings> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const adapter = new JsonFile<File>(join(dataDir, 'settings.json'), codec);
  const low = new Low<File>(adapter, { intervals: {}, changes: [] });
  const { known, problem, isLocked } = await readSettings(adapter);
  if (known) low.data = known;
  const oneAtATime = limit(1);

  /** One after another; what could not be written is not so. */
  function update(next: (data: File) => File): Promise<void> {
    if (isLocked) return Promise.reject(new Error(problem));
    return oneAtATime(async () => {
      const before = low.data;
      low.data = next(before);
      try {
        await low.write();
      } catch (error) {
        low.data = before;
        throw error;
      }
    });
  }

  return {
    problem,
    intervals: () => new Map(Object.entries(low.data.intervals)),
    changes: () => low.data.changes,
    change: (made) =>
      update(({ intervals, changes }) => ({
        intervals: { ...intervals, [made.app]: made.toMs },
        changes: [...changes.slice(-MAX_CHANGES), made],
      })),
    mark: (id, progress) =>
      update((data) => ({
        ...data,
        changes: data.changes.map((each) => (each.id === id ? { ...each, ...progress } : each)),
      })),
  };
}

interface Reading {
  readonly known?: File | null;
  readonly problem?: string;
  /** Writing would replace what could not be read. */
  readonly isLocked?: boolean;
}

async function readSettings(adapter: JsonFile<File>): Promise<Reading> {
  try {
    return { known: await adapter.read() };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === 'ENOENT') return {};
    if (code !== undefined)
      return {
        isLocked: true,
        problem: `settings.json in DATA_DIR can’t be read (${code}), so the defaults are used and settings can’t be changed. Let the bot’s user read the file, then restart the bot.`,
      };
    const aside = `${adapter.path}.damaged-${new Date().toISOString().replaceAll(':', '-')}`;
    await rename(adapter.path, aside);
    return {
      problem: `settings.json in DATA_DIR was damaged, so the defaults are used. It is kept as ${basename(aside)}; choose the settings again in Slack.`,
    };
  }
}
