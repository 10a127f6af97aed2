export interface LaneOptions {
  readonly name: string;
  /** Slots for quick work. */
  readonly limit: number;
  /** Work that runs longer than this on an idle processor must be waiting: it moves to a slow slot. */
  readonly slowAfterMs: number;
  /** Slots for waiting work; when they are full, work keeps its quick slot. */
  readonly slowLimit: number;
  /** Limit on concurrent work of one app. */
  readonly perApp: number;
  /** Work that runs longer than this is given up as lost, and its slot freed. */
  readonly lostAfterMs: number;
}

export interface LaneSnapshot {
  readonly name: string;
  readonly inFlight: number;
  /** How many have run long enough to count as waiting. */
  readonly slow: number;
  readonly longestRunMs: number;
}

const BUSY_FACTOR = 5;

/** A bounded number of slots for one kind of work. Times are monotonic, in ms. */
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

  /** While the processor is busy, only what runs much longer can be taken to wait for a third party. */
  moveSlow(at: number, isIdle: boolean): void {
    const { slowAfterMs, slowLimit } = this.options;
    const afterMs = isIdle ? slowAfterMs : slowAfterMs * BUSY_FACTOR;
    for (const [key, startedAt] of this.#quick) {
      if (at - startedAt < afterMs || this.#slow.size >= slowLimit) return;
      this.#quick.delete(key);
      this.#slow.set(key, startedAt);
    }
  }

  /** Gives up lost work and returns its count. */
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
