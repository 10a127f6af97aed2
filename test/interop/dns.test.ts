import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsOf } from '../../src/core/diagnosis/findings/findings.js';
import type { FindingCode } from '../../src/core/diagnosis/findings/table.js';
import { judgeDns } from '../../src/core/diagnosis/verdict.js';
import { decide } from '../../src/core/lifecycle/decide.js';
import { anyAddress } from '../../src/probe/address.js';
import { createDnsProbe } from '../../src/probe/dns/probe.js';
import type { DnsProbe } from '../../src/probe/probe.js';
import { createCertificateAuthority } from '../../src/sandbox/edge/certificate-authority.js';
import { ADDRESS, HOST, newMapping, observerOf, openEdge, TARGET } from '../lab/stage.js';
import { POLICY } from '../support/observations.js';
import { has, until } from './peer.js';
import { openRealDns, type RealDns, type RealDomain } from './real-dns.js';

const FOREIGN = '192.0.2.80';
const SHOP = `shop IN CNAME ${HOST}.`;
const LABEL = 'probe-0123456789abcdef';

interface Case extends RealDomain {
  readonly what: string;
  readonly expected: readonly FindingCode[];
  readonly label?: string;
}

const cases: Case[] = [
  { what: 'all is well', name: 'fine.com', records: [SHOP], expected: [] },
  { what: 'a flattened apex', name: 'flat.com', label: '', records: [`@ IN A ${ADDRESS}`], expected: [] },
  { what: 'no record yet', name: 'none.com', records: [], expected: ['record-missing'] },
  { what: 'another address', name: 'wrong.com', records: [`shop IN A ${FOREIGN}`], expected: ['a-wrong'] },
  {
    what: 'one right address and one other',
    name: 'mixed.com',
    records: [`shop IN A ${ADDRESS}`, `shop IN A ${FOREIGN}`],
    expected: ['a-mixed'],
  },
  {
    what: 'an IPv6 address left over',
    name: 'left.com',
    records: [`shop IN A ${ADDRESS}`, 'shop IN AAAA 2001:db8::bad'],
    expected: ['aaaa-left-over'],
  },
  {
    what: 'a CNAME to somebody else',
    name: 'other.com',
    records: ['shop IN CNAME shop.wrong.com.'],
    expected: ['cname-wrong'],
  },
  {
    what: 'a CNAME to a name that does not exist',
    name: 'dangling.com',
    records: ['shop IN CNAME gone.none.com.'],
    expected: ['cname-dangling'],
  },
  {
    what: 'CNAMEs in a circle',
    name: 'loop.com',
    records: ['shop IN CNAME again', 'again IN CNAME shop'],
    expected: ['cname-loop'],
  },
  {
    what: 'the domain twice in the record’s name',
    name: 'twice.com',
    records: [`shop.twice.com IN CNAME ${HOST}.`],
    expected: ['domain-appended-to-name'],
  },
  {
    what: 'a wildcard record answers',
    name: 'wild.com',
    records: [`* IN A ${FOREIGN}`],
    expected: ['wildcard-shadow'],
  },
  {
    what: 'one of the servers refuses',
    name: 'lame.com',
    records: [SHOP],
    second: 'absent',
    expected: ['server-lame'],
  },
  {
    what: 'one of the servers still has an older zone',
    name: 'late.com',
    records: [SHOP],
    second: { serial: 6, records: [] },
    expected: ['servers-lagging'],
  },
  {
    what: 'the servers have different zones',
    name: 'split.com',
    records: [SHOP],
    second: { serial: 9, records: [`shop IN A ${FOREIGN}`] },
    expected: ['servers-disagree'],
  },
  {
    what: 'a server that the registry does not know of',
    name: 'part.com',
    records: [SHOP],
    delegation: ['ns1.dns-provider.net'],
    expected: ['delegation-mismatch'],
  },
  {
    what: 'one of the servers is silent',
    name: 'quiet.com',
    records: [SHOP],
    delegation: ['ns1.dns-provider.net', 'ns9.registry-servers.net'],
    expected: ['server-silent', 'delegation-mismatch'],
  },
  {
    what: 'servers that nobody finds',
    name: 'nowhere.com',
    records: [],
    delegation: ['ns1.nobody-has-this.net'],
    expected: ['delegation-missing'],
  },
  {
    what: 'a key at the registry, and servers that sign nothing',
    name: 'bogus.com',
    records: [SHOP],
    isBogus: true,
    expected: ['dnssec-bogus'],
  },
  {
    what: 'CAA for other authorities only',
    name: 'caa.com',
    records: [SHOP, '@ IN CAA 0 issue "ca.example.net"'],
    expected: ['caa-forbids'],
  },
  {
    what: 'a critical CAA tag that nobody knows',
    name: 'critical.com',
    records: [SHOP, '@ IN CAA 0 issue "letsencrypt.org"', '@ IN CAA 128 tbs "x"'],
    expected: ['caa-critical'],
  },
];

