import { LRUCache } from 'lru-cache';
import { TokenBucket } from '../util/token-bucket.js';
import type { HostingProvider } from './provider.js';

export interface RateLimit {
  readonly perMinute: number;
  /** Monotonic, ms. */
  readonly steady: () => number;
}

/** A change must wait. Nothing was sent; the hostname's slot is reserved until it returns after `waitMs`. */
export class TurnLater extends Error {
  override readonly name = 'TurnLater';
  constructor(readonly waitMs: number) {
    super(`the next change at the hosting provider is possible in ${waitMs} ms`);
  }
}

/** Burst that is sent at once, so that people never wait. */
const WRITE_BURST = 5;
/** Tolerance for early timers and clocks. */
const EARLY_MS = 50;
const MAX_TURNS = 100_000;

/**
 * Spreads background changes, so that thousands don't burst at the provider. Never blocks: a change that must wait
 * throws `TurnLater`. Reads aren't limited.
 */
export function rateLimited(provider: HostingProvider, { perMinute, steady }: RateLimit): HostingProvider {
  /** Reserved slots by hostname; unused ones are lost. */
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
