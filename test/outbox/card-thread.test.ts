import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../src/core/instant.js';
import { nextItem } from '../../src/outbox/card-thread.js';
import type { OutboxEntry, StoredMapping } from '../../src/store/store.js';
import { NOON, typicalMapping } from '../store/typical-mapping.js';

const draft = typicalMapping('m0');
const [, , published, propagated, issued] = draft.events;

/** Three steps wait for their reply; `asked` is the one that a person caused. */
function waiting(
  entries: readonly (Partial<OutboxEntry> | undefined)[],
  asked?: { readonly id: string },
): StoredMapping {
  return {
    ...draft,
    version: 1,
    events: draft.events.map((event) => ({
      ...event,
      by: event.id === asked?.id ? 'U0123456789' : 'system',
    })),
    outbox: [published, propagated, issued].flatMap((event, at) =>
      event ? [{ event: event.id, attempts: 0, notBefore: 0, isQuiet: false, ...entries[at] }] : [],
    ),
    card: { channel: 'C0123456789', ts: '1.0', shownRevision: draft.mapping.revision, notBefore: 0 },
  };
}

const replied = (main: StoredMapping): readonly string[] | undefined => {
  const item = nextItem({ main }, NOON);
  return item?.kind === 'reply' ? item.events.map(({ type }) => type) : undefined;
};
const held = { heldUntil: NOON + HOUR_MS };

describe('the next reply', () => {
  it('carries all that is pending, in order', () => {
    expect(replied(waiting([]))).toEqual(['dns.published', 'dns.propagated', 'ssl.issued']);
  });

  it('ends before what quiet hours hold', () => {
    expect(replied(waiting([{}, held, {}]))).toEqual(['dns.published']);
  });

  it('waits while quiet hours hold its first event', () => {
    expect(replied(waiting([held]))).toBeUndefined();
  });

  it('carries what quiet hours hold as soon as somebody asked for something', () => {
    expect(replied(waiting([held], issued))).toEqual(['dns.published', 'dns.propagated', 'ssl.issued']);
  });

  it('carries what quiet hours held until now', () => {
    expect(replied(waiting([{ heldUntil: NOON }]))).toEqual([
      'dns.published',
      'dns.propagated',
      'ssl.issued',
    ]);
  });

  it('waits while one of its events waits for another attempt', () => {
    expect(replied(waiting([{}, { attempts: 1, notBefore: NOON + 1 }]))).toBeUndefined();
  });

  it('leaves an event that Slack refused to a reply of its own', () => {
    expect(replied(waiting([{}, { attempts: 1, refusals: 1 }]))).toEqual(['dns.published']);
    expect(replied(waiting([{ attempts: 1, refusals: 1 }]))).toEqual(['dns.published']);
  });
});
