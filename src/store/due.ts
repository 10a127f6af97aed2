import { laneOf } from '../core/lane.js';
import { unpointed } from './cards.js';
import { isCardStale, replyDueAt, reportableEntries } from './pending.js';
import type { OutboxEntry, ReplyPart, StoredMapping } from './store.js';

/** Work on a mapping: when it is due (epoch ms), and a key that identifies it; by default its time does. */
export interface Due {
  readonly at: number;
  readonly work?: string | number | undefined;
  /** The kind of work and its app; apps take turns. */
  readonly lane?: string | undefined;
  readonly app?: string | undefined;
}

/** What a store's queues know about a mapping. */
export interface DueWork {
  readonly cardChannel: string;
  readonly check: Due | undefined;
  readonly delivery: Due | undefined;
  /** Events that need a reply, and since when the oldest waits. */
  readonly pending: number;
  readonly pendingSince: number | undefined;
  /** Why events are undeliverable. */
  readonly undeliverable: readonly string[];
}

export const NO_REASONS: readonly string[] = [];

/** What a delivery changes. */
export type DeliveryWork = Pick<DueWork, 'cardChannel' | 'delivery' | 'pending' | 'pendingSince'>;

export function deliveryWorkOf(part: ReplyPart): DeliveryWork {
  const reportable = reportableEntries(part);
  return {
    cardChannel: part.card.channel,
    delivery: outboxDueOf(part, reportable),
    pending: reportable.length,
    pendingSince: pendingSinceOf(part, reportable),
  };
}

export function dueWorkOf(stored: StoredMapping): DueWork {
  return {
    ...deliveryWorkOf(stored),
    check: checkDueOf(stored),
    undeliverable: stored.undeliverable?.length
      ? stored.undeliverable.map(({ reason }) => reason)
      : NO_REASONS,
  };
}

export function checkDueOf({ mapping }: StoredMapping): Due | undefined {
  const { nextCheckAt, stage, app } = mapping;
  if (nextCheckAt === undefined || stage === 'removed') return undefined;
  return { at: nextCheckAt, lane: laneOf(mapping), app };
}

/** Replies go out before updates of cards, of which thousands may be due at once. */
export const DELIVERY_LANES = ['reply', 'update'] as const;

/** When the next message is due: a reply or an update of the card, whichever is first; then where a card moved to. */
function outboxDueOf(stored: ReplyPart, reportable: readonly OutboxEntry[]): Due | undefined {
  const { outbox, card, mapping } = stored;
  const replyAt = replyDueAt(stored, reportable);
  const updateAt = isCardStale(stored) ? card.notBefore : undefined;
  const isReplyFirst = replyAt !== undefined && (updateAt === undefined || replyAt <= updateAt);
  if (isReplyFirst) return { at: replyAt, work: outbox[0]?.event ?? '', lane: 'reply' };
  if (updateAt !== undefined) return { at: updateAt, work: `card ${mapping.revision}`, lane: 'update' };
  const { ts, pointer } = (card.ts === undefined ? undefined : unpointed(card)) ?? {};
  return pointer && { at: pointer.notBefore, work: `pointer ${ts}`, lane: 'update' };
}

/** Since when the oldest reportable event waits; one that waits for its pair's other event, or for quiet hours to end, is not late. */
function pendingSinceOf(stored: ReplyPart, [first]: readonly OutboxEntry[]): number | undefined {
  const at = first && stored.events.find(({ id }) => id === first.event)?.at;
  return at === undefined || first === undefined || first.attempts > 0
    ? at
    : Math.max(at, first.notBefore, first.heldUntil ?? 0);
}
