import { type DomainEvent, writeEvent } from '../core/events/event.js';
import { isQuiet } from '../core/reporting/quiet.js';
import { isAsked } from '../core/reporting/reporting.js';
import type { OutboxEntry, ReplyPart } from './store.js';

/** Limits on what a card's metadata holds of each mapping on it; beyond them, a reply carries the events. */
const MAX_HELD = 8;
const MAX_HELD_BYTES = 2_200;

/** The pending events, oldest first; without those that the store no longer has. */
export function pendingEvents({ outbox, events }: Pick<ReplyPart, 'outbox' | 'events'>): DomainEvent[] {
  if (outbox.length === 0) return [];
  const pending = new Set(outbox.map(({ event }) => event));
  const known = new Map<string, DomainEvent>();
  for (const event of events) if (pending.has(event.id)) known.set(event.id, event);
  return outbox.flatMap(({ event }) => known.get(event) ?? []);
}

/** An event's size in a message's metadata, where it is JSON text in JSON. */
export function eventBytes(event: DomainEvent): number {
  const known = knownBytes.get(event) ?? Buffer.byteLength(JSON.stringify(JSON.stringify(writeEvent(event))));
  knownBytes.set(event, known);
  return known;
}

/** Events never change. */
const knownBytes = new WeakMap<DomainEvent, number>();

/**
 * The pending events that the card holds until a reply carries them: quiet ones, while they fit. None where no card can
 * be updated, and none of a removed mapping, which has no later reply.
 */
export function heldEvents(stored: ReplyPart): DomainEvent[] {
  const { card, mapping } = stored;
  const hasCard = mapping.primary !== undefined || (card.ts !== undefined && card.fixed === undefined);
  if (!hasCard || mapping.stage === 'removed') return [];
  const isHeld = quietIn(stored);
  const quiet = pendingEvents(stored).filter(isHeld);
  const bytes = quiet.reduce((sum, event) => sum + eventBytes(event), 0);
  return quiet.length > MAX_HELD || bytes > MAX_HELD_BYTES ? [] : quiet;
}

/** Whether an event needs no reply of its own, by the channel's setting when it happened. */
export function quietIn(...members: readonly Pick<ReplyPart, 'outbox'>[]): (event: DomainEvent) => boolean {
  const stamped = new Map(
    members.flatMap(({ outbox }) => outbox.map((entry) => [entry.event, entry.isQuiet])),
  );
  return (event) => stamped.get(event.id) ?? isQuiet(event);
}

/** The outbox entries that need a reply. */
export function reportableEntries(stored: ReplyPart): OutboxEntry[] {
  const held = new Set(heldEvents(stored).map(({ id }) => id));
  return stored.outbox.filter(({ event }) => !held.has(event));
}

/**
 * When the next reply is due, epoch ms: with its first reportable event, but not before a failed one may be retried.
 * Events that quiet hours hold also hold back later ones, except those that somebody asked for.
 */
export function replyDueAt(
  stored: ReplyPart,
  reportable: readonly OutboxEntry[] = reportableEntries(stored),
): number | undefined {
  if (reportable.length === 0) return undefined;
  const isAnyHeld = reportable.some(({ heldUntil }) => heldUntil !== undefined);
  const asked = isAnyHeld ? askedIn(stored) : NOBODY_ASKED;
  let heldUntil = 0;
  const dueAt = reportable.map((entry) => {
    heldUntil = Math.max(heldUntil, entry.heldUntil ?? 0);
    return asked.has(entry.event) ? entry.notBefore : Math.max(entry.notBefore, heldUntil);
  });
  return Math.max(Math.min(...dueAt), retryAt(stored));
}

const NOBODY_ASKED: ReadonlySet<string> = new Set();

/** The IDs of the pending events that somebody caused. */
const askedIn = (stored: ReplyPart): ReadonlySet<string> =>
  new Set(
    pendingEvents(stored)
      .filter(isAsked)
      .map(({ id }) => id),
  );

/** Whether a reply is due because somebody asked for something. `now`: epoch ms. */
export function isAskedReplyDue(stored: ReplyPart, now: number): boolean {
  const asked = askedIn(stored);
  return reportableEntries(stored).some(({ event, notBefore }) => asked.has(event) && notBefore <= now);
}

/** The pending events before the first one that quiet hours hold. `now`: epoch ms. */
export function eventsBeforeHeld(stored: ReplyPart, now: number): DomainEvent[] {
  const pending = pendingEvents(stored);
  const held = new Set(stored.outbox.flatMap(({ event, heldUntil = 0 }) => (heldUntil > now ? [event] : [])));
  const first = pending.findIndex(({ id }) => held.has(id));
  return first === -1 ? pending : pending.slice(0, first);
}

/** Until when the mapping's failed events wait; 0 if none has failed. */
export const retryAt = ({ outbox }: Pick<ReplyPart, 'outbox'>): number =>
  outbox.reduce(
    (latest, { attempts, notBefore }) => (attempts > 0 ? Math.max(latest, notBefore) : latest),
    0,
  );

/** Whether the card shows an older state than the record's. */
export const isCardStale = ({ card, mapping }: ReplyPart): boolean =>
  card.ts !== undefined && card.shownRevision < mapping.revision;
