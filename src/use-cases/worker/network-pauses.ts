import { backoffMs } from '../../util/clock.js';

const PAUSE = { firstMs: 30_000, maxMs: 10 * 60_000 } as const;

interface NetworkTrouble {
  readonly failures: number;
  /** Monotonic, ms. */
  readonly until: number;
}

/**
 * Backoff of networks that don't answer. One mapping at a time asks such a network again after a growing pause, for its
 * domain record or within its check; the others proceed without it, so that a dead network delays no check.
 */
export class NetworkPauses {
  readonly #troubles = new Map<string, NetworkTrouble>();

  constructor(
    private readonly monotonic: () => number,
    private readonly random: () => number,
  ) {}

  /** Whether the app's network may be asked now. After a pause only one caller may, until it succeeds or fails. */
  mayAsk(app: string): boolean {
    const trouble = this.#troubles.get(app);
    if (!trouble) return true;
    if (trouble.until > this.monotonic()) return false;
    this.#pause(app, trouble.failures);
    return true;
  }

  /** How long the app's network must not be asked yet, in ms. */
  leftMs(app: string): number {
    return Math.max(0, (this.#troubles.get(app)?.until ?? 0) - this.monotonic());
  }

  failed(app: string): void {
    this.#pause(app, (this.#troubles.get(app)?.failures ?? 0) + 1);
  }

  answered(app: string): void {
    this.#troubles.delete(app);
  }

  #pause(app: string, failures: number): void {
    const until = this.monotonic() + backoffMs(failures, PAUSE, this.random());
    this.#troubles.set(app, { failures, until });
  }
}
