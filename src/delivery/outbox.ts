import type { DomainEvent } from '../mapping/event.js';
import { undeliverableWith } from '../store/bounded.js';
import type { MappingRecord } from '../store/store.js';
import type { MessengerError, MessengerErrorCode } from './messenger.js';

/** What a record's next way into Slack is. */
export type Parcel =
  | { readonly kind: 'card'; readonly event: DomainEvent }
  | { readonly kind: 'reply'; readonly event: DomainEvent; readonly cardTs: string }
  | { readonly kind: 'update'; readonly cardTs: string }
  /** The present state as a reply, where the card can't be edited any more. */
  | { readonly kind: 'state'; readonly cardTs: string };

type Told = Extract<Parcel, { event: DomainEvent }>;

/** Events go in the order in which they happened; the card is brought up to date once they have gone. */
export function nextParcel({ deliveries, events, card, mapping }: MappingRecord): Parcel | undefined {
  for (const { event: id } of deliveries) {
    const event = events.find((each) => each.id === id);
    // What the store has no event of can't be told, and holds up nothing.
    if (event)
      return card.ts === undefined ? { kind: 'card', event } : { kind: 'reply', event, cardTs: card.ts };
  }
  if (card.ts === undefined || card.shownRevision >= mapping.revision) return undefined;
  return { kind: card.fixed ? 'state' : 'update', cardTs: card.ts };
}

/** The record once Slack has taken the event's message; unchanged when that is known already. */
export function withPosted(
  record: MappingRecord,
  parcel: Told,
  ts: string,
  shownRevision: number,
): MappingRecord {
  const { replacedBecause, replaces } = record.card;
  return {
    ...record,
    deliveries: record.deliveries.filter(({ event }) => event !== parcel.event.id),
    messages: { ...record.messages, [parcel.event.id]: ts },
    card:
      parcel.kind === 'card'
        ? {
            channel: record.card.channel,
            ts,
            shownRevision,
            notBefore: 0,
            ...(replaces === undefined ? {} : { replaces }),
            ...(replacedBecause === undefined ? {} : { replacedBecause }),
          }
        : record.card,
  };
}

/** The card shows so much, or what it lacks was told under it. */
export function withUpdated(
  record: MappingRecord,
  shownRevision: number,
  stage = record.mapping.stage,
): MappingRecord {
  const { attempts: _, fixed, ...card } = record.card;
  return {
    ...record,
    card: {
      ...card,
      shownRevision,
      notBefore: 0,
      ...(fixed ? { fixed: { stage } } : {}),
    },
  };
}

/** Nobody can edit the card any more: it stays, and its state is told in its thread from now on. */
export const withFixedCard = (record: MappingRecord): MappingRecord => ({
  ...record,
  card: { ...record.card, notBefore: 0, fixed: { stage: '' } },
});

/** The thread can't go on: its first event is told again, as a new card that points to the old thread, before everything else. */
export function withoutCard(record: MappingRecord, because: 'deleted' | 'locked'): MappingRecord {
  const [first] = record.events;
  if (!first) return record;
  return {
    ...record,
    card: {
      channel: record.card.channel,
      replaces: record.card.ts,
      shownRevision: -1,
      notBefore: 0,
      ...(because === 'locked' ? { replacedBecause: because } : {}),
    },
    deliveries: [
      { event: first.id, attempts: 0, notBefore: 0 },
      ...record.deliveries.filter(({ event }) => event !== first.id),
    ],
  };
}

/** The mapping on whose card it stood is gone: it gets a card of its own. */
export const asPrimary = (record: MappingRecord): MappingRecord => {
  const { under: _, ...mapping } = record.mapping;
  return { ...record, mapping: { ...mapping, revision: mapping.revision + 1 } };
};

/** Deliveries of events that the store no longer has can't be made. */
export const withoutLostEvents = (record: MappingRecord): MappingRecord => {
  const known = new Set(record.events.map(({ id }) => id));
  return { ...record, deliveries: record.deliveries.filter(({ event }) => known.has(event)) };
};

/** Failed tries of a parcel so far. */
export const attemptsOf = ({ deliveries, card }: MappingRecord, parcel: Parcel): number =>
  ('event' in parcel ? deliveries.find(({ event }) => event === parcel.event.id)?.attempts : card.attempts) ??
  0;

/** A definite no that the next try will hear, too; a name that nobody knows may mean something passing. */
const MAX_REFUSALS: Partial<Readonly<Record<MessengerErrorCode, number>>> = {
  'refused-content': 3,
  'refused-call': 3,
  'thread-locked': 3,
  'card-fixed': 3,
  unknown: 20,
};
/** For what Slack itself calls passing, hours: beyond that it is about the message. */
const MAX_ATTEMPTS = 200;

/** The record after a failure that is about the message: tried again after `waitMs`, or given up, and the next one goes out. */
export function withFailure(
  record: MappingRecord,
  parcel: Parcel,
  { code, facts: { name } }: MessengerError,
  { now, waitMs }: { readonly now: number; readonly waitMs: number },
): MappingRecord {
  if (!('event' in parcel)) return withFailedUpdate(record, code, now + waitMs);
  const limit = MAX_REFUSALS[code];
  const id = parcel.event.id;
  const deliveries = record.deliveries.map((delivery) =>
    delivery.event === id
      ? {
          ...delivery,
          attempts: delivery.attempts + 1,
          notBefore: now + waitMs,
          ...(limit === undefined ? {} : { refusals: (delivery.refusals ?? 0) + 1 }),
        }
      : delivery,
  );
  const failed = deliveries.find(({ event }) => event === id);
  const isRefused = limit !== undefined && (failed?.refusals ?? 0) >= limit;
  const isHopeless = name !== undefined && (failed?.attempts ?? 0) >= MAX_ATTEMPTS;
  if (!isRefused && !isHopeless) return { ...record, deliveries };
  return {
    ...record,
    deliveries: deliveries.filter(({ event }) => event !== id),
    undeliverable: undeliverableWith(record, [{ event: id, reason: name ?? code, at: now }]),
  };
}

/** A card that Slack refuses to change is left as it is until there is something else to show. */
function withFailedUpdate(record: MappingRecord, code: MessengerErrorCode, notBefore: number): MappingRecord {
  const attempts = (record.card.attempts ?? 0) + 1;
  const limit = MAX_REFUSALS[code];
  if (limit !== undefined && attempts >= limit) return withUpdated(record, record.mapping.revision);
  return { ...record, card: { ...record.card, attempts, notBefore } };
}

const LONGEST_PAUSE_MS = 60_000;

/** How long to wait after a failure: 1 s, doubling up to a minute, or what Slack asked for. */
export const pauseMs = (attempts: number, retryAfterMs?: number): number =>
  retryAfterMs ?? Math.min(1_000 * 2 ** Math.min(attempts, 20), LONGEST_PAUSE_MS);
