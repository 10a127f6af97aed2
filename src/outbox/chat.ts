import type { DomainEvent } from '../core/event.js';
import type { Mapping } from '../core/mapping.js';
import type { EarlierCard, StoredMapping } from '../store/store.js';

/**
 * Why Slack did not accept a message, by how far the reason reaches.
 * Transient. `uncertain`: it may have been posted; search before posting again. `rate-limited`: not posted,
 * wait. `unavailable`: not posted, try later. `unknown`: not posted, for a reason this version doesn't know;
 * transient for a limited number of attempts.
 * Permanent for this call. `refused-content`: blocks, text or metadata were refused. `refused-call`: anything
 * else about the call. `card-gone`: the root message was deleted. `card-fixed`: it exists but can't be edited
 * any more. `thread-locked`: replies are disabled.
 * For this channel. `channel-unusable`: archived, restricted, or the bot is not a member or lacks permission.
 * Everywhere. `unauthorised`: the token is invalid.
 */
export type ChatErrorCode =
  | 'uncertain'
  | 'rate-limited'
  | 'unavailable'
  | 'unknown'
  | 'channel-unusable'
  | 'card-gone'
  | 'card-fixed'
  | 'thread-locked'
  | 'refused-content'
  | 'refused-call'
  | 'unauthorised';

export interface ChatErrorFacts {
  readonly retryAfterMs?: number;
  /** Slack's error name, if it gave one. */
  readonly name?: string;
  readonly cause?: unknown;
}

export class ChatError extends Error {
  override readonly name = 'ChatError';
  constructor(
    readonly code: ChatErrorCode,
    message: string,
    readonly facts: ChatErrorFacts = {},
  ) {
    super(message, { cause: facts.cause });
  }
}

/** How an event is posted. */
export interface PostOptions {
  /**
   * Post only the plain sentence and the minimal metadata that identifies it, because the full form was
   * refused.
   */
  readonly isPlain?: boolean;
  /** Could not check whether it was posted before; the message's metadata says so. */
  readonly mayBeDuplicate?: boolean;
}

/** Posts cards and replies to a channel. Every method throws only `ChatError`. */
export interface Chat {
  /** Posts the card as the message of its `domain.requested` event; resolves with its `ts`. */
  postCard(stored: StoredMapping, event: DomainEvent, www?: Mapping, options?: PostOptions): Promise<string>;
  /** Updates the card to the record's current state. */
  updateCard(stored: StoredMapping, ts: string, www?: Mapping): Promise<void>;
  /** Replies under the card; resolves with the reply's `ts`. Throws `card-gone` when Slack posted it into the channel. */
  postReply(
    stored: StoredMapping,
    event: DomainEvent,
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
  /** The `ts` of the message that carries the event's id, or undefined. */
  find(stored: StoredMapping, event: DomainEvent, cardTs: string | undefined): Promise<string | undefined>;
}
