import type { Decision } from '../mapping/lifecycle.js';
import type { MappingRecord } from '../store/store.js';

/** The first record of a mapping: nothing is told yet. */
export function newRecord({ mapping, events }: Decision, delivery: string): Omit<MappingRecord, 'version'> {
  return {
    mapping,
    events,
    deliveries: events.map(({ id }) => ({ event: id, attempts: 0, notBefore: 0 })),
    card: { channel: mapping.channel, shownRevision: -1, notBefore: 0 },
    messages: {},
    requests: [delivery],
    compacted: 0,
  };
}
