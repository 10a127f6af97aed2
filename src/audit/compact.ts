import { hashOf } from '../core/events/event-chain.js';
import { messagesOf } from '../store/bounded.js';
import { StaleVersion, type Store, type StoredMapping } from '../store/store.js';
import type { Log } from '../util/log.js';

export interface CompactOptions {
  readonly store: Pick<Store, 'summaries' | 'load' | 'save'>;
  /** How long after removal a mapping keeps all its events. */
  readonly retentionMs: number;
  readonly now: () => number;
  readonly log: Log;
}

/** Drops the events between the first and the last of mappings removed longer ago than `retentionMs`. */
export async function compact({ store, retentionMs, now, log }: CompactOptions): Promise<number> {
  let count = 0;
  for await (const batch of store.summaries({ stage: 'removed' }))
    for (const { id } of batch)
      try {
        const stored = await store.load(id);
        if (!stored || !isOld(stored, now() - retentionMs)) continue;
        await store.save(withoutMiddle(stored));
        count++;
      } catch (error) {
        // Another writer is changing it; the next run will compact it.
        if (!(error instanceof StaleVersion))
          log.error({ err: error, mapping: id }, 'old events of the mapping could not be compacted');
      }
  if (count > 0) log.info({ count }, 'old events of removed mappings were compacted');
  return count;
}

function isOld({ mapping, events, outbox }: StoredMapping, before: number): boolean {
  const isRemoved = mapping.stage === 'removed' && mapping.alias.since < before;
  return isRemoved && events.length > 2 && outbox.length === 0;
}

/** The kept hashes still let us check the dropped events against the channel. */
function withoutMiddle(stored: StoredMapping): StoredMapping {
  const { dns, ssl, http: _, ...mapping } = stored.mapping;
  const kept = [stored.events[0], stored.events.at(-1)].filter((event) => event !== undefined);
  const newestGone = stored.events.at(-2);
  return {
    ...stored,
    mapping: {
      ...mapping,
      dns: { ...dns, observation: undefined },
      ssl: { ...ssl, observation: undefined },
      openFindings: [],
    },
    events: kept,
    messages: messagesOf(kept, stored.messages),
    ...(newestGone ? { anchor: hashOf(newestGone) } : {}),
    compacted: stored.compacted + stored.events.length - kept.length,
  };
}
