import type { DomainEvent } from '../core/events/event.js';
import type { Mapping } from '../core/mapping.js';

/** An event in the bot's message, or in one that claims to be; or such a message without an event. */
export interface PostedMessage {
  readonly channel: string;
  readonly ts: string;
  /** Posted by this bot, not by another app with the same kind of metadata. */
  readonly isOurs: boolean;
  readonly isEdited: boolean;
  readonly isReply: boolean;
  /** Absent if the message's metadata was removed or damaged. */
  readonly event?: DomainEvent | undefined;
  /** The mapping that a card carries. */
  readonly mapping?: Mapping | undefined;
  /** A card holds the event until a reply carries it. */
  readonly isHeld?: boolean | undefined;
  /** The event's details are missing because Slack refused them. */
  readonly isReduced?: boolean | undefined;
}

/** A top-level message of the channel. */
export interface Root {
  readonly ts: string;
  readonly replyCount: number;
  /**
   * Whether its thread can hold our messages: a card, or Slack's placeholder for a deleted message with
   * replies.
   */
  readonly mayHoldOurs: boolean;
  /** One for each event that the root message carries; empty if it isn't ours. */
  readonly messages: readonly PostedMessage[];
}

export interface RootPage {
  readonly roots: readonly Root[];
  /** Slack hides messages older than its plan allows. */
  readonly isLimited: boolean;
}

/** Reads channel history within Slack's rate limits. Methods throw when Slack stays unavailable. */
export interface HistoryReader {
  /** The channels the bot is a member of. */
  channels(): Promise<string[]>;
  /** Newest first, one page at a time. */
  roots(channel: string): AsyncIterable<RootPage>;
  replies(channel: string, ts: string): Promise<PostedMessage[]>;
}
