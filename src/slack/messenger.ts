import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { type Messenger, MessengerError } from '../delivery/messenger.js';
import type { DomainEvent } from '../mapping/event.js';
import type { Mapping } from '../mapping/mapping.js';
import type { MappingRecord } from '../store/store.js';
import { messengerError, told } from './errors.js';
import { fitView } from './limits.js';
import { cardMetadata, eventMetadata } from './metadata.js';
import { createSearch } from './search.js';
import type { View } from './view.js';

export interface MessengerOptions {
  readonly client: WebClient;
  readonly card: (record: MappingRecord, companion: Mapping | undefined) => View;
  readonly reply: (record: MappingRecord, event: DomainEvent) => View;
}

/** Slack's clock and ours may differ. */
const CLOCK_MARGIN_MS = 3_600_000;
const PAGE = 100;
const QUIET = { unfurl_links: false, unfurl_media: false } as const;

/** Cards and replies in Slack, each with its event as message metadata. */
export function createSlackMessenger({ client, card, reply }: MessengerOptions): Messenger {
  const search = createSearch();

  async function post(
    channel: string,
    view: View,
    metadata: MessageMetadata,
    threadTs?: string,
  ): Promise<string> {
    const { text, blocks } = fitView(view);
    const message = {
      channel,
      text,
      metadata,
      ...QUIET,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    };
    const answer = await orAsPlainText(
      () => client.chat.postMessage({ ...message, blocks: [...blocks] }),
      () => client.chat.postMessage(message),
    );
    if (answer.ts === undefined) throw new MessengerError('uncertain', 'Slack gave no ts');
    return answer.ts;
  }

  /** The pages that may hold the event: the thread since what was told last, or the channel since about the event. */
  function page(
    record: MappingRecord,
    event: DomainEvent,
    cardTs: string | undefined,
    cursor: string | undefined,
  ) {
    const query = {
      channel: record.card.channel,
      include_all_metadata: true,
      limit: PAGE,
      oldest: cardTs === undefined ? String((event.at - CLOCK_MARGIN_MS) / 1000) : newestTs(record, cardTs),
      ...(cursor === undefined ? {} : { cursor }),
    };
    return cardTs === undefined
      ? client.conversations.history(query)
      : client.conversations.replies({ ...query, ts: cardTs });
  }

  return {
    postCard: (record, event, companion) =>
      told(() => post(record.card.channel, card(record, companion), cardMetadata(event, record.mapping))),

    postReply: (record, event, cardTs) =>
      told(() => post(record.card.channel, reply(record, event), eventMetadata(event), cardTs)),

    updateCard: (record, ts, companion) =>
      told(async () => {
        const { text, blocks } = fitView(card(record, companion));
        const message = { channel: record.card.channel, ts, text, ...metadataOf(record) };
        await orAsPlainText(
          () => client.chat.update({ ...message, blocks: [...blocks] }),
          () => client.chat.update({ ...message, blocks: [] }),
        );
      }),

    find: (record, event, cardTs) =>
      told(() => search(event.id, (cursor) => page(record, event, cardTs, cursor))),
  };
}

/** Metadata that is left out stays as it is. */
function metadataOf({ events: [first], mapping }: MappingRecord): { metadata?: MessageMetadata } {
  return first ? { metadata: cardMetadata(first, mapping) } : {};
}

/** Of the messages that are known; by Slack's clock, whatever ours says. */
const newestTs = ({ messages }: MappingRecord, cardTs: string): string =>
  Object.values(messages).reduce((one, other) => (Number(other) > Number(one) ? other : one), cardTs);

/** Blocks that Slack refuses must not hold back what they say. */
async function orAsPlainText<Answer>(
  withBlocks: () => Promise<Answer>,
  plain: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await withBlocks();
  } catch (error) {
    if (messengerError(error).code !== 'refused-content') throw error;
    return plain();
  }
}
