import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allSeeAt,
  pendingResolvers,
  planResolvers,
  roundedUp,
  withFresh,
} from '../../../src/core/diagnosis/prediction.js';
import type { Lookup, ServerAnswer } from '../../../src/core/observation/observation.js';
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
} from '../../support/observations.js';
import { MINUTE_MS, Story } from '../../support/story.js';

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

const chained = (...links: [string, 'A' | 'CNAME', string, number][]): ServerAnswer =>
  server(
    {
      ...lookup('answer'),
      records: links.map(([name, type, value, ttlS]) => ({ name, type, value, ttlS })),
    },
    lookup('empty'),
    'g',
  );

describe('when a resolver will see the record', () => {
  it.each<[string, ServerAnswer, number | undefined]>([
    ['the rest of an old answer’s TTL', old('g', 47), 48],
    ['the rest of a negative answer’s', absent('g', 300), 301],
    ['counted from when it was asked', old('g', 47, START - 10 * SECOND), 38],
    [
      'the first of a chain, which is what has changed',
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
      'the first of a chain even where what hangs on it ends sooner',
      chained([HOSTNAME, 'CNAME', 'old.example.net', 3600], ['old.example.net', 'A', '192.0.2.1', 18]),
      3601,
    ],
    [
      'the A’s alone where the AAAA shows the new CNAME already',
      {
        ...server(
          withTtl(lookup('answer', '192.0.2.1'), 86_400),
          withTtl(lookup('answer', TARGET.cname[0] ?? '', '2001:db8::10'), 60),
          'g',
        ),
      },
      86_401,
    ],
    [
      'an old address’s beside the new one',
      {
        ...server(
          {
            ...lookup('answer', '203.0.113.10', '192.0.2.1'),
            records: [
              { name: HOSTNAME, type: 'A', value: '203.0.113.10', ttlS: 30 },
              { name: HOSTNAME, type: 'A', value: '192.0.2.1', ttlS: 30 },
            ],
          },
          lookup('empty'),
          'g',
        ),
      },
      31,
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

it('is the end of the link that changed where the chain’s beginning is what the zone has', () => {
  const zone = chained(
    [HOSTNAME, 'CNAME', 'www.example.com', 9],
    ['www.example.com', 'A', '203.0.113.10', 9],
  );
  const cached = chained(
    [HOSTNAME, 'CNAME', 'www.example.com', 7],
    ['www.example.com', 'A', '192.0.2.1', 90],
  );
  expect(pendingResolvers(dnsSeen(START, [zone], [cached]), TARGET)).toEqual([
    { resolver: 'g', at: START + 91 * SECOND },
  ]);
});

describe('a prediction that passed without effect', () => {
  const probe = (story: Story, seconds: number, ...resolvers: ServerAnswer[]) => {
    story.now += seconds * SECOND;
    const at = story.now;
    const again = resolvers.map((each) => ({ ...each, a: { ...each.a, at }, aaaa: { ...each.aaaa, at } }));
    return story.give({
      type: 'observed',
      target: TARGET,
      dns: { ...seen(...again), at },
      ssl: sslSeen(at, served),
    });
  };
  const predicted = ({ mapping: { dns } }: Story) =>
    dns.observation && pendingResolvers(dns.observation, TARGET, dns).map(({ at }) => at);

  it('is not reported a second time', () => {
    const story = new Story().added();
    probe(story, 0, old('g', 18), right('c'));
    expect(predicted(story)).toEqual([START + 19 * SECOND]);
    probe(story, 19, old('g', 18), right('c'));
    expect(predicted(story)).toEqual([undefined]);
    expect(
      story.mapping.dns.observation && allSeeAt(story.mapping.dns.observation, TARGET, story.mapping.dns),
    ).toBe(undefined);
  });

  it('makes a rewriting resolver of one that starts its TTL again, which then holds up nobody', () => {
    const story = new Story().added();
    probe(story, 0, old('g', 18), right('c'), right('q'));
    probe(story, 19, old('g', 18), right('c'), right('q'));
    expect(probe(story, 19, old('g', 18), right('c'), right('q'))).toEqual([]);
    expect(probe(story, 19, old('g', 18), right('c'), right('q'))).toEqual(['dns.propagated', 'domain.done']);
  });

  it('is forgotten once the resolver has come right', () => {
    const story = new Story().added();
    probe(story, 0, old('g', 18), old('c', 900));
    probe(story, 19, old('g', 18), old('c', 881));
    expect(story.mapping.dns.disproved).toEqual({ g: 1 });
    probe(story, 19, right('g'), old('c', 862));
    expect(story.mapping.dns.disproved).toBeUndefined();
  });

  it('is none as long as a resolver may ask the zone’s earlier servers, and keep what they say', () => {
    const delegated = (parent: string[], nameServersTtlS: number, ...resolvers: ServerAnswer[]) => ({
      ...seen(...resolvers),
      authoritative: [right(parent[0])],
      nameServers: { parent, child: parent },
      nameServersTtlS,
    });
    const story = new Story().added();
    const give = (seconds: number, dns: ReturnType<typeof delegated>) => {
      story.now += seconds * SECOND;
      story.give({
        type: 'observed',
        target: TARGET,
        dns: { ...dns, at: story.now },
        ssl: sslSeen(story.now, served),
      });
    };
    give(0, delegated(['ns1.old.net'], 600));
    give(60, delegated(['ns1.new.net'], 60, old('g', 18, START + 60 * SECOND)));
    // 600 s until the old servers are forgotten, 300 s for the record they gave last.
    expect(predicted(story)).toEqual([START + (60 + 600 + 300 + 1) * SECOND]);
    give(19, delegated(['ns1.new.net'], 60, old('g', 18, START + 79 * SECOND)));
    expect(story.mapping.dns.disproved).toBeUndefined();
    expect(predicted(story)).toEqual([START + (60 + 600 + 300 + 1) * SECOND]);
  });
});

it('is given to customers in full hours, never too early', () => {
  fc.assert(
    fc.property(fc.integer({ min: START, max: START + 1e9 }), (at) => {
      expect(roundedUp(at)).toBeGreaterThanOrEqual(at);
      expect(roundedUp(at) % (60 * MINUTE_MS)).toBe(0);
      expect(roundedUp(at) - at).toBeLessThan(60 * MINUTE_MS);
    }),
  );
});

describe('a bound holds', () => {
  interface Rrset {
    readonly value: string;
    readonly ttlS: number;
  }
  const NEW = TARGET.ipv4[0] ?? '';
  const rrset = fc.record({
    value: fc.constantFrom('192.0.2.1', '192.0.2.2', 'other.example.net'),
    ttlS: fc.integer({ min: 1, max: 400 }),
  });

  /** A cache of its own: what it asked for the A and when, until the TTL has run out; then it asks the zone again. */
  const cacheAt = (before: Rrset, askedAt: number, now: number): ServerAnswer => {
    const left = askedAt + before.ttlS * SECOND - now;
    if (left <= 0) return { ...right('g'), a: { ...right('g').a, at: now } };
    const answer = lookup(
      'answer',
      before.value,
      ...(before.value === 'other.example.net' ? ['192.0.2.9'] : []),
    );
    const records = answer.records.map((record, index) => ({
      ...record,
      name: index === 0 ? HOSTNAME : 'other.example.net',
      // What hangs on a chain may end sooner.
      ttlS: index === 0 ? Math.floor(left / SECOND) : 1,
    }));
    return { ...server({ ...answer, records, at: now }, { ...lookup('empty'), at: now }, 'g') };
  };

  it('for every old record, whatever hangs on it: not before it, nothing is reported; at it, the new one is there', () => {
    fc.assert(
      fc.property(rrset, fc.integer({ min: 0, max: 399_999 }), (before, age) => {
        const now = START + (age % (before.ttlS * SECOND));
        const cached = cacheAt(before, START, now);
        const [prediction] = pendingResolvers({ ...seen(cached), at: now }, TARGET);
        const flipAt = START + before.ttlS * SECOND;
        expect(prediction?.at).toBeGreaterThanOrEqual(flipAt);
        expect(prediction?.at).toBeLessThanOrEqual(flipAt + SECOND);
        const after = cacheAt(before, START, prediction?.at ?? 0);
        expect(after.a.records[0]?.value).toBe(NEW);
      }),
    );
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
  it('once more, for both types, when the first round agreed', () => {
    expect(asked(dns('published', right('a'), right('b')), 0)).toEqual([
      'a A',
      'a AAAA',
      'b A',
      'b AAAA',
      'c A',
      'c AAAA',
    ]);
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

  it('the rest of what a resolver said stays, unless it is no longer watched', () => {
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

describe('the next check', () => {
  const next = (resolvers: ServerAnswer[], isServed: boolean) => {
    const story = new Story().added();
    const observed = (at: number) => ({ ...seen(...resolvers), at });
    story.see(0, observed, (at) => (isServed ? sslSeen(at, served) : sslSeen(at)));
    return (story.mapping.nextCheckAt ?? 0) - story.now;
  };

  it('is at the moment when the first resolver lets go', () => {
    expect(next([old('a', 47), old('b', 1_000)], true)).toBe(48 * SECOND);
    expect(next([absent('a', 1_000)], true)).toBe(1_001 * SECOND);
  });
  it('comes sooner where the certificate has to be checked', () => {
    expect(next([old('a', 1_000)], false)).toBe(5 * MINUTE_MS);
    expect(next([old('a', 47)], false)).toBe(48 * SECOND);
  });
  it('is never further away than an hour, nor at once', () => {
    expect(next([old('a', 86_400)], true)).toBe(60 * MINUTE_MS);
    expect(next([old('a', 10, START - 60 * SECOND)], true)).toBe(SECOND);
  });
});
