import { setImmediate as turn } from 'node:timers/promises';

const CALM_TURNS = 4;

interface Timer {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that stands still while real work is under way, and jumps to the next timer when none is. */
export class VirtualTime {
  #timers: Timer[] = [];
  #inFlight = 0;

  constructor(public now: number) {}

  readonly sleep = (ms: number): Promise<void> =>
    new Promise((wake) => {
      this.#timers.push({ at: this.now + ms, wake });
      this.#timers.sort((one, other) => one.at - other.at);
    });

  /** Time stands still until the promise is settled. */
  async hold<Result>(work: Promise<Result>): Promise<Result> {
    this.#inFlight++;
    try {
      return await work;
    } finally {
      this.#inFlight--;
    }
  }

  /** The same object, whose methods hold the time. */
  holding<Part extends object>(part: Part): Part {
    return new Proxy(part, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          const result: unknown = value.apply(target, args);
          return result instanceof Promise ? this.hold(result) : result;
        };
      },
    });
  }

  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    for (;;) {
      await this.#calm();
      const next = this.#timers[0];
      if (!next || next.at > end) break;
      this.#timers.shift();
      this.now = Math.max(this.now, next.at);
      next.wake();
    }
    this.now = end;
  }

  async #calm(): Promise<void> {
    for (let calm = 0; calm < CALM_TURNS; calm = this.#inFlight === 0 ? calm + 1 : 0) await turn();
  }
}
