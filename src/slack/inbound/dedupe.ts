import { ExpiringMap } from '../../util/cache.js';

const MAX = 10_000;
/** Longer than Slack's redelivery lasts. */
const CACHED_MS = 10 * 60_000;

/** Recognises redelivered requests by trigger, envelope or event ID. `now` is monotonic. */
export function createDedupe(now: () => number): (deliveryId: string | undefined) => boolean {
  const seen = new ExpiringMap<true>({ max: MAX, now });
  return (deliveryId) => {
    // Without an ID, every delivery counts as new.
    if (!deliveryId) return false;
    if (seen.get(deliveryId)) return true;
    seen.set(deliveryId, true, CACHED_MS);
    return false;
  };
}
