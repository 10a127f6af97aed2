import { LRUCache } from 'lru-cache';
import { TokenBucket } from '../../util/concurrency/token-bucket.js';

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
