import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DnsWorld, startDnsWorld } from '../../../src/sandbox/dns/dns-world.js';
import type { Zone } from '../../../src/sandbox/dns/zone.js';
import { type At, lines, overUdp, query, rcodeOf, recursive, ttls } from './ask.js';

const TARGET = 'app-0123456789abcdef01234567.closte.com';
const [NOERROR, SERVFAIL, NXDOMAIN, REFUSED] = [0, 2, 3, 5];
let now = 0;
let world: DnsWorld;
let google: At;
let example: Zone;

beforeEach(async () => {
  now = 1_000_000;
  world = await startDnsWorld({
    now: () => now,
    targetHost: TARGET,
    targetAddress: '127.0.0.10',
    ttlS: 8,
    negativeTtlS: 5,
  });
  const [resolver] = world.resolvers;
  const zone = world.zoneOf('example.com');
  if (!resolver || !zone) throw new Error('the world lacks a resolver or example.com');
  google = resolver;
  example = zone;
});
afterEach(() => world.stop());

const pass = (seconds: number) => {
  now += seconds * 1000;
};
const addresses = async (name: string) => lines((await recursive(google, name, 'A'))?.answers);

describe('a caching resolver', () => {
  it('answers for others: RA, no AA', async () => {
    const reply = await recursive(google, 'www.example.com', 'A');

    expect([reply?.flag_ra, reply?.flag_rd, reply?.flag_aa]).toEqual([true, true, false]);
    expect(lines(reply?.answers)).toEqual(['www.example.com A 192.0.2.80']);
  });

  it('counts a positive TTL down, keeps the old answer that long, and sees the new one then', async () => {
    await addresses('www.example.com');
    example.remove('www.example.com');
    example.add('www.example.com', 'A', '127.0.0.10');

    pass(3.2);
    expect(ttls((await recursive(google, 'www.example.com', 'A'))?.answers)).toEqual([5]);
    pass(4.7);
    expect(await addresses('www.example.com')).toEqual(['www.example.com A 192.0.2.80']);
    pass(0.1);
    expect(await addresses('www.example.com')).toEqual(['www.example.com A 127.0.0.10']);
  });

  it('keeps NXDOMAIN for the SOA minimum and for every type, counted down in the authority section', async () => {
    const first = await recursive(google, 'shop.example.com', 'A');
    expect([rcodeOf(first), ttls(first?.authorities)]).toEqual([NXDOMAIN, [5]]);
    example.add('shop.example.com', 'AAAA', '2001:db8::1');

    pass(2);
    const other = await recursive(google, 'shop.example.com', 'AAAA');
    expect([rcodeOf(other), ttls(other?.authorities)]).toEqual([NXDOMAIN, [3]]);
    pass(3);
    expect(lines((await recursive(google, 'shop.example.com', 'AAAA'))?.answers)).toHaveLength(1);
  });

  it('keeps NODATA for the one type only', async () => {
    expect(lines((await recursive(google, 'www.example.com', 'AAAA'))?.authorities)).toEqual([
      'example.com SOA',
    ]);
    example.add('www.example.com', 'AAAA', '2001:db8::1');

    expect(await addresses('www.example.com')).toHaveLength(1);
    expect((await recursive(google, 'www.example.com', 'AAAA'))?.answers).toEqual([]);
  });

  it('follows CNAMEs across zones', async () => {
    example.add('shop.example.com', 'CNAME', TARGET);

    expect(await addresses('shop.example.com')).toEqual([
      `shop.example.com CNAME ${TARGET}`,
      `${TARGET} A 127.0.0.10`,
    ]);
  });

  it('shows a dangling CNAME with NXDOMAIN, no longer than the CNAME lives', async () => {
    example.add('shop.example.com', 'CNAME', 'gone.example.com', 2);
    const reply = await recursive(google, 'shop.example.com', 'A');
    expect([rcodeOf(reply), lines(reply?.answers)]).toEqual([
      NXDOMAIN,
      ['shop.example.com CNAME gone.example.com'],
    ]);
    example.remove('shop.example.com');
    example.add('shop.example.com', 'A', '192.0.2.1');

    pass(2);
    expect(await addresses('shop.example.com')).toEqual(['shop.example.com A 192.0.2.1']);
  });

  it('gives up on a CNAME loop', async () => {
    example.add('loop.example.com', 'CNAME', 'loop.example.com');

    expect(rcodeOf(await recursive(google, 'loop.example.com', 'A'))).toBe(SERVFAIL);
  });

  it.each(['servfail', 'refused', 'silent', 'lame'] as const)(
    'answers SERVFAIL while the servers are %s, and remembers nothing of it',
    async (behaviour) => {
      world.setBehaviour('example.com', behaviour);
      const reply = await recursive(google, 'www.example.com', 'A');
      expect([rcodeOf(reply), reply?.answers]).toEqual([SERVFAIL, []]);

      world.setBehaviour('example.com', 'normal');
      expect(await addresses('www.example.com')).toHaveLength(1);
    },
  );

  it('tells nothing without RD', async () => {
    expect(rcodeOf(await overUdp(google, query('www.example.com', 'A')))).toBe(REFUSED);
  });

  it('remembers apart from the others, and forgets when flushed', async () => {
    const [first, second] = world.resolvers;
    if (!first || !second) throw new Error('two resolvers are needed');
    await recursive(first, 'www.example.com', 'A');
    example.remove('www.example.com');

    expect(rcodeOf(await recursive(first, 'www.example.com', 'A'))).toBe(NOERROR);
    expect(rcodeOf(await recursive(second, 'www.example.com', 'A'))).toBe(NXDOMAIN);
    first.resolver.flush();
    expect(rcodeOf(await recursive(first, 'www.example.com', 'A'))).toBe(NXDOMAIN);
  });
});

describe('the world', () => {
  it.each([
    ['example.com', 'NS', ['example.com NS ns1.dns-provider.net', 'example.com NS ns2.dns-provider.net']],
    ['bakery.co.uk', 'SOA', ['bakery.co.uk SOA']],
    ['www.xn--blumen-mller-klb.de', 'A', ['www.xn--blumen-mller-klb.de A 192.0.2.80']],
    [TARGET, 'A', [`${TARGET} A 127.0.0.10`]],
  ] as const)('knows %s %s', async (name, type, expected) => {
    expect(lines((await recursive(google, name, type))?.answers)).toEqual(expected);
  });

  it.each(['unregistered.com', 'unregistered.co.uk', 'example.fr', 'fr'])(
    'knows that %s is not registered',
    async (name) => {
      expect(rcodeOf(await recursive(google, name, 'NS'))).toBe(NXDOMAIN);
    },
  );

  it('has its name servers where their names say, all at one port', async () => {
    for (const name of example.nameServers) {
      const [record] = (await recursive(google, name, 'A'))?.answers ?? [];
      const address = record?.type === 'A' ? record.data : '';
      const reply = await overUdp({ address, port: world.authoritativePort }, query('www.example.com', 'A'));
      expect([reply?.flag_aa, lines(reply?.answers)]).toEqual([true, ['www.example.com A 192.0.2.80']]);
    }
  });

  it('lets a domain be registered, and nobody own a public suffix', () => {
    world.addZone('new-shop.com').add('new-shop.com', 'A', '192.0.2.1');

    expect(world.zoneOf('www.new-shop.com')?.name).toBe('new-shop.com');
    expect(['unregistered.com', 'x.co.uk', 'com', 'x.fr'].map((name) => world.zoneOf(name))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
