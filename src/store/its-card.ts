import type { MappingRecord, Store } from './store.js';

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
