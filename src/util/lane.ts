export interface LaneOptions {
  readonly name: string;
  /** Slots for work that is quick. */
  readonly limit: number;
  /** Work that runs for longer than this only waits for somebody: it gives its slot back and takes a slow one. */
  readonly slowAfterMs: number;
  /** Slots for work that waits; what does not fit keeps the slot it has. */
  readonly slowLimit: number;
  /** No more of one app run at a time. */
  readonly perApp: number;
  /** Work that runs for longer than this is given up as lost, and its slot is free again. */
  readonly lostAfterMs: number;
}

export interface LaneSnapshot {
  readonly name: string;
  readonly inFlight: number;
  /** How many of them run for so long that they only wait. */
  readonly slow: number;
  readonly longestRunMs: number;
}

/** A bounded number of slots for one kind of work. Times are of a monotonic clock, in ms. */
export class Lane {
  readonly #running = new Map<string, number>();

  constructor(readonly options: LaneOptions) {}

  get name(): string {
    return this.options.name;
  }

  start(key: string, at: number): void {
    this.#running.set(key, at);
  }

  end(key: string): void {
    this.#running.delete(key);
  }

  free(at: number): number {
    const { limit, slowLimit } = this.options;
    const slow = this.#slow(at);
    const quick = this.#running.size - slow;
    return Math.max(0, limit - quick - Math.max(0, slow - slowLimit));
  }

  /** Gives up what is lost and returns its keys. */
  giveUpLost(at: number): string[] {
    const lost = [...this.#running].filter(([, startedAt]) => at - startedAt >= this.options.lostAfterMs);
    for (const [key] of lost) this.#running.delete(key);
    return lost.map(([key]) => key);
  }

  snapshot(at: number): LaneSnapshot {
    const [oldest = at] = this.#running.values();
    return { name: this.name, inFlight: this.#running.size, slow: this.#slow(at), longestRunMs: at - oldest };
  }

  /** The map is in the order in which work started. */
  #slow(at: number): number {
    let slow = 0;
    for (const startedAt of this.#running.values()) {
      if (at - startedAt < this.options.slowAfterMs) break;
      slow++;
    }
    return slow;
  }
}
