import { hashOf } from '../mapping/event-chain.js';
import type { MappingRecord, Undeliverable } from './store.js';

/** Beyond so many events the oldest are let go: the channel has them all. */
export const MAX_EVENTS = 200;
/** So that not every save has something to let go of. */
const KEPT_EVENTS = 100;
/** A channel that takes nothing for months must not make each save dearer. */
export const MAX_PENDING = 1_000;
const MAX_UNDELIVERABLE = 50;

/** A record of bounded size: what was told long ago is let go, and the hash of the last such event is kept in its place. */
export const bounded = (record: MappingRecord): MappingRecord => withoutOld(withoutBacklog(record));

/** The oldest that could not be told in time are given up, except the one that brings the card. */
function withoutBacklog(record: MappingRecord): MappingRecord {
  const excess = record.deliveries.length - MAX_PENDING;
  if (excess <= 0) return record;
  const [first, ...rest] = record.deliveries;
  const at = record.events.at(-1)?.at ?? 0;
  return {
    ...record,
    deliveries: [...(first ? [first] : []), ...rest.slice(excess)],
    undeliverable: undeliverableWith(
      record,
      rest.slice(0, excess).map(({ event }) => ({ event, reason: 'too-many-pending', at })),
    ),
  };
}

export const undeliverableWith = (
  { undeliverable = [] }: MappingRecord,
  more: readonly Undeliverable[],
): readonly Undeliverable[] => [...undeliverable, ...more].slice(-MAX_UNDELIVERABLE);

function withoutOld(record: MappingRecord): MappingRecord {
  const { events, deliveries, messages } = record;
  if (events.length <= MAX_EVENTS) return record;
  const pending = new Set(deliveries.map(({ event }) => event));
  const firstPending = events.findIndex(({ id }, at) => at > 0 && pending.has(id));
  const end = Math.min(events.length - KEPT_EVENTS, firstPending === -1 ? events.length : firstPending);
  const gone = events.slice(1, end);
  const last = gone.at(-1);
  if (!last) return record;
  const kept = [...events.slice(0, 1), ...events.slice(end)];
  return {
    ...record,
    events: kept,
    messages: messagesOf(kept, messages),
    compacted: record.compacted + gone.length,
    anchor: hashOf(last),
  };
}

/** The messages of these events alone. */
export const messagesOf = (
  events: MappingRecord['events'],
  messages: MappingRecord['messages'],
): MappingRecord['messages'] =>
  Object.fromEntries(
    events.flatMap(({ id }) => {
      const ts = messages[id];
      return ts === undefined ? [] : [[id, ts] as const];
    }),
  );
