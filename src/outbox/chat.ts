import type { DomainEvent } from '../core/event.js';
import type { Mapping } from '../core/mapping.js';
import type { StoredMapping } from '../store/store.js';

/**
 * Why Slack did not take a message, by how far the reason reaches.
 * Transient. `uncertain`: it may have; look before posting again. `rate-limited`: it has not, wait. `unavailable`: it has
 * not, try later. `unknown`: it has not, for a reason that this version does not know; transient for so many attempts.
 * Permanent for this call. `refused-content`: blocks, text or metadata were refused. `refused-call`: anything else about
 * the call. `card-gone`: the root message was deleted. `card-fixed`: it is there and can't be edited any more.
 * `thread-locked`: nobody may reply under it.
 * For this place. `channel-unusable`: archived, restricted, or the bot is not in it or may not do this there.
 * Everywhere. `unauthorised`: the token is no good.
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
  /** Slack's own name of the error, where it gave one. */
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
  /** Only its plain sentence and the least metadata that identifies it: what was refused before. */
  readonly isPlain?: boolean;
  /** Nobody could look whether it was posted before: the message says so in its metadata. */
  readonly mayBeDuplicate?: boolean;
}

/** Puts cards and replies into a channel. Every method throws `ChatError`, and nothing else. */
export interface Chat {
  /** Posts the card as the message of its `domain.requested` event; resolves with its `ts`. */
  postCard(stored: StoredMapping, event: DomainEvent, www?: Mapping, options?: PostOptions): Promise<string>;
  /** Makes the card show the record's present state. */
  updateCard(stored: StoredMapping, ts: string, www?: Mapping): Promise<void>;
  /** Replies under the card; resolves with the reply's `ts`. Throws `card-gone` when Slack posted it into the channel. */
  postReply(
    stored: StoredMapping,
    event: DomainEvent,
    cardTs: string,
    options?: PostOptions,
  ): Promise<string>;
  /** Tells the mapping's present state under a card that can't be edited any more. */
  postState(stored: StoredMapping, cardTs: string): Promise<void>;
  /** The `ts` of the message that carries the event's id, if the channel has one. */
  find(stored: StoredMapping, event: DomainEvent, cardTs: string | undefined): Promise<string | undefined>;
}
