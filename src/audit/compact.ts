import type { Log } from '../log.js';
import { type MappingRecord, StaleVersion, type Store } from '../store/store.js';

export interface CompactOptions {
  readonly store: Pick<Store, 'all' | 'save'>;
  /** How long after its removal a mapping keeps all of its events. */
  readonly retentionMs: number;
  readonly now: () => number;
  readonly log: Log;
}

/** Lets go of what lies between the first and the last event of mappings that were removed long ago. */
export async function compact({ store, retentionMs, now, log }: CompactOptions): Promise<number> {
  let count = 0;
  for await (const record of store.all()) {
    if (!isOld(record, now() - retentionMs)) continue;
    try {
      await store.save(withoutMiddle(record));
      count++;
    } catch (error) {
      // Somebody is at work on it: there is another day.
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
  if (count > 0) log.info({ count }, 'old events of removed mappings were compacted');
  return count;
}

function isOld({ mapping, events, deliveries }: MappingRecord, before: number): boolean {
  const isRemoved = mapping.stage === 'removed' && mapping.host.since < before;
  return isRemoved && events.length > 2 && deliveries.length === 0;
}

/** What the channel has of the middle still fits between the hashes of what is kept. */
function withoutMiddle(record: MappingRecord): MappingRecord {
  const { dns, ssl, http: _, ...mapping } = record.mapping;
  const kept = [record.events[0], record.events.at(-1)].filter((event) => event !== undefined);
  const messages = kept.flatMap(({ id }) => {
    const ts = record.messages[id];
    return ts === undefined ? [] : [[id, ts] as const];
  });
  return {
    ...record,
    mapping: {
      ...mapping,
      dns: { ...dns, observation: undefined },
      ssl: { ...ssl, observation: undefined },
      notes: [],
    },
    events: kept,
    messages: Object.fromEntries(messages),
    compacted: record.compacted + record.events.length - kept.length,
  };
}
