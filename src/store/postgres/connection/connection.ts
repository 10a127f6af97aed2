import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { withTimeout } from '../../../util/clock.js';
import type { Log } from '../../../util/log.js';
import { codeOf } from '../../../util/network-errors.js';
import { rethrown } from './database-errors.js';

/** Connections of one replica; more only wait for each other in the database. */
const DATABASE_CONNECTIONS = 10;
/** How long work waits for a free connection, or for a new one. */
const CONNECT_LIMIT_MS = 5_000;
/** The database is asked to give up a statement without an answer for this long. */
const ANSWER_LIMIT_MS = 10_000;
/** It fails this long after that, and its connection is dropped. */
const CANCEL_LIMIT_MS = 3_000;
const END_LIMIT_MS = 2_000;
const KEEP_ALIVE_AFTER_MS = 10_000;
const INT8 = 20;
const NAME_LENGTH = 24;
/**
 * SQLSTATE codes of a prepared statement that isn't there, or is another client's: a proxy hands out connections by
 * transactions. Nothing was done then.
 */
const STATEMENT_NOT_KEPT: readonly string[] = ['26000', '42P05'];

/**
 * SQLSTATE codes after which nothing was done and the next attempt may succeed: another isolation level than the default
 * one, two statements that wait for each other, no connection left, one that was idle for too long.
 */
const WORTH_ANOTHER_TRY: readonly string[] = ['40001', '40P01', '53300', '57P05'];
const MAX_STATEMENT_TRIES = 6;
const FIRST_PAUSE_MS = 10;

export type Row = Readonly<Record<string, unknown>>;

/**
 * Runs single statements, each a transaction of its own: no state is left in a session, as pooling proxies need it. What
 * has no answer in time, the database is asked to give up: it rejects with `StatementCanceled` then, or with `NoAnswer`
 * where the database can't be asked, as behind a proxy that pools transactions.
 */
export interface Database {
  /** Rejects with pg's error when the database refuses or is away. The default limit is 10 s. */
  query<Result = Row>(text: string, values?: readonly unknown[], limitMs?: number): Promise<Result[]>;
  /**
   * The same for a text of which there are few: the server parses and plans it once for each connection, where
   * connections keep statements.
   */
  prepared<Result = Row>(text: string, values: readonly unknown[], limitMs?: number): Promise<Result[]>;
  /** How often a connection was lost so far. */
  losses(): number;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly log: Log;
  readonly connections?: number;
}

/** Moments and counts are below 2^53. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

/** The driver takes these modes for `verify-full`, too, and warns about it at every start. */
const VERIFYING_MODES = /([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/;

const connectionConfig = ({ url }: Pick<DatabaseOptions, 'url'>): pg.ClientConfig => ({
  connectionString: url.includes('uselibpqcompat=') ? url : url.replace(VERIFYING_MODES, '$1verify-full'),
  application_name: 'closte-domain-bot',
  connectionTimeoutMillis: CONNECT_LIMIT_MS,
  query_timeout: ANSWER_LIMIT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
  types,
});

export const newClient = (options: Pick<DatabaseOptions, 'url'>): pg.Client =>
  new pg.Client(connectionConfig(options));

/** Ends it, but doesn't wait for a server that stays silent. */
export async function endClient(client: pg.Client): Promise<void> {
  await withTimeout(client.end().catch(ignore), END_LIMIT_MS);
}

/** The driver knows a limit for each statement, its types only one for the connection. */
export const withLimit = (statement: pg.QueryConfig, limitMs: number): pg.QueryConfig =>
  ({ ...statement, query_timeout: limitMs }) as pg.QueryConfig;

const statementNames = new Map<string, string>();

/** The same for equal texts, in every version of the bot. */
function statementNameOf(text: string): string {
  const name =
    statementNames.get(text) ?? createHash('sha256').update(text).digest('base64url').slice(0, NAME_LENGTH);
  statementNames.set(text, name);
  return name;
}

export function connectDatabase({ url, log, connections = DATABASE_CONNECTIONS }: DatabaseOptions): Database {
  const pool = new pg.Pool({ ...connectionConfig({ url }), max: connections });
  let lost = 0;
  let ending: Promise<void> | undefined;
  // Of idle connections; without a listener it would end the process.
  pool.on('error', (error) => {
    lost++;
    // The pool adds the connection, whose key must not be logged.
    Object.defineProperty(error, 'client', { enumerable: false });
    log.warn({ err: error }, 'a connection to the database was lost');
  });
  // Of connections in use, from the first moment on: a statement under way rejects.
  pool.on('connect', (client) => client.on('error', ignore));
  const run: Run = (statement, limitMs) => runIn(pool, url, statement, limitMs);
  const prepared = createPrepared(run);
  return {
    query: (text, values = [], limitMs = ANSWER_LIMIT_MS) =>
      tried(() => run({ text, values: [...values] }, limitMs)),
    prepared: (text, values, limitMs = ANSWER_LIMIT_MS) => prepared(text, values, limitMs),
    losses: () => lost,
    close: () => {
      ending ??= pool.end();
      return ending;
    },
  };
}

type Run = <Result>(statement: pg.QueryConfig, limitMs: number) => Promise<Result[]>;

async function runIn<Result>(
  pool: pg.Pool,
  url: string,
  statement: pg.QueryConfig,
  limitMs: number,
): Promise<Result[]> {
  const client = await pool.connect().catch(rethrown);
  let canceling: Promise<void> | undefined;
  const timer = setTimeout(() => {
    canceling = cancelStatement(url, client);
  }, limitMs);
  let isUsable = false;
  try {
    const { rows } = await client.query(
      withLimit(statement, Math.max(limitMs, ANSWER_LIMIT_MS) + CANCEL_LIMIT_MS),
    );
    isUsable = canceling === undefined;
    return rows as Result[];
  } catch (error) {
    return rethrown(error);
  } finally {
    clearTimeout(timer);
    // A late cancellation must not hit the connection's next statement.
    client.release(!isUsable);
  }
}

/** On a connection of its own: those of the pool may all wait for the same lock. */
async function cancelStatement(url: string, canceled: pg.PoolClient): Promise<void> {
  const { processID } = canceled as { readonly processID?: number | null };
  const client = newClient({ url });
  client.on('error', ignore);
  try {
    await client.connect();
    await client.query('select pg_cancel_backend($1)', [processID]);
  } catch {
    // The statement has a limit without it.
  } finally {
    await endClient(client);
  }
}

/** Runs statements under a name, until a connection turns out not to keep them. */
function createPrepared(run: Run) {
  let keepsStatements = true;
  return async <Result>(text: string, values: readonly unknown[], limitMs: number): Promise<Result[]> => {
    const unnamed = { text, values: [...values] };
    if (!keepsStatements) return tried(() => run(unnamed, limitMs));
    try {
      return await tried(() => run({ ...unnamed, name: statementNameOf(text) }, limitMs));
    } catch (error) {
      if (!STATEMENT_NOT_KEPT.includes(codeOf(error))) throw error;
      keepsStatements = false;
      return tried(() => run(unnamed, limitMs));
    }
  };
}

const ignore = (): void => undefined;

/** Each statement is a transaction of its own, so it can be repeated as a whole. */
async function tried<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++)
    try {
      return await work();
    } catch (error) {
      if (tries >= MAX_STATEMENT_TRIES || !WORTH_ANOTHER_TRY.includes(codeOf(error))) throw error;
      await sleep(FIRST_PAUSE_MS * 2 ** tries * Math.random());
    }
}
