import { describe, expect, it } from 'vitest';
import { TokenBucket } from '../../../src/util/concurrency/token-bucket.js';

describe('a token bucket', () => {
  it('lets a burst go, then one for each gap, and takes nothing while it is empty', () => {
    const bucket = new TokenBucket({ burst: 2, gapMs: 100 });
    expect([bucket.take(0), bucket.take(0), bucket.take(0), bucket.take(50)]).toEqual([0, 0, 100, 50]);
    expect([bucket.take(100), bucket.take(100)]).toEqual([0, 100]);
    expect([bucket.take(1_000), bucket.take(1_000), bucket.take(1_000)]).toEqual([0, 0, 100]);
  });

  it('gives out tokens that come later, one after another', () => {
    const bucket = new TokenBucket({ burst: 1, gapMs: 100 });
    expect([bucket.reserve(1_000), bucket.reserve(1_000), bucket.reserve(1_000)]).toEqual([
      1_000, 1_100, 1_200,
    ]);
  });
});
