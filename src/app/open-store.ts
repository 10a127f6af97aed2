import type { Config } from '../config/config.js';
import { openLowdbStore } from '../store/lowdb/lowdb-store.js';
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
