import type { DomainEvent } from '../mapping/event.js';
import type { MappingRecord } from '../store/store.js';
import type { MessengerErrorCode } from './messenger.js';

/** What a record's next way into Slack is. */
export type Parcel =
  | { readonly kind: 'card'; readonly event: DomainEvent }
  | { readonly kind: 'reply'; readonly event: DomainEvent; readonly cardTs: string }
  | { readonly kind: 'update'; readonly cardTs: string };

/** Events go in the order in which they happened; the card is brought up to date once they have gone. */
export function nextParcel({ deliveries, events, card, mapping }: MappingRecord): Parcel | undefined {
  const [first] = deliveries;
  if (!first) {
    if (card.ts === undefined || card.shownRevision >= mapping.revision) return undefined;
    return { kind: 'update', cardTs: card.ts };
  }
  const event = events.find(({ id }) => id === first.event);
  if (!event) return undefined;
  return card.ts === undefined ? { kind: 'card', event } : { kind: 'reply', event, cardTs: card.ts };
}

/** The record once Slack has taken the event's message; unchanged when that is known already. */
export function withPosted(
  record: MappingRecord,
  parcel: Parcel & { readonly event: DomainEvent },
  ts: string,
  shownRevision: number,
): MappingRecord {
  return {
    ...record,
    deliveries: record.deliveries.filter(({ event }) => event !== parcel.event.id),
    messages: { ...record.messages, [parcel.event.id]: ts },
    card: parcel.kind === 'card' ? { ...record.card, ts, shownRevision } : record.card,
  };
}

export function withUpdated(record: MappingRecord, shownRevision: number): MappingRecord {
  return { ...record, card: { ...record.card, shownRevision, notBefore: 0 } };
}

/** A person deleted the card: its event is told anew, as a new card that points to the old thread, before everything else. */
export function withoutCard(record: MappingRecord): MappingRecord {
  const [first] = record.events;
  if (!first) return record;
  return {
    ...record,
    card: { ...record.card, ts: undefined, replaces: record.card.ts, shownRevision: -1 },
    deliveries: [
      { event: first.id, attempts: 0, notBefore: 0 },
      ...record.deliveries.filter(({ event }) => event !== first.id),
    ],
  };
}

export function withPause(record: MappingRecord, parcel: Parcel, notBefore: number): MappingRecord {
  if (parcel.kind === 'update') return { ...record, card: { ...record.card, notBefore } };
  return {
    ...record,
    deliveries: record.deliveries.map((delivery) =>
      delivery.event === parcel.event.id
        ? { ...delivery, attempts: delivery.attempts + 1, notBefore }
        : delivery,
    ),
  };
}

const LONGEST_PAUSE_MS: Readonly<Record<MessengerErrorCode, number>> = {
  uncertain: 60_000,
  unavailable: 60_000,
  'rate-limited': 60_000,
  unauthorised: 60_000,
  'card-gone': 60_000,
  'channel-unusable': 10 * 60_000,
  'refused-content': 60 * 60_000,
};

/** How long to wait after a failure: 1 s doubling up to the limit for its kind, or what Slack asked for. */
export function pauseMs(
  code: MessengerErrorCode,
  attempts: number,
  retryAfterMs: number | undefined,
): number {
  return retryAfterMs ?? Math.min(1000 * 2 ** Math.min(attempts, 20), LONGEST_PAUSE_MS[code]);
}
