import { hashOf } from '../core/events/event-chain.js';
import type { StoredMapping, Undeliverable } from './store.js';

/** Beyond this the oldest events are dropped; the channel has them all. */
export const MAX_EVENTS = 200;
/** Drops events in batches, not at every save. */
const KEPT_EVENTS = 100;
/** Bounds the outbox while a channel is unusable for months. */
export const MAX_PENDING = 1_000;
const MAX_UNDELIVERABLE = 50;

/** Bounds a record's size: drops the oldest posted events and keeps the hash of the last one dropped. */
export const bounded = (stored: StoredMapping): StoredMapping => withoutOld(withoutBacklog(stored));

/** Gives up the oldest pending events, except the one that carries the card. */
function withoutBacklog(stored: StoredMapping): StoredMapping {
  const excess = stored.outbox.length - MAX_PENDING;
  if (excess <= 0) return stored;
  const [first, ...rest] = stored.outbox;
  const at = stored.events.at(-1)?.at ?? 0;
  return {
    ...stored,
    outbox: [...(first ? [first] : []), ...rest.slice(excess)],
    undeliverable: undeliverableWith(
      stored,
      rest.slice(0, excess).map(({ event }) => ({ event, reason: 'too-many-pending', at })),
    ),
  };
}

export const undeliverableWith = (
  { undeliverable = [] }: StoredMapping,
  more: readonly Undeliverable[],
): readonly Undeliverable[] => [...undeliverable, ...more].slice(-MAX_UNDELIVERABLE);

function withoutOld(stored: StoredMapping): StoredMapping {
  const { events, outbox, messages } = stored;
  if (events.length <= MAX_EVENTS) return stored;
  const pending = new Set(outbox.map(({ event }) => event));
  const firstPending = events.findIndex(({ id }, at) => at > 0 && pending.has(id));
  const end = Math.min(events.length - KEPT_EVENTS, firstPending === -1 ? events.length : firstPending);
  const gone = events.slice(1, end);
  const last = gone.at(-1);
  if (!last) return stored;
  const kept = [...events.slice(0, 1), ...events.slice(end)];
  return {
    ...stored,
    events: kept,
    messages: messagesOf(kept, messages),
    compacted: stored.compacted + gone.length,
    anchor: hashOf(last),
  };
}

/** The messages of these events only. */
export const messagesOf = (
  events: StoredMapping['events'],
  messages: StoredMapping['messages'],
): StoredMapping['messages'] =>
  Object.fromEntries(
    events.flatMap(({ id }) => {
      const ts = messages[id];
      return ts === undefined ? [] : [[id, ts] as const];
    }),
  );
