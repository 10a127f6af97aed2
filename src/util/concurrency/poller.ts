import type { Ticker } from '../clock.js';

export interface PollerOptions {
  readonly ticker: Ticker;
  /** Names the tasks due at a tick; running ones aren't started again. */
  readonly due: () => Iterable<string>;
  readonly run: (name: string) => Promise<void>;
  /** Handles a rejected run. */
  readonly onError: (error: unknown, name: string) => void;
}

export interface Poller {
  start(): void;
  /** Starts nothing new; resolves when the work in progress is done. */
  stop(): Promise<void>;
}

/** Runs due tasks at each tick, one run of a name at a time. */
export function createPoller({ ticker, due, run, onError }: PollerOptions): Poller {
  const underWay = new Map<string, Promise<void>>();
  let ticking: ReturnType<Ticker> | undefined;

  function begin(name: string): void {
    const running = run(name)
      .catch((error: unknown) => onError(error, name))
      .finally(() => underWay.delete(name));
    underWay.set(name, running);
  }

  function tick(): void {
    for (const name of due()) if (!underWay.has(name)) begin(name);
  }

  return {
    start: () => {
      ticking = ticker(tick);
    },
    stop: async () => {
      ticking?.cancel();
      await Promise.all(underWay.values());
    },
  };
}

/** Whether the interval has passed since it last returned true; the first call does. `monotonic` is in ms. */
export function createInterval(monotonic: () => number): (name: string, intervalMs: number) => boolean {
  const lastAt = new Map<string, number>();
  return (name, intervalMs) => {
    const last = lastAt.get(name) ?? Number.NEGATIVE_INFINITY;
    if (monotonic() - last < intervalMs) return false;
    lastAt.set(name, monotonic());
    return true;
  };
}

/** Logs a repeated failure once; `over` is true when one has ended. */
export class RepeatedFailures {
  readonly #last = new Map<string, string>();

  isNew(name: string, error: unknown): boolean {
    const before = this.#last.get(name);
    this.#last.set(name, String(error));
    return before !== String(error);
  }

  over(name: string): boolean {
    return this.#last.delete(name);
  }
}
