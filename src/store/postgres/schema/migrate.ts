import type { QueryResult } from 'pg';
import { StartError } from '../../../util/start-error.js';
import { endClient, newClient, withLimit } from '../connection/connection.js';
import { databaseName } from '../connection/probe-database.js';
import { type SchemaStep, schemaSteps } from './migrations.js';

/** An arbitrary number, the same in every version: its holder migrates. */
const MIGRATION_LOCK = 4_711_202_611;
/** A copy of the store holds it exclusively; a start holds it shared for a moment. */
export const COPY_LOCK = 4_711_202_613;
/** A large table may take its time; the others wait at most as long. */
const MIGRATION_LIMIT_MS = 10 * 60_000;

/**
 * Brings the database to the newest schema, in one transaction under a lock, so that replicas that start together do it
 * once. The lock ends with the transaction: it needs no session. Resolves to the numbers of the steps done. Throws
 * `StartError` when a newer version of the bot has changed the schema in a way that this one can't work with.
 */
export async function migrateDatabase(
  url: string,
  steps: readonly SchemaStep[] = schemaSteps,
): Promise<readonly number[]> {
  const client = newClient({ url });
  // The statement under way fails when the connection is lost; without a listener the process would, too.
  client.on('error', () => undefined);
  await client.connect();
  const run = (text: string, values: readonly unknown[] = []) =>
    client.query(withLimit({ text, values: [...values] }, MIGRATION_LIMIT_MS));
  try {
    // What is usual for the user's statements is too short for a large table.
    await client.query(
      'begin; set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0',
    );
    await assertEncoding(run);
    const { rows: free } = await run('select 1 where pg_try_advisory_xact_lock_shared($1)', [COPY_LOCK]);
    if (free.length === 0) throw beingCopied(url);
    await run('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await run(
      'create table if not exists schema_steps (number integer primary key, needs integer not null, done_at timestamptz not null default now())',
    );
    const { rows } = await run('select number, needs from schema_steps');
    const done = rows as readonly Pick<SchemaStep, 'number' | 'needs'>[];
    assertKnown(done, steps);
    const missing = steps.filter(({ number }) => !done.some((each) => each.number === number));
    for (const { number, needs, sql } of missing) {
      await run(sql);
      await run('insert into schema_steps (number, needs) values ($1, $2)', [number, needs]);
    }
    await run('commit');
    return missing.map(({ number }) => number);
  } finally {
    await endClient(client);
  }
}

/** In another encoding, some characters that people write can't be stored. */
async function assertEncoding(run: (text: string) => Promise<QueryResult>): Promise<void> {
  const { rows } = await run('show server_encoding');
  const { server_encoding: encoding } = rows[0] ?? {};
  if (encoding !== 'UTF8')
    throw new StartError(
      `The database’s encoding is ${encoding}, in which some characters can’t be stored. Create another one with UTF8 and name it in DATABASE_URL: create database domains_utf8 encoding 'UTF8' locale 'C' template template0.`,
    );
}

export const beingCopied = (url: string): StartError =>
  new StartError(`${databaseName(url)} is being copied. Wait until that is done, or stop it.`);

function assertKnown(done: readonly Pick<SchemaStep, 'needs'>[], steps: readonly SchemaStep[]): void {
  const needed = Math.max(0, ...done.map(({ needs }) => needs));
  const known = Math.max(0, ...steps.map(({ number }) => number));
  if (needed > known)
    throw new StartError(
      `The database was changed by a newer version of the bot (its schema needs step ${needed}; this version knows up to ${known}). Nothing was changed: start the newer version.`,
    );
}
