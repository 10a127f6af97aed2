import { join } from 'node:path';
import { z } from 'zod';
import { openStoredFile, type StoredFile } from '../../store/lowdb/stored-file.js';

/** How far a file was read: its inode tells a rotated file from the one that took its name. */
const place = z.object({ inode: z.number(), offset: z.number(), size: z.number() });
export type LogPosition = z.infer<typeof place>;
/** By file name. */
export type LogPositions = ReadonlyMap<string, LogPosition>;

const file = z.object({ files: z.array(z.tuple([z.string(), place])) });
const codec = {
  decode: (json: unknown): LogPositions => new Map(file.parse(json).files),
  encode: (places: LogPositions): unknown => ({ files: [...places] }),
};

/** Remembers how far an app's logs were read. */
export const openLogPositions = (dataDir: string, app: string): StoredFile<LogPositions> =>
  openStoredFile(join(dataDir, 'multisite', `${app}.logs.json`), codec);
