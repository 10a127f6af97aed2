import type { WebClient } from '@slack/web-api';
import type { DomainEvent } from '../../core/event.js';
import type { Chat } from '../../outbox/chat.js';
import type { EarlierCard, StoredMapping } from '../../store/store.js';
import { chatErrorOf, mapSlackErrors } from './errors.js';
import { createSearch, type SearchPage } from './search.js';

/** Tolerance between Slack's clock and ours. */
const CLOCK_MARGIN_MS = 3_600_000;
const THREAD_PAGE = 100;

/** Looks for the message of an event: in the thread since the last report, or in the channel since the card was due. */
export function createFinder(client: WebClient): Chat['find'] {
  const search = createSearch();
  const searchBefore = createSearch();

  const query = (channel: string, oldest: string, cursor: string | undefined) => ({
    channel,
    include_all_metadata: true,
    limit: THREAD_PAGE,
    oldest,
    ...(cursor === undefined ? {} : { cursor }),
  });

  function findCard({ card, events }: StoredMapping, { id, at }: DomainEvent): Promise<string | undefined> {
    const moved = events.findLast(({ type }) => type === 'card.moved');
    const oldest = secondsBefore(moved?.at ?? at);
    // Each of the mapping's cards carries its first event.
    const earlier = new Set(
      card.earlier?.filter(({ channel }) => channel === card.channel).map(({ ts }) => ts),
    );
    return search(id, async (cursor): Promise<SearchPage> => {
      const { messages, ...page } = await client.conversations.history(query(card.channel, oldest, cursor));
      return { ...page, messages: messages?.filter(({ ts = '' }) => !earlier.has(ts)) };
    });
  }

  /** Where that channel can't be read any more, a possible duplicate is better than not posting. */
  async function findBefore(
    { channel, ts }: EarlierCard,
    { id, at }: DomainEvent,
  ): Promise<string | undefined> {
    try {
      return await searchBefore(id, (cursor) =>
        client.conversations.replies({ ...query(channel, secondsBefore(at), cursor), ts }),
      );
    } catch (error) {
      const { code } = chatErrorOf(error);
      if (code === 'channel-unusable' || code === 'card-gone') return undefined;
      throw error;
    }
  }

  return (stored, event, cardTs) =>
    mapSlackErrors(async () => {
      if (cardTs === undefined) return findCard(stored, event);
      const oldest = newestTs(stored, cardTs);
      const found = await search(event.id, (cursor) =>
        client.conversations.replies({ ...query(stored.card.channel, oldest, cursor), ts: cardTs }),
      );
      const before = found === undefined ? threadBefore(stored, event) : undefined;
      return before ? findBefore(before, event) : found;
    });
}

/** As an `oldest` of Slack's. */
const secondsBefore = (at: number): string => String((at - CLOCK_MARGIN_MS) / 1000);

/** The thread in which an event may have been posted before its card moved. */
function threadBefore({ events, card }: StoredMapping, { id }: DomainEvent): EarlierCard | undefined {
  const moved = events.findLastIndex(({ type }) => type === 'card.moved');
  const isEarlier = events.findIndex((each) => each.id === id) < moved;
  return isEarlier ? card.earlier?.findLast(({ because }) => because === 'moved') : undefined;
}

/** Latest known message, by Slack's clock; ours may differ. */
const newestTs = ({ messages }: StoredMapping, cardTs: string): string =>
  Object.values(messages).reduce((one, other) => (Number(other) > Number(one) ? other : one), cardTs);
