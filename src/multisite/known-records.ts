import { join } from 'node:path';
import { z } from 'zod';
import { type Kept, keepIn } from '../store/kept-file.js';
import type { Known } from './follow.js';

const file = z.object({ records: z.array(z.tuple([z.number(), z.string()])) });
const codec = {
  decode: (json: unknown): Known => new Map(file.parse(json).records),
  encode: (known: Known): unknown => ({ records: [...known] }),
};

/** Remembers what an app's network held at its last reading. */
export const keepKnown = (dataDir: string, app: string): Kept<Known> =>
  keepIn(join(dataDir, 'multisite', `${app}.json`), codec);
