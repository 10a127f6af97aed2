import type { DomainEvent } from '../core/event.js';
import { undeliverableWith } from '../store/bounded.js';
import type { StoredMapping } from '../store/store.js';
import { backoffMs } from '../util/clock.js';
import type { ChatError, ChatErrorCode } from './chat.js';

/** What a record's next way into Slack is. */
export type OutboxItem =
  | { readonly kind: 'card'; readonly event: DomainEvent }
  | { readonly kind: 'reply'; readonly event: DomainEvent; readonly cardTs: string }
  | { readonly kind: 'update'; readonly cardTs: string }
  /** The present state as a reply, where the card can't be edited any more. */
  | { readonly kind: 'state'; readonly cardTs: string };

type Reported = Extract<OutboxItem, { event: DomainEvent }>;

/** Events go in the order in which they happened; the card is brought up to date once they have gone. */
export function nextItem({ outbox, events, card, mapping }: StoredMapping): OutboxItem | undefined {
  for (const { event: id } of outbox) {
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
  stored: StoredMapping,
  item: Reported,
  ts: string,
  shownRevision: number,
): StoredMapping {
  const { replacedBecause, replaces } = stored.card;
  return {
    ...stored,
    outbox: stored.outbox.filter(({ event }) => event !== item.event.id),
    messages: { ...stored.messages, [item.event.id]: ts },
    card:
      item.kind === 'card'
        ? {
            channel: stored.card.channel,
            ts,
            shownRevision,
            notBefore: 0,
            ...(replaces === undefined ? {} : { replaces }),
            ...(replacedBecause === undefined ? {} : { replacedBecause }),
          }
        : stored.card,
  };
}

/** The card shows so much, or what it lacks was told under it. */
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

/** Nobody can edit the card any more: it stays, and its state is told in its thread from now on. */
export const withFixedCard = (stored: StoredMapping): StoredMapping => ({
  ...stored,
  card: { ...stored.card, notBefore: 0, fixed: { stage: '' } },
});

/** The thread can't go on: its first event is told again, as a new card that points to the old thread, before everything else. */
export function withoutCard(stored: StoredMapping, because: 'deleted' | 'locked'): StoredMapping {
  const [first] = stored.events;
  if (!first) return stored;
  return {
    ...stored,
    card: {
      channel: stored.card.channel,
      replaces: stored.card.ts,
      shownRevision: -1,
      notBefore: 0,
      ...(because === 'locked' ? { replacedBecause: because } : {}),
    },
    outbox: [
      { event: first.id, attempts: 0, notBefore: 0 },
      ...stored.outbox.filter(({ event }) => event !== first.id),
    ],
  };
}

/** The mapping on whose card it stood is gone: it gets a card of its own. */
export const asPrimary = (stored: StoredMapping): StoredMapping => {
  const { primary: _, ...mapping } = stored.mapping;
  return { ...stored, mapping: { ...mapping, revision: mapping.revision + 1 } };
};

/** Deliveries of events that the store no longer has can't be made. */
export const withoutLostEvents = (stored: StoredMapping): StoredMapping => {
  const known = new Set(stored.events.map(({ id }) => id));
  return { ...stored, outbox: stored.outbox.filter(({ event }) => known.has(event)) };
};

/** Failed tries of a parcel so far. */
export const attemptsOf = ({ outbox, card }: StoredMapping, item: OutboxItem): number =>
  ('event' in item ? outbox.find(({ event }) => event === item.event.id)?.attempts : card.attempts) ?? 0;

/** A definite no that the next try will hear, too; a name that nobody knows may mean something passing. */
const MAX_REFUSALS: Partial<Readonly<Record<ChatErrorCode, number>>> = {
  'refused-content': 3,
  'refused-call': 3,
  'thread-locked': 3,
  'card-fixed': 3,
  unknown: 20,
};
/** For what Slack itself calls passing, hours: beyond that it is about the message. */
const MAX_DELIVERY_ATTEMPTS = 200;

/** The record after a failure that is about the message: tried again after `waitMs`, or given up, and the next one goes out. */
export function withFailure(
  stored: StoredMapping,
  item: OutboxItem,
  { code, facts: { name } }: ChatError,
  { now, waitMs }: { readonly now: number; readonly waitMs: number },
): StoredMapping {
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

/** A card that Slack refuses to change is left as it is until there is something else to show. */
function withFailedUpdate(stored: StoredMapping, code: ChatErrorCode, notBefore: number): StoredMapping {
  const attempts = (stored.card.attempts ?? 0) + 1;
  const limit = MAX_REFUSALS[code];
  if (limit !== undefined && attempts >= limit) return withUpdated(stored, stored.mapping.revision);
  return { ...stored, card: { ...stored.card, attempts, notBefore } };
}

const DELIVERY_BACKOFF = { firstMs: 1_000, maxMs: 60_000 } as const;

/** How long to wait after a failure that `attempts` others came before. `random` is in [0, 1). */
export const pauseMs = (attempts: number, random: number): number =>
  backoffMs(attempts + 1, DELIVERY_BACKOFF, random);
