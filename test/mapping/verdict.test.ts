import { describe, expect, it } from 'vitest';
import type { EdgeAnswer, ServerAnswer } from '../../src/mapping/observation.js';
import { judgeDns, judgeServer } from '../../src/mapping/verdict.js';
import { judgeEdge, judgeSsl } from '../../src/mapping/verdict-ssl.js';
import {
  blindDns,
  certificate,
  dnsSeen,
  edge,
  lookup,
  right,
  START,
  served,
  server,
  silent,
  sslSeen,
  TARGET,
  wrong,
} from '../support/observations.js';

describe('one server', () => {
  const cases: [string, ServerAnswer, 'right' | 'wrong' | 'silent'][] = [
    ['the target’s address', right(), 'right'],
    ['the target’s IPv6 address alone', server(lookup('empty'), lookup('answer', '2001:db8::10')), 'right'],
    ['both', server(lookup('answer', '203.0.113.10'), lookup('answer', '2001:db8::10')), 'right'],
    ['a CNAME to the target', server(lookup('answer', TARGET.cname[0] ?? '')), 'right'],
    [
      'a chain that ends at the target’s address',
      server(lookup('answer', 'www.example.org', '203.0.113.10')),
      'right',
    ],
    ['another address', wrong(), 'wrong'],
    ['one right address and one other', server(lookup('answer', '203.0.113.10', '192.0.2.1')), 'wrong'],
    [
      'a right address and a left-over AAAA',
      server(lookup('answer', '203.0.113.10'), lookup('answer', '2001:db8::bad')),
      'wrong',
    ],
    ['a dangling CNAME', server(lookup('answer', 'gone.example.org')), 'wrong'],
    ['no such name', server(lookup('nxdomain')), 'wrong'],
    ['no record of the type', server(lookup('empty')), 'wrong'],
    ['no authority', server(lookup('lame')), 'wrong'],
    ['a refusal', server(lookup('refused')), 'wrong'],
    ['silence', silent(), 'silent'],
    ['SERVFAIL', server(lookup('servfail')), 'wrong'],
    ['no route', server(lookup('unreachable')), 'silent'],
  ];
  it.each(cases)('%s is %3$s', (_, answer, verdict) => {
    expect(judgeServer(answer, TARGET, [])).toBe(verdict);
  });

  it('accepts a flattened apex that has the addresses of the target’s host', () => {
    expect(judgeServer(server(lookup('answer', '203.0.113.77')), TARGET, ['203.0.113.77'])).toBe('right');
  });
});

