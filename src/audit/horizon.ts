import { cardsOf, messagePlace } from '../store/cards.js';
import type { StoredMapping } from '../store/store.js';

/** How far back a channel can be read. */
export interface Horizon {
  /** Time of the oldest message that Slack shows, by anyone (epoch ms); infinite when it shows none. */
  readonly oldestAt: number;
  /** Slack says that it hides older ones (`is_limited`: a free plan). */
  readonly isLimited: boolean;
}

/**
 * Slack doesn't report a retention policy. If nothing at all is left from before a moment, not even join
 * messages, and at least this many cards are missing, a policy removed them, not a person.
 */
const MIN_HIDDEN_CARDS = 3;

/** Whether a posted event can't be seen any more because it, or its card, is older than the horizon. */
export type OutOfReach = (stored: StoredMapping, ts: string) => boolean;

/** The records come with their cards: a www mapping with its primary's. */
export function outOfReach(
  storedMappings: readonly StoredMapping[],
  horizons: ReadonlyMap<string, Horizon>,
): OutOfReach {
  const isBefore = (ts: string | undefined, { oldestAt }: Horizon) =>
    ts !== undefined && Number(ts) * 1_000 < oldestAt;
  const hidden = new Map<string, number>();
  for (const { card, mapping } of storedMappings) {
    if (mapping.primary !== undefined) continue;
    for (const { channel, ts } of cardsOf(card)) {
      const horizon = horizons.get(channel);
      if (horizon && isBefore(ts, horizon)) hidden.set(channel, (hidden.get(channel) ?? 0) + 1);
    }
  }
  const isReal = (channel: string, { isLimited, oldestAt }: Horizon) =>
    isLimited || (Number.isFinite(oldestAt) && (hidden.get(channel) ?? 0) >= MIN_HIDDEN_CARDS);
  return ({ card }, ts) => {
    const { channel, threadTs } = messagePlace(card, ts) ?? { channel: card.channel };
    const horizon = horizons.get(channel);
    if (!horizon || !isReal(channel, horizon)) return false;
    return isBefore(ts, horizon) || isBefore(threadTs, horizon);
  };
}
