import { withTimeout } from '../util/clock.js';
import type { PartHealth } from './part-checks.js';

type PartCheck = () => PartHealth | undefined | Promise<PartHealth | undefined>;

/** Who probes a process waits a few seconds. */
const PART_TIMEOUT_MS = 2_500;

/** The state of the whole bot, part by part. */
export interface ReadinessReport {
  readonly isReady: boolean;
  readonly parts: Readonly<Record<string, PartHealth>>;
}

/**
 * State of the bot's parts. It exists before them: each registers when it starts; until then its initial message
 * counts. `/readyz`, the doctor and the metrics read it.
 */
export class Readiness {
  readonly #checks = new Map<string, PartCheck>();

  /** `awaited`: required parts, with their message until they register. */
  constructor(awaited: Readonly<Record<string, string>> = {}) {
    for (const [part, message] of Object.entries(awaited))
      this.register(part, () => ({ message, isNeeded: true }));
  }

  /** A check that resolves with undefined has nothing to report. */
  register(part: string, check: PartCheck): void {
    this.#checks.set(part, check);
  }

  async report(): Promise<ReadinessReport> {
    const found = await Promise.all(
      [...this.#checks].map(async ([part, check]) => [part, await readinessOf(check)] as const),
    );
    const parts = Object.fromEntries(found.flatMap(([part, health]) => (health ? [[part, health]] : [])));
    const isReady = Object.values(parts).every(({ message, isNeeded }) => message === 'ok' || !isNeeded);
    return { isReady, parts };
  }
}

/** A check that fails or hangs affects only its own part. */
async function readinessOf(check: PartCheck): Promise<PartHealth | undefined> {
  try {
    const checked = Promise.resolve(check()).then((health) => ({ health }));
    const found = await withTimeout(checked, PART_TIMEOUT_MS);
    return found ? found.health : { message: 'can’t be told in time', isNeeded: true };
  } catch {
    return { message: 'can’t be told', isNeeded: true };
  }
}
