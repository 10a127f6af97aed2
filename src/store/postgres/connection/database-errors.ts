import { codeOf } from '../../../util/network-errors.js';

/** The database gave up a statement. Nothing of it was done. */
export class StatementCanceled extends Error {
  override readonly name = 'StatementCanceled';
  constructor(cause: unknown) {
    super(
      'The database canceled a statement that took too long: another session may hold a lock on what it needs. Nothing was changed.',
      { cause },
    );
  }
}

/** A statement has no answer. Whether it was carried out is unknown. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(cause: unknown) {
    super('The database didn’t answer in time. What was being saved may or may not be stored.', { cause });
  }
}

/** All connections are at work. Nothing was asked of the database. */
export class NoFreeConnection extends Error {
  override readonly name = 'NoFreeConnection';
  constructor(cause: unknown) {
    super(
      'No connection to the database became free in time: its statements take too long. Nothing was changed.',
      { cause },
    );
  }
}

/** SQLSTATE codes of a time limit: the bot’s own or the server’s `statement_timeout`, and its `lock_timeout`. */
const CANCELED: readonly string[] = ['57014', '55P03'];
/** What pg and pg-pool say without a code. */
const NO_ANSWER = 'Query read timeout';
const NO_FREE_CONNECTION = 'timeout exceeded when trying to connect';

/** Throws the driver’s error again, in the store’s words where they say more. */
export function rethrown(error: unknown): never {
  if (CANCELED.includes(codeOf(error))) throw new StatementCanceled(error);
  const message = error instanceof Error ? error.message : '';
  if (message === NO_ANSWER) throw new NoAnswer(error);
  if (message === NO_FREE_CONNECTION) throw new NoFreeConnection(error);
  throw error;
}
