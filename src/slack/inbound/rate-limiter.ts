import { keepNewest } from '../../util/keep-newest.js';

/** What somebody may do at once, and how fast it comes back: more than hands can type. */
const BURST = 60;
const REFILL_MS = 1_000;
const MAX_USERS = 10_000;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/**
 * A bucket of tokens for each user, so that one who floods slows no one else. Answers with how long to wait, in ms; 0
 * where there is nothing to wait for.
 */
export function createRateLimiter(now: () => number): (user: string) => number {
  const buckets = new Map<string, Bucket>();
  return (user) => {
    const at = now();
    const left = refilled(buckets.get(user), at);
    keepNewest(buckets, user, { left: Math.max(0, left - 1), at }, MAX_USERS);
    return left >= 1 ? 0 : Math.ceil((1 - left) * REFILL_MS);
  };
}

/** A clock that was set back gives nothing and takes nothing. */
function refilled(bucket: Bucket | undefined, at: number): number {
  if (!bucket) return BURST;
  return Math.min(BURST, bucket.left + Math.max(0, at - bucket.at) / REFILL_MS);
}
