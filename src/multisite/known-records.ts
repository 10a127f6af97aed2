import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { JsonFile } from '../store/json-file.js';
import type { Known } from './follow.js';

/** Remembers what each app's network held at its last reading, through restarts. */
export interface KnownRecords {
  /** Undefined before the first reading, and when what was kept can't be read. */
  read(app: string): Promise<Known | undefined>;
  write(app: string, known: Known): Promise<void>;
}

const file = z.object({ records: z.array(z.tuple([z.number(), z.string()])) });
const codec = {
  decode: (json: unknown): Known => new Map(file.parse(json).records),
  encode: (known: Known): unknown => ({ records: [...known] }),
};

export function createKnownRecords(dataDir: string): KnownRecords {
  const folder = join(dataDir, 'multisite');
  const fileOf = (app: string) => new JsonFile(join(folder, `${app}.json`), codec);
  return {
    read: async (app) => {
      try {
        return (await fileOf(app).read()) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write: async (app, known) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await fileOf(app).write(known);
    },
  };
}
