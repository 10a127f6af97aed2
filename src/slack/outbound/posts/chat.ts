import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { DomainEvent } from '../../../core/events/event.js';
import type { Mapping } from '../../../core/mapping.js';
import { ChatError } from '../../../core/ports/chat-error.js';
import { type CardThread, type Chat, membersOf, type PostOptions } from '../../../outbox/chat.js';
import { heldEvents } from '../../../store/pending.js';
import type { StoredMapping } from '../../../store/store.js';
import type { Log } from '../../../util/log.js';
import { fitView } from '../../blocks/limits.js';
import type { PlainText, View } from '../../blocks/view.js';
import { mapSlackErrors } from '../errors.js';
import { cardMetadata, eventMetadata, inSimplerForms, leastMetadata } from '../metadata.js';
import { createFinder } from './find-message.js';
import { createPointer } from './pointer.js';
import { repliedElsewhere } from './thread.js';

export interface SlackChatOptions {
  readonly client: WebClient;
  readonly card: (stored: StoredMapping, www: Mapping | undefined) => View;
  /** One message for all events of a mapping and its www mapping. */
  readonly reply: (thread: CardThread, events: readonly DomainEvent[]) => View;
  /** Posts the present state under a card that can no longer be edited. */
  readonly state: (stored: StoredMapping) => View;
  /** Replaces an earlier card with a link to the present one. */
  readonly pointer: (stored: StoredMapping) => View;
  readonly plain: PlainText;
  readonly log: Log;
}

const QUIET = { unfurl_links: false, unfurl_media: false } as const;

interface Content {
  readonly view: View;
  readonly metadata: MessageMetadata | undefined;
}

/** Posts cards and replies to Slack, each with its event as message metadata. */
export function createSlackChat({ client, card, reply, state, pointer, plain, log }: SlackChatOptions): Chat {
  /** A fault in a view is ours, not Slack's: it is logged, and the message is posted in its plain form. */
  function rendered(what: object, make: () => Content, plainly: () => Content): Content {
    try {
      const { view, metadata } = make();
      return { view: fitView(view), metadata };
    } catch (error) {
      log.error({ err: error, ...what }, 'message could not be rendered; posting its plain form');
      return plainly();
    }
  }

  /** The simplest form of a message that still says what happened. */
  const plainMessage = (text: string, [first, ...others]: readonly DomainEvent[]): Content => ({
    view: fitView({ text, blocks: [] }),
    metadata: first && leastMetadata(first, ...others),
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
    if (ts === undefined) throw new ChatError('uncertain', 'Slack gave no ts');
    if (threadTs !== undefined && (await repliedElsewhere(client, { channel, ts, threadTs, message }, log)))
      throw new ChatError('card-gone', 'Slack posted a reply into the channel: its card is gone');
    return ts;
  }

  const contentOf = (
    events: readonly DomainEvent[],
    { isPlain, mayBeDuplicate }: PostOptions,
    make: () => Content,
    plainly: () => Content,
  ): Content => {
    const content = isPlain
      ? plainly()
      : rendered({ mapping: events[0]?.mapping, types: events.map(({ type }) => type) }, make, plainly);
    return mayBeDuplicate ? { ...content, metadata: marked(content.metadata) } : content;
  };

  return {
    postCard: (thread, event, options = {}) => {
      const { main, www } = thread;
      const plainly = () => plainMessage(plain.card(main), [event]);
      const make = () => ({
        view: card(main, www?.mapping),
        metadata: cardMetadata(event, main.mapping, heldIn(asIfPosted(thread), event)),
      });
      const content = contentOf([event], options, make, plainly);
      return mapSlackErrors(() => post(main.card.channel, content, plainly));
    },

    postReply: (thread, events, cardTs, options = {}) => {
      const { main } = thread;
      const [first, ...others] = events;
      const plainly = () => plainMessage(events.map((event) => plain.reply(main, event)).join('\n'), events);
      const make = () => ({
        view: reply(thread, events),
        metadata: first && eventMetadata(first, ...others),
      });
      const content = contentOf(events, options, make, plainly);
      return mapSlackErrors(() => post(main.card.channel, content, plainly, cardTs));
    },

    postState: async (stored, cardTs) => {
      const plainly = () => ({ view: { text: plain.card(stored), blocks: [] }, metadata: undefined });
      const make = () => ({ view: state(stored), metadata: undefined });
      const content = rendered({ mapping: stored.mapping.id }, make, plainly);
      await mapSlackErrors(() => post(stored.card.channel, content, plainly, cardTs));
    },

    updateCard: async (thread, ts) => {
      const { main: stored, www } = thread;
      const plainly = () => ({
        view: fitView({ text: plain.card(stored), blocks: [] }),
        metadata: undefined,
      });
      const make = () => ({ view: card(stored, www?.mapping), metadata: metadataOf(thread) });
      const content = rendered({ mapping: stored.mapping.id }, make, plainly);
      // Omitted metadata keeps its value; so would omitted blocks.
      const send = ({ view: { text, blocks }, metadata }: Content) =>
        client.chat.update({
          channel: stored.card.channel,
          ts,
          text,
          blocks: [...blocks],
          ...(metadata === undefined ? {} : { metadata }),
        });
      await mapSlackErrors(() =>
        inSimplerForms(
          () => send(content),
          () => send({ view: { text: content.view.text, blocks: [] }, metadata: content.metadata }),
          () => send(plainly()),
        ),
      );
    },

    pointToCard: createPointer({ client, view: pointer, plain: plain.card, log }),

    find: createFinder(client),
  };
}

/** The thread as if its card were posted already. */
const asIfPosted = ({ main, www }: CardThread): CardThread => ({
  main: { ...main, card: { ...main.card, ts: '' } },
  www,
});

/** What the card holds besides its own event. */
const heldIn = (thread: CardThread, own: DomainEvent): DomainEvent[] =>
  membersOf(thread)
    .flatMap(heldEvents)
    .filter(({ id }) => id !== own.id);

function metadataOf(thread: CardThread): MessageMetadata | undefined {
  const { events, mapping } = thread.main;
  const [first] = events;
  return first && cardMetadata(first, mapping, heldIn(thread, first));
}

/** Explains a possible duplicate: nobody could check whether the first message was there. */
const marked = (metadata: MessageMetadata | undefined): MessageMetadata | undefined =>
  metadata && { ...metadata, event_payload: { ...metadata.event_payload, may_be_duplicate: true } };
