import { describe, expect, it } from 'vitest';
import { compareHistory } from '../../src/audit/compare.js';
import { chained } from '../../src/mapping/event-chain.js';
import { bounded, MAX_EVENTS, MAX_PENDING } from '../../src/store/bounded.js';
import { recordCodec } from '../../src/store/record-schema.js';
import type { MappingRecord } from '../../src/store/store.js';
import { NOON, typicalRecord } from './typical-record.js';

const start = (): MappingRecord => ({
  ...typicalRecord('m1'),
  version: 1,
  events: [],
  messages: {},
});

/** One more event, told unless it is to be pending, and saved as the store saves. */
function next(record: MappingRecord, at: number, isTold = true): MappingRecord {
  const { id, hostname } = record.mapping;
  const head = record.events.length === 0 ? '' : record.mapping.head;
  const type = at === 0 ? ('domain.requested' as const) : ('check.requested' as const);
  const event = {
    id: `e${at}`.padEnd(36, '-'),
    mapping: id,
    hostname,
    type,
    at: NOON + at * 1_000,
    by: 'U0123456789',
    details: {},
  };
  const { events, head: newest } = chained(head, [event]);
  return bounded({
    ...record,
    mapping: { ...record.mapping, head: newest },
    events: [...record.events, ...events],
    messages: isTold ? { ...record.messages, [event.id]: `${1_763_640_000 + at}.000100` } : record.messages,
    deliveries: isTold
      ? record.deliveries
      : [...record.deliveries, { event: event.id, attempts: 0, notBefore: NOON }],
  });
}

function life(events: number, isTold = true): MappingRecord {
  let record = start();
  for (let at = 0; at < events; at++) record = next(record, at, isTold);
  return record;
}

const bytes = (record: MappingRecord): number => JSON.stringify(recordCodec.encode(record)).length;

describe('a mapping with very many events', () => {
  it('costs the same to save at event 20,000 as at event 200', () => {
    let record = start();
    const sizes: number[] = [];
    for (let at = 0; at < 20_000; at++) {
      record = next(record, at);
      if (at === 199 || at > 19_800) sizes.push(bytes(record));
    }
    const [early = 0, ...late] = sizes;
    expect(Math.max(...late)).toBeLessThanOrEqual(early * 1.01);
    expect(record.events.length).toBeLessThanOrEqual(MAX_EVENTS);
    expect(record.events.length + record.compacted).toBe(20_000);
    expect(Object.keys(record.messages)).toHaveLength(record.events.length);
  });

  it('keeps the first event, and a chain that verifies over what was let go', () => {
    const record = life(1_000);
    expect(record.events[0]?.type).toBe('domain.requested');
    expect(record.events[1]?.previous).toBe(record.anchor);
    expect(compareHistory([record], [], 0)).toEqual([]);
    const tampered = { ...record, anchor: 'another' };
    expect(compareHistory([tampered], [], 0).map(({ kind }) => kind)).toEqual(['broken']);
  });

  it('lets go of nothing that is still to be told', () => {
    const record = life(900, false);
    expect(record.events).toHaveLength(900);
    expect(record.deliveries).toHaveLength(900);
  });

  it('gives up the oldest when a channel takes nothing for months, but never the card', () => {
    const few = life(20, false);
    const events = Array.from({ length: MAX_PENDING + 500 }, (_, at) => ({
      ...(few.events[at % 20] as MappingRecord['events'][number]),
      id: `e${at}`,
    }));
    const deliveries = events.map(({ id }) => ({ event: id, attempts: 0, notBefore: NOON }));
    const record = bounded({ ...few, events, deliveries });
    expect(record.deliveries).toHaveLength(MAX_PENDING);
    expect(record.deliveries[0]?.event).toBe(record.events[0]?.id);
    expect(record.undeliverable?.at(-1)).toMatchObject({ reason: 'too-many-pending' });
  });

  it('is left as it is while it has few', () => {
    const record = life(MAX_EVENTS);
    expect(record.compacted).toBe(0);
    expect(bounded(record)).toBe(record);
  });
});
