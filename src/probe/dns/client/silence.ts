import type { Question } from './packets.js';

/** How long a server counts as silent before one query tests it again for all. */
const SERVER_SILENT_MS = 30_000;
/** Minimum time between tests, even for a fresh check. */
const RETEST_AFTER_MS = 5_000;
/** Some servers and firewalls drop queries for all other types. */
const CONCLUSIVE_TYPES: ReadonlySet<Question['type']> = new Set(['A', 'AAAA']);

/** Whether a server answers nothing, so that only one check waits for it. Times are monotonic, in ms. */
export class Silence {
  #answeredAt = Number.NEGATIVE_INFINITY;
  /** Undefined while the server answers. */
  #since: number | undefined;
  /** When the timeout that showed the silence ended. */
  #testedAt = Number.NEGATIVE_INFINITY;
  /** How long that timeout was. */
  #waitedMs = 0;
  #test: Promise<unknown> | undefined;

  constructor(private readonly now: () => number) {}

  get isKnown(): boolean {
    return this.#since !== undefined;
  }

  /** How long the server was waited for, if it is known to be silent and need not be queried. */
  async waitedMs(isFresh: boolean): Promise<number | undefined> {
    if (this.#since === undefined) return undefined;
    if (this.#test) await this.#test;
    if (this.#since === undefined) return undefined;
    const ageMs = this.now() - this.#testedAt;
    return ageMs < (isFresh ? RETEST_AFTER_MS : SERVER_SILENT_MS) ? this.#waitedMs : undefined;
  }

  /** Runs a query to a silent server as its test; other queries wait for the result. */
  async watch<Outcome>(ask: () => Promise<Outcome>): Promise<Outcome> {
    if (this.#since === undefined || this.#test) return ask();
    const test = ask().finally(() => {
      this.#test = undefined;
    });
    this.#test = test.catch(() => undefined);
    return test;
  }

  answeredWithin(ms: number): boolean {
    return this.now() - this.#answeredAt <= ms;
  }

  answered(now = this.now()): void {
    this.#answeredAt = now;
    this.#since = undefined;
  }

  /** Records a timeout. It counts only if the server answered nothing else meanwhile. */
  unanswered({ type }: Question, startedAt: number): void {
    if (!CONCLUSIVE_TYPES.has(type) || this.#answeredAt >= startedAt) return;
    const now = this.now();
    this.#since ??= startedAt;
    this.#testedAt = now;
    this.#waitedMs = now - startedAt;
  }
}
