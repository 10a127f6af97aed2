import pg from 'pg';
import type { Log } from '../../util/log.js';

/** Connections of one replica; more only wait for each other in the database. */
const DATABASE_CONNECTIONS = 10;
/** How long work waits for a free connection, or for a new one. */
const CONNECT_LIMIT_MS = 5_000;
/** A statement without an answer for this long fails, and its connection is dropped. */
const ANSWER_LIMIT_MS = 10_000;
const KEEP_ALIVE_AFTER_MS = 10_000;
const INT8 = 20;

export type Row = Readonly<Record<string, unknown>>;

/** Runs single statements, each a transaction of its own: no state is left in a session, as pooling proxies need it. */
export interface Database {
  /** Rejects with pg's error when the database refuses, is away, or doesn't answer in time (10 s). */
  query<Result = Row>(text: string, values?: readonly unknown[], limitMs?: number): Promise<Result[]>;
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

export function connectDatabase({ url, log, connections = DATABASE_CONNECTIONS }: DatabaseOptions): Database {
  const pool = new pg.Pool({ ...connectionConfig({ url }), max: connections });
  let lost = 0;
  let ending: Promise<void> | undefined;
  // Of idle connections; without a listener it would end the process.
  pool.on('error', (error) => {
    lost++;
    log.warn({ err: error }, 'a connection to the database was lost');
  });
  return {
    query: async <Result>(text: string, values: readonly unknown[] = [], limitMs = ANSWER_LIMIT_MS) => {
      const { rows } = await pool.query(limited(text, values, limitMs));
      return rows as Result[];
    },
    losses: () => lost,
    close: () => {
      ending ??= pool.end();
      return ending;
    },
  };
}
