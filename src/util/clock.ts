/** Two clocks: one says what time it is, the other how long something took. Only the first can be set. */
export interface Clock {
  /** Wall clock, epoch ms: for what is stored or shown. */
  readonly now: () => number;
  /** Ms since some moment, never set back or forward: for waits, leases and pauses. */
  readonly monotonic: () => number;
}

export const systemClock: Clock = { now: Date.now, monotonic: () => performance.now() };

/** Calls again and again until it is cancelled. */
export type Ticker = (work: () => void) => { cancel(): void };
