import { keepNewest } from './keep-newest.js';

export interface RememberedOptions<Value> {
  readonly load: (key: string) => Promise<Value>;
  readonly now: () => number;
  /** Older than this, a value is refreshed behind the back of whoever asks. */
  readonly freshMs: number;
  /** Older than this, it is waited for. */
  readonly staleMs: number;
  readonly most: number;
  /** Told when a refresh failed and an older value was used. */
  readonly onFailure: (error: unknown) => void;
}

interface Known<Value> {
  readonly value: Value;
  readonly at: number;
}

/** Values that are dear to look up. Where the look-up fails, what is known goes on being used; `get` throws without any. */
export function createRemembered<Value>({
  load,
  now,
  freshMs,
  staleMs,
  most,
  onFailure,
}: RememberedOptions<Value>): { get(key: string): Promise<Value> } {
  const known = new Map<string, Known<Value>>();
  const loading = new Map<string, Promise<Value>>();

  function refresh(key: string): Promise<Value> {
    const underWay = loading.get(key);
    if (underWay) return underWay;
    const refreshed = load(key)
      .then((value) => {
        keepNewest(known, key, { value, at: now() }, most);
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
      // A clock that was set back makes nothing young again.
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
