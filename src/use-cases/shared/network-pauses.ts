import { type Multisite, MultisiteError } from '../../multisite/multisite.js';
import { backoffMs } from '../../util/clock.js';
import type { App } from '../ports.js';

const PAUSE = { firstMs: 10_000, maxMs: 5 * 60_000 } as const;

interface NetworkOutage {
  readonly failures: number;
  /** Monotonic, ms. */
  readonly until: number;
  /** The error of its last call. */
  readonly error: MultisiteError;
}

/** How long an app's network must not be called, and the error that its last call met. */
export interface NetworkPause {
  readonly leftMs: number;
  readonly error: MultisiteError;
}

/** A network that refuses a key has answered: only silence pauses calls. */
const hasNoAnswer = (error: unknown): error is MultisiteError =>
  error instanceof MultisiteError && (error.code === 'timed-out' || error.code === 'unreachable');

/**
 * Backoff of networks that don't answer, shared by all work in the background. One caller at a time asks such a network
 * again after a growing pause; the others proceed without it, so that a dead network delays nothing else.
 */
export class NetworkPauses {
  readonly #outages = new Map<string, NetworkOutage>();

  constructor(
    private readonly monotonic: () => number,
    private readonly random: () => number,
  ) {}

  /** Runs work that calls the app's network. During a pause it fails at once, as the last call did. */
  async ask<Result>(app: string, work: () => Promise<Result>): Promise<Result> {
    const outage = this.#outages.get(app);
    if (outage) {
      if (outage.until > this.monotonic()) throw outage.error;
      // Only one caller asks until it succeeds or fails.
      this.#pause(app, outage.failures, outage.error);
    }
    try {
      const result = await work();
      this.#outages.delete(app);
      return result;
    } catch (error) {
      if (hasNoAnswer(error)) this.#pause(app, (this.#outages.get(app)?.failures ?? 0) + 1, error);
      else this.#outages.delete(app);
      throw error;
    }
  }

  /** How much longer the app's network must not be called, and why. */
  pauseOf(app: string): NetworkPause | undefined {
    const { until = 0, error } = this.#outages.get(app) ?? {};
    const leftMs = until - this.monotonic();
    return error && leftMs > 0 ? { leftMs, error } : undefined;
  }

  /** The app, with every call to its network going through `ask`. */
  guarded(app: App): App {
    const { name, multisite } = app;
    if (!multisite?.rest) return app;
    return { ...app, multisite: { ...multisite, rest: this.#guard(name, multisite.rest) } };
  }

  #guard(app: string, rest: Multisite): Multisite {
    return new Proxy(rest, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => this.ask(app, async () => Reflect.apply(member, target, args));
      },
    });
  }

  #pause(app: string, failures: number, error: MultisiteError): void {
    const until = this.monotonic() + backoffMs(failures, PAUSE, this.random());
    this.#outages.set(app, { failures, until, error });
  }
}
