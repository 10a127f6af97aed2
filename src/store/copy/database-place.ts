import type { Log } from '../../util/log.js';
import { StartError } from '../../util/start-error.js';
import type { StoredJson } from '../format/form.js';
import { connectDatabase, type Database, endClient, newClient } from '../postgres/connection/connection.js';
import { databaseError, databaseName } from '../postgres/connection/probe-database.js';
import { createDecoder } from '../postgres/records/decoder.js';
import { createQueries } from '../postgres/records/queries.js';
import { TableRecords } from '../postgres/records/records.js';
import { beingCopied, COPY_LOCK, migrateDatabase } from '../postgres/schema/migrate.js';
import {
  type CopyPlace,
  type CopyPlaceOptions,
  noStoreIn,
  type RecordsPlace,
  unreadableIn,
  usedPlace,
  type WrittenDocument,
} from './copy-place.js';

const DAMAGED_KIND = '.damaged-';

/** A database that no replica uses; while it is open, none can start. Throws `StartError`. */
export async function openDatabasePlace(url: string, options: CopyPlaceOptions): Promise<CopyPlace> {
  const database = connectDatabase({ url, log: options.log });
  try {
    if (options.isSource && !(await hasStore(database))) throw noStoreIn(databaseName(url));
    await migrateDatabase(url);
    const lock = await lockDatabase(url, options.log);
    const place = placeInDatabase(database, url, lock);
    await place.assertUnused().catch(async (error: unknown) => {
      await lock.release();
      throw error;
    });
    return place;
  } catch (error) {
    await database.close();
    throw error instanceof StartError ? error : databaseError(url, error);
  }
}

async function hasStore(database: Database): Promise<boolean> {
  const [row] = await database.query<{ found: boolean }>(
    `select to_regclass('mappings') is not null and to_regclass('schema_steps') is not null as found`,
  );
  return row?.found === true;
}

interface DatabaseLock {
  /** Throws if its connection was lost. */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
}

/** In a transaction that stays open: behind a pooling proxy, too, the lock ends with its connection. */
async function lockDatabase(url: string, log: Log): Promise<DatabaseLock> {
  const client = newClient({ url });
  client.on('error', (error) => log.warn({ err: error }, 'copy lock lost'));
  await client.connect();
  await client.query('begin; set local idle_in_transaction_session_timeout = 0');
  const { rows } = await client.query('select 1 where pg_try_advisory_xact_lock($1)', [COPY_LOCK]);
  if (rows.length === 0) {
    await endClient(client);
    throw beingCopied(url);
  }
  return { assertHeld: async () => void (await client.query('select 1')), release: () => endClient(client) };
}

function placeInDatabase(database: Database, url: string, lock: DatabaseLock): CopyPlace {
  const name = databaseName(url);
  return {
    name,
    ...recordsInDatabase(database, name),
    ...documentsInDatabase(database),
    ...journalsInDatabase(database),
    assertUnused: async () => {
      await lock.assertHeld();
      const alive = await database.query(
        `select id from replicas where seen_at >= clock_timestamp() - interval '10 seconds' limit 1`,
      );
      if (alive.length > 0) throw usedPlace(name);
    },
    close: async () => {
      await lock.release();
      await database.close();
    },
  };
}

function recordsInDatabase(database: Database, name: string): RecordsPlace {
  const decoder = createDecoder(({ file, reason }) => {
    throw unreadableIn(`${name}: ${file}`, reason);
  });
  const records = new TableRecords({ database, decoder, now: Date.now, judge: undefined });
  return {
    records: createQueries(database, decoder, false).all,
    recordCount: async () => {
      const [row] = await database.query<{ count: number }>('select count(*) from mappings');
      return row?.count ?? 0;
    },
    recordsLike: (some) => records.loadAll(some.map(({ mapping }) => mapping.id)),
    putRecords: (some) => records.insertAll(some),
    removeRecord: async ({ mapping }) => {
      await database.query(
        'with left_check as (delete from checks where mapping = $1) delete from mappings where id = $1',
        [mapping.id],
      );
    },
    // A bot that was killed may have posted what is pending: the next one searches Slack first.
    finishRecords: async () =>
      void (await database.query('update deliveries set tried = true where not tried')),
  };
}

const documentsInDatabase = (
  database: Database,
): Pick<CopyPlace, 'documents' | 'putDocument' | 'removeDocument'> => ({
  documents: async () => {
    const rows = await database.query<WrittenDocument>(
      'select kind, key, schema, version, content from documents order by kind, key',
    );
    return rows.filter(({ kind }) => !kind.includes(DAMAGED_KIND));
  },
  putDocument: async ({ kind, key, schema, version, content }) => {
    await database.query(
      `insert into documents (kind, key, schema, version, content) values ($1, $2, $3, $4, $5)
       on conflict (kind, key) do update set schema = excluded.schema, version = excluded.version,
         content = excluded.content`,
      [kind, key, schema, version, JSON.stringify(content)],
    );
  },
  removeDocument: async ({ kind, key }) => {
    await database.query('delete from documents where kind = $1 and key = $2', [kind, key]);
  },
});

const journalsInDatabase = (database: Database): Pick<CopyPlace, 'journals' | 'putJournal'> => ({
  journals: async () => {
    const rows = await database.query<{ journal: string; entries: StoredJson[] }>(
      `select journal, json_agg(content order by id) as entries from journals group by journal order by journal`,
    );
    return new Map(rows.map(({ journal, entries }) => [journal, entries]));
  },
  putJournal: async (journal, entries) => {
    await database.query('delete from journals where journal = $1', [journal]);
    for (const entry of entries)
      await database.query('insert into journals (journal, content) values ($1, $2)', [
        journal,
        JSON.stringify(entry),
      ]);
  },
});
