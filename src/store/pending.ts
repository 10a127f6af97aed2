import { isQuiet } from '../core/attention.js';
import { type DomainEvent, writeEvent } from '../core/events/event.js';
import type { OutboxEntry, StoredMapping } from './store.js';

/** Limits on what a card's metadata holds of each mapping on it; beyond them, a reply carries the events. */
const MAX_HELD = 8;
const MAX_HELD_BYTES = 2_200;

/** The pending events, oldest first; without those that the store no longer has. */
export function pendingEvents({ outbox, events }: Pick<StoredMapping, 'outbox' | 'events'>): DomainEvent[] {
  const known = new Map(events.map((event) => [event.id, event]));
  return outbox.flatMap(({ event }) => known.get(event) ?? []);
}

/** An event's size in a message's metadata, where it is JSON text in JSON. */
export const eventBytes = (event: DomainEvent): number =>
  Buffer.byteLength(JSON.stringify(JSON.stringify(writeEvent(event))));

/**
 * The pending events that the card holds until a reply carries them: quiet ones, while they fit. None where no card can
 * be updated, and none of a removed mapping, which has no later reply.
 */
export function heldEvents(stored: StoredMapping): DomainEvent[] {
  const { card, mapping } = stored;
  const hasCard = mapping.primary !== undefined || (card.ts !== undefined && card.fixed === undefined);
  if (!hasCard || mapping.stage === 'removed') return [];
  const quiet = pendingEvents(stored).filter(isQuiet);
  const bytes = quiet.reduce((sum, event) => sum + eventBytes(event), 0);
  return quiet.length > MAX_HELD || bytes > MAX_HELD_BYTES ? [] : quiet;
}

/** The outbox entries that need a reply. */
export function reportableEntries(stored: StoredMapping): OutboxEntry[] {
  const held = new Set(heldEvents(stored).map(({ id }) => id));
  return stored.outbox.filter(({ event }) => !held.has(event));
}

/** When the next reply is due, epoch ms: with its first reportable event, but not before a failed one may be retried. */
export function replyDueAt(stored: StoredMapping): number | undefined {
  const reportable = reportableEntries(stored);
  if (reportable.length === 0) return undefined;
  const dueAt = Math.min(...reportable.map(({ notBefore }) => notBefore));
  return Math.max(dueAt, retryAt(stored));
}

/** Until when the mapping's failed events wait; 0 if none has failed. */
export const retryAt = ({ outbox }: Pick<StoredMapping, 'outbox'>): number =>
  outbox.reduce(
    (latest, { attempts, notBefore }) => (attempts > 0 ? Math.max(latest, notBefore) : latest),
    0,
  );

/** Whether the card shows an older state than the record's. */
export const isCardStale = ({ card, mapping }: StoredMapping): boolean =>
  card.ts !== undefined && card.shownRevision < mapping.revision;
