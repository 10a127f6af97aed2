import type { DomainEvent } from '../mapping/event.js';
import type { Mapping } from '../mapping/mapping.js';
import type { MappingRecord } from '../store/store.js';

/**
 * Why Slack did not take a message.
 * `uncertain`: it may have; look before posting again. `rate-limited`: it has not, wait. `unavailable`: it has not, try
 * later. `channel-unusable`: archived, or the bot is not in it. `card-gone`: the root message was deleted.
 * `refused-content`: the blocks or text were refused. `unauthorised`: the token is no good.
 */
export type MessengerErrorCode =
  | 'uncertain'
  | 'rate-limited'
  | 'unavailable'
  | 'channel-unusable'
  | 'card-gone'
  | 'refused-content'
  | 'unauthorised';

export class MessengerError extends Error {
  override readonly name = 'MessengerError';
  constructor(
    readonly code: MessengerErrorCode,
    message: string,
    readonly facts: { readonly retryAfterMs?: number; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: facts.cause });
  }
}

/** Puts cards and replies into a channel. Every method throws `MessengerError`. */
export interface Messenger {
  /** Posts the card as the message of its `domain.requested` event; resolves with its `ts`. */
  postCard(record: MappingRecord, event: DomainEvent, companion?: Mapping): Promise<string>;
  /** Makes the card show the record's present state. */
  updateCard(record: MappingRecord, ts: string, companion?: Mapping): Promise<void>;
  /** Replies under the card; resolves with the reply's `ts`. */
  postReply(record: MappingRecord, event: DomainEvent, cardTs: string): Promise<string>;
  /** The `ts` of the message that carries the event's id, if the channel has one. */
  find(record: MappingRecord, event: DomainEvent, cardTs: string | undefined): Promise<string | undefined>;
}
