import type { Difference } from './diff-history.js';

const WORDS: Readonly<Record<Difference['kind'], string>> = {
  missing: 'was never told in the channel',
  deleted: 'had a message, which was deleted',
  edited: 'has a message that was edited',
  altered: 'has a message that says something else',
  duplicated: 'was told twice',
  foreign: 'is claimed by a message of another app',
  unknown: 'stands in the channel, and the store does not know it',
  broken: 'does not follow the event before it',
  'out-of-order': 'was told after what happened later',
};

/** One line for a terminal or a text file. */
export function describeDifference({ kind, hostname, channel, type, event, ts }: Difference): string {
  const message = ts === undefined ? '' : ` message ${ts}`;
  return `${kind}: ${hostname} ${type ?? ''} ${WORDS[kind]} (${channel}${message}, event ${event ?? '?'})`;
}
