/** Another replica may post what a person here waits for. */
const SETTLED_POLL_MS = 250;

export interface SettlementsOptions {
  /** Whether something of the mapping is pending that can be posted now. */
  readonly isPending: (mapping: string) => Promise<boolean>;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Who waits until a mapping has nothing pending, or until an attempt failed. */
export class Settlements {
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(private readonly options: SettlementsOptions) {}

  settle(mapping: string): void {
    for (const resolve of this.#waiting.get(mapping) ?? []) resolve();
    this.#waiting.delete(mapping);
  }

  async settleIfDone(mapping: string): Promise<void> {
    if (this.#waiting.has(mapping) && !(await this.options.isPending(mapping))) this.settle(mapping);
  }

  /** Resolves when the mapping is settled, at the latest after `timeoutMs`. */
  async settled(mapping: string, timeoutMs: number): Promise<void> {
    const { isPending, sleep } = this.options;
    const resolvers = this.#waiting.get(mapping) ?? new Set();
    this.#waiting.set(mapping, resolvers);
    const timeout = new AbortController();
    const settlement = new Promise<void>((resolve) => {
      resolvers.add(resolve);
      timeout.signal.addEventListener('abort', () => resolvers.delete(resolve));
    });
    for (
      let waitedMs = 0;
      waitedMs < timeoutMs && this.#waiting.get(mapping) === resolvers;
      waitedMs += SETTLED_POLL_MS
    ) {
      if (!(await isPending(mapping))) this.settle(mapping);
      await Promise.race([settlement, sleep(Math.min(SETTLED_POLL_MS, timeoutMs - waitedMs))]);
    }
    timeout.abort();
  }
}
