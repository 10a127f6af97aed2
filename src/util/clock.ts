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

/** What a piece of work comes to; undefined when it takes longer. It goes on behind the back of whoever waits no more. */
export async function withTimeout<Result>(work: Promise<Result>, ms: number): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  const result = await Promise.race([work, late]);
  clearTimeout(timer);
  return result;
}

export interface Backoff {
  readonly firstMs: number;
  readonly maxMs: number;
}

/** Share of a pause by which it may be longer or shorter, so that what failed together does not come back together. */
const JITTER = 0.1;
/** Beyond this, doubling leaves the range of whole numbers. */
const MAX_DOUBLINGS = 30;

/** The pause after so many failures in a row (from 1): doubles up to `maxMs`, ±10 %. `random` is in [0, 1). */
export function backoffMs(failures: number, { firstMs, maxMs }: Backoff, random: number): number {
  const doublings = Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS);
  const pauseMs = Math.min(firstMs * 2 ** doublings, maxMs);
  return Math.round(pauseMs * (1 - JITTER + 2 * JITTER * random));
}
