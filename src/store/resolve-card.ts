import type { Store, StoredMapping } from './store.js';

/** A record with its card; a www mapping shares its primary's card. */
export async function resolveCard(
  { load }: Pick<Store, 'load'>,
  stored: StoredMapping,
): Promise<StoredMapping> {
  const { primary } = stored.mapping;
  if (primary === undefined) return stored;
  return withCardOf(await load(primary), stored);
}

export function withCardOf(main: StoredMapping | undefined, stored: StoredMapping): StoredMapping {
  const { channel = stored.card.channel, ts, earlier } = main?.card ?? {};
  return { ...stored, card: { ...stored.card, channel, ts, earlier } };
}
