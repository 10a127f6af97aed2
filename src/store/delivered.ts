import type { Card, ReplyPart, StoredMapping } from './store.js';

/** All that a delivery changes. */
export interface Delivery {
  /** Event ID to the `ts` of its message: they are no longer pending. */
  readonly posted: Readonly<Record<string, string>>;
  readonly card: Card;
}

/** What changed from one record to the next, if that is no more than what an accepted message changes. */
export function deliveryIn(before: StoredMapping, after: StoredMapping): Delivery | undefined {
  if (!isSameBut(DELIVERED, before, after)) return undefined;
  const posted: Record<string, string> = Object.create(null);
  for (const [event, ts] of Object.entries(after.messages))
    if (before.messages[event] !== ts) posted[event] = ts;
  const outbox = pendingAfter(before, posted);
  const isReported =
    outbox.length === after.outbox.length && outbox.every((entry, at) => entry === after.outbox[at]);
  const isKept = Object.keys(before.messages).every((event) => after.messages[event] !== undefined);
  return isReported && isKept ? { posted, card: after.card } : undefined;
}

/** What Slack accepting a message with these events changes. */
export function deliveryOf({ card }: ReplyPart, events: readonly string[], ts: string): Delivery {
  const posted: Record<string, string> = Object.create(null);
  for (const event of events) posted[event] = ts;
  return { posted, card };
}

/** The record after Slack accepted a message with these events; unchanged if that was stored already. */
export const withPosted = <Part extends ReplyPart>(
  stored: Part,
  events: readonly string[],
  ts: string,
): Part => withDelivery(stored, deliveryOf(stored, events, ts));

/** The record after the delivery. */
export const withDelivery = <Part extends ReplyPart>(stored: Part, { posted, card }: Delivery): Part => ({
  ...stored,
  card,
  outbox: pendingAfter(stored, posted),
  messages: joinedMessages(stored.messages, posted),
});

const pendingAfter = ({ outbox }: ReplyPart, posted: Delivery['posted']): StoredMapping['outbox'] =>
  outbox.filter(({ event }) => posted[event] === undefined);

/**
 * Without a prototype it is a hash table: any other object would cost V8 a hidden class for each event, which no two mappings
 * share.
 */
export const joinedMessages = (
  ...parts: readonly (StoredMapping['messages'] | undefined)[]
): StoredMapping['messages'] => Object.assign(Object.create(null), ...parts);

const DELIVERED: ReadonlySet<string> = new Set([
  'version',
  'card',
  'outbox',
  'messages',
] satisfies (keyof StoredMapping)[]);

/** A change keeps the objects that it doesn't touch. */
function isSameBut(changing: ReadonlySet<string>, one: StoredMapping, other: StoredMapping): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as ReadonlySet<keyof StoredMapping>;
  for (const key of keys) if (!changing.has(key) && one[key] !== other[key]) return false;
  return true;
}
