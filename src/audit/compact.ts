import type { Log } from '../log.js';
import { hashOf } from '../mapping/event-chain.js';
import { messagesOf } from '../store/bounded.js';
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
      if (!(error instanceof StaleVersion))
        log.error(
          { err: error, mapping: record.mapping.id },
          'a mapping’s old events could not be compacted',
        );
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
  const newestGone = record.events.at(-2);
  return {
    ...record,
    mapping: {
      ...mapping,
      dns: { ...dns, observation: undefined },
      ssl: { ...ssl, observation: undefined },
      notes: [],
    },
    events: kept,
    messages: messagesOf(kept, record.messages),
    ...(newestGone ? { anchor: hashOf(newestGone) } : {}),
    compacted: record.compacted + record.events.length - kept.length,
  };
}
