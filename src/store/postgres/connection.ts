import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Log } from '../../util/log.js';
import { codeOf } from '../../util/network-errors.js';

/** Connections of one replica; more only wait for each other in the database. */
const DATABASE_CONNECTIONS = 10;
/** How long work waits for a free connection, or for a new one. */
const CONNECT_LIMIT_MS = 5_000;
/** A statement without an answer for this long fails, and its connection is dropped. */
const ANSWER_LIMIT_MS = 10_000;
const KEEP_ALIVE_AFTER_MS = 10_000;
const INT8 = 20;
const NAME_LENGTH = 24;
/**
 * SQLSTATE codes of a prepared statement that isn't there, or is another client's: a proxy hands out connections by
 * transactions. Nothing was done then.
 */
const STATEMENT_NOT_KEPT: readonly string[] = ['26000', '42P05'];

export type Row = Readonly<Record<string, unknown>>;

/** Runs single statements, each a transaction of its own: no state is left in a session, as pooling proxies need it. */
export interface Database {
  /** Rejects with pg's error when the database refuses, is away, or doesn't answer in time (10 s). */
  query<Result = Row>(text: string, values?: readonly unknown[], limitMs?: number): Promise<Result[]>;
  /**
   * The same for a text of which there are few: the server parses and plans it once for each connection, where
   * connections keep statements.
   */
  prepared<Result = Row>(text: string, values: readonly unknown[]): Promise<Result[]>;
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

const connectionConfig = ({ url }: Pick<DatabaseOptions, 'url'>): pg.ClientConfig => ({
  connectionString: url,
  application_name: 'closte-domain-bot',
  connectionTimeoutMillis: CONNECT_LIMIT_MS,
  query_timeout: ANSWER_LIMIT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
  types,
});

export const newClient = (options: Pick<DatabaseOptions, 'url'>): pg.Client =>
  new pg.Client(connectionConfig(options));

/** The driver knows a limit for each statement, its types only one for the connection. */
export const limited = (text: string, values: readonly unknown[], limitMs: number): pg.QueryConfig =>
  ({ text, values: [...values], query_timeout: limitMs }) as pg.QueryConfig;

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
    log.warn({ err: error }, 'a connection to the database was lost');
  });
  let keepsStatements = true;

  async function query<Result>(text: string, values: readonly unknown[] = [], limitMs = ANSWER_LIMIT_MS) {
    const { rows } = await pool.query(limited(text, values, limitMs));
    return rows as Result[];
  }

  async function prepared<Result>(text: string, values: readonly unknown[]): Promise<Result[]> {
    if (!keepsStatements) return query(text, values);
    try {
      const { rows } = await pool.query({ name: statementNameOf(text), text, values: [...values] });
      return rows as Result[];
    } catch (error) {
      if (!STATEMENT_NOT_KEPT.includes(codeOf(error))) throw error;
      keepsStatements = false;
      return query(text, values);
    }
  }

  return {
    query,
    prepared,
    losses: () => lost,
    close: () => {
      ending ??= pool.end();
      return ending;
    },
  };
}
