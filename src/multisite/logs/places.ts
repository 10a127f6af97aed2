import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { JsonFile } from '../../store/json-file.js';

/** How far a file was read: its inode tells a rotated file from the one that took its name. */
const place = z.object({ inode: z.number(), offset: z.number(), size: z.number() });
export type Place = z.infer<typeof place>;
/** By file name. */
export type Places = ReadonlyMap<string, Place>;

const file = z.object({ files: z.array(z.tuple([z.string(), place])) });
const codec = {
  decode: (json: unknown): Places => new Map(file.parse(json).files),
  encode: (places: Places): unknown => ({ files: [...places] }),
};

/** Remembers through restarts how far an app's logs were read. */
export interface PlaceKeeper {
  /** Undefined before the first reading. */
  read(): Promise<Places | undefined>;
  write(places: Places): Promise<void>;
}

export function keepPlaces(dataDir: string, app: string): PlaceKeeper {
  const folder = join(dataDir, 'multisite');
  const kept = new JsonFile(join(folder, `${app}.logs.json`), codec);
  return {
    read: async () => {
      try {
        return (await kept.read()) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write: async (places) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await kept.write(places);
    },
  };
}
