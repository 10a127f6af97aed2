import type { WebClient } from '@slack/web-api';
import type { DomainEvent } from '../../../core/events/event.js';
import { type Chat, membersOf, type ReplyThread } from '../../../outbox/chat.js';
import type { EarlierCard } from '../../../store/store.js';
import { chatErrorOf, mapSlackErrors } from '../errors.js';
import { createSearch, oldestSince, type SearchPage, type SearchResult } from './search.js';

type Events = readonly DomainEvent[];

/** Searches for the message of events: in the thread since the last report, or in the channel since the card was due. */
export function createFinder(client: WebClient): Chat['find'] {
  const search = createSearch();
  const searchBefore = createSearch();

  function findCard(thread: ReplyThread, events: Events): Promise<SearchResult | undefined> {
    const { channel, earlier = [] } = thread.main.card;
    const oldest = oldestSince(movedAt(thread) ?? earliestAt(events));
    // Each of the mapping's cards carries its first event.
    const cards = new Set(earlier.filter((each) => each.channel === channel).map(({ ts }) => ts));
    return search(idsOf(events), async (page): Promise<SearchPage> => {
      const { messages, ...rest } = await client.conversations.history({ channel, oldest, ...page });
      return { ...rest, messages: messages?.filter(({ ts = '' }) => !cards.has(ts)) };
    });
  }

  function findReply(thread: ReplyThread, events: Events, cardTs: string): Promise<SearchResult | undefined> {
    const oldest = newestTs(thread, events, cardTs);
    const { channel } = thread.main.card;
    return search(idsOf(events), (page) =>
      client.conversations.replies({ channel, ts: cardTs, oldest, ...page }),
    );
  }

  function findBefore({ channel, ts }: EarlierCard, events: Events): Promise<SearchResult | undefined> {
    const oldest = oldestSince(earliestAt(events));
    return unlessGone(() =>
      searchBefore(idsOf(events), (page) => client.conversations.replies({ channel, ts, oldest, ...page })),
    );
  }

  async function find(
    thread: ReplyThread,
    events: Events,
    cardTs: string | undefined,
  ): Promise<SearchResult | undefined> {
    if (cardTs === undefined) return findCard(thread, events);
    const found = await findReply(thread, events, cardTs);
    const before = found ? undefined : threadBefore(thread, events);
    return before ? findBefore(before, events) : found;
  }

  return async (thread, events, cardTs) => {
    const found = await mapSlackErrors(() => find(thread, events, cardTs));
    return found && { ts: found.ts, events: found.ids };
  };
}

/** If that channel can't be read any more, a possible duplicate is better than no message. */
async function unlessGone<Found>(find: () => Promise<Found>): Promise<Found | undefined> {
  try {
    return await find();
  } catch (error) {
    const { code } = chatErrorOf(error);
    if (code === 'channel-unusable' || code === 'card-gone') return undefined;
    throw error;
  }
}

const idsOf = (events: Events): string[] => events.map(({ id }) => id);

const earliestAt = (events: Events): number => Math.min(...events.map(({ at }) => at));

const movedAt = ({ main }: ReplyThread): number | undefined =>
  main.events.findLast(({ type }) => type === 'card.moved')?.at;

/** The thread in which events may have been posted before their card moved. */
function threadBefore(thread: ReplyThread, events: Events): EarlierCard | undefined {
  const at = movedAt(thread);
  const isBefore = at !== undefined && events.some((event) => event.at <= at && event.type !== 'card.moved');
  return isBefore ? thread.main.card.earlier?.findLast(({ because }) => because === 'moved') : undefined;
}

/** The latest message known of the mappings that the events are about, by Slack's clock; ours may differ. */
function newestTs(thread: ReplyThread, events: Events, cardTs: string): string {
  const times = membersOf(thread)
    .filter(({ mapping }) => events.some((event) => event.mapping === mapping.id))
    .map(({ messages }) => latest([cardTs, ...Object.values(messages)]));
  return times.reduce((one, other) => (Number(other) < Number(one) ? other : one), times[0] ?? cardTs);
}

const latest = (times: readonly string[]): string =>
  times.reduce((one, other) => (Number(other) > Number(one) ? other : one));
