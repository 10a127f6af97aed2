import { join } from 'node:path';
import { z } from 'zod';
import { openStoredFile, type StoredFile } from '../store/lowdb/stored-file.js';
import type { NetworkSnapshot } from './reconcile.js';

const file = z.object({ domainRecords: z.array(z.tuple([z.number(), z.string()])) });
const codec = {
  decode: (json: unknown): NetworkSnapshot => new Map(file.parse(json).domainRecords),
  encode: (known: NetworkSnapshot): unknown => ({ domainRecords: [...known] }),
};

/** Remembers what an app's network held at its last reading. */
export const openNetworkSnapshot = (dataDir: string, app: string): StoredFile<NetworkSnapshot> =>
  openStoredFile(join(dataDir, 'multisite', `${app}.json`), codec);
