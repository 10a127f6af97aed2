import { LRUCache } from 'lru-cache';
import { TokenBucket } from '../util/concurrency/token-bucket.js';
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

/** A provider whose changes take turns. */
export interface RateLimitedProvider extends HostingProvider {
  /** A person waits for the hostname's next change: it gets the next turn that nobody waits for. */
  prefer(hostname: string): void;
}

/** Burst that is sent at once, so that people never wait. */
const WRITE_BURST = 5;
/** Tolerance for early timers and clocks. */
const EARLY_MS = 50;
/** `max` would take memory for all of them at once. */
const TURNS = { maxSize: 100_000, sizeCalculation: () => 1 } as const;
const PREFERRED = { max: 1_000, ttl: 10 * 60_000 } as const;

/**
 * Spreads background changes, so that thousands don't burst at the provider. Never blocks: a change that must wait
 * throws `TurnLater`. Reads aren't limited.
 */
export function rateLimited(
  provider: HostingProvider,
  { perMinute, steady }: RateLimit,
): RateLimitedProvider {
  /** Reserved slots by hostname; unused ones are lost. */
  const lastTurns = new LRUCache<string, number>(TURNS);
  const bucket = new TokenBucket({ burst: WRITE_BURST, gapMs: 60_000 / perMinute });

  const preferred = new LRUCache<string, true>({ ...PREFERRED, perf: { now: steady }, ttlResolution: 0 });

  /** Swaps a turn with the first one that nobody waits for; its former holder comes back and waits again. */
  function exchanged(hostname: string, at: number): number {
    let [first, firstAt] = [hostname, at];
    for (const [other, otherAt] of lastTurns.entries())
      if (otherAt < firstAt && !preferred.has(other)) [first, firstAt] = [other, otherAt];
    if (first !== hostname) lastTurns.set(first, at);
    return firstAt;
  }

  function takeTurn(hostname: string): void {
    const now = steady();
    const own = lastTurns.get(hostname) ?? bucket.reserve(now);
    const at = preferred.has(hostname) ? exchanged(hostname, own) : own;
    if (at <= now + EARLY_MS) {
      lastTurns.delete(hostname);
      preferred.delete(hostname);
      return;
    }
    lastTurns.set(hostname, at);
    throw new TurnLater(Math.ceil(at - now));
  }

  return {
    listAliases: () => provider.listAliases(),
    testConnection: () => provider.testConnection(),
    prefer: (hostname) => void preferred.set(hostname, true),
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
