import type { DomainEvent } from '../core/events/event.js';
import type { ChatError, ChatErrorCode } from '../core/ports/chat-error.js';
import { undeliverableWith } from '../store/bounded.js';
import { withEarlier, withEarlierCard } from '../store/cards.js';
import { withPosted } from '../store/delivered.js';
import type { Card, EarlierCard, ReplyPart, StoredMapping } from '../store/store.js';
import { backoffMs } from '../util/clock.js';
import { eventsOf, type OutboxItem } from './card-thread.js';

/** Where Slack accepted a card, and the mapping's revision that it shows. */
export interface PostedCard {
  readonly channel: string;
  readonly ts: string;
  readonly shownRevision: number;
}

/** The record after Slack accepted its card as the message of an event. */
export function withPostedCard(stored: StoredMapping, event: string, posted: PostedCard): StoredMapping {
  const { card } = stored;
  const { channel, ts, shownRevision } = posted;
  // The card moved on while it was being posted; the next one is still to come.
  if (channel !== card.channel)
    return { ...stored, card: { ...card, earlier: withEarlier({ ...card, channel, ts }, 'moved') } };
  return { ...withPosted(stored, [event], ts), card: { ...newCard(card), ts, shownRevision } };
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

/** The card has to hold events that it may not hold yet. */
export const withStaleCard = (stored: StoredMapping): StoredMapping => ({
  ...stored,
  card: { ...stored.card, shownRevision: -1 },
});

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
export function attemptsOf({ outbox, card }: ReplyPart, item: OutboxItem): number {
  if (item.kind === 'pointer') return item.earlier.pointer?.attempts ?? 0;
  if (item.kind === 'update' || item.kind === 'state') return card.attempts ?? 0;
  const tried = new Set(eventsOf(item).map(({ id }) => id));
  return Math.max(0, ...outbox.map(({ event, attempts }) => (tried.has(event) ? attempts : 0)));
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

export interface Retry {
  /** Epoch ms. */
  readonly now: number;
  readonly waitMs: number;
}

/**
 * The record after a failure caused by a message with these events: they are retried after `waitMs`, or given up so
 * that the next one is sent. A refused event is retried alone.
 */
export function withFailure(
  stored: StoredMapping,
  events: readonly DomainEvent[],
  { code, facts: { name } }: ChatError,
  { now, waitMs }: Retry,
): StoredMapping {
  const limit = MAX_REFUSALS[code];
  const tried = new Set(events.map(({ id }) => id));
  const outbox = stored.outbox.map((entry) => {
    if (!tried.has(entry.event)) return entry;
    const refusals = limit === undefined ? {} : { refusals: (entry.refusals ?? 0) + 1 };
    return { ...entry, attempts: entry.attempts + 1, notBefore: now + waitMs, ...refusals };
  });
  const isHopeless = ({ event, refusals = 0, attempts }: StoredMapping['outbox'][number]) =>
    tried.has(event) &&
    ((limit !== undefined && refusals >= limit) || (name !== undefined && attempts >= MAX_DELIVERY_ATTEMPTS));
  const hopeless = outbox.filter(isHopeless);
  if (hopeless.length === 0) return { ...stored, outbox };
  return {
    ...stored,
    outbox: outbox.filter((entry) => !isHopeless(entry)),
    undeliverable: undeliverableWith(
      stored,
      hopeless.map(({ event }) => ({ event, reason: name ?? code, at: now })),
    ),
  };
}

/** The record after a failure that concerns no event. */
export const withFailedItem = (
  stored: StoredMapping,
  item: OutboxItem,
  error: ChatError,
  retry: Retry,
): StoredMapping =>
  item.kind === 'pointer'
    ? withFailedPointer(stored, item.earlier, error, retry)
    : withFailedUpdate(stored, error, retry);

/** A card update that Slack refuses is not retried until the card has something new to show. */
function withFailedUpdate(stored: StoredMapping, { code }: ChatError, { now, waitMs }: Retry): StoredMapping {
  const attempts = (stored.card.attempts ?? 0) + 1;
  const limit = MAX_REFUSALS[code];
  if (limit !== undefined && attempts >= limit) return withUpdated(stored, stored.mapping.revision);
  return { ...stored, card: { ...stored.card, attempts, notBefore: now + waitMs } };
}

/**
 * Nothing can be posted in an earlier channel that is archived or gone; its readers find the card by `list` and
 * `status`.
 */
function withFailedPointer(
  stored: StoredMapping,
  earlier: EarlierCard,
  { code }: ChatError,
  { now, waitMs }: Retry,
): StoredMapping {
  const attempts = (earlier.pointer?.attempts ?? 0) + 1;
  if (!PASSING_FOR_POINTER.includes(code) || attempts >= MAX_POINTER_ATTEMPTS)
    return withPointer(stored, earlier);
  return withEarlierCard(stored, earlier, (card) => ({
    ...card,
    pointer: { attempts, notBefore: now + waitMs },
  }));
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
