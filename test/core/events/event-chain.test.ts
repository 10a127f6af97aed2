import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDetails, type DomainEvent, type EventDraft } from '../../../src/core/events/event.js';
import { chained, hashOf } from '../../../src/core/events/event-chain.js';
import { anySteps, runStory } from '../../support/random-story.js';

const about = {
  newId: () => 'e1',
  mapping: 'm1',
  hostname: 'shop.example.com',
  at: 1_763_640_000_000,
  by: 'system',
};

/** One event of a finding, which may have any parameters beside its own. */
function eventOf(params: Readonly<Record<string, string | number>> = {}): DomainEvent {
  const draft: EventDraft = ['dns.stuck', { finding: 'a-wrong', dnsRecords: '', ...params }];
  const [event] = chained('', [draft], about).events;
  if (!event) throw new Error('no event');
  return event;
}

describe('the chain of a mapping’s events', () => {
  it('links each event to the one before it and ends in the mapping', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const taken = runStory(steps);
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
    const event = eventOf({ one: 1, two: 'x' });
    if (event.type !== 'dns.stuck') throw new Error('another event');
    const { one, two, ...rest } = event.details;
    expect(hashOf({ ...event, details: { two, one, ...rest } })).toBe(hashOf(event));
    const others: DomainEvent[] = [
      { ...event, id: 'e2' },
      { ...event, mapping: 'm2' },
      { ...event, hostname: 'shop.example.org' },
      { ...event, type: 'ssl.stuck' },
      { ...event, at: event.at + 1 },
      { ...event, by: 'U1' },
      { ...event, details: { ...event.details, two: 'y' } },
      { ...event, previous: 'else' },
    ];
    expect(new Set([event, ...others].map(hashOf)).size).toBe(others.length + 1);
  });

  it.each([
    ['a long text', { message: 'x'.repeat(50_000) }],
    [
      'long lines',
      { dnsRecords: Array.from({ length: 500 }, (_, at) => `add ${at} 300 IN A 192.0.2.1`).join('\n') },
    ],
    ['many texts', Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`p${at}`, 'ü'.repeat(900)]))],
  ])('keeps %s small enough for a message’s metadata', (_, details) => {
    const kept = anyDetails(eventOf(details));
    expect(Buffer.byteLength(JSON.stringify(kept))).toBeLessThanOrEqual(1_200);
    expect(Object.keys(kept)).toEqual(expect.arrayContaining(Object.keys(details)));
  });

  it('cuts records between lines', () => {
    const lines = Array.from({ length: 500 }, (_, at) => `add ${at} 300 IN A 192.0.2.1`);
    const records = String(anyDetails(eventOf({ dnsRecords: lines.join('\n') }))['dnsRecords']);
    expect(lines).toEqual(expect.arrayContaining(records.split('\n')));
  });

  it('holds only what comes back from Slack as it went there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const said = `${text}\ud83d\u0000`;
        const details = anyDetails(eventOf({ said }));
        const sent = new URLSearchParams({ metadata: JSON.stringify(details) }).toString();
        expect(JSON.parse(new URLSearchParams(sent).get('metadata') ?? '')).toEqual(details);
        expect(String(details['said'])).not.toMatch(/[^\P{Cc}\n]/u);
      }),
    );
  });
});
