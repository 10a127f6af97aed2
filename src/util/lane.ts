export interface LaneOptions {
  readonly name: string;
  /** Slots for work that is quick. */
  readonly limit: number;
  /** Work that runs for longer than this on an idle processor waits for somebody: it moves to a slow slot. */
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
  readonly #quick = new Map<string, number>();
  readonly #slow = new Map<string, number>();

  constructor(readonly options: LaneOptions) {}

  get name(): string {
    return this.options.name;
  }

  get free(): number {
    return this.options.limit - this.#quick.size;
  }

  start(key: string, at: number): void {
    this.#quick.set(key, at);
  }

  end(key: string): void {
    this.#quick.delete(key);
    this.#slow.delete(key);
  }

  /** To be called while the processor is idle: what has run for long then waits for somebody else. */
  moveSlow(at: number): void {
    for (const [key, startedAt] of this.#quick) {
      if (at - startedAt < this.options.slowAfterMs || this.#slow.size >= this.options.slowLimit) return;
      this.#quick.delete(key);
      this.#slow.set(key, startedAt);
    }
  }

  /** Gives up what is lost and returns how many there were. */
  giveUpLost(at: number): number {
    const lost = this.#running().filter(([, startedAt]) => at - startedAt >= this.options.lostAfterMs);
    for (const [key] of lost) this.end(key);
    return lost.length;
  }

  snapshot(at: number): LaneSnapshot {
    const running = this.#running();
    const oldest = running.reduce((first, [, startedAt]) => Math.min(first, startedAt), at);
    return {
      name: this.name,
      inFlight: running.length,
      slow: this.#slow.size,
      longestRunMs: at - oldest,
    };
  }

  #running(): [string, number][] {
    return [...this.#slow, ...this.#quick];
  }
}
