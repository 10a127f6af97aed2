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

const subjects = z.array(z.enum(['network', 'logs', 'webhook']));
const noticesCodec = {
  decode: (json: unknown) => subjects.parse(json),
  encode: (told: readonly z.infer<typeof subjects>[number][]): unknown => told,
};

/** Remembers of what an app's channel was told that it does not work. */
export const openNoticesTold = (dataDir: string, app: string) =>
  openStoredFile<readonly z.infer<typeof subjects>[number][]>(
    join(dataDir, 'multisite', `${app}.notices.json`),
    noticesCodec,
  );
