import { LRUCache } from 'lru-cache';
import { TokenBucket } from '../../util/token-bucket.js';

/** What somebody may do at once, and how fast it comes back: more than hands can type. */
const RATE = { burst: 60, gapMs: 1_000 } as const;
const MAX_LIMITED_USERS = 10_000;

/**
 * A bucket of tokens for each user, so that one who floods slows no one else. Answers with how long to wait, in ms; 0
 * where there is nothing to wait for. `now` is monotonic.
 */
export function createRateLimiter(now: () => number): (user: string) => number {
  const buckets = new LRUCache<string, TokenBucket>({ max: MAX_LIMITED_USERS });
  return (user) => {
    const bucket = buckets.get(user) ?? new TokenBucket(RATE);
    buckets.set(user, bucket);
    return bucket.take(now());
  };
}
