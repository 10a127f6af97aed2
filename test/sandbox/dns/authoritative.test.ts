import { EventEmitter, once } from 'node:events';
import type { Question } from 'dns-packet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authoritative, type ServerBehaviour } from '../../../src/sandbox/dns/authoritative.js';
import { serveDns, type WireServer } from '../../../src/sandbox/dns/serve.js';
import { Zone } from '../../../src/sandbox/dns/zone.js';
import { edns, framed, lines, overTcp, overUdp, query, rcodeOf, ttls } from './ask.js';

const RCODE = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 };
const many = Array.from({ length: 60 }, (_, index) => `192.0.2.${index + 1}`);

const zone = new Zone('example.com', ['ns1.dns-provider.net', 'ns2.dns-provider.net'], 8, 5, [
  { name: 'www.example.com', type: 'A', value: '192.0.2.80' },
  { name: 'alias.example.com', type: 'CNAME', value: 'www.example.com' },
  { name: 'dangling.example.com', type: 'CNAME', value: 'gone.example.com' },
  { name: 'away.example.com', type: 'CNAME', value: 'www.example.org' },
  { name: 'loop.example.com', type: 'CNAME', value: 'pool.example.com' },
  { name: 'pool.example.com', type: 'CNAME', value: 'loop.example.com' },
  { name: 'a.b.deep.example.com', type: 'A', value: '192.0.2.5' },
  { name: '*.wild.example.com', type: 'A', value: '192.0.2.6' },
  { name: 'host.wild.example.com', type: 'A', value: '192.0.2.7' },
  { name: 'sub.example.com', type: 'NS', value: 'ns1.sub.example.com' },
  { name: 'ns1.sub.example.com', type: 'A', value: '192.0.2.9' },
  ...many.map((value) => ({ name: 'many.example.com', type: 'A' as const, value })),
]);
const root = new Zone('', ['ns1.dns-provider.net'], 8, 5);
let zones = [zone];
let behaviour: ServerBehaviour = 'normal';
let server: WireServer;

beforeAll(async () => {
  server = await serveDns(
    '127.0.0.1',
    0,
    authoritative(
      (name) => zones.find((each) => each.name === name),
      () => behaviour,
    ),
  );
});
afterAll(() => server.stop());

interface Rule {
  readonly rule: string;
  readonly ask: readonly [string, Question['type']];
  readonly rcode?: number;
  readonly aa?: boolean;
  readonly answers?: readonly string[];
  readonly authorities?: readonly string[];
  readonly additionals?: readonly string[];
}

const SOA = ['example.com SOA'];
const CUT = ['sub.example.com NS ns1.sub.example.com'];
const GLUE = ['ns1.sub.example.com A 192.0.2.9'];

