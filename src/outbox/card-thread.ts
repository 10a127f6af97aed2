import type { DomainEvent } from '../core/events/event.js';
import { unpointed } from '../store/cards.js';
import {
  eventBytes,
  eventsBeforeHeld,
  isAskedReplyDue,
  isCardStale,
  pendingEvents,
  replyDueAt,
  retryAt,
} from '../store/pending.js';
import type { EarlierCard, ReplyPart } from '../store/store.js';
import { membersOf, type ReplyThread, type ThreadOf } from './chat.js';

/** The thread that a mapping's events are posted in; undefined if its primary is gone. */
export async function loadThread<Part extends ReplyPart>(
  load: (id: string) => Promise<Part | undefined>,
  stored: Part,
): Promise<ThreadOf<Part> | undefined> {
  const { primary, www, id } = stored.mapping;
  if (primary !== undefined) {
    const main = await load(primary);
    return main && { main, www: stored };
  }
  const other = www && (await load(www.id));
  return { main: stored, www: other?.mapping.primary === id ? other : undefined };
}

/** The next thing to send to Slack for a thread. */
export type OutboxItem =
  | { readonly kind: 'card'; readonly event: DomainEvent }
  | { readonly kind: 'reply'; readonly events: readonly DomainEvent[]; readonly cardTs: string }
  | { readonly kind: 'update'; readonly cardTs: string }
  /** The current state as a reply, for a card that can't be edited any more. */
  | { readonly kind: 'state'; readonly cardTs: string }
  /** A reply in the thread of an earlier card that links to the present one. */
  | { readonly kind: 'pointer'; readonly earlier: EarlierCard };

export type ReplyItem = Extract<OutboxItem, { kind: 'reply' }>;

/** The events that an item reports. */
export function eventsOf(item: OutboxItem): readonly DomainEvent[] {
  if (item.kind === 'card') return [item.event];
  return item.kind === 'reply' ? item.events : [];
}

/** In this order: the card, a reply with all pending events, the card's update, where it moved to. `now`: epoch ms. */
export function nextItem(thread: ReplyThread, now: number): OutboxItem | undefined {
  const { main } = thread;
  const { card } = main;
  if (card.ts === undefined) {
    const [event] = pendingEvents(main);
    return event && (replyDueAt(main) ?? now) <= now ? { kind: 'card', event } : undefined;
  }
  const events = nextReply(thread, now);
  if (events.length > 0) return { kind: 'reply', events, cardTs: card.ts };
  if (isCardStale(main))
    return card.notBefore > now ? undefined : { kind: card.fixed ? 'state' : 'update', cardTs: card.ts };
  const earlier = unpointed(card);
  return earlier && (earlier.pointer?.notBefore ?? 0) <= now ? { kind: 'pointer', earlier } : undefined;
}

/** Limits on the events of one message: its metadata must stay below what Slack accepts (some 8,000 characters). */
const MAX_REPLY_EVENTS = 10;
const MAX_REPLY_BYTES = 6_500;

/**
 * As soon as one member has a reply due, it carries what both have pending: what quiet hours hold only if somebody asked
 * for something, so that the thread keeps its order. An event that Slack refused goes alone.
 */
function nextReply(thread: ReplyThread, now: number): DomainEvent[] {
  const members = membersOf(thread);
  const isDue = members.some((member) => (replyDueAt(member) ?? Number.POSITIVE_INFINITY) <= now);
  if (!isDue || members.some((member) => retryAt(member) > now)) return [];
  const isAnyHeld = members.some(({ outbox }) => outbox.some(({ heldUntil = 0 }) => heldUntil > now));
  const isUpToHeld = isAnyHeld && !members.some((member) => isAskedReplyDue(member, now));
  const pending = merged(
    members.map((member) => (isUpToHeld ? eventsBeforeHeld(member, now) : pendingEvents(member))),
  );
  const [first, ...others] = pending;
  if (!first || others.length === 0) return pending;
  const refused = new Set(
    members.flatMap(({ outbox }) => outbox.filter(({ refusals }) => refusals).map(({ event }) => event)),
  );
  const reply = [first];
  let bytes = eventBytes(first);
  for (const event of others) {
    bytes += eventBytes(event);
    if (refused.has(first.id) || refused.has(event.id)) break;
    if (bytes > MAX_REPLY_BYTES || reply.length === MAX_REPLY_EVENTS) break;
    reply.push(event);
  }
  return reply;
}

/** Ordered by time; the events of one mapping keep their order whatever their times. */
function merged(queues: readonly (readonly DomainEvent[])[]): DomainEvent[] {
  const left = queues.map((queue) => [...queue]);
  const all: DomainEvent[] = [];
  for (;;) {
    const next = left
      .filter(([head]) => head !== undefined)
      .sort(([one], [other]) => (one?.at ?? 0) - (other?.at ?? 0))[0]
      ?.shift();
    if (!next) return all;
    all.push(next);
  }
}
