import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeDns, judgeResolver, judgeServer } from '../../../src/core/diagnosis/verdict.js';
import { judgeEdge, judgeSsl } from '../../../src/core/diagnosis/verdict-ssl.js';
import type { EdgeAnswer, ServerAnswer } from '../../../src/core/observation/observation.js';
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
} from '../../support/observations.js';

const [HOST = ''] = TARGET.cname;
const old = lookup('answer', '192.0.2.1');
const both = lookup('answer', HOST, '203.0.113.10', '2001:db8::10');

describe('one server', () => {
  const cases: [string, ServerAnswer, 'right' | 'wrong' | 'worthless' | 'silent'][] = [
    ['the target’s address', right(), 'right'],
    ['the target’s IPv6 address alone', server(lookup('empty'), lookup('answer', '2001:db8::10')), 'wrong'],
    ['an old A beside the new CNAME in the AAAA', server(old, both), 'wrong'],
    ['the new CNAME in the A, a left-over AAAA', server(both, lookup('answer', '2001:db8::bad')), 'wrong'],
    ['a CNAME to the target and its addresses', server(both, both), 'right'],
    [
      'an A that fails, a left-over AAAA',
      server(lookup('servfail'), lookup('answer', '2001:db8::bad')),
      'wrong',
    ],
    ['a right A, an AAAA that fails', server(lookup('answer', '203.0.113.10'), lookup('servfail')), 'right'],
    ['an error', server(lookup('other-rcode')), 'worthless'],
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
    ['no authority', server(lookup('lame')), 'worthless'],
    ['a refusal', server(lookup('refused')), 'worthless'],
    ['silence', silent(), 'silent'],
    ['SERVFAIL', server(lookup('servfail')), 'worthless'],
    ['no route', server(lookup('unreachable')), 'silent'],
  ];
  it.each(cases)('%s is $2', (_, answer, verdict) => {
    expect(judgeServer(answer, TARGET, [])).toBe(verdict);
  });

  it('needs no A where the target has no IPv4', () => {
    const target = { ...TARGET, ipv4: [] };
    expect(judgeServer(server(lookup('empty'), lookup('answer', '2001:db8::10')), target, [])).toBe('right');
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
    expect(judgeDns({ ...deaf, health: 'dead' }, TARGET).verdict).toBe('dead');
    expect(judgeDns({ ...deaf, health: 'unknown', isSighted: true }, TARGET).verdict).toBe('dead');
  });
  it.each(['servfail', 'filtered', 'refused'] as const)(
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

describe('servers that tell nothing', () => {
  const USELESS = ['lame', 'refused', 'servfail', 'other-rcode', 'timeout', 'malformed'] as const;
  it.each(USELESS)('are never wrong: %s beside a right one', (outcome) => {
    const dns = dnsSeen(START, [right('a'), server(lookup(outcome), lookup(outcome), 'b')]);
    expect(judgeDns(dns, TARGET)).toMatchObject({ verdict: 'partial', authoritative: { right: 1, of: 2 } });
  });
  it('are their own fault where they answer at all', () => {
    expect(judgeDns(dnsSeen(START, [server(lookup('refused'))]), TARGET).verdict).toBe('dead');
    expect(judgeDns(dnsSeen(START, [server(lookup('servfail')), silent('b')]), TARGET).verdict).toBe('dead');
  });
  it('never make a verdict “wrong”, whatever the mixture', () => {
    const useless = fc.constantFrom(...USELESS).map((outcome) => server(lookup(outcome), lookup(outcome)));
    fc.assert(
      fc.property(fc.array(fc.oneof(useless, fc.constant(right())), { minLength: 1 }), (answers) => {
        const named = answers.map((answer, at) => ({ ...answer, server: `ns${at}` }));
        expect(judgeDns(dnsSeen(START, named), TARGET).verdict).not.toBe('wrong');
      }),
    );
  });
});

describe('the end of a chain', () => {
  const pointing = server(lookup('answer', HOST), lookup('answer', HOST));
  it('counts at resolvers: a CNAME to the target without an address brings nobody anywhere', () => {
    expect(judgeDns(dnsSeen(START, [pointing], [pointing]), TARGET)).toMatchObject({
      verdict: 'published',
      seen: 'wrong',
    });
  });
  it('is nobody’s change where the target’s own host is gone', () => {
    const dns = { ...dnsSeen(START, [pointing]), missingTargets: [HOST] };
    expect(judgeDns(dns, TARGET).verdict).toBe('dead');
  });
  it.each(['dangling', 'loop'] as const)('is not right where it is %s', (chain) => {
    const a = { ...lookup('answer', HOST), chain };
    expect(judgeServer(server(a, a), TARGET, [])).toBe('wrong');
  });
});

describe('“everywhere”', () => {
  it('takes a complete list of servers', () => {
    expect(judgeDns({ ...dnsSeen(START, [right('a')]), isCapped: true }, TARGET).verdict).toBe('partial');
  });
  it('is what a proxy that serves the site comes to', () => {
    const front = { served: 'ours' as const, addresses: ['192.0.2.1'] };
    expect(judgeDns({ ...dnsSeen(START, [wrong()], [wrong('g')]), front }, TARGET).seen).toBe('right');
    expect(judgeDns({ ...dnsSeen(START, [wrong()]), front }, TARGET).verdict).toBe('published');
    expect(
      judgeDns({ ...dnsSeen(START, [wrong()]), front: { ...front, served: 'other' } }, TARGET).verdict,
    ).toBe('wrong');
  });
  it('is nothing that one old answer of a type leaves, at no resolver', () => {
    const cached = server(old, both, 'g');
    expect(judgeDns(dnsSeen(START, [server(both, both)], [cached, cached]), TARGET).seen).toBe('wrong');
  });
  it('waits for the type that is older where only one shows the CNAME', () => {
    const zone = server(both, both);
    const cached = server(both, lookup('empty'), 'g');
    expect(judgeDns(dnsSeen(START, [zone], [cached]), TARGET).seen).toBe('wrong');
    // Some servers answer so by themselves: then nothing is older.
    expect(judgeDns(dnsSeen(START, [cached], [cached]), TARGET).seen).toBe('right');
  });

  const anyLookup = fc.constantFrom(
    lookup('answer', '203.0.113.10'),
    lookup('answer', '2001:db8::10'),
    lookup('answer', '2001:db8::bad'),
    old,
    both,
    lookup('answer', HOST),
    lookup('answer', 'gone.example.net'),
    lookup('empty'),
    lookup('nxdomain'),
    lookup('servfail'),
  );
  it('is right only where each type is right by itself', () => {
    fc.assert(
      fc.property(anyLookup, anyLookup, (a, aaaa) => {
        if (judgeResolver(server(a, aaaa), TARGET, []) !== 'right') return;
        expect(judgeServer(server(a), TARGET, [])).toBe('right');
        const six = aaaa.records.filter(({ type }) => type === 'AAAA').map(({ value }) => value);
        expect(six.every((value) => value === '2001:db8::10')).toBe(true);
      }),
    );
  });
});

describe('a resolver that makes answers up', () => {
  const cached = { ...server(lookup('nxdomain')), server: 'r' };
  const aged = { ...cached, a: { ...cached.a, negativeTtlS: 60 } };
  it('holds up nobody as a minority', () => {
    expect(judgeDns(dnsSeen(START, [right()], [right('g'), right('c'), cached]), TARGET).seen).toBe('right');
    expect(judgeDns(dnsSeen(START, [right()], [right('g'), cached]), TARGET).seen).toBe('wrong');
    expect(judgeDns(dnsSeen(START, [right()], [cached]), TARGET).seen).toBe('wrong');
  });
  it('is distinguished from an old “no such name” by the SOA, and by predictions that fail', () => {
    const dns = dnsSeen(START, [right()], [right('g'), right('c'), aged]);
    expect(judgeDns(dns, TARGET).seen).toBe('wrong');
    expect(judgeDns(dns, TARGET, { r: 1 }).seen).toBe('wrong');
    expect(judgeDns(dns, TARGET, { r: 2 }).seen).toBe('right');
  });
});

describe('a bogus zone', () => {
  it('is not hidden by resolvers that don’t validate', () => {
    const fine = [right('g'), right('c')];
    const bogus = server(lookup('bogus'), lookup('bogus'), 'q');
    expect(judgeDns(dnsSeen(START, [right()], [...fine, bogus]), TARGET).seen).toBe('wrong');
    expect(judgeDns({ ...dnsSeen(START, [right()], fine), health: 'bogus' }, TARGET).seen).toBe('wrong');
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
  it.each(cases)('%s is $2', (_, answer, verdict) => {
    expect(judgeEdge(answer, START)).toBe(verdict);
  });

  it('is as good as the worst address', () => {
    expect(judgeSsl(sslSeen(START, served, edge('unknown-name')), START)).toBe('absent');
    expect(judgeSsl(sslSeen(START, served, edge('timeout')), START)).toBe('invalid');
    expect(judgeSsl(sslSeen(START, edge('timeout'), edge('timeout')), START)).toBe('unknown');
    expect(judgeSsl(sslSeen(START, served, served), START)).toBe('valid');
  });
  it('is missing, not unseen, at a silent address where anything else answered', () => {
    expect(judgeSsl(sslSeen(START, edge('timeout')), START, true)).toBe('invalid');
    expect(judgeSsl(sslSeen(START, edge('unreachable')), START, true)).toBe('unknown');
    expect(judgeSsl(sslSeen(START, edge('blocked')), START, true)).toBe('unknown');
  });
  it('is not blamed on an IP version without a route from here', () => {
    expect(judgeSsl(sslSeen(START, served, edge('unreachable')), START)).toBe('valid');
    expect(judgeSsl(sslSeen(START, edge('unreachable')), START)).toBe('unknown');
    expect(judgeSsl(sslSeen(START), START)).toBe('unknown');
  });
});

it('takes an answer that was cut off for right in no case, and for wrong where it shows that', () => {
  const cut = { ...lookup('answer', '203.0.113.10'), isCapped: true };
  expect(judgeServer(server(cut), TARGET, [])).toBe('worthless');
  expect(judgeServer(server({ ...cut, ...lookup('answer', '192.0.2.1') }), TARGET, [])).toBe('wrong');
});
