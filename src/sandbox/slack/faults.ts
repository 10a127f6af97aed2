/** What goes wrong with the next calls of a method. `dropAfterAccept`: the work is done, the answer is lost. */
export interface Fault {
  readonly error?: string;
  readonly status?: number;
  readonly delayMs?: number;
  readonly dropAfterAccept?: boolean;
  readonly html?: string;
  readonly retryAfterS?: number;
}

/** Faults by method, each for a number of calls. */
export class Faults {
  readonly #planned = new Map<string, { readonly fault: Fault; times: number }[]>();

  plan(method: string, fault: Fault, times = 1): void {
    this.#planned.set(method, [...(this.#planned.get(method) ?? []), { fault, times }]);
  }

  clear(): void {
    this.#planned.clear();
  }

  take(method: string): Fault | undefined {
    const queue = this.#planned.get(method) ?? [];
    const [first] = queue;
    if (!first) return undefined;
    first.times--;
    if (first.times <= 0) queue.shift();
    return first.fault;
  }
}

interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Slack's tiers, and the one message a second and channel of chat.postMessage, with its short bursts. */
const RATES: Readonly<Record<string, Rate>> = {
  'chat.postMessage': { burst: 5, perSecond: 1 },
  'chat.update': { burst: 20, perSecond: 50 / 60 },
  'chat.delete': { burst: 20, perSecond: 50 / 60 },
  'conversations.history': { burst: 20, perSecond: 50 / 60 },
  'conversations.replies': { burst: 20, perSecond: 50 / 60 },
  'conversations.list': { burst: 10, perSecond: 20 / 60 },
  'usergroups.users.list': { burst: 10, perSecond: 20 / 60 },
};

/** Token buckets, one for each method and, for posts, channel. `scale` loosens them all for quick tests. */
export class RateLimits {
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(
    private readonly now: () => number,
    private readonly scale: number,
  ) {}

  /** Seconds to wait, or undefined when the call may go ahead. */
  take(method: string, channel: string): number | undefined {
    const rate = RATES[method];
    if (!rate) return undefined;
    const key = method === 'chat.postMessage' ? `${method} ${channel}` : method;
    const [burst, perSecond] = [rate.burst * this.scale, rate.perSecond * this.scale];
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at: this.now() };
    this.#buckets.set(key, bucket);
    bucket.tokens = Math.min(burst, bucket.tokens + ((this.now() - bucket.at) / 1000) * perSecond);
    bucket.at = this.now();
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perSecond);
    bucket.tokens--;
    return undefined;
  }
}
