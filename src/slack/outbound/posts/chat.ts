import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { DomainEvent } from '../../../core/events/event.js';
import type { Mapping } from '../../../core/mapping.js';
import { ChatError } from '../../../core/ports/chat-error.js';
import {
  type CardThread,
  type Chat,
  membersOf,
  type PostOptions,
  type ReplyThread,
} from '../../../outbox/chat.js';
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
  readonly reply: (thread: ReplyThread, events: readonly DomainEvent[]) => View;
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
export const createSlackChat = (options: SlackChatOptions): Chat => {
  const { client, pointer, plain, log } = options;
  const posts = new SlackPosts(options);
  return {
    postCard: (...args) => posts.card(...args),
    postReply: (...args) => posts.reply(...args),
    postState: (...args) => posts.state(...args),
    updateCard: (...args) => posts.update(...args),
    pointToCard: createPointer({ client, view: pointer, plain: plain.card, log }),
    find: createFinder(client),
  };
};

/** How a message is built, and its form for when that fails. */
interface Forms {
  readonly make: () => Content;
  readonly plainly: () => Content;
}

class SlackPosts {
  constructor(private readonly options: SlackChatOptions) {}

  card(thread: CardThread, event: DomainEvent, how: PostOptions = {}): Promise<string> {
    const { card, plain } = this.options;
    const { main, www } = thread;
    const forms: Forms = {
      plainly: () => plainContent(plain.card(main), [event]),
      make: () => ({
        view: card(main, www?.mapping),
        metadata: cardMetadata(event, main.mapping, heldIn(asIfPosted(thread), event)),
      }),
    };
    return this.#post(main.card.channel, this.#contentOf([event], how, forms), forms.plainly);
  }

  reply(
    thread: ReplyThread,
    events: readonly DomainEvent[],
    cardTs: string,
    how: PostOptions = {},
  ): Promise<string> {
    const { reply, plain } = this.options;
    const { main } = thread;
    const [first, ...others] = events;
    const forms: Forms = {
      plainly: () => plainContent(events.map((event) => plain.reply(main, event)).join('\n'), events),
      make: () => ({ view: reply(thread, events), metadata: first && eventMetadata(first, ...others) }),
    };
    return this.#post(main.card.channel, this.#contentOf(events, how, forms), forms.plainly, cardTs);
  }

  async state(stored: StoredMapping, cardTs: string): Promise<void> {
    const { state, plain } = this.options;
    const forms: Forms = {
      plainly: () => ({ view: { text: plain.card(stored), blocks: [] }, metadata: undefined }),
      make: () => ({ view: state(stored), metadata: undefined }),
    };
    const content = this.#rendered({ mapping: stored.mapping.id }, forms);
    await this.#post(stored.card.channel, content, forms.plainly, cardTs);
  }

  async update(thread: CardThread, ts: string): Promise<void> {
    const { client, card, plain } = this.options;
    const { main, www } = thread;
    const forms: Forms = {
      plainly: () => ({ view: fitView({ text: plain.card(main), blocks: [] }), metadata: undefined }),
      make: () => ({ view: card(main, www?.mapping), metadata: metadataOf(thread) }),
    };
    const content = this.#rendered({ mapping: main.mapping.id }, forms);
    // Omitted metadata keeps its value; so would omitted blocks.
    const send = ({ view: { text, blocks }, metadata }: Content) =>
      client.chat.update({
        channel: main.card.channel,
        ts,
        text,
        blocks: [...blocks],
        ...(metadata === undefined ? {} : { metadata }),
      });
    await mapSlackErrors(() => inEverSimplerForms(send, content, forms.plainly));
  }

  #post(channel: string, content: Content, plainly: () => Content, threadTs?: string): Promise<string> {
    return mapSlackErrors(() => this.#postUnmapped(channel, content, plainly, threadTs));
  }

  /** Throws what Slack's client throws. */
  async #postUnmapped(
    channel: string,
    content: Content,
    plainly: () => Content,
    threadTs: string | undefined,
  ): Promise<string> {
    const { client, log } = this.options;
    const send = ({ view: { text, blocks }, metadata }: Content) =>
      client.chat.postMessage({
        channel,
        text,
        ...QUIET,
        ...(metadata === undefined ? {} : { metadata }),
        ...(blocks.length === 0 ? {} : { blocks: [...blocks] }),
        ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      });
    const { ts, message } = await inEverSimplerForms(send, content, plainly);
    if (ts === undefined) throw new ChatError('uncertain', 'Slack gave no ts');
    if (threadTs !== undefined && (await repliedElsewhere(client, { channel, ts, threadTs, message }, log)))
      throw new ChatError('card-gone', 'Slack posted a reply into the channel: its card is gone');
    return ts;
  }

  #contentOf(
    events: readonly DomainEvent[],
    { isPlain, mayBeDuplicate }: PostOptions,
    forms: Forms,
  ): Content {
    const what = { mapping: events[0]?.mapping, types: events.map(({ type }) => type) };
    const content = isPlain ? forms.plainly() : this.#rendered(what, forms);
    return mayBeDuplicate ? { ...content, metadata: marked(content.metadata) } : content;
  }

  /** A fault in a view is ours, not Slack's: it is logged, and the message is posted in its plain form. */
  #rendered(what: object, { make, plainly }: Forms): Content {
    try {
      const { view, metadata } = make();
      return { view: fitView(view), metadata };
    } catch (error) {
      this.options.log.error(
        { err: error, ...what },
        'message could not be rendered; posting its plain form',
      );
      return plainly();
    }
  }
}

/** As it is; without its blocks; plain. */
const inEverSimplerForms = <Sent>(
  send: (content: Content) => Promise<Sent>,
  content: Content,
  plainly: () => Content,
): Promise<Sent> =>
  inSimplerForms(
    () => send(content),
    () => send({ view: { text: content.view.text, blocks: [] }, metadata: content.metadata }),
    () => send(plainly()),
  );

/** The simplest form of a message that still says what happened. */
const plainContent = (text: string, [first, ...others]: readonly DomainEvent[]): Content => ({
  view: fitView({ text, blocks: [] }),
  metadata: first && leastMetadata(first, ...others),
});

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
