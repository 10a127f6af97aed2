export interface Rate {
  /** The burst size. */
  readonly burst: number;
  /** The refill interval of one token, in ms. */
  readonly gapMs: number;
}

/** A token bucket (GCRA: its whole state is one number). `now` is monotonic, in ms. */
export class TokenBucket {
  #fullAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly rate: Rate) {}

  /** Takes a token and returns 0; if the bucket is empty, takes nothing and returns the ms until the next. */
  take(now: number): number {
    const { burst, gapMs } = this.rate;
    // If the clock was set back, wait no longer than for an empty bucket.
    const fullAt = Math.max(now, Math.min(this.#fullAt, now + burst * gapMs));
    const waitMs = fullAt + gapMs - burst * gapMs - now;
    if (waitMs > 0) return Math.ceil(waitMs);
    this.#fullAt = fullAt + gapMs;
    return 0;
  }

  /** Takes the next token, even a future one, and returns its time. */
  reserve(now: number): number {
    const { burst, gapMs } = this.rate;
    this.#fullAt = Math.max(this.#fullAt, now) + gapMs;
    return this.#fullAt - burst * gapMs;
  }
}
