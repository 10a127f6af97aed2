import type { Card, MappingRecord, Store } from './store.js';

/** A record with the card on which it stands: a companion stands on that of its main. */
export async function withItsCard(
  { load }: Pick<Store, 'load'>,
  record: MappingRecord,
): Promise<MappingRecord> {
  const { under } = record.mapping;
  if (under === undefined) return record;
  const main = await load(under);
  const { ts, replacedBecause } = main?.card ?? {};
  return {
    ...record,
    card: { ...record.card, ts, ...(replacedBecause === undefined ? {} : { replacedBecause }) },
  };
}

/** The card under which a message stands: before a new card was posted, under the one that it replaces. Undefined for a card itself. */
export function threadOf({ ts, replaces }: Card, messageTs: string): string | undefined {
  if (ts === undefined || messageTs === ts || messageTs === replaces) return undefined;
  return replaces !== undefined && Number(messageTs) < Number(ts) ? replaces : ts;
}
