import { TokenBucket } from '../../../util/concurrency/token-bucket.js';

/** A bucket that holds `burst` calls and gains `perMinute` of them a minute. */
interface MethodRate {
  readonly burst: number;
  readonly perMinute: number;
}

/** Slack's tiers (docs.slack.dev/apis/web-api/rate-limits). Their bursts are not published: these are strict guesses. */
const TIER_1: MethodRate = { burst: 10, perMinute: 1 };
const TIER_2: MethodRate = { burst: 20, perMinute: 20 };
const TIER_3: MethodRate = { burst: 20, perMinute: 50 };
const TIER_4: MethodRate = { burst: 40, perMinute: 100 };
const SPECIAL: MethodRate = { burst: 100, perMinute: 600 };

const RATES: Readonly<Record<string, MethodRate>> = {
  'auth.test': SPECIAL,
  'apps.connections.open': TIER_1,
  'chat.getPermalink': SPECIAL,
  'chat.postEphemeral': TIER_4,
  'users.conversations': TIER_3,
  'usergroups.list': TIER_2,
  'usergroups.users.list': TIER_2,
  'users.info': TIER_4,
  'views.open': TIER_4,
  'views.publish': TIER_4,
  'views.update': TIER_4,
};

/** chat.postMessage: about one a second and channel, with short bursts, and several hundred a minute in all. */
const POST_IN_CHANNEL: MethodRate = { burst: 5, perMinute: 60 };
const POST_IN_WORKSPACE: MethodRate = { burst: 50, perMinute: 300 };

/** Token buckets by method and, for posts, channel. `scale` loosens them all for quick tests. */
export class RateLimits {
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(
    private readonly now: () => number,
    private readonly scale: number,
  ) {}

  /** Whole seconds to wait, or undefined when the call may go ahead. */
  take(method: string, channel: string): number | undefined {
    if (method !== 'chat.postMessage') return this.#take(method, RATES[method] ?? TIER_3);
    return this.#take(`${method} ${channel}`, POST_IN_CHANNEL) ?? this.#take(method, POST_IN_WORKSPACE);
  }

  #take(key: string, rate: MethodRate): number | undefined {
    const gapMs = 60_000 / (rate.perMinute * this.scale);
    const bucket = this.#buckets.get(key) ?? new TokenBucket({ burst: rate.burst * this.scale, gapMs });
    this.#buckets.set(key, bucket);
    const waitMs = bucket.take(this.now());
    return waitMs === 0 ? undefined : Math.ceil(waitMs / 1000);
  }
}
