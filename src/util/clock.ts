/** Two clocks: one gives the time, the other measures durations. Only the first can be set. */
export interface Clock {
  /** Wall clock, epoch ms: for what is stored or shown. */
  readonly now: () => number;
  /** Ms since an arbitrary time, never set: for waits, leases and pauses. */
  readonly monotonic: () => number;
}

export const systemClock: Clock = { now: Date.now, monotonic: () => performance.now() };

/** Calls repeatedly until it is cancelled. */
export type Ticker = (work: () => void) => { cancel(): void };

/** A task's result, or undefined after the timeout. The task continues in the background. */
export function withTimeout<Result>(work: Promise<Result>, ms: number): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Rejects when the signal is aborted; the work goes on in the background. */
export function unlessAborted<Result>(
  signal: AbortSignal | undefined,
  work: Promise<Result>,
): Promise<Result> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('the bot is to stop')), { once: true });
    if (signal.aborted) reject(new Error('the bot is to stop'));
    work.then(resolve, reject);
  });
}

/**
 * Waits that can all be ended at once. To race each against one promise for the whole life would keep some 300 bytes of
 * each forever.
 */
export class Waits {
  readonly #ends = new Set<() => void>();
  #isOver = false;

  constructor(private readonly sleep: (ms: number) => Promise<void>) {}

  wait(ms: number): Promise<void> {
    if (this.#isOver) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#ends.add(resolve);
      this.sleep(ms)
        .finally(() => this.#ends.delete(resolve))
        .then(resolve, reject);
    });
  }

  /** Later waits end at once, too. */
  endAll(): void {
    this.#isOver = true;
    for (const end of this.#ends) end();
  }
}

export interface Backoff {
  readonly firstMs: number;
  readonly maxMs: number;
}

/** Random share of a pause, so that tasks that failed together don't retry together. */
const JITTER = 0.1;
/** Beyond this, doubling exceeds the safe integers. */
const MAX_DOUBLINGS = 30;

/** The pause after this many failures in a row (from 1): doubles up to `maxMs`, ±10 %. `random` is in [0, 1). */
export function backoffMs(failures: number, { firstMs, maxMs }: Backoff, random: number): number {
  const doublings = Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS);
  const pauseMs = Math.min(firstMs * 2 ** doublings, maxMs);
  return Math.round(pauseMs * (1 - JITTER + 2 * JITTER * random));
}
