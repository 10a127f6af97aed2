import type { PartHealth } from './part-checks.js';

type PartCheck = () => PartHealth | undefined | Promise<PartHealth | undefined>;

/** How the whole bot is, part by part. */
export interface ReadinessReport {
  readonly isReady: boolean;
  readonly parts: Readonly<Record<string, PartHealth>>;
}

/**
 * How the bot's parts are. It is there before they are: each registers when it comes up, and until then what was said
 * of it at the start counts. `/readyz`, the doctor and the metrics read it.
 */
export class Readiness {
  readonly #checks = new Map<string, PartCheck>();

  /** `awaited`: parts without which the bot is not ready, and what to say until they register. */
  constructor(awaited: Readonly<Record<string, string>> = {}) {
    for (const [part, words] of Object.entries(awaited))
      this.register(part, () => ({ words, isNeeded: true }));
  }

  /** A check that resolves with nothing has nothing to say. */
  register(part: string, check: PartCheck): void {
    this.#checks.set(part, check);
  }

  async report(): Promise<ReadinessReport> {
    const found = await Promise.all(
      [...this.#checks].map(async ([part, check]) => [part, await readinessOf(check)] as const),
    );
    const parts = Object.fromEntries(found.flatMap(([part, health]) => (health ? [[part, health]] : [])));
    const isReady = Object.values(parts).every(({ words, isNeeded }) => words === 'ok' || !isNeeded);
    return { isReady, parts };
  }
}

/** A check that fails is a fault of its own part only. */
async function readinessOf(check: PartCheck): Promise<PartHealth | undefined> {
  try {
    return await check();
  } catch {
    return { words: 'can’t be told', isNeeded: true };
  }
}
