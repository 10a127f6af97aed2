import type { DomainEvent } from '../core/events/event.js';
import type { EarlierCard, ReplyPart, StoredMapping } from '../store/store.js';

/** A mapping with a card, and the www mapping that shares its card and thread. */
export interface ThreadOf<Part extends ReplyPart> {
  readonly main: Part;
  readonly www?: Part | undefined;
}

export type CardThread = ThreadOf<StoredMapping>;
/** All that a reply in the thread takes. */
export type ReplyThread = ThreadOf<ReplyPart>;

export const membersOf = <Part extends ReplyPart>({ main, www }: ThreadOf<Part>): readonly Part[] =>
  www ? [main, www] : [main];

/** How a message is posted. */
export interface PostOptions {
  /**
   * Post only the plain sentence and the minimal metadata that identifies each event, because the full form was
   * refused.
   */
  readonly isPlain?: boolean;
  /** Could not check whether it was posted before; the message's metadata says so. */
  readonly mayBeDuplicate?: boolean;
}

/** A posted message, and the IDs of the events that it carries. */
export interface FoundMessage {
  readonly ts: string;
  readonly events: readonly string[];
}

/**
 * Posts cards and replies to a channel. Every method throws only `ChatError`. A card's metadata also holds the pending
 * events that need no reply of their own.
 */
export interface Chat {
  /** Posts the card as the message of its first event; resolves with its `ts`. */
  postCard(thread: CardThread, event: DomainEvent, options?: PostOptions): Promise<string>;
  /** Updates the card to the records' current state. */
  updateCard(thread: CardThread, ts: string): Promise<void>;
  /**
   * Replies under the card with one message for all events; resolves with its `ts`. Throws `card-gone` when Slack
   * posted it into the channel.
   */
  postReply(
    thread: ReplyThread,
    events: readonly DomainEvent[],
    cardTs: string,
    options?: PostOptions,
  ): Promise<string>;
  /** Posts the mapping's current state under a card that can't be edited any more. */
  postState(stored: StoredMapping, cardTs: string): Promise<void>;
  /**
   * Turns an earlier card into a link to the present one, and says in its thread where it moved. `mayBeThere`: an earlier
   * attempt may have said so.
   */
  pointToCard(stored: StoredMapping, earlier: EarlierCard, mayBeThere: boolean): Promise<void>;
  /** The message that carries one of the events; with `cardTs`, a reply under that card, otherwise a card. */
  find(
    thread: ReplyThread,
    events: readonly DomainEvent[],
    cardTs: string | undefined,
  ): Promise<FoundMessage | undefined>;
}
