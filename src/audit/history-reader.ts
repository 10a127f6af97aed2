import type { DomainEvent } from '../core/event.js';
import type { Mapping } from '../core/mapping.js';

/** A message of ours, or one that claims to be. */
export interface PostedMessage {
  readonly channel: string;
  readonly ts: string;
  /** Posted by this bot, not by another app that carries the same kind of metadata. */
  readonly isOurs: boolean;
  readonly isEdited: boolean;
  readonly isReply: boolean;
  /** Absent from a message of ours whose metadata was taken away or spoilt. */
  readonly event?: DomainEvent | undefined;
  /** What a card says that its mapping is. */
  readonly mapping?: Mapping | undefined;
  /** Its event's details were left out: Slack had refused them. */
  readonly isReduced?: boolean | undefined;
}

/** A message of the channel itself, and whether what is under it can be ours. */
export interface Root {
  readonly ts: string;
  readonly replyCount: number;
  /** A card, or what Slack leaves of a deleted message that had replies. */
  readonly mayHoldOurs: boolean;
  readonly message?: PostedMessage | undefined;
}

export interface RootPage {
  readonly roots: readonly Root[];
  /** Slack hides what is older than its plan shows. */
  readonly isLimited: boolean;
}

/** Reads channels back, at the pace that Slack allows. Methods throw once Slack has been away for long. */
export interface HistoryReader {
  /** The channels that the bot is in. */
  channels(): Promise<string[]>;
  /** Newest first, a page at a time. */
  roots(channel: string): AsyncIterable<RootPage>;
  replies(channel: string, ts: string): Promise<PostedMessage[]>;
}
