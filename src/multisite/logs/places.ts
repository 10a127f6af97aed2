import { join } from 'node:path';
import { z } from 'zod';
import { type Kept, keepIn } from '../../store/kept-file.js';

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

/** Remembers how far an app's logs were read. */
export const keepPlaces = (dataDir: string, app: string): Kept<Places> =>
  keepIn(join(dataDir, 'multisite', `${app}.logs.json`), codec);
