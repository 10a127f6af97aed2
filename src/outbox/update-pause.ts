import type { ChatError } from '../core/ports/chat-error.js';

/** Where Slack doesn't say how long. */
const DEFAULT_PAUSE_MS = 30_000;

/**
 * Slack counts updates of cards for the whole workspace, apart from posts: while it asks to wait with them, the cards of
 * all channels wait, and posts go on.
 */
export class UpdatePause {
  /** Monotonic, ms. */
  #until = Number.NEGATIVE_INFINITY;

  constructor(private readonly monotonic: () => number) {}

  /** Returns the pause in ms. */
  add({ facts: { retryAfterMs = DEFAULT_PAUSE_MS } }: ChatError): number {
    this.#until = Math.max(this.#until, this.monotonic() + retryAfterMs);
    return retryAfterMs;
  }

  /** 0 or less: cards may be updated. */
  leftMs(): number {
    return this.#until - this.monotonic();
  }
}
