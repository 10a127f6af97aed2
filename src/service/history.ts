import type { DomainEvent } from '../mapping/event.js';
import { parseHostname } from '../mapping/hostname.js';
import type { MappingRecord, Store } from '../store/store.js';
import { UserError } from './user-error.js';

export const HISTORY_PAGE = 12;
/** A hostname that was mapped more often is somebody's experiment: the newest count. */
const MOST_MAPPINGS = 50;

export interface HistoryEntry {
  readonly event: DomainEvent;
  readonly record: MappingRecord;
}

export interface History {
  readonly hostname: string;
  /** One page, newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly offset: number;
  readonly total: number;
}

/** Everything that happened to a hostname, across its mappings. Throws `UserError`. */
export async function history(store: Store, typed: string, offset: number): Promise<History> {
  const parsed = parseHostname(typed);
  if (!parsed.ok) throw new UserError({ code: 'hostname', problem: parsed.problem });
  const { hostname } = parsed;
  const records = await mappingsOf(store, hostname);
  if (records.length === 0) throw new UserError({ code: 'not-mapped', hostname });
  const entries = records
    .flatMap((record) => record.events.map((event) => ({ event, record })))
    .reverse()
    .sort((one, other) => other.event.at - one.event.at);
  return {
    hostname,
    entries: entries.slice(offset, offset + HISTORY_PAGE),
    offset,
    total: entries.length,
  };
}

/** The removed ones, oldest first, and the one that lives. */
async function mappingsOf(store: Store, hostname: string): Promise<MappingRecord[]> {
  const removed = await store.list({ stage: 'removed', text: hostname, offset: 0, limit: 1_000 });
  const ids = removed.mappings.filter((each) => each.hostname === hostname).slice(-MOST_MAPPINGS);
  const records = await Promise.all(ids.map(({ id }) => store.load(id)));
  const live = await store.findLive(hostname);
  return [...records, live].filter((record) => record !== undefined);
}
