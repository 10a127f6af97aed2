import type { ChatError } from '../core/ports/chat-error.js';

/** Where Slack doesn't say how long. */
const DEFAULT_PAUSE_MS = 30_000;
/** Of a pause: cards that waited are updated within this time after it, so that Slack isn't asked for all at once again. */
const SPREAD = 0.5;

/**
 * Slack counts updates of cards for the whole workspace, apart from posts: while it asks to wait with them, the cards of
 * all channels wait, and posts go on.
 */
export class UpdatePause {
  /** Monotonic, ms. */
  #until = Number.NEGATIVE_INFINITY;
  #spreadMs = 0;

  constructor(
    private readonly monotonic: () => number,
    /** In [0, 1). */
    private readonly random: () => number,
  ) {}

  /** Returns the pause in ms. */
  add({ facts: { retryAfterMs = DEFAULT_PAUSE_MS } }: ChatError): number {
    this.#spreadMs = retryAfterMs * SPREAD;
    this.#until = Math.max(this.#until, this.monotonic() + retryAfterMs);
    return retryAfterMs;
  }

  /** How long a card that is due now has to wait, in ms; 0: it may be updated. */
  waitMs(): number {
    const leftMs = this.#until - this.monotonic();
    return leftMs > 0 ? leftMs + this.#spreadMs * this.random() : 0;
  }
}