// The expected sections are those of knot 3.2 serving the same zone.
const rules: Rule[] = [
  { rule: 'an address', ask: ['www.example.com', 'A'], answers: ['www.example.com A 192.0.2.80'] },
  { rule: 'case does not matter', ask: ['wWw.ExAmPlE.CoM', 'A'], answers: ['www.example.com A 192.0.2.80'] },
  { rule: 'the SOA asked for is the answer', ask: ['example.com', 'SOA'], answers: SOA },
  {
    rule: 'NS at the apex',
    ask: ['example.com', 'NS'],
    answers: ['example.com NS ns1.dns-provider.net', 'example.com NS ns2.dns-provider.net'],
  },
  { rule: 'no such type: NODATA (RFC 2308 2.2)', ask: ['www.example.com', 'AAAA'], authorities: SOA },
  { rule: 'SOA below the apex: NODATA', ask: ['www.example.com', 'SOA'], authorities: SOA },
  {
    rule: 'no such name (RFC 2308 2.1)',
    ask: ['nope.example.com', 'A'],
    rcode: RCODE.NXDOMAIN,
    authorities: SOA,
  },
  {
    rule: 'empty non-terminal: NODATA (RFC 4592 2.2.2)',
    ask: ['b.deep.example.com', 'A'],
    authorities: SOA,
  },
  {
    rule: 'beside an empty non-terminal',
    ask: ['c.deep.example.com', 'A'],
    rcode: RCODE.NXDOMAIN,
    authorities: SOA,
  },
  {
    rule: 'CNAME followed in the zone',
    ask: ['alias.example.com', 'A'],
    answers: ['alias.example.com CNAME www.example.com', 'www.example.com A 192.0.2.80'],
  },
  {
    rule: 'CNAME asked for is not followed',
    ask: ['alias.example.com', 'CNAME'],
    answers: ['alias.example.com CNAME www.example.com'],
  },
  {
    rule: 'dangling CNAME: the rcode is that of the last name (RFC 6604 3)',
    ask: ['dangling.example.com', 'A'],
    rcode: RCODE.NXDOMAIN,
    answers: ['dangling.example.com CNAME gone.example.com'],
    authorities: SOA,
  },
  {
    rule: 'CNAME out of the zone is not followed',
    ask: ['away.example.com', 'A'],
    answers: ['away.example.com CNAME www.example.org'],
  },
  {
    rule: 'CNAME loop: each record once',
    ask: ['loop.example.com', 'A'],
    answers: ['loop.example.com CNAME pool.example.com', 'pool.example.com CNAME loop.example.com'],
  },
  {
    rule: 'wildcard, one label (RFC 4592)',
    ask: ['x.wild.example.com', 'A'],
    answers: ['x.wild.example.com A 192.0.2.6'],
  },
  {
    rule: 'wildcard, two labels',
    ask: ['x.y.wild.example.com', 'A'],
    answers: ['x.y.wild.example.com A 192.0.2.6'],
  },
  { rule: 'wildcard, no such type', ask: ['x.wild.example.com', 'AAAA'], authorities: SOA },
  {
    rule: 'a name that exists hides the wildcard above it',
    ask: ['x.host.wild.example.com', 'A'],
    rcode: RCODE.NXDOMAIN,
    authorities: SOA,
  },
  {
    rule: 'below a delegation: referral without AA, with glue',
    ask: ['x.sub.example.com', 'A'],
    aa: false,
    authorities: CUT,
    additionals: GLUE,
  },
  {
    rule: 'at a delegation: referral',
    ask: ['sub.example.com', 'NS'],
    aa: false,
    authorities: CUT,
    additionals: GLUE,
  },
  {
    rule: 'glue itself: referral',
    ask: ['ns1.sub.example.com', 'A'],
    aa: false,
    authorities: CUT,
    additionals: GLUE,
  },
  { rule: 'a zone it does not hold', ask: ['www.example.org', 'A'], rcode: RCODE.REFUSED, aa: false },
  { rule: 'a name that only ends alike', ask: ['notexample.com', 'A'], rcode: RCODE.REFUSED, aa: false },
  { rule: 'a zone transfer', ask: ['example.com', 'AXFR'], rcode: RCODE.REFUSED, aa: false },
];

describe('an authoritative server', () => {
  it.each(rules)('$rule: $ask', async ({ ask, rcode = 0, aa = true, ...sections }) => {
    const reply = await overUdp(server, query(...ask));

    expect({
      rcode: rcodeOf(reply),
      aa: reply?.flag_aa,
      ra: reply?.flag_ra,
      answers: lines(reply?.answers).map((line) => line.toLowerCase()),
      authorities: lines(reply?.authorities),
      additionals: lines(reply?.additionals),
    }).toEqual({
      rcode,
      aa,
      ra: false,
      answers: (sections.answers ?? []).map((line) => line.toLowerCase()),
      authorities: sections.authorities ?? [],
      additionals: sections.additionals ?? [],
    });
  });

  it('gives a negative answer the life of the SOA minimum when that is shorter (RFC 2308 3)', async () => {
    expect(ttls((await overUdp(server, query('nope.example.com', 'A')))?.authorities)).toEqual([5]);
    expect(ttls((await overUdp(server, query('www.example.com', 'A')))?.answers)).toEqual([8]);
  });

  it('holds the root: a top-level domain that is not there is NXDOMAIN', async () => {
    zones = [zone, root];
    const reply = await overUdp(server, query('www.example.fr', 'A'));
    zones = [zone];

    expect(rcodeOf(reply)).toBe(RCODE.NXDOMAIN);
    expect(lines(reply?.authorities)).toEqual(['. SOA']);
  });

  it('serves edits at once and raises the serial', async () => {
    const serial = async () => {
      const [soa] = (await overUdp(server, query('example.com', 'SOA')))?.answers ?? [];
      return soa?.type === 'SOA' ? (soa.data.serial ?? 0) : Number.NaN;
    };
    const before = await serial();
    zone.add('new.example.com', 'A', '192.0.2.99');
    expect(lines((await overUdp(server, query('new.example.com', 'A')))?.answers)).toEqual([
      'new.example.com A 192.0.2.99',
    ]);
    zone.remove('new.example.com', 'A');
    expect(rcodeOf(await overUdp(server, query('new.example.com', 'A')))).toBe(RCODE.NXDOMAIN);
    expect(await serial()).toBe(before + 2);
  });

  it.each<[ServerBehaviour, number]>([
    ['servfail', RCODE.SERVFAIL],
    ['refused', RCODE.REFUSED],
    ['lame', RCODE.NOERROR],
  ])('behaving as %s it answers %i without AA', async (how, rcode) => {
    behaviour = how;
    const reply = await overUdp(server, query('www.example.com', 'A'));
    behaviour = 'normal';

    expect([rcodeOf(reply), reply?.flag_aa, reply?.answers]).toEqual([rcode, false, []]);
  });

  it('behaving as silent it says nothing', async () => {
    behaviour = 'silent';
    const reply = await overUdp(server, query('www.example.com', 'A'), 100);
    behaviour = 'normal';

    expect(reply).toBeUndefined();
  });
});

