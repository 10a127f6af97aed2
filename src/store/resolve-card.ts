import type { Card, Store, StoredMapping } from './store.js';

/** A record with the card on which it stands: a www mapping stands on that of its main. */
export async function resolveCard(
  { load }: Pick<Store, 'load'>,
  stored: StoredMapping,
): Promise<StoredMapping> {
  const { primary } = stored.mapping;
  if (primary === undefined) return stored;
  const main = await load(primary);
  const { ts, replacedBecause } = main?.card ?? {};
  return {
    ...stored,
    card: { ...stored.card, ts, ...(replacedBecause === undefined ? {} : { replacedBecause }) },
  };
}

/** The card under which a message stands: before a new card was posted, under the one that it replaces. Undefined for a card itself. */
export function threadOf({ ts, replaces }: Card, messageTs: string): string | undefined {
  if (ts === undefined || messageTs === ts || messageTs === replaces) return undefined;
  return replaces !== undefined && Number(messageTs) < Number(ts) ? replaces : ts;
}
