import type { Config } from '../config/config.js';
import { UNFINISHED_COPY_KEY, unfinishedCopy, unfinishedCopyKind } from '../store/copy/copy-place.js';
import type { Documents } from '../store/documents.js';
import { FileDocuments } from '../store/lowdb/documents.js';
import { openLowdbStore } from '../store/lowdb/lowdb-store.js';
import { connectDatabase } from '../store/postgres/connection/connection.js';
import { databaseName } from '../store/postgres/connection/probe-database.js';
import { TableDocuments } from '../store/postgres/documents.js';
import { openPostgresStore } from '../store/postgres/postgres-store.js';
import type { Judge, Store } from '../store/store.js';
import { unlessAborted } from '../util/clock.js';
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
  /** Calls the opening off: it throws. */
  readonly stopping?: AbortSignal | undefined;
}

/** The store of the configuration: files in DATA_DIR for one process, or a database that replicas share. */
export async function openStore(
  { databaseUrl: url, dataDir, allowCorrupt }: Pick<Config, 'databaseUrl' | 'dataDir' | 'allowCorrupt'>,
  options: OpenStoreOptions,
): Promise<Store> {
  const store =
    url === undefined
      ? await openLowdbStore({ ...options, dataDir, allowCorrupt })
      : await unlessAborted(options.stopping, openPostgresStore({ ...options, url }));
  const half = await store.documents.read(unfinishedCopyKind, UNFINISHED_COPY_KEY).catch(() => undefined);
  if (!half) return store;
  await store.close();
  throw unfinishedCopy(url === undefined ? dataDir : databaseName(url), half.value.from);
}

/** Reads documents beside a running bot; they can't be written. */
export async function withDocuments<Result>(
  { databaseUrl: url, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  log: Log,
  read: (documents: Documents) => Promise<Result>,
): Promise<Result> {
  if (url === undefined)
    return read(new FileDocuments({ dataDir, now: Date.now, log, assertOpen: refuseWrite }));
  const database = connectDatabase({ url, log, connections: 1 });
  try {
    return await read(new TableDocuments(database, Date.now, log));
  } finally {
    await database.close();
  }
}

function refuseWrite(): void {
  throw new Error('these documents are only read');
}
