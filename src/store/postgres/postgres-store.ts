import { randomUUID } from 'node:crypto';
import type { Log } from '../../util/log.js';
import { StartError } from '../../util/start-error.js';
import type { Judge, SetAside, Store } from '../store.js';
import { createCheckQueue } from './checks.js';
import { connectDatabase, type Database } from './connection.js';
import { createDeliveryQueue } from './deliveries.js';
import { createTableDocuments } from './documents.js';
import { migrateDatabase } from './migrate.js';
import { databaseError } from './probe-database.js';
import { createQueries } from './queries.js';
import { createRecords } from './records.js';
import { createReplica } from './replica.js';
import { createDatabaseWakeUps } from './wake-ups.js';

export interface PostgresStoreOptions {
  readonly url: string;
  readonly now: () => number;
  readonly newToken: () => string;
  readonly log: Log;
  /** For summaries; without it they have no judgement. */
  readonly judge?: Judge | undefined;
  /** Another replica stored something to post. */
  readonly onWork?: (() => void) | undefined;
}

/** More unusable rows than this are only counted. */
const MAX_ASIDE = 1_000;

/**
 * A store in a PostgreSQL database that replicas share. Brings the schema up to date first. Throws `StartError` when the
 * database can't be used.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { url } = options;
  try {
    await migrateDatabase(url);
  } catch (error) {
    throw error instanceof StartError ? error : databaseError(url, error);
  }
  const database = connectDatabase(options);
  try {
    return await storeIn(database, options);
  } catch (error) {
    await database.close();
    throw databaseError(url, error);
  }
}

async function storeIn(
  database: Database,
  { url, now, newToken, log, judge, onWork = () => undefined }: PostgresStoreOptions,
): Promise<Store> {
  const id = randomUUID();
  const queue = { database, newToken, holder: id };
  const checks = createCheckQueue(queue);
  const deliveries = createDeliveryQueue(queue);
  const aside = new Map<string, SetAside>();
  const records = createRecords({
    database,
    now,
    judge,
    onUnusable: (unusable) => {
      if (aside.has(unusable.file) || aside.size >= MAX_ASIDE) return;
      aside.set(unusable.file, unusable);
      log.error({ ...unusable }, 'a record can’t be used and was skipped');
    },
  });
  const queries = createQueries(database, records, judge !== undefined);
  const { documents, journals } = createTableDocuments(database, now, log);
  const replica = createReplica({ database, id, now, checks, log });
  const wakeUps = createDatabaseWakeUps({ url, database, onWork, log });
  const writing = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  /** Refuses new writes once the store closes, which waits for those under way. */
  async function write<Result>(work: () => Promise<Result>): Promise<Result> {
    if (closing) throw new Error('The store is closed: the bot is stopping. Nothing was written.');
    const written = work();
    const settled = written.then(
      () => undefined,
      () => undefined,
    );
    writing.add(settled);
    void settled.then(() => writing.delete(settled));
    return written;
  }

  async function close(): Promise<void> {
    await Promise.all(writing);
    await wakeUps.stop();
    await replica
      .leave()
      .catch((error: unknown) => log.warn({ err: error }, 'leases could not be released; they end in 10 s'));
    await database.close();
  }

  await replica.beat();
  replica.start();
  wakeUps.start();
  return {
    load: records.load,
    findLive: records.findLive,
    create: async (draft) => {
      const created = await write(() => records.create(draft));
      if (created.outbox.length > 0) wakeUps.tell();
      return created;
    },
    save: async (stored) => {
      const saved = await write(() => records.save(stored));
      if (saved.outbox.length > 0) wakeUps.tell();
      return saved;
    },
    ...queries,
    watched: checks.watched,
    claimChecks: checks.claim,
    overdueChecks: checks.overdue,
    claimCheck: checks.claimOne,
    claimOutbox: deliveries.claim,
    release: (claim, notBefore) => deliveries.release(claim, notBefore),
    postponeDelivery: deliveries.postpone,
    deliverySummary: deliveries.summary,
    documents: { ...documents, write: (...args) => write(() => documents.write(...args)) },
    journals,
    isMine: replica.isMine,
    setAside: () => [...aside.values()],
    assertWritable: async () => write(replica.beat),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
