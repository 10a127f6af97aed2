import { LRUCache } from 'lru-cache';
import { type Rate, TokenBucket } from '../../util/concurrency/token-bucket.js';

/** More than anyone who waits for a change needs; each check queries every server of the name. */
const PER_MAPPING: Rate = { burst: 5, gapMs: 10_000 };
const PER_PERSON: Rate = { burst: 30, gapMs: 5_000 };
const MAX_CHECKED = 10_000;

/** Limits on the checks that people ask for. */
export class CheckLimits {
  readonly #mappings = new LRUCache<string, TokenBucket>({ max: MAX_CHECKED });
  readonly #people = new LRUCache<string, TokenBucket>({ max: MAX_CHECKED });

  constructor(private readonly now: () => number) {}

  /** Counts a check and returns 0, or how long to wait, in ms. */
  take(mapping: string, user: string): number {
    return this.#take(this.#people, user, PER_PERSON) || this.#take(this.#mappings, mapping, PER_MAPPING);
  }

  #take(buckets: LRUCache<string, TokenBucket>, key: string, rate: Rate): number {
    const bucket = buckets.get(key) ?? new TokenBucket(rate);
    buckets.set(key, bucket);
    return bucket.take(this.now());
  }
}
