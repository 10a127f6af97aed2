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
