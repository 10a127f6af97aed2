import { randomUUID } from 'node:crypto';
import type { Log } from '../../util/log.js';
import { StartError } from '../../util/start-error.js';
import { change } from '../change.js';
import { withPosted } from '../delivered.js';
import { createUnreadableSeenLog } from '../readable-parts.js';
import type { Judge, SetAside, Store, StoredMapping } from '../store.js';
import { connectDatabase, type Database } from './connection/connection.js';
import { databaseError } from './connection/probe-database.js';
import { createDatabaseWakeUps } from './connection/wake-ups.js';
import { createTableJournals, TableDocuments } from './documents.js';
import { type CheckQueue, createCheckQueue } from './queues/checks.js';
import { createDeliveryQueue, type DeliveryQueue } from './queues/deliveries.js';
import { createReplica, type Replica } from './queues/replica.js';
import { createDecoder } from './records/decoder.js';
import { createQueries } from './records/queries.js';
import { TableRecords } from './records/records.js';
import { migrateDatabase } from './schema/migrate.js';

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

async function storeIn(database: Database, options: PostgresStoreOptions): Promise<Store> {
  const { url, now, newToken, log, judge, onWork = () => undefined } = options;
  const id = randomUUID();
  const queue = { database, newToken, holder: id };
  const checks = createCheckQueue(queue);
  const deliveries = createDeliveryQueue(queue);
  const aside = new UnusableRows(log);
  const decoder = createDecoder((unusable) => aside.add(unusable), createUnreadableSeenLog(log));
  const records = new TableRecords({ database, decoder, now, judge });
  const documents = new TableDocuments(database, now, log);
  const replica = createReplica({ database, id, now, checks, deliveries, log });
  const wakeUps = createDatabaseWakeUps({ url, database, onWork, log });
  const writes = new Writes();

  /** Wakes the other replicas if there is something to post. */
  async function written(work: () => Promise<StoredMapping>): Promise<StoredMapping> {
    const stored = await writes.run(work);
    if (stored.outbox.length > 0) wakeUps.notify();
    return stored;
  }

  const load: Store['load'] = (mapping) => records.load(mapping);
  const save: Store['save'] = (stored) => written(() => records.save(stored));

  await replica.beat();
  replica.start();
  wakeUps.start();
  return {
    load,
    findLive: (hostname) => records.findLive(hostname),
    findIndexed: (hostname) => records.findIndexed(hostname),
    unreadable: (mapping) => records.unreadable(mapping),
    create: (draft) => written(() => records.create(draft)),
    save,
    loadReplyPart: load,
    markPosted: (mapping, events, ts) =>
      change({ load, save }, mapping, (stored) => withPosted(stored, events, ts)),
    ...createQueries(database, decoder, judge !== undefined),
    ...claimsFromTables(checks, deliveries),
    documents: guardedDocuments(documents, writes),
    journals: createTableJournals(database),
    isMine: replica.isMine,
    setAside: () => aside.list(),
    assertWritable: () => writes.run(replica.beat),
    close: onlyOnce(async () => {
      await writes.close();
      await wakeUps.stop();
      await leaveQuietly(replica, log);
      await database.close();
    }),
  };
}

function onlyOnce(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

const guardedDocuments = (documents: TableDocuments, writes: Writes): Store['documents'] => ({
  read: (kind, key) => documents.read(kind, key),
  write: (...args) => writes.run(() => documents.write(...args)),
});

const leaveQuietly = (replica: Pick<Replica, 'leave'>, log: Log): Promise<void> =>
  replica
    .leave()
    .catch((error: unknown) => log.warn({ err: error }, 'leases could not be released; they end in 10 s'));

const claimsFromTables = (checks: CheckQueue, deliveries: DeliveryQueue) => ({
  watched: checks.watched,
  claimChecks: checks.claim,
  overdueChecks: checks.overdue,
  claimCheck: checks.claimOne,
  claimOutbox: deliveries.claim,
  release: deliveries.release,
  postponeDelivery: deliveries.postpone,
  isHeld: deliveries.isHeld,
  deliverySummary: deliveries.summary,
  pendingMappings: deliveries.pendingMappings,
});

/** Records that can't be used, each logged once. */
class UnusableRows {
  readonly #rows = new Map<string, SetAside>();

  constructor(private readonly log: Log) {}

  add(unusable: SetAside): void {
    if (this.#rows.has(unusable.file) || this.#rows.size >= MAX_ASIDE) return;
    this.#rows.set(unusable.file, unusable);
    this.log.error({ ...unusable }, 'a record can’t be used and was skipped');
  }

  list(): readonly SetAside[] {
    return [...this.#rows.values()];
  }
}

/** The writes under way. */
class Writes {
  readonly #underWay = new Set<Promise<unknown>>();
  #isClosed = false;

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#isClosed) throw new Error('The store is closed: the bot is stopping. Nothing was written.');
    const written = work();
    const settled = written.then(
      () => undefined,
      () => undefined,
    );
    this.#underWay.add(settled);
    void settled.then(() => this.#underWay.delete(settled));
    return written;
  }

  /** Refuses new ones, and waits for those under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#underWay);
  }
}
