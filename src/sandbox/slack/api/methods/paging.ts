import type { Message } from '../../page-api.js';
import { SlackFailure } from '../../rules/request-error.js';
import { type Arguments, isTrueArgument, textOf } from '../arguments.js';

export interface MethodPage<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
  /** Empty on the last page. */
  readonly nextCursor: string;
}

interface PageLimits {
  readonly defaultLimit: number;
  readonly maxLimit: number;
}

/** One page of `all`; its cursor names the item that the next page begins with, so that new items shift nothing. */
export function pageOf<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  args: Arguments,
  { defaultLimit, maxLimit }: PageLimits,
): MethodPage<Item> {
  const limit = limitOf(args, defaultLimit, maxLimit);
  const start = startOf(all, keyOf, textOf(args, 'cursor'));
  const next = all[start + limit];
  const nextCursor = next === undefined ? '' : Buffer.from(`next:${keyOf(next)}`).toString('base64');
  return { items: all.slice(start, start + limit), hasMore: next !== undefined, nextCursor };
}

/** Between `oldest` and `latest`, without the bounds themselves unless `inclusive`. */
export function inRange(messages: readonly Message[], args: Arguments): Message[] {
  const oldest = timeOf(args, 'oldest') ?? 0;
  const latest = timeOf(args, 'latest') ?? Number.POSITIVE_INFINITY;
  const inclusive = isTrueArgument(args, 'inclusive');
  return messages.filter(({ ts }) => {
    const time = Number(ts);
    return (time > oldest && time < latest) || (inclusive && (time === oldest || time === latest));
  });
}

function limitOf(args: Arguments, defaultLimit: number, maxLimit: number): number {
  const given = textOf(args, 'limit');
  if (given === '') return defaultLimit;
  const limit = Number(given);
  if (!Number.isInteger(limit) || limit < 1) throw new SlackFailure('invalid_limit');
  return Math.min(limit, maxLimit);
}

function startOf<Item>(all: readonly Item[], keyOf: (item: Item) => string, cursor: string): number {
  if (cursor === '') return 0;
  const key = /^next:(.+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  const start = all.findIndex((item) => keyOf(item) === key);
  if (start < 0) throw new SlackFailure('invalid_cursor');
  return start;
}

function timeOf(args: Arguments, name: 'oldest' | 'latest'): number | undefined {
  const given = textOf(args, name);
  if (given === '' || given === 'now') return undefined;
  const time = Number(given);
  if (!Number.isFinite(time)) throw new SlackFailure(`invalid_ts_${name}`);
  return time;
}