describe('on the wire', () => {
  it.each([
    ['without EDNS 512 bytes', [], true],
    ['a small EDNS size', [edns(600)], true],
    ['EDNS for all of it', [edns(4096)], false],
  ])('%s: TC is %s', async (_, additionals, tc) => {
    const reply = await overUdp(server, query('many.example.com', 'A', 0, additionals));

    expect([reply?.flag_tc, reply?.answers?.length]).toEqual([tc, tc ? 0 : many.length]);
  });

  it('gives all over TCP, and answers several queries that arrive in pieces', async () => {
    const both = Buffer.concat([
      framed(query('many.example.com', 'A')),
      framed(query('www.example.com', 'A')),
    ]);
    const replies = await overTcp(server, [both.subarray(0, 1), both.subarray(1, 30), both.subarray(30)], 2);

    expect(replies.map(({ answers }) => answers?.length).sort()).toEqual([1, many.length]);
  });

  it('answers EDNS with EDNS, and only then', async () => {
    const plain = await overUdp(server, query('www.example.com', 'A'));
    const extended = await overUdp(server, query('www.example.com', 'A', 0, [edns(1232)]));

    expect(plain?.additionals).toEqual([]);
    expect(extended?.additionals).toMatchObject([{ type: 'OPT', ednsVersion: 0, extendedRcode: 0 }]);
  });

  it('answers an EDNS version it does not know with BADVERS (RFC 6891 6.1.3)', async () => {
    const reply = await overUdp(server, query('www.example.com', 'A', 0, [edns(1232, 1)]));

    expect(reply?.additionals).toMatchObject([{ type: 'OPT', ednsVersion: 0, extendedRcode: 1 }]);
    expect(reply?.answers).toEqual([]);
  });

  const asked = query('www.example.com', 'A');
  const changed = (change: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.from(asked);
    change(bytes);
    return bytes;
  };

  it.each<[string, Buffer, number | undefined]>([
    ['a response is never answered', changed((bytes) => bytes.writeUInt16BE(0x8000, 2)), undefined],
    ['less than a header is never answered', asked.subarray(0, 11), undefined],
    ['another opcode', changed((bytes) => bytes.writeUInt16BE(4 << 11, 2)), RCODE.NOTIMP],
    ['no question', changed((bytes) => bytes.writeUInt16BE(0, 4)), RCODE.FORMERR],
    ['two questions promised', changed((bytes) => bytes.writeUInt16BE(2, 4)), RCODE.FORMERR],
    ['65535 records promised', changed((bytes) => bytes.writeUInt16BE(65_535, 6)), RCODE.FORMERR],
    ['a question cut short', asked.subarray(0, asked.length - 6), RCODE.FORMERR],
    ['another class', changed((bytes) => bytes.writeUInt16BE(3, bytes.length - 2)), RCODE.REFUSED],
  ])('%s', async (_, message, rcode) => {
    const reply = await overUdp(server, message, rcode === undefined ? 100 : 2_000);

    expect(rcodeOf(reply)).toBe(rcode);
    if (rcode !== undefined) expect(reply?.id).toBe(4711);
  });

  it('frees its port at once, whoever is still connected', async () => {
    const requests = new EventEmitter();
    const own = await serveDns('127.0.0.1', 0, async () => void requests.emit('request'));
    const arrived = once(requests, 'request');
    const waiting = overTcp(own, [framed(asked)], 1).catch(() => []);
    await arrived;
    const startedAt = performance.now();
    await own.stop();
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    await waiting;

    const again = await serveDns('127.0.0.1', own.port, async () => undefined);
    await again.stop();
  });

  it('says so when the port is taken', async () => {
    await expect(serveDns('127.0.0.1', server.port, async () => undefined)).rejects.toThrow('EADDRINUSE');
  });
});