describe('DNS', () => {
  it('is published when every authoritative server is right', () => {
    expect(judgeDns(dnsSeen(START, [right('a'), right('b')]), TARGET)).toMatchObject({
      verdict: 'published',
      authoritative: { right: 2, of: 2 },
    });
  });
  it('is wrong as long as one authoritative server is', () => {
    expect(judgeDns(dnsSeen(START, [right('a'), right('b'), wrong('c')]), TARGET).verdict).toBe('wrong');
  });
  it('is partial as long as one server is silent and the others are right', () => {
    expect(judgeDns(dnsSeen(START, [right('a'), silent('b'), silent('c')]), TARGET).verdict).toBe('partial');
    expect(judgeDns(dnsSeen(START, [wrong('a'), silent('b')]), TARGET).verdict).toBe('wrong');
  });
  it('hears a server through any of its addresses', () => {
    expect(judgeDns(dnsSeen(START, [right('a'), silent('a')]), TARGET)).toMatchObject({
      verdict: 'published',
      authoritative: { right: 1, of: 1 },
    });
    expect(judgeDns(dnsSeen(START, [wrong('a'), right('a')]), TARGET).verdict).toBe('wrong');
  });
  it('blames servers that nobody hears, and not those that only we don’t', () => {
    const deaf = dnsSeen(START, [silent('a'), silent('b')]);
    expect(judgeDns(deaf, TARGET).verdict).toBe('unknown');
    expect(judgeDns({ ...deaf, health: 'fine' }, TARGET).verdict).toBe('unknown');
    expect(judgeDns({ ...deaf, health: 'dead' }, TARGET).verdict).toBe('wrong');
  });
  it.each(['servfail', 'bogus', 'filtered', 'refused'] as const)(
    'takes a resolver’s %s for no word about the record',
    (outcome) => {
      const resolvers = [right('g'), server(lookup(outcome))];
      expect(judgeDns(dnsSeen(START, [right()], resolvers), TARGET).seen).toBe('right');
    },
  );
  it('is unknown when nobody could be asked, wrong when the domain does not exist', () => {
    expect(judgeDns(blindDns(START), TARGET).verdict).toBe('unknown');
    expect(judgeDns({ ...blindDns(START), delegation: 'nxdomain' }, TARGET).verdict).toBe('wrong');
  });
  it.each([
    ['right', [right('g'), right('c')]],
    ['wrong', [right('g'), wrong('c')]],
    ['silent', []],
    ['silent', [silent('g'), silent('c')]],
    ['right', [right('g'), silent('c')]],
  ] as const)('is seen %s by the resolvers', (seen, resolvers) => {
    expect(judgeDns(dnsSeen(START, [right()], resolvers), TARGET).seen).toBe(seen);
  });
});

describe('a certificate', () => {
  const DAY_MS = 86_400_000;
  const cases: [string, EdgeAnswer, string][] = [
    ['good', served, 'valid'],
    [
      'for another name: the host’s default one',
      edge('certificate', certificate({ nameMatches: false })),
      'absent',
    ],
    ['the host does not know the name', edge('unknown-name'), 'absent'],
    [
      'not trusted',
      edge('certificate', certificate({ chainError: 'DEPTH_ZERO_SELF_SIGNED_CERT' })),
      'invalid',
    ],
    ['expired', edge('certificate', certificate({ validTo: START })), 'invalid'],
    ['not yet valid', edge('certificate', certificate({ validFrom: START + 1 })), 'invalid'],
    [
      '90 days, 14 left',
      edge('certificate', certificate({ validFrom: START - 76 * DAY_MS, validTo: START + 14 * DAY_MS })),
      'expiring',
    ],
    [
      '6 days, 2 left',
      edge('certificate', certificate({ validFrom: START - 4 * DAY_MS, validTo: START + 2 * DAY_MS })),
      'valid',
    ],
    ['plain HTTP', edge('not-tls'), 'invalid'],
    ['outdated TLS', edge('old-tls'), 'invalid'],
    ['reset', edge('reset'), 'invalid'],
    ['refused', edge('refused'), 'invalid'],
    ['silence', edge('timeout'), 'unknown'],
    ['no route', edge('unreachable'), 'unknown'],
    ['not asked', edge('blocked'), 'unknown'],
  ];
  it.each(cases)('%s is %3$s', (_, answer, verdict) => {
    expect(judgeEdge(answer, START)).toBe(verdict);
  });

  it('is as good as the worst address', () => {
    expect(judgeSsl(sslSeen(START, served, edge('unknown-name')), START)).toBe('absent');
    expect(judgeSsl(sslSeen(START, served, edge('timeout')), START)).toBe('invalid');
    expect(judgeSsl(sslSeen(START, edge('timeout'), edge('timeout')), START)).toBe('unknown');
    expect(judgeSsl(sslSeen(START, served, served), START)).toBe('valid');
  });
  it('is not blamed on an address family without a route from here', () => {
    expect(judgeSsl(sslSeen(START, served, edge('unreachable')), START)).toBe('valid');
    expect(judgeSsl(sslSeen(START, edge('unreachable')), START)).toBe('unknown');
    expect(judgeSsl(sslSeen(START), START)).toBe('unknown');
  });
});
