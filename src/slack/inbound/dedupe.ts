import { keepNewest } from '../../util/keep-newest.js';

const MAX = 10_000;
/** Longer than Slack goes on delivering the same thing. */
const CACHED_MS = 10 * 60_000;

/** Recognises a delivery that came before, by its trigger, envelope or event id. */
export function createDedupe(now: () => number): (deliveryId: string | undefined) => boolean {
  const seenAt = new Map<string, number>();
  return (deliveryId) => {
    // Without an id nothing can be recognised: two of them are two deliveries.
    if (!deliveryId) return false;
    const before = seenAt.get(deliveryId);
    const isRepeated = before !== undefined && now() - before < CACHED_MS;
    if (isRepeated) return true;
    keepNewest(seenAt, deliveryId, now(), MAX);
    return false;
  };
}
