import type { Card, EarlierCard, Store, StoredMapping } from './store.js';

/** Beyond this, the oldest are dropped; the messages under them stay in Slack. */
const MAX_EARLIER_CARDS = 20;

/** Where a message is: its channel, and the card whose thread holds it. */
export interface MessagePlace {
  readonly channel: string;
  /** Absent for a card itself. */
  readonly threadTs?: string | undefined;
}

/**
 * Where a message of the mapping is: in the thread of the newest card that is not newer than the message. Undefined if
 * that card was dropped, or isn't posted yet.
 */
export function messagePlace(
  { channel, ts, earlier = [] }: Card,
  messageTs: string,
): MessagePlace | undefined {
  const cards = [...(ts === undefined ? [] : [{ channel, ts }]), ...earlier.toReversed()];
  const card = cards.find((each) => Number(each.ts) <= Number(messageTs));
  return card && { channel: card.channel, threadTs: card.ts === messageTs ? undefined : card.ts };
}

/** All cards of the mapping that were posted, oldest first. */
export const cardsOf = ({
  channel,
  ts,
  earlier = [],
}: Card): readonly Pick<EarlierCard, 'channel' | 'ts'>[] => [
  ...earlier,
  ...(ts === undefined ? [] : [{ channel, ts }]),
];

/** Replaces the card by a new one: the first event is queued again, before everything else. */
export function withNewCard(
  stored: StoredMapping,
  because: EarlierCard['because'],
  channel = stored.card.channel,
): StoredMapping {
  const [first] = stored.events;
  if (!first) return stored;
  return {
    ...stored,
    card: { channel, earlier: withEarlier(stored.card, because), shownRevision: -1, notBefore: 0 },
    outbox: [
      { event: first.id, attempts: 0, notBefore: 0 },
      ...stored.outbox.filter(({ event }) => event !== first.id),
    ],
  };
}

/** The card follows its mapping to another channel. A www mapping shares its primary's card, which moves by itself. */
export const withCardMoved = (stored: StoredMapping, channel: string): StoredMapping =>
  stored.mapping.primary === undefined
    ? withNewCard(stored, 'moved', channel)
    : { ...stored, card: { ...stored.card, channel } };

/** Slack gave a channel another ID: its messages are the same. Returns the record itself if it has none there. */
export function withChannelId(stored: StoredMapping, from: string, to: string): StoredMapping {
  const { card, mapping } = stored;
  const { earlier = [] } = card;
  const { source } = mapping;
  if (![mapping, card, ...earlier, source].some((place) => place?.channel === from)) return stored;
  const idOf = (channel: string) => (channel === from ? to : channel);
  return {
    ...stored,
    mapping: {
      ...mapping,
      channel: idOf(mapping.channel),
      ...(source && { source: { ...source, channel: idOf(source.channel) } }),
    },
    card: {
      ...card,
      channel: idOf(card.channel),
      ...(card.earlier && { earlier: earlier.map((each) => ({ ...each, channel: idOf(each.channel) })) }),
    },
  };
}

/** The earlier cards of the one that replaces `card`. */
export function withEarlier(
  { channel, ts, earlier = [] }: Card,
  because: EarlierCard['because'],
): readonly EarlierCard[] {
  if (ts === undefined) return earlier;
  const pointer = because === 'moved' ? { pointer: { attempts: 0, notBefore: 0 } } : {};
  return [...earlier, { channel, ts, because, ...pointer }].slice(-MAX_EARLIER_CARDS);
}

/** The oldest moved card that doesn't point to the present one yet. */
export const unpointed = ({ earlier = [] }: Card): EarlierCard | undefined =>
  earlier.find(({ pointer }) => pointer !== undefined);

/** The record after an earlier card changed. */
export const withEarlierCard = (
  stored: StoredMapping,
  { channel, ts }: EarlierCard,
  change: (card: EarlierCard) => EarlierCard,
): StoredMapping => ({
  ...stored,
  card: {
    ...stored.card,
    earlier: stored.card.earlier?.map((each) =>
      each.channel === channel && each.ts === ts ? change(each) : each,
    ),
  },
});

/** The card that a www mapping had of its own becomes an earlier one of the card it shares now. */
export function withJoinedCard(main: StoredMapping, { channel, ts }: Card): StoredMapping {
  const { earlier = [] } = main.card;
  if (ts === undefined || earlier.some((each) => each.ts === ts)) return main;
  const pointer = { attempts: 0, notBefore: 0 };
  const card: EarlierCard = { channel, ts, because: 'joined', pointer };
  return { ...main, card: { ...main.card, earlier: [...earlier, card].slice(-MAX_EARLIER_CARDS) } };
}

/** A mapping that shares another one's card has none of its own. */
export const withoutOwnCard = (stored: StoredMapping): StoredMapping => ({
  ...stored,
  card: { channel: stored.card.channel, shownRevision: -1, notBefore: 0 },
});

/** A record with its card; a www mapping shares its primary's card. */
export async function resolveCard(store: Pick<Store, 'load'>, stored: StoredMapping): Promise<StoredMapping> {
  const { primary } = stored.mapping;
  if (primary === undefined) return stored;
  return withCardOf(await store.load(primary), stored);
}

export function withCardOf(main: StoredMapping | undefined, stored: StoredMapping): StoredMapping {
  const { channel = stored.card.channel, ts, earlier } = main?.card ?? {};
  return { ...stored, card: { ...stored.card, channel, ts, earlier } };
}
