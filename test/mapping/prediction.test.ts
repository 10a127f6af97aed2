import { describe, expect, it } from 'vitest';
import type { Lookup, ServerAnswer } from '../../src/mapping/observation.js';
import { allSeeAt, pendingResolvers, planResolvers, withFresh } from '../../src/mapping/prediction.js';
import {
  dnsSeen,
  HOSTNAME,
  lookup,
  right,
  START,
  served,
  server,
  sslSeen,
  TARGET,
} from '../support/observations.js';
import { MINUTE_MS, Story } from '../support/story.js';

const SECOND = 1_000;
const withTtl = (found: Lookup, ttlS: number): Lookup => ({
  ...found,
  records: found.records.map((record) => ({ ...record, ttlS })),
});
const old = (name: string, ttlS: number, at = START): ServerAnswer => ({
  ...server({ ...withTtl(lookup('answer', '192.0.2.1'), ttlS), at }, { ...lookup('empty'), at }, name),
});
const absent = (name: string, negativeTtlS: number, at = START): ServerAnswer => ({
  ...server({ ...lookup('nxdomain'), negativeTtlS, at }, { ...lookup('nxdomain'), at }, name),
});
const seen = (...resolvers: ServerAnswer[]) => dnsSeen(START, [right()], resolvers);

describe('when a resolver will see the record', () => {
  it.each<[string, ServerAnswer, number | undefined]>([
    ['the rest of an old answer’s TTL', old('g', 47), 48],
    ['the rest of a negative answer’s', absent('g', 300), 301],
    ['counted from when it was asked', old('g', 47, START - 10 * SECOND), 38],
    [
      'the shortest of a chain, any link of which may have changed',
      {
        ...server(
          {
            ...lookup('answer', 'old.example.net', '192.0.2.1'),
            records: [
              { name: HOSTNAME, type: 'CNAME', value: 'old.example.net', ttlS: 60 },
              { name: 'old.example.net', type: 'A', value: '192.0.2.1', ttlS: 3600 },
            ],
          },
          lookup('empty'),
          'g',
        ),
      },
      61,
    ],
    [
      'a left-over AAAA’s where the address is right already',
      {
        ...server(
          withTtl(lookup('answer', '203.0.113.10'), 5),
          withTtl(lookup('answer', '2001:db8::bad'), 90),
          'g',
        ),
      },
      91,
    ],
    ['not known where it is silent', server(lookup('timeout'), lookup('timeout'), 'g'), undefined],
    ['not known where it fails', server(lookup('servfail'), lookup('servfail'), 'g'), undefined],
  ])('is %s', (_, answer, seconds) => {
    const [prediction] = pendingResolvers(seen(answer), TARGET);
    expect(prediction?.at).toBe(seconds === undefined ? undefined : START + seconds * SECOND);
  });

  it('is nothing to wait for where it is seen', () => {
    expect(pendingResolvers(seen(right('g')), TARGET)).toEqual([]);
    expect(allSeeAt(seen(right('g')), TARGET)).toBeUndefined();
  });

  it('is for all of them when the last lets go', () => {
    expect(allSeeAt(seen(old('a', 10), absent('b', 90), right('c')), TARGET)).toBe(START + 91 * SECOND);
  });
});

describe('a resolver is asked again', () => {
  const dns = (state: 'published' | 'propagated', ...resolvers: ServerAnswer[]) => {
    const story = new Story().added();
    story.see(
      0,
      () => seen(...resolvers),
      (at) => sslSeen(at, served),
    );
    return { ...story.mapping.dns, state };
  };
  const asked = (axis: ReturnType<typeof dns>, seconds: number, queried = HOSTNAME) => {
    const { typesFor } = planResolvers(axis, queried, TARGET, START + seconds * SECOND);
    return ['a', 'b', 'c'].flatMap((name) => typesFor(name).map((type) => `${name} ${type}`));
  };

  it('when it can have changed, and for what can have changed alone', () => {
    const axis = dns('published', old('a', 10), absent('b', 90), right('c'));
    expect(asked(axis, 10)).toEqual([]);
    expect(asked(axis, 11)).toEqual(['a A']);
    expect(asked(axis, 91)).toEqual(['a A', 'b A']);
  });
  it('after a while, for both, when it failed', () => {
    const failed = server(lookup('servfail'), lookup('servfail'), 'a');
    const axis = dns('published', failed, old('b', 900), right('c'));
    expect(asked(axis, 29)).toEqual([]);
    expect(asked(axis, 30)).toEqual(['a A', 'a AAAA']);
  });
  it('once more for the record when the first round agreed', () => {
    const sixOnly = server(lookup('empty'), lookup('answer', '2001:db8::10'), 'c');
    expect(asked(dns('published', right('a'), right('b'), sixOnly), 0)).toEqual(['a A', 'b A', 'c AAAA']);
  });
  it('no more when all have seen it', () => {
    expect(asked(dns('propagated', right('a'), right('b'), right('c')), 1e6)).toEqual([]);
  });
  it('about a name, or a resolver, that is new', () => {
    expect(asked(dns('published', old('a', 900), right('b')), 0)).toEqual(['c A', 'c AAAA']);
    expect(
      asked(dns('published', old('a', 900), right('b'), right('c')), 0, 'other.example.com'),
    ).toHaveLength(6);
  });

  it('and the rest of what it said stays, unless it is no longer watched', () => {
    const plan = planResolvers(
      dns('published', old('a', 10), old('b', 10), right('c')),
      HOSTNAME,
      TARGET,
      START + 11 * SECOND,
    );
    const { server: name, address, a } = right('a');
    const merged = withFresh(plan, [{ server: name, address, a }]);
    expect(merged.map((answer) => [answer.server, answer.a.records[0]?.value, answer.aaaa.outcome])).toEqual([
      ['a', '203.0.113.10', 'empty'],
      ['c', '203.0.113.10', 'empty'],
    ]);
  });
});

describe('the next look', () => {
  const next = (resolvers: ServerAnswer[], isServed: boolean) => {
    const story = new Story().added();
    const observe = (at: number) => ({ ...seen(...resolvers), at });
    story.see(0, observe, (at) => (isServed ? sslSeen(at, served) : sslSeen(at)));
    return (story.mapping.nextCheckAt ?? 0) - story.now;
  };

  it('is at the moment when the first resolver lets go', () => {
    expect(next([old('a', 47), old('b', 1_000)], true)).toBe(48 * SECOND);
    expect(next([absent('a', 1_000)], true)).toBe(1_001 * SECOND);
  });
  it('comes sooner where the certificate has to be looked at', () => {
    expect(next([old('a', 1_000)], false)).toBe(5 * MINUTE_MS);
    expect(next([old('a', 47)], false)).toBe(48 * SECOND);
  });
  it('is never further away than an hour, nor at once', () => {
    expect(next([old('a', 86_400)], true)).toBe(60 * MINUTE_MS);
    expect(next([old('a', 10, START - 60 * SECOND)], true)).toBe(SECOND);
  });
});
