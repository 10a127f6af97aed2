import type { Config } from '../config/config.js';
import type { Documents } from '../store/documents.js';
import { createFileDocuments } from '../store/lowdb/documents.js';
import { openLowdbStore } from '../store/lowdb/lowdb-store.js';
import { connectDatabase } from '../store/postgres/connection.js';
import { createTableDocuments } from '../store/postgres/documents.js';
import { openPostgresStore } from '../store/postgres/postgres-store.js';
import type { Judge, Store } from '../store/store.js';
import type { Log } from '../util/log.js';

export interface OpenStoreOptions {
  readonly now: () => number;
  readonly monotonic?: () => number;
  readonly newToken: () => string;
  readonly log: Log;
  readonly judge?: Judge | undefined;
  /** Another process has taken DATA_DIR over. */
  readonly onLockLost?: (() => void) | undefined;
  /** Another replica stored something to post. */
  readonly onWork?: (() => void) | undefined;
}

/** The store of the configuration: files in DATA_DIR for one process, or a database that replicas share. */
export const openStore = (
  { databaseUrl: url, dataDir, allowCorrupt }: Pick<Config, 'databaseUrl' | 'dataDir' | 'allowCorrupt'>,
  options: OpenStoreOptions,
): Promise<Store> =>
  url === undefined
    ? openLowdbStore({ ...options, dataDir, allowCorrupt })
    : openPostgresStore({ ...options, url });

/** Reads documents beside a running bot; they can't be written. */
export async function withDocuments<Result>(
  { databaseUrl: url, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  log: Log,
  read: (documents: Documents) => Promise<Result>,
): Promise<Result> {
  if (url === undefined)
    return read(createFileDocuments({ dataDir, now: Date.now, log, assertOpen: refuseWrite }));
  const database = connectDatabase({ url, log, connections: 1 });
  try {
    return await read(createTableDocuments(database, Date.now).documents);
  } finally {
    await database.close();
  }
}

function refuseWrite(): void {
  throw new Error('these documents are only read');
}
