import { backoffMs } from '../util/clock.js';
import type { ChatError, ChatErrorCode } from './chat.js';

/** What keeps a channel's messages waiting: true of the channel, whatever the message. */
export interface ChannelPause {
  readonly channel: string;
  readonly code: ChatErrorCode;
  readonly message: string;
  /** Monotonic, ms. */
  readonly until: number;
  readonly waitMs: number;
  /** Failures in a row. */
  readonly failures: number;
}

const FIRST_CHANNEL_PAUSE_MS = 1_000;
const MAX_CHANNEL_PAUSE_MS: Partial<Readonly<Record<ChatErrorCode, number>>> = {
  'channel-unusable': 10 * 60_000,
  unauthorised: 60_000,
  'rate-limited': 60_000,
};
/** Time alone does not mend these. */
const NEEDS_SOMEBODY: readonly ChatErrorCode[] = ['unauthorised', 'channel-unusable'];

/** Whether an error says something about the channel and not about the message. */
export const isAboutChannel = (code: ChatErrorCode): boolean => MAX_CHANNEL_PAUSE_MS[code] !== undefined;

/** Channels that take nothing for now. After each pause one message is tried; the pauses grow. */
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
  add(channel: string, { code, message, facts }: ChatError): number {
    const failures = (this.#pauses.get(channel)?.failures ?? 0) + 1;
    const backoff = { firstMs: FIRST_CHANNEL_PAUSE_MS, maxMs: MAX_CHANNEL_PAUSE_MS[code] ?? 0 };
    const waitMs = facts.retryAfterMs ?? backoffMs(failures, backoff, this.random());
    const until = this.monotonic() + waitMs;
    this.#pauses.set(channel, { channel, code, message, until, waitMs, failures });
    return waitMs;
  }

  /** Something went in, or somebody let the bot in. Returns whether there was a pause. */
  end(channel: string): boolean {
    return this.#pauses.delete(channel);
  }

  /** Those that somebody has to do something about, the newest last. */
  problems(): ChannelPause[] {
    return [...this.#pauses.values()].filter(({ code }) => NEEDS_SOMEBODY.includes(code));
  }
}
