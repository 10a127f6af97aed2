import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { type Messenger, MessengerError, type PostOptions } from '../delivery/messenger.js';
import type { Log } from '../log.js';
import type { DomainEvent } from '../mapping/event.js';
import type { Mapping } from '../mapping/mapping.js';
import type { MappingRecord } from '../store/store.js';
import { told } from './errors.js';
import { fitView } from './limits.js';
import { cardMetadata, eventMetadata, leastMetadata } from './metadata.js';
import { createSearch } from './search.js';
import { inSimplerForms } from './simpler-forms.js';
import { repliedElsewhere } from './thread.js';
import type { View } from './view.js';
import type { PlainText } from './views/plain.js';

export interface MessengerOptions {
  readonly client: WebClient;
  readonly card: (record: MappingRecord, companion: Mapping | undefined) => View;
  readonly reply: (record: MappingRecord, event: DomainEvent) => View;
  /** What the present state is told with under a card that can't be edited any more. */
  readonly state: (record: MappingRecord) => View;
  readonly plain: PlainText;
  readonly log: Log;
}

/** Slack's clock and ours may differ. */
const CLOCK_MARGIN_MS = 3_600_000;
const PAGE = 100;
const QUIET = { unfurl_links: false, unfurl_media: false } as const;

interface Content {
  readonly view: View;
  readonly metadata: MessageMetadata | undefined;
}

/** Cards and replies in Slack, each with its event as message metadata. */
export function createSlackMessenger({
  client,
  card,
  reply,
  state,
  plain,
  log,
}: MessengerOptions): Messenger {
  const search = createSearch();

  /** A fault in a view is ours and not Slack's: it is logged, and the message goes out in its plain form. */
  function rendered(what: object, make: () => Content, plainly: () => Content): Content {
    try {
      const { view, metadata } = make();
      return { view: fitView(view), metadata };
    } catch (error) {
      log.error({ err: error, ...what }, 'a message could not be rendered: its plain form is posted');
      return plainly();
    }
  }

  /** The simplest form of an event that still says what happened. */
  const plainEvent = (text: string, event: DomainEvent): Content => ({
    view: fitView({ text, blocks: [] }),
    metadata: leastMetadata(event),
  });

  async function post(
    channel: string,
    content: Content,
    plainly: () => Content,
    threadTs?: string,
  ): Promise<string> {
    const send = ({ view: { text, blocks }, metadata }: Content) =>
      client.chat.postMessage({
        channel,
        text,
        ...QUIET,
        ...(metadata === undefined ? {} : { metadata }),
        ...(blocks.length === 0 ? {} : { blocks: [...blocks] }),
        ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      });
    const { view, metadata } = content;
    const { ts, message } = await inSimplerForms(
      () => send(content),
      () => send({ view: { text: view.text, blocks: [] }, metadata }),
      () => send(plainly()),
    );
    if (ts === undefined) throw new MessengerError('uncertain', 'Slack gave no ts');
    if (threadTs !== undefined && (await repliedElsewhere(client, { channel, ts, threadTs, message }, log)))
      throw new MessengerError('card-gone', 'Slack posted a reply into the channel: its card is gone');
    return ts;
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

  const contentOf = (
    event: DomainEvent,
    { isPlain, mayBeDuplicate }: PostOptions,
    make: () => Content,
    plainly: () => Content,
  ): Content => {
    const content = isPlain
      ? plainly()
      : rendered({ mapping: event.mapping, type: event.type }, make, plainly);
    return mayBeDuplicate ? { ...content, metadata: marked(content.metadata) } : content;
  };

  return {
    postCard: (record, event, companion, options = {}) => {
      const plainly = () => plainEvent(plain.card(record), event);
      const make = () => ({ view: card(record, companion), metadata: cardMetadata(event, record.mapping) });
      const content = contentOf(event, options, make, plainly);
      return told(() => post(record.card.channel, content, plainly));
    },

    postReply: (record, event, cardTs, options = {}) => {
      const plainly = () => plainEvent(plain.reply(record, event), event);
      const make = () => ({ view: reply(record, event), metadata: eventMetadata(event) });
      const content = contentOf(event, options, make, plainly);
      return told(() => post(record.card.channel, content, plainly, cardTs));
    },

    postState: async (record, cardTs) => {
      const plainly = () => ({ view: { text: plain.card(record), blocks: [] }, metadata: undefined });
      const make = () => ({ view: state(record), metadata: undefined });
      const content = rendered({ mapping: record.mapping.id }, make, plainly);
      await told(() => post(record.card.channel, content, plainly, cardTs));
    },

    updateCard: async (record, ts, companion) => {
      const plainly = () => ({
        view: fitView({ text: plain.card(record), blocks: [] }),
        metadata: undefined,
      });
      const make = () => ({ view: card(record, companion), metadata: metadataOf(record) });
      const content = rendered({ mapping: record.mapping.id }, make, plainly);
      // Metadata that is left out stays as it is; blocks would, too.
      const send = ({ view: { text, blocks }, metadata }: Content) =>
        client.chat.update({
          channel: record.card.channel,
          ts,
          text,
          blocks: [...blocks],
          ...(metadata === undefined ? {} : { metadata }),
        });
      await told(() =>
        inSimplerForms(
          () => send(content),
          () => send({ view: { text: content.view.text, blocks: [] }, metadata: content.metadata }),
          () => send(plainly()),
        ),
      );
    },

    find: (record, event, cardTs) =>
      told(() => search(event.id, (cursor) => page(record, event, cardTs, cursor))),
  };
}

const metadataOf = ({ events: [first], mapping }: MappingRecord): MessageMetadata | undefined =>
  first && cardMetadata(first, mapping);

/** For whoever finds two messages of one event: nobody could look whether the first was there. */
const marked = (metadata: MessageMetadata | undefined): MessageMetadata | undefined =>
  metadata && { ...metadata, event_payload: { ...metadata.event_payload, may_be_duplicate: true } };

/** Of the messages that are known; by Slack's clock, whatever ours says. */
const newestTs = ({ messages }: MappingRecord, cardTs: string): string =>
  Object.values(messages).reduce((one, other) => (Number(other) > Number(one) ? other : one), cardTs);
