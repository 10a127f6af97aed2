import type { DomainEvent } from '../core/event.js';
import { undeliverableWith } from '../store/bounded.js';
import { unpointed, withEarlier, withEarlierCard } from '../store/earlier-cards.js';
import type { Card, EarlierCard, StoredMapping } from '../store/store.js';
import { backoffMs } from '../util/clock.js';
import type { ChatError, ChatErrorCode } from './chat.js';

/** The next thing to send to Slack for a record. */
export type OutboxItem =
  | { readonly kind: 'card'; readonly event: DomainEvent }
  | { readonly kind: 'reply'; readonly event: DomainEvent; readonly cardTs: string }
  | { readonly kind: 'update'; readonly cardTs: string }
  /** The current state as a reply, for a card that can't be edited any more. */
  | { readonly kind: 'state'; readonly cardTs: string }
  /** Where the card moved to, said in the thread of an earlier one. */
  | { readonly kind: 'pointer'; readonly earlier: EarlierCard };

type Reported = Extract<OutboxItem, { event: DomainEvent }>;

/** Events first, in order; then the card update; then where it moved to. */
export function nextItem({ outbox, events, card, mapping }: StoredMapping): OutboxItem | undefined {
  for (const { event: id } of outbox) {
    const event = events.find((each) => each.id === id);
    // Skip an event that the store no longer has; it can't be posted.
    if (event)
      return card.ts === undefined ? { kind: 'card', event } : { kind: 'reply', event, cardTs: card.ts };
  }
  if (card.ts === undefined) return undefined;
  if (card.shownRevision < mapping.revision)
    return { kind: card.fixed ? 'state' : 'update', cardTs: card.ts };
  const earlier = unpointed(card);
  return earlier && { kind: 'pointer', earlier };
}

/** Where Slack accepted a message, and the mapping's revision that a card shows. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
  readonly shownRevision: number;
}

/** The record after Slack accepted the event's message; unchanged if that was stored already. */
export function withPosted(stored: StoredMapping, item: Reported, posted: Posted): StoredMapping {
  const { card } = stored;
  const { channel, ts, shownRevision } = posted;
  // The card moved on while it was being posted; the next one is still to come.
  if (item.kind === 'card' && channel !== card.channel)
    return { ...stored, card: { ...card, earlier: withEarlier({ ...card, channel, ts }, 'moved') } };
  return {
    ...stored,
    outbox: stored.outbox.filter(({ event }) => event !== item.event.id),
    messages: { ...stored.messages, [item.event.id]: ts },
    card: item.kind === 'card' ? { ...newCard(card), ts, shownRevision } : card,
  };
}

const newCard = ({ channel, earlier }: Card): Card => ({
  channel,
  shownRevision: -1,
  notBefore: 0,
  ...(earlier === undefined ? {} : { earlier }),
});

/** The record after an earlier card points to the present one, or never will. */
export const withPointer = (stored: StoredMapping, earlier: EarlierCard): StoredMapping =>
  withEarlierCard(stored, earlier, ({ pointer: _, ...card }) => card);

/** The record after the card was updated to `revision`, or its state was posted under it. */
export function withUpdated(
  stored: StoredMapping,
  shownRevision: number,
  stage = stored.mapping.stage,
): StoredMapping {
  const { attempts: _, fixed, ...card } = stored.card;
  return {
    ...stored,
    card: {
      ...card,
      shownRevision,
      notBefore: 0,
      ...(fixed ? { fixed: { stage } } : {}),
    },
  };
}

/** Marks the card as no longer editable: from now on its state is posted in its thread. */
export const withFixedCard = (stored: StoredMapping): StoredMapping => ({
  ...stored,
  card: { ...stored.card, notBefore: 0, fixed: { stage: '' } },
});

/** The primary mapping is gone: this one gets its own card. */
export const asPrimary = (stored: StoredMapping): StoredMapping => {
  const { primary: _, ...mapping } = stored.mapping;
  return { ...stored, mapping: { ...mapping, revision: mapping.revision + 1 } };
};

