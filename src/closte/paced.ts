import type { Closte } from './closte.js';

export interface Pace {
  readonly perMinute: number;
  /** Ms of a clock that nobody sets. */
  readonly steady: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** So many go at once, so that whoever asks for one never waits. */
const BURST = 5;

/** Spreads changes, so that thousands that nobody waits for are no burst at Closte. Reading is not held up. */
export function paced(closte: Closte, { perMinute, steady, sleep }: Pace): Closte {
  const gapMs = 60_000 / perMinute;
  /** When the bucket of allowed changes is full again. */
  let fullAt = Number.NEGATIVE_INFINITY;

  async function turn(): Promise<void> {
    const now = steady();
    fullAt = Math.max(fullAt, now) + gapMs;
    const waitMs = fullAt - now - BURST * gapMs;
    if (waitMs > 0) await sleep(waitMs);
  }

  return {
    listAliases: closte.listAliases,
    testConnection: closte.testConnection,
    addAlias: async (hostname) => {
      await turn();
      return closte.addAlias(hostname);
    },
    removeAlias: async (hostname) => {
      await turn();
      return closte.removeAlias(hostname);
    },
  };
}