describe.skipIf(!has('knotd') || !has('unbound'))('beside knot and unbound', () => {
  const stops: (() => Promise<void>)[] = [];
  let real: RealDns;
  let probe: DnsProbe;
  let probeMapping: ReturnType<typeof observerOf>;
  let serve: (hostname: string) => Promise<void>;

  beforeAll(async () => {
    real = await openRealDns({
      domains: [...cases, { name: 'changing.com', records: [`old IN A ${FOREIGN}`] }],
      targetHost: HOST,
      targetAddress: ADDRESS,
      ttlS: 3,
      negativeTtlS: 2,
    });
    stops.push(real.stop);
    const ca = await createCertificateAuthority();
    const edges = await openEdge(ca, ADDRESS);
    stops.push(() => edges.edge.stop(), edges.http.stop);
    serve = async (hostname) => {
      edges.edge.setAliases([hostname]);
      await edges.edge.serve(hostname, 'issued');
    };
    probeMapping = observerOf(real, edges, ca, TARGET);
    probe = createDnsProbe({ ...real, policy: anyAddress, now: Date.now, timeoutMs: 500 });
    await until(async () => (await authoritative('shop.fine.com')).delegation === 'found');
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  const authoritative = async (name: string) => ({
    ...(await probe.authoritative(name, TARGET, LABEL)),
    at: Date.now(),
    resolvers: [],
  });

  async function found(hostname: string): Promise<FindingCode[]> {
    await serve(hostname);
    const mapping = newMapping(hostname);
    const context = { now: Date.now(), newId: () => 'e', random: 0.5, policy: POLICY };
    const seen = decide(mapping, await probeMapping(mapping), context).mapping;
    return findingsOf(seen, TARGET, context).map(({ code }) => code);
  }

  it.each(cases)('$what: $expected', async ({ name, label = 'shop.', expected }) => {
    expect(await found(`${label}${name}`)).toEqual(expected);
  });

  it('a domain that nobody registered: domain-unregistered', async () => {
    expect(await found('shop.nobody-has-this.com')).toEqual(['domain-unregistered']);
  });

  it('knows the zone, its servers as both sides list them, and how long nothing may be cached', async () => {
    expect(await authoritative('nothing.fine.com')).toMatchObject({
      zone: 'fine.com',
      nameServers: {
        parent: ['ns1.dns-provider.net', 'ns2.dns-provider.net'],
        child: ['ns1.dns-provider.net', 'ns2.dns-provider.net'],
      },
      authoritative: [
        { server: 'ns1.dns-provider.net', a: { outcome: 'nxdomain', negativeTtlS: 2 } },
        { server: 'ns2.dns-provider.net', a: { outcome: 'nxdomain', negativeTtlS: 2 } },
      ],
    });
  });

  it('sees a live change at the authoritative servers at once and at the resolver when its TTL has run out', async () => {
    const cached = async () => (await probe.resolvers('old.changing.com', () => ['A']))[0]?.a?.records[0];
    expect((await cached())?.value).toBe(FOREIGN);
    const changedAt = Date.now();
    real.change('changing.com', ['zone-unset', 'old', 'A'], ['zone-set', 'old', '3', 'A', ADDRESS]);
    expect(judgeDns(await authoritative('old.changing.com'), TARGET).verdict).toBe('published');
    expect((await cached())?.value).toBe(FOREIGN);
    await until(async () => (await cached())?.value === ADDRESS);
    expect(Date.now() - changedAt).toBeLessThan(5_000);
  });
});
