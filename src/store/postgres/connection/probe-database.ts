import { codeOf } from '../../../util/network-errors.js';
import { StartError } from '../../../util/start-error.js';
import { endClient, newClient } from './connection.js';
import { NoAnswer, StatementCanceled } from './database-errors.js';

/** SQLSTATE codes in plain words (https://www.postgresql.org/docs/15/errcodes-appendix.html), and the system's. */
const DATABASE_REASONS: Readonly<Record<string, string>> = {
  '28P01': 'the password is wrong',
  '28000': 'the server refuses this user',
  '3D000': 'there is no such database',
  '53100': 'the server’s disk is full',
  '53300': 'the server has no connection left',
  '57P03': 'the server is starting or stopping',
  '57014': 'the server canceled a statement that took too long',
  '25006': 'it is read-only',
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'the host has no address',
  EAI_AGAIN: 'the host’s address can’t be looked up now',
  EHOSTUNREACH: 'the host can’t be reached',
  ENETUNREACH: 'the host can’t be reached',
  ETIMEDOUT: 'nothing answers there',
  ...Object.fromEntries(
    [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ].map((code) => [
      code,
      'nobody vouches for the server’s certificate: add sslrootcert=/path/to/its-ca.pem to the URL, or sslmode=no-verify to trust any',
    ]),
  ),
};

/** What the driver says without a code. */
const DRIVER_REASONS: readonly (readonly [RegExp, string])[] = [
  [/client password must be a/, 'the server asks for a password, and the URL has none'],
  [/does not support SSL/, 'the server has no TLS: use sslmode=disable if it is meant to'],
  [/^timeout expired$|connection timeout$|^Query read timeout$/, 'nothing answers there in time'],
  [/^Connection terminated unexpectedly$/, 'the server closed the connection'],
];

function databaseReason(error: unknown): string {
  const cause = error instanceof NoAnswer || error instanceof StatementCanceled ? error.cause : error;
  const code = codeOf(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  const words =
    DATABASE_REASONS[code] ?? DRIVER_REASONS.find(([pattern]) => pattern.test(message))?.[1] ?? message;
  return code === '' || words === '' ? words || code : `${words} (${code})`;
}

/** Names the database without its password. */
export const databaseError = (url: string, error: unknown): StartError =>
  new StartError(
    `DATABASE_URL (${databaseName(url)}) can’t be used: ${databaseReason(error)}. Check the URL, the server, and that the bot’s user may create tables in this database.`,
    { cause: error },
  );

/** Host, port and database; a socket's folder may stand among the parameters. */
export function databaseName(url: string): string {
  const { host, pathname, searchParams } = new URL(url.replace(WITHOUT_HOST, '$1@localhost/'));
  const folder = searchParams.get('host');
  return `${folder ?? decodeURIComponent(host)}${pathname}`;
}

/** `postgres://user@/name?host=/run/postgresql`, as PostgreSQL's own programs take it. */
const WITHOUT_HOST = /^(postgres(?:ql)?:\/\/[^/@]*)@\//;

/** Why the database can't be used; undefined if it takes writes. Leaves nothing behind. */
export async function probeDatabase(url: string): Promise<string | undefined> {
  const client = newClient({ url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('begin; create table closte_domain_bot_probe (id integer); rollback');
    return undefined;
  } catch (error) {
    return databaseReason(error);
  } finally {
    await endClient(client);
  }
}
