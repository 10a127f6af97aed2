import type { DomainEvent } from '../mapping/event.js';
import { parseHostname } from '../mapping/hostname.js';
import { threadOf, withItsCard } from '../store/its-card.js';
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
  /** The card under which it stands; absent for a card. */
  readonly threadTs?: string | undefined;
}

/** The card is the message of the first event, also once it was posted again. `record`: with the card on which it stands. */
export const entriesOf = ({ events, card, messages, mapping }: MappingRecord): HistoryEntry[] =>
  events.map((event) => {
    const isCard = event.type === 'domain.requested' && mapping.under === undefined;
    const ts = isCard ? card.ts : messages[event.id];
    return { event, channel: card.channel, ts, threadTs: ts === undefined ? undefined : threadOf(card, ts) };
  });

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
  const query = { stage: 'removed', hostname } as const;
  const { total } = await store.list({ ...query, offset: 0, limit: 0 });
  const offset = Math.max(0, total - MOST_MAPPINGS);
  const removed = await store.list({ ...query, offset, limit: MOST_MAPPINGS });
  const records = await Promise.all(removed.mappings.map(({ id }) => store.load(id)));
  const live = await store.findLive(hostname);
  const known = [...records, live].filter((record) => record !== undefined);
  return Promise.all(known.map((record) => withItsCard(store, record)));
}