/** Drops entries whose events the store no longer has. */
export const withoutLostEvents = (stored: StoredMapping): StoredMapping => {
  const known = new Set(stored.events.map(({ id }) => id));
  return { ...stored, outbox: stored.outbox.filter(({ event }) => known.has(event)) };
};

/** Failed attempts of an item so far. */
export function attemptsOf({ outbox, card }: StoredMapping, item: OutboxItem): number {
  if (item.kind === 'pointer') return item.earlier.pointer?.attempts ?? 0;
  const { attempts = 0 } =
    ('event' in item ? outbox.find(({ event }) => event === item.event.id) : card) ?? {};
  return attempts;
}

/** Refusals that a retry will most likely repeat; an unknown error may be transient. */
const MAX_REFUSALS: Partial<Readonly<Record<ChatErrorCode, number>>> = {
  'refused-content': 3,
  'refused-call': 3,
  'thread-locked': 3,
  'card-fixed': 3,
  unknown: 20,
};
/** Hours of attempts, for errors that Slack calls transient; after that the message itself is the cause. */
const MAX_DELIVERY_ATTEMPTS = 200;

/**
 * The record after a failure caused by the message: retried after `waitMs`, or given up so that the next one
 * is sent.
 */
export function withFailure(
  stored: StoredMapping,
  item: OutboxItem,
  { code, facts: { name } }: ChatError,
  { now, waitMs }: { readonly now: number; readonly waitMs: number },
): StoredMapping {
  if (item.kind === 'pointer') return withFailedPointer(stored, item.earlier, code, now + waitMs);
  if (!('event' in item)) return withFailedUpdate(stored, code, now + waitMs);
  const limit = MAX_REFUSALS[code];
  const id = item.event.id;
  const outbox = stored.outbox.map((item) =>
    item.event === id
      ? {
          ...item,
          attempts: item.attempts + 1,
          notBefore: now + waitMs,
          ...(limit === undefined ? {} : { refusals: (item.refusals ?? 0) + 1 }),
        }
      : item,
  );
  const failed = outbox.find(({ event }) => event === id);
  const isRefused = limit !== undefined && (failed?.refusals ?? 0) >= limit;
  const isHopeless = name !== undefined && (failed?.attempts ?? 0) >= MAX_DELIVERY_ATTEMPTS;
  if (!isRefused && !isHopeless) return { ...stored, outbox };
  return {
    ...stored,
    outbox: outbox.filter(({ event }) => event !== id),
    undeliverable: undeliverableWith(stored, [{ event: id, reason: name ?? code, at: now }]),
  };
}

/** A card update that Slack refuses is not retried until the card has something new to show. */
function withFailedUpdate(stored: StoredMapping, code: ChatErrorCode, notBefore: number): StoredMapping {
  const attempts = (stored.card.attempts ?? 0) + 1;
  const limit = MAX_REFUSALS[code];
  if (limit !== undefined && attempts >= limit) return withUpdated(stored, stored.mapping.revision);
  return { ...stored, card: { ...stored.card, attempts, notBefore } };
}

/** An earlier channel that is archived or gone can't be told; its readers find the card by `list` and `status`. */
function withFailedPointer(
  stored: StoredMapping,
  earlier: EarlierCard,
  code: ChatErrorCode,
  notBefore: number,
): StoredMapping {
  const attempts = (earlier.pointer?.attempts ?? 0) + 1;
  if (!PASSING_FOR_POINTER.includes(code) || attempts >= MAX_POINTER_ATTEMPTS)
    return withPointer(stored, earlier);
  return withEarlierCard(stored, earlier, (card) => ({ ...card, pointer: { attempts, notBefore } }));
}

const PASSING_FOR_POINTER: readonly ChatErrorCode[] = [
  'uncertain',
  'rate-limited',
  'unavailable',
  'unauthorised',
  'unknown',
];
const MAX_POINTER_ATTEMPTS = 50;

const DELIVERY_BACKOFF = { firstMs: 1_000, maxMs: 60_000 } as const;

/** Wait in ms before the next attempt after `attempts` earlier failures. `random` is in [0, 1). */
export const pauseMs = (attempts: number, random: number): number =>
  backoffMs(attempts + 1, DELIVERY_BACKOFF, random);
