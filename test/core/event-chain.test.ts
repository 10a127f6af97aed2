import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../src/core/event.js';
import { chained, hashOf } from '../../src/core/event-chain.js';
import { anySteps, follow } from '../support/random-story.js';

const draft = (details: DomainEvent['details'] = {}): Omit<DomainEvent, 'previous'> => ({
  id: 'e1',
  mapping: 'm1',
  hostname: 'shop.example.com',
  type: 'alias.added',
  at: 1_763_640_000_000,
  by: 'system',
  details,
});

describe('the chain of a mapping’s events', () => {
  it('links each event to the one before it and ends in the mapping', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const taken = follow(steps);
        const events = taken.flatMap((each) => each.events);
        let previous = taken[0]?.before.lastHash ?? '';
        for (const event of events) {
          expect(event.previous).toBe(previous);
          previous = hashOf(event);
        }
        if (taken.length > 0) expect(taken.at(-1)?.after.lastHash).toBe(previous);
      }),
      { numRuns: 200 },
    );
  });

  it('changes with whatever an event says, and not with the order of its details', () => {
    const { events } = chained('', [draft({ one: 1, two: 'x' })]);
    const [event] = events;
    if (!event) throw new Error('no event');
    expect(hashOf({ ...event, details: { two: 'x', one: 1 } })).toBe(hashOf(event));
    const others: DomainEvent[] = [
      { ...event, id: 'e2' },
      { ...event, mapping: 'm2' },
      { ...event, hostname: 'shop.example.org' },
      { ...event, type: 'alias.refused' },
      { ...event, at: event.at + 1 },
      { ...event, by: 'U1' },
      { ...event, details: { one: 1, two: 'y' } },
      { ...event, previous: 'else' },
    ];
    expect(new Set([event, ...others].map(hashOf)).size).toBe(others.length + 1);
  });

  it.each([
    ['a long text', { message: 'x'.repeat(50_000) }],
    [
      'long lines',
      { records: Array.from({ length: 500 }, (_, at) => `add ${at} 300 IN A 192.0.2.1`).join('\n') },
    ],
    ['many texts', Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`p${at}`, 'ü'.repeat(900)]))],
  ])('keeps %s small enough for a message’s metadata', (_, details) => {
    const { events } = chained('', [draft(details)]);
    const kept = events[0]?.details ?? {};
    expect(Buffer.byteLength(JSON.stringify(kept))).toBeLessThanOrEqual(1_200);
    expect(Object.keys(kept)).toEqual(Object.keys(details));
  });

  it('cuts records between lines', () => {
    const lines = Array.from({ length: 500 }, (_, at) => `add ${at} 300 IN A 192.0.2.1`);
    const records = String(chained('', [draft({ records: lines.join('\n') })]).events[0]?.details['records']);
    expect(lines).toEqual(expect.arrayContaining(records.split('\n')));
  });

  it('holds only what comes back from Slack as it went there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const said = `${text}\ud83d\u0000`;
        const { details } = chained('', [draft({ said })]).events[0] ?? draft();
        const sent = new URLSearchParams({ metadata: JSON.stringify(details) }).toString();
        expect(JSON.parse(new URLSearchParams(sent).get('metadata') ?? '')).toEqual(details);
        expect(String(details['said'])).not.toMatch(/[^\P{Cc}\n]/u);
      }),
    );
  });
});
