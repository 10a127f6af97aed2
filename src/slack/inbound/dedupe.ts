import { ExpiringMap } from '../../util/cache.js';

const MAX = 10_000;
/** Longer than Slack goes on delivering the same thing. */
const CACHED_MS = 10 * 60_000;

/** Recognises a delivery that came before, by its trigger, envelope or event id. `now` is monotonic. */
export function createDedupe(now: () => number): (deliveryId: string | undefined) => boolean {
  const seen = new ExpiringMap<true>({ max: MAX, now });
  return (deliveryId) => {
    // Without an id nothing can be recognised: two of them are two deliveries.
    if (!deliveryId) return false;
    if (seen.get(deliveryId)) return true;
    seen.set(deliveryId, true, CACHED_MS);
    return false;
  };
}
