import { keepNewest } from '../keep-newest.js';

const MOST = 10_000;
/** Longer than Slack goes on delivering the same thing. */
const REMEMBERED_MS = 10 * 60_000;

/** Recognises a delivery that came before, by its trigger, envelope or event id. */
export function createDuplicates(now: () => number): (deliveryId: string) => boolean {
  const seenAt = new Map<string, number>();
  return (deliveryId) => {
    const before = seenAt.get(deliveryId);
    const isRepeated = before !== undefined && now() - before < REMEMBERED_MS;
    if (isRepeated) return true;
    keepNewest(seenAt, deliveryId, now(), MOST);
    return false;
  };
}
