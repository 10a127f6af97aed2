import { LRUCache } from 'lru-cache';

export interface CacheOptions<Value> {
  readonly load: (key: string) => Promise<Value>;
  /** Monotonic, ms. */
  readonly now: () => number;
  /** Older than this, a value is refreshed in the background. */
  readonly freshMs: number;
  /** Older than this, the refresh is waited for. */
  readonly staleMs: number;
  readonly max: number;
  /** Called when a refresh failed and an older value was used. */
  readonly onFailure: (error: unknown) => void;
}

interface Known<Value> {
  readonly value: Value;
  readonly at: number;
}

/** Stale-while-revalidate cache. Where a load fails, the last known value is used; `get` rejects without one. */
export function createCache<Value>(options: CacheOptions<Value>): { get(key: string): Promise<Value> } {
  const { load, now, freshMs, staleMs, max, onFailure } = options;
  const known = new LRUCache<string, Known<Value>>({ max });
  const loading = new Map<string, Promise<Value>>();

  function refresh(key: string): Promise<Value> {
    const joined = loading.get(key);
    if (joined) return joined;
    const refreshed = load(key)
      .then((value) => {
        known.set(key, { value, at: now() });
        return value;
      })
      .finally(() => loading.delete(key));
    loading.set(key, refreshed);
    return refreshed;
  }

  return {
    async get(key) {
      const before = known.get(key);
      if (!before) return refresh(key);
      // Also right with a clock that was set back: nothing becomes young again.
      const ageMs = Math.abs(now() - before.at);
      if (ageMs <= freshMs) return before.value;
      const orOld = refresh(key).catch((error: unknown) => {
        onFailure(error);
        return before.value;
      });
      return ageMs <= staleMs ? before.value : orOld;
    },
  };
}
