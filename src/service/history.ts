import type { DomainEvent } from '../mapping/event.js';
import { parseHostname } from '../mapping/hostname.js';
import type { MappingRecord, Store } from '../store/store.js';
import { UserError } from './user-error.js';

export const HISTORY_PAGE = 12;
/** A hostname that was mapped more often is somebody's experiment: the newest count. */
const MOST_MAPPINGS = 50;

/** An event and the message that told it. */
export interface HistoryEntry {
  readonly event: DomainEvent;
  readonly channel: string;
  /** Absent while the message is pending. */
  readonly ts?: string | undefined;
}

/** The card is the message of the first event, also once it was posted anew. */
export const entriesOf = ({ events, card, messages, mapping }: MappingRecord): HistoryEntry[] =>
  events.map((event) => ({
    event,
    channel: card.channel,
    ts: event.type === 'domain.requested' && mapping.under === undefined ? card.ts : messages[event.id],
  }));

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
    .flatMap(entriesOf)
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
