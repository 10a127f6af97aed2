import type { Card, Store, StoredMapping } from './store.js';

/** A record with its card; a www mapping shares its primary's card. */
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

/**
 * The card whose thread holds a message: for one older than the current card, the card it replaced. Undefined
 * for a card itself.
 */
export function threadOf({ ts, replaces }: Card, messageTs: string): string | undefined {
  if (ts === undefined || messageTs === ts || messageTs === replaces) return undefined;
  return replaces !== undefined && Number(messageTs) < Number(ts) ? replaces : ts;
}
