import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../src/core/instant.js';
import { dnsDetails, findingDetails } from '../../../src/core/lifecycle/details.js';
import { dnsSeen, lookup, right, START, server, TARGET, wrong } from '../../support/observations.js';
import { Story } from '../../support/story.js';

describe('a moment among details', () => {
  it.each([
    ['a number', START, START],
    ['ISO 8601', new Date(START).toISOString(), START],
    ['a day, as stored by earlier versions', '2026-11-20', Date.UTC(2026, 10, 20)],
    ['a number as text', String(START), START],
    ['no date', 'soon', undefined],
    ['nothing', '', undefined],
    ['absent', undefined, undefined],
    ['beyond all dates', 1e17, undefined],
  ])('is read from %s', (_, value, at) => {
    expect(momentOf(value)).toBe(at);
  });

  it('is either a date or nothing, never what no calendar has', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.boolean()), (value) => {
        const at = momentOf(value);
        if (at !== undefined) expect(() => new Date(at).toISOString()).not.toThrow();
      }),
    );
  });

  it('is a number in what findings report from now on', () => {
    expect(findingDetails({ validTo: '2026-11-20', validFrom: START, names: 'a', status: 503 })).toEqual({
      validTo: Date.UTC(2026, 10, 20),
      validFrom: START,
      names: 'a',
      status: 503,
    });
    expect(findingDetails({ validTo: 'soon' })).toEqual({});
  });
});

it('tells what differs from the target, and never the target', () => {
  const [host = ''] = TARGET.cname;
  const values = fc.constantFrom(
    '203.0.113.10',
    '2001:db8::10',
    host,
    '192.0.2.1',
    '2001:db8::bad',
    'other.example.net',
  );
  const anyLookup = fc.oneof(
    fc.array(values, { minLength: 1, maxLength: 3 }).map((found) => lookup('answer', ...found)),
    fc.constantFrom(lookup('empty'), lookup('nxdomain'), lookup('refused')),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(anyLookup, anyLookup), { minLength: 1, maxLength: 3 }), (answers) => {
      const observation = dnsSeen(
        START,
        answers.map(([a, aaaa]) => server(a, aaaa)),
      );
      const dns = {
        state: 'wrong',
        since: START,
        agreeingRounds: 0,
        partialChecks: 0,
        contradictions: 0,
        observation,
      } as const;
      const quoted = String(dnsDetails(dns, TARGET).values).split(', ');
      for (const value of [host, '203.0.113.10', '2001:db8::10'])
        expect(quoted.filter((each) => each.endsWith(` ${value}`))).toEqual([]);
    }),
  );
});

describe('what resolvers have of a record that is right', () => {
  const filtered = server(lookup('filtered'), lookup('filtered'), 'quad9');
  it.each([
    ['an old answer', wrong('google'), 'cached'],
    ['an error', server(lookup('servfail'), lookup('servfail'), 'google'), 'unresolved'],
    ['a refusal', filtered, 'unresolved'],
  ])('is distinguished: %s', (_, answer, found) => {
    const observation = dnsSeen(START, [right()], [answer, filtered]);
    const { dns } = new Story().mapping;
    expect(dnsDetails({ ...dns, state: 'published', observation }, TARGET)).toEqual({ found });
  });
});
