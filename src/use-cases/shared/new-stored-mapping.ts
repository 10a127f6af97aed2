import type { Decision } from '../../core/lifecycle/decide.js';
import type { StoredMapping } from '../../store/store.js';

/** The first record of a mapping: nothing is told yet. */
export function newStoredMapping(
  { mapping, events }: Decision,
  requestId: string,
): Omit<StoredMapping, 'version'> {
  return {
    mapping,
    events,
    outbox: events.map(({ id }) => ({ event: id, attempts: 0, notBefore: 0 })),
    card: { channel: mapping.channel, shownRevision: -1, notBefore: 0 },
    messages: {},
    requests: [requestId],
    compacted: 0,
  };
}
