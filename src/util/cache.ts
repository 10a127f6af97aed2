import { LRUCache } from 'lru-cache';

export interface CacheOptions<Value> {
  readonly load: (key: string) => Promise<Value>;
  /** Monotonic, ms. */
  readonly now: () => number;
  /** An older value is refreshed in the background. */
  readonly freshMs: number;
  /** For an older value, `get` waits for the refresh. */
  readonly staleMs: number;
  /** An older value no longer counts, even if the refresh fails; unlimited by default. */
  readonly maxAgeMs?: number;
  readonly max: number;
  /** Called when a refresh failed and an older value was used. */
  readonly onFailure: (error: unknown) => void;
}

interface CachedValue<Value> {
  readonly value: Value;
  readonly at: number;
}

export interface RefreshingCache<Value> {
  get(key: string): Promise<Value>;
  /** The next `get` loads it again. */
  forget(key: string): void;
}

/** Stale-while-revalidate cache. If a load fails, the last known value is used; `get` rejects without one. */
export function createCache<Value>(options: CacheOptions<Value>): RefreshingCache<Value> {
  const { load, now, freshMs, staleMs, maxAgeMs = Number.POSITIVE_INFINITY, max, onFailure } = options;
  const known = new LRUCache<string, CachedValue<Value>>({ max });
  const loading = new SingleFlight<Value>();

  const refresh = (key: string): Promise<Value> =>
    loading.run(key, async () => {
      const value = await load(key);
      known.set(key, { value, at: now() });
      return value;
    });

  return {
    forget: (key) => void known.delete(key),
    async get(key) {
      const before = known.get(key);
      if (!before) return refresh(key);
      // Also correct if the clock was set back: no value becomes fresh again.
      const ageMs = Math.abs(now() - before.at);
      if (ageMs <= freshMs) return before.value;
      if (ageMs > maxAgeMs) return refresh(key);
      const orOld = refresh(key).catch((error: unknown) => {
        onFailure(error);
        return before.value;
      });
      return ageMs <= staleMs ? before.value : orOld;
    },
  };
}

/** Runs one task per key at a time; concurrent callers share its result. */
export class SingleFlight<Result> {
  readonly #running = new Map<string, Promise<Result>>();

  run(key: string, work: () => Promise<Result>): Promise<Result> {
    const joined = this.#running.get(key);
    if (joined) return joined;
    const started = this.#untilEnd(key, work);
    this.#running.set(key, started);
    return started;
  }

  async #untilEnd(key: string, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } finally {
      this.#running.delete(key);
    }
  }
}

export interface ExpiringOptions {
  readonly max: number;
  /** Ms; monotonic, unless the values expire at a time of day. */
  readonly now: () => number;
}

/** A cache whose values each have their own lifetime. */
export class ExpiringMap<Value> {
  readonly #values: LRUCache<string, { readonly value: Value; readonly until: number }>;

  constructor(private readonly options: ExpiringOptions) {
    this.#values = new LRUCache({ max: options.max });
  }

  get(key: string): Value | undefined {
    const known = this.#values.get(key);
    return known && known.until > this.options.now() ? known.value : undefined;
  }

  set(key: string, value: Value, lastsMs: number): void {
    this.#values.set(key, { value, until: this.options.now() + lastsMs });
  }
}
