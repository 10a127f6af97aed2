import type { ChatError, ChatErrorCode } from '../core/ports/chat-error.js';
import { backoffMs } from '../util/clock.js';

/** Why a channel's messages wait, for a reason that holds for the channel and not for one message. */
export interface ChannelPause {
  readonly channel: string;
  readonly code: ChatErrorCode;
  readonly message: string;
  /** Monotonic, ms. */
  readonly since: number;
  readonly until: number;
  readonly waitMs: number;
  /** Failures in a row. */
  readonly failures: number;
}

const FIRST_CHANNEL_PAUSE_MS = 1_000;
const FAILURES_FOR_THE_LONGEST = 20;
/** If a pause ended this long ago without another attempt, nothing waits: the cards moved away. */
const FORGOTTEN_AFTER_MS = 60_000;
const MAX_CHANNEL_PAUSE_MS: Partial<Readonly<Record<ChatErrorCode, number>>> = {
  'channel-unusable': 10 * 60_000,
  unauthorised: 60_000,
  'rate-limited': 60_000,
};
/** A person has to fix these; waiting doesn't help. */
const NEEDS_SOMEBODY: readonly ChatErrorCode[] = ['unauthorised', 'channel-unusable'];

/** Whether an error is about the channel rather than the message. */
export const isAboutChannel = (code: ChatErrorCode): boolean => MAX_CHANNEL_PAUSE_MS[code] !== undefined;

/** Channels that accept no messages at present. After each pause one message is tried; the pauses grow. */
export class ChannelPauses {
  readonly #pauses = new Map<string, ChannelPause>();

  constructor(
    private readonly monotonic: () => number,
    /** In [0, 1). */
    private readonly random: () => number,
  ) {}

  isPaused(channel: string): boolean {
    const pause = this.#pauses.get(channel);
    return pause !== undefined && this.monotonic() < pause.until;
  }

  /** Returns the pause in ms. */
  add(channel: string, error: ChatError): number {
    return this.#pause(channel, error, (this.#pauses.get(channel)?.failures ?? 0) + 1);
  }

  /** The longest pause at once, for a channel that is known to be unusable. */
  hold(channel: string, error: ChatError): void {
    this.#pause(channel, error, FAILURES_FOR_THE_LONGEST);
  }

  #pause(channel: string, { code, message, facts }: ChatError, failures: number): number {
    const backoff = { firstMs: FIRST_CHANNEL_PAUSE_MS, maxMs: MAX_CHANNEL_PAUSE_MS[code] ?? 0 };
    const waitMs = facts.retryAfterMs ?? backoffMs(failures, backoff, this.random());
    const since = this.monotonic();
    const until = since + waitMs;
    this.#pauses.set(channel, { channel, code, message, since, until, waitMs, failures });
    return waitMs;
  }

  /** Call when the bot was invited. Returns whether the channel was paused. */
  end(channel: string): boolean {
    return this.#pauses.delete(channel);
  }

  /** The same after a post; one that was sent (at `sentAt`, monotonic) before the pause began proves nothing. */
  endByPost(channel: string, sentAt: number): boolean {
    const pause = this.#pauses.get(channel);
    return pause !== undefined && pause.since <= sentAt && this.end(channel);
  }

  /** Pauses that a person has to fix, the newest last. */
  problems(): ChannelPause[] {
    return [...this.#pauses.values()].filter(
      ({ code, until }) => NEEDS_SOMEBODY.includes(code) && this.monotonic() < until + FORGOTTEN_AFTER_MS,
    );
  }
}
