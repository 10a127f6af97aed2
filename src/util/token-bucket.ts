export interface Rate {
  /** So many at once. */
  readonly burst: number;
  /** One more after so long. */
  readonly gapMs: number;
}

/** A bucket of tokens that fills in time (the GCRA form: one number is its whole state). `now` is monotonic, in ms. */
export class TokenBucket {
  #fullAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly rate: Rate) {}

  /** Takes a token and returns 0; returns the ms until there is one, and takes nothing, when the bucket is empty. */
  take(now: number): number {
    const { burst, gapMs } = this.rate;
    // A clock that was set back makes no wait longer than an empty bucket does.
    const fullAt = Math.max(now, Math.min(this.#fullAt, now + burst * gapMs));
    const waitMs = fullAt + gapMs - burst * gapMs - now;
    if (waitMs > 0) return Math.ceil(waitMs);
    this.#fullAt = fullAt + gapMs;
    return 0;
  }

  /** Takes the next token even if it comes later, and returns when it does. */
  reserve(now: number): number {
    const { burst, gapMs } = this.rate;
    this.#fullAt = Math.max(this.#fullAt, now) + gapMs;
    return this.#fullAt - burst * gapMs;
  }
}
