import { LRUCache } from 'lru-cache';
import { TokenBucket } from '../util/token-bucket.js';
import type { HostingProvider } from './provider.js';

export interface RateLimit {
  readonly perMinute: number;
  /** Monotonic, ms. */
  readonly steady: () => number;
}

/** It is not this change's turn yet. Nothing was sent; the turn is kept for the hostname, which comes back after `waitMs`. */
export class TurnLater extends Error {
  override readonly name = 'TurnLater';
  constructor(readonly waitMs: number) {
    super(`the next change at the hosting provider is possible in ${waitMs} ms`);
  }
}

/** So many go at once, so that whoever asks for one never waits. */
const WRITE_BURST = 5;
/** Timers and clocks may be early by so much. */
const EARLY_MS = 50;
const MAX_TURNS = 100_000;

/**
 * Spreads changes, so that thousands that nobody waits for are no burst at the provider. Nobody waits inside: a change whose turn
 * has not come throws `TurnLater`. Reading is not held up.
 */
export function rateLimited(provider: HostingProvider, { perMinute, steady }: RateLimit): HostingProvider {
  /** Turns that were given out and not used yet, by hostname; one that is never used is lost. */
  const turns = new LRUCache<string, number>({ max: MAX_TURNS });
  const bucket = new TokenBucket({ burst: WRITE_BURST, gapMs: 60_000 / perMinute });

  function takeTurn(hostname: string): void {
    const now = steady();
    const at = turns.get(hostname) ?? bucket.reserve(now);
    if (at <= now + EARLY_MS) {
      turns.delete(hostname);
      return;
    }
    turns.set(hostname, at);
    throw new TurnLater(Math.ceil(at - now));
  }

  return {
    listAliases: () => provider.listAliases(),
    testConnection: () => provider.testConnection(),
    addAlias: async (hostname) => {
      takeTurn(hostname);
      return provider.addAlias(hostname);
    },
    removeAlias: async (hostname) => {
      takeTurn(hostname);
      return provider.removeAlias(hostname);
    },
  };
}
