import { describe, expect, it } from 'vitest';
import { diffHistory } from '../../src/audit/diff-history.js';
import type { EventDraft } from '../../src/core/events/event.js';
import { chained } from '../../src/core/events/event-chain.js';
import { bounded, MAX_EVENTS, MAX_PENDING } from '../../src/store/bounded.js';
import { storedMappingCodec } from '../../src/store/schema.js';
import type { StoredMapping } from '../../src/store/store.js';
import { NOON, typicalMapping } from './typical-mapping.js';

const start = (): StoredMapping => ({
  ...typicalMapping('m1'),
  version: 1,
  events: [],
  messages: {},
});

/** One more event, posted unless it is to be pending, and saved as the store saves. */
function next(stored: StoredMapping, at: number, isReported = true): StoredMapping {
  const { id, hostname } = stored.mapping;
  const lastHash = stored.events.length === 0 ? '' : stored.mapping.lastHash;
  const draft: EventDraft = at === 0 ? ['domain.requested', { app: 'shop' }] : ['check.requested', {}];
  const event = { id: `e${at}`.padEnd(36, '-') };
  const about = {
    newId: () => event.id,
    mapping: id,
    hostname,
    at: NOON + at * 1_000,
    by: 'U0123456789',
  };
  const { events, lastHash: newest } = chained(lastHash, [draft], about);
  return bounded({
    ...stored,
    mapping: { ...stored.mapping, lastHash: newest },
    events: [...stored.events, ...events],
    messages: isReported
      ? { ...stored.messages, [event.id]: `${1_763_640_000 + at}.000100` }
      : stored.messages,
    outbox: isReported
      ? stored.outbox
      : [...stored.outbox, { event: event.id, attempts: 0, notBefore: NOON }],
  });
}

function life(events: number, isReported = true): StoredMapping {
  let stored = start();
  for (let at = 0; at < events; at++) stored = next(stored, at, isReported);
  return stored;
}

const bytes = (stored: StoredMapping): number => JSON.stringify(storedMappingCodec.encode(stored)).length;

describe('a mapping with very many events', () => {
  it('costs the same to save at event 20,000 as at event 200', () => {
    let stored = start();
    const sizes: number[] = [];
    for (let at = 0; at < 20_000; at++) {
      stored = next(stored, at);
      if (at === 199 || at > 19_800) sizes.push(bytes(stored));
    }
    const [early = 0, ...late] = sizes;
    expect(Math.max(...late)).toBeLessThanOrEqual(early * 1.01);
    expect(stored.events.length).toBeLessThanOrEqual(MAX_EVENTS);
    expect(stored.events.length + stored.compacted).toBe(20_000);
    expect(Object.keys(stored.messages)).toHaveLength(stored.events.length);
  });

  it('keeps the first event, and a chain that verifies over what was let go', () => {
    const stored = life(1_000);
    expect(stored.events[0]?.type).toBe('domain.requested');
    expect(stored.events[1]?.previous).toBe(stored.anchor);
    expect(diffHistory([stored], [], 0)).toEqual([]);
    const tampered = { ...stored, anchor: 'another' };
    expect(diffHistory([tampered], [], 0).map(({ kind }) => kind)).toEqual(['broken']);
  });

  it('drops nothing that is still to be posted', () => {
    const stored = life(900, false);
    expect(stored.events).toHaveLength(900);
    expect(stored.outbox).toHaveLength(900);
  });

  it('gives up the oldest when a channel takes nothing for months, but never the card', () => {
    const few = life(20, false);
    const events = Array.from({ length: MAX_PENDING + 500 }, (_, at) => ({
      ...(few.events[at % 20] as StoredMapping['events'][number]),
      id: `e${at}`,
    }));
    const outbox = events.map(({ id }) => ({ event: id, attempts: 0, notBefore: NOON }));
    const stored = bounded({ ...few, events, outbox });
    expect(stored.outbox).toHaveLength(MAX_PENDING);
    expect(stored.outbox[0]?.event).toBe(stored.events[0]?.id);
    expect(stored.undeliverable?.at(-1)).toMatchObject({ reason: 'too-many-pending' });
  });

  it('is left as it is while it has few', () => {
    const stored = life(MAX_EVENTS);
    expect(stored.compacted).toBe(0);
    expect(bounded(stored)).toBe(stored);
  });
});
