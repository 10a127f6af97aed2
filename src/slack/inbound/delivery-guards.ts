import { LRUCache } from 'lru-cache';
import { ExpiringMap } from '../../util/cache.js';
import { TokenBucket } from '../../util/concurrency/token-bucket.js';

const MAX = 10_000;
/** Longer than Slack's redelivery lasts. */
const CACHED_MS = 10 * 60_000;

/** Recognises redelivered requests by trigger, envelope or event ID. `now` is monotonic. */
export function createDedupe(now: () => number): (deliveryId: string | undefined) => boolean {
  const seen = new ExpiringMap<true>({ max: MAX, now });
  return (deliveryId) => {
    // Without an ID, every delivery counts as new.
    if (!deliveryId) return false;
    if (seen.get(deliveryId)) return true;
    seen.set(deliveryId, true, CACHED_MS);
    return false;
  };
}

/** Burst and refill rate for one user: more than anyone can type. */
const RATE = { burst: 60, gapMs: 1_000 } as const;
const MAX_LIMITED_USERS = 10_000;

/**
 * A token bucket for each user, so that one who floods slows nobody else. Returns the wait in ms; 0 when there is none.
 * `now` is monotonic.
 */
export function createRateLimiter(now: () => number): (user: string) => number {
  const buckets = new LRUCache<string, TokenBucket>({ max: MAX_LIMITED_USERS });
  return (user) => {
    const bucket = buckets.get(user) ?? new TokenBucket(RATE);
    buckets.set(user, bucket);
    return bucket.take(now());
  };
}
