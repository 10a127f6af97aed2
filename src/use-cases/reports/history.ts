import type { DomainEvent } from '../../core/events/event.js';
import { parseHostname } from '../../core/hostname.js';
import { messagePlace, resolveCard } from '../../store/cards.js';
import { heldEvents } from '../../store/pending.js';
import type { Store, StoredMapping } from '../../store/store.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize, isWithinChannel, type Reach } from '../authorize.js';
import { noneUnlessSeen } from '../domains/find.js';
import { UserError } from '../errors.js';

export const HISTORY_PAGE = 12;
/** Limit on mappings of one hostname: the newest count. */
const MAX_MAPPINGS = 50;

/** An event and the message that reported it. */
export interface HistoryEntry {
  readonly event: DomainEvent;
  readonly channel: string;
  /** Absent while the message is pending. */
  readonly ts?: string | undefined;
  /** The card it replies to; absent for a card. */
  readonly threadTs?: string | undefined;
}

/** The first event's message is the card, even after a repost; so is that of an event that the card holds. */
export function entriesOf(stored: StoredMapping): HistoryEntry[] {
  const { events, card, messages, mapping } = stored;
  const held = new Set(heldEvents(stored).map(({ id }) => id));
  return events.map((event) => {
    const isCard = event.type === 'domain.requested' && mapping.primary === undefined;
    const ts = isCard || held.has(event.id) ? card.ts : messages[event.id];
    const place = ts === undefined ? undefined : messagePlace(card, ts);
    // Without a place there is no link.
    return { event, channel: card.channel, ...(place ? { ...place, ts } : {}) };
  });
}

export interface History {
  readonly hostname: string;
  /** One page, newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly offset: number;
  readonly total: number;
}

/** All events of a hostname, across its mappings. Throws `UserError`. */
export async function history(
  deps: AuthorizeDeps,
  typed: string,
  offset: number,
  actor: Actor,
): Promise<History> {
  const reach = await authorize(deps, actor, 'view');
  const parsed = parseHostname(typed);
  if (!parsed.ok) throw new UserError({ code: 'hostname', problem: parsed.problem });
  const { hostname } = parsed;
  const all = await mappingsOf(deps.store, hostname, reach);
  const storedMappings = all.filter(({ mapping }) => isWithinChannel(reach, mapping));
  if (storedMappings.length === 0) throw new UserError({ code: 'not-mapped', hostname });
  const entries = storedMappings
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

/** Removed mappings, oldest first, then the live one. */
async function mappingsOf(store: Store, hostname: string, reach: Reach): Promise<StoredMapping[]> {
  const query = { stage: 'removed', hostname } as const;
  const { total } = await store.list({ ...query, offset: 0, limit: 0 });
  const offset = Math.max(0, total - MAX_MAPPINGS);
  const removed = await store.list({ ...query, offset, limit: MAX_MAPPINGS });
  const found: StoredMapping[] = [];
  // One after the other: those that are read at once are also decoded at once, in one turn of the event loop.
  for (const { id } of removed.mappings) {
    const stored = await store.load(id);
    if (stored) found.push(await resolveCard(store, stored));
  }
  const live = await store.findLive(hostname).catch(noneUnlessSeen(reach));
  return live ? [...found, await resolveCard(store, live)] : found;
}
