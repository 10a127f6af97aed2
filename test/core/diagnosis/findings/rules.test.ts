import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/core/diagnosis/findings/finding.js';
import { findingsOf } from '../../../../src/core/diagnosis/findings/findings.js';
import type { Mapping } from '../../../../src/core/mapping.js';
import type { HttpObservation, SiteAnswer } from '../../../../src/core/observation/http.js';
import type {
  DnsObservation,
  EdgeAnswer,
  FrontObservation,
  ServerAnswer,
} from '../../../../src/core/observation/observation.js';
import type { Target } from '../../../../src/core/ports/provider-facts.js';
import {
  certificate,
  dnsSeen,
  edge,
  HOSTNAME,
  lookup,
  POLICY,
  right,
  START,
  server,
  silent,
  sslSeen,
  TARGET,
  wrong,
} from '../../../support/observations.js';
import { Story } from '../../../support/story.js';

const [HOST = ''] = TARGET.cname;
const OLD = '192.0.2.1';
const added = new Story().added().mapping;

interface Seen {
  readonly dns?: Partial<DnsObservation> & { readonly authoritative: ServerAnswer[] };
  readonly dnsState?: Mapping['dns']['state'];
  readonly edges?: EdgeAnswer[];
  readonly ssl?: Partial<Mapping['ssl']>;
  readonly http?: HttpObservation;
  readonly target?: Target;
  readonly hostname?: string;
  readonly disproved?: Mapping['dns']['disproved'];
  readonly siteState?: Mapping['site']['state'];
}

function find({
  dns,
  dnsState,
  edges,
  ssl,
  http,
  target = TARGET,
  hostname = HOSTNAME,
  disproved,
  siteState = added.site.state,
}: Seen): Finding[] {
  const observation = dns && { ...dnsSeen(START, dns.authoritative), ...dns };
  const state = dnsState ?? 'wrong';
  const mapping: Mapping = {
    ...added,
    hostname,
    dns: { ...added.dns, state, observation, disproved },
    ssl: { ...added.ssl, startedAt: START, observation: edges && sslSeen(START, ...edges), ...ssl },
    http,
    site: { ...added.site, state: siteState },
  };
  return findingsOf(mapping, target, { now: START, policy: POLICY });
}
const codes = (seen: Seen) => find(seen).map(({ code }) => code);
const linesOf = (seen: Seen, code: string) =>
  find(seen)
    .find((each) => each.code === code)
    ?.fixes.map(({ action, line }) => `${action} ${line}`);

const challenge = (outcome: HttpObservation['challenge'][number]['outcome']): HttpObservation => ({
  at: START,
  queried: HOSTNAME,
  challenge: [{ address: '203.0.113.10', outcome, status: 404, redirects: 0, rttMs: 1 }],
  site: [],
});
const site = (answer: Partial<SiteAnswer>): HttpObservation => ({
  ...challenge('reached'),
  site: [{ address: '203.0.113.10', kind: 'wordpress', ...answer }],
});
const zoned = (name: string, mname: string, serial: number, answer: ServerAnswer): ServerAnswer => ({
  ...answer,
  server: name,
  serial,
  soa: { mname, rname: 'hostmaster.example.net' },
});
const CLOUDFLARE = { parent: ['ada.ns.cloudflare.com'], child: ['ada.ns.cloudflare.com'] };
const PARKED = { parent: ['ns1.namebrightdns.com'], child: ['ns1.namebrightdns.com'] };
const proxied = server(lookup('answer', '104.16.1.1'));
const surrounded = (below: string[]) => ({ siblings: { sibling: [], appended: [], below } });

describe('DNS', () => {
  const cases: [string, Seen, string[]][] = [
    [
      'all servers are silent, the registry answered',
      { dns: { authoritative: [silent()] } },
      ['servers-down'],
    ],
    [
      'all servers are silent to the bot alone',
      { dns: { authoritative: [silent()], health: 'fine' }, dnsState: 'unknown' },
      [],
    ],
    [
      'a target host that has vanished, nobody’s fault at the customer',
      { dns: { authoritative: [server(lookup('answer', HOST))], missingTargets: [HOST] } },
      ['target-missing'],
    ],
    [
      'a target host that resolvers can’t resolve, nobody’s fault at the customer',
      {
        dns: {
          authoritative: [server(lookup('answer', HOST))],
          resolvers: [server(lookup('servfail'), lookup('servfail'))],
          targetAddresses: [],
        },
        dnsState: 'published',
      },
      ['target-failing'],
    ],
    [
      'a target host that resolves, under a name that doesn’t',
      {
        dns: {
          authoritative: [server(lookup('answer', HOST))],
          resolvers: [server(lookup('servfail'), lookup('servfail'))],
          targetAddresses: [...TARGET.ipv4],
        },
        dnsState: 'published',
      },
      ['resolver-failing'],
    ],
    [
      'only a wildcard',
      { dns: { authoritative: [wrong()], ...surrounded([`A ${OLD}`]) } },
      ['wildcard-shadow'],
    ],
    [
      'a record beside a wildcard',
      { dns: { authoritative: [wrong()], ...surrounded(['A 192.0.2.9']) } },
      ['a-wrong'],
    ],
    [
      'a wildcard of IPv6 addresses alone',
      {
        dns: {
          authoritative: [server(lookup('empty'), lookup('answer', '2001:db8::bad'))],
          ...surrounded(['AAAA 2001:db8::bad']),
        },
      },
      ['wildcard-shadow'],
    ],
    [
      'Cloudflare in front',
      { dns: { authoritative: [proxied], nameServers: CLOUDFLARE } },
      ['cloudflare-proxied'],
    ],
    ['a parked domain', { dns: { authoritative: [wrong()], nameServers: PARKED } }, ['domain-parked']],
    [
      'an ordinary zone at servers that are known for parking',
      { dns: { authoritative: [server(lookup('nxdomain'), lookup('nxdomain'))], nameServers: PARKED } },
      ['record-missing'],
    ],
    ['a host at Cloudflare', { dns: { authoritative: [proxied] } }, ['a-wrong']],
    [
      'a proxy that serves the site',
      {
        dns: {
          authoritative: [proxied],
          nameServers: CLOUDFLARE,
          front: { served: 'ours', addresses: ['104.16.1.1'], server: 'cloudflare' },
        },
        dnsState: 'published',
      },
      ['proxy-serves'],
    ],
    [
      'the panel added the domain to the value',
      { dns: { authoritative: [server(lookup('answer', `${HOST}.example.com`))] } },
      ['domain-appended-to-value'],
    ],
    [
      'a value pasted with its quotes',
      { dns: { authoritative: [server(lookup('answer', `"${HOST}"`))] } },
      ['value-garbled'],
    ],
    [
      'a CNAME to an address',
      { dns: { authoritative: [server(lookup('answer', '203.0.113.10.example.com'))] } },
      ['cname-to-address'],
    ],
    [
      'a DNAME above',
      { dns: { authoritative: [server({ ...lookup('answer', 'shop.example.org'), dname: 'example.com' })] } },
      ['dname-between'],
    ],
    [
      'an HTTPS record that points elsewhere',
      { dns: { authoritative: [right()], https: ['192.0.2.7'] }, dnsState: 'published' },
      ['https-elsewhere'],
    ],
    [
      'an HTTPS record that points at the target',
      { dns: { authoritative: [right()], https: ['203.0.113.10'] }, dnsState: 'published' },
      [],
    ],
    [
      'faults of name servers',
      {
        dns: {
          authoritative: [right()],
          nameServerFaults: [
            { name: 'ns3.example.net', fault: 'missing' },
            { name: 'ns4.example.net', fault: 'alias' },
            { name: 'ns5.example.com', fault: 'glue-differs', glue: ['192.0.2.3'], own: ['192.0.2.4'] },
          ],
        },
        dnsState: 'published',
      },
      ['ns-missing', 'ns-alias', 'glue-differs'],
    ],
    [
      'one server with expired signatures, another without NSEC',
      {
        dns: {
          authoritative: [
            { ...right('ns1.example.net'), signatures: 'expired' },
            { ...right('ns2.example.net'), isDenialUnproven: true },
          ],
        },
        dnsState: 'published',
      },
      ['server-unsigned', 'denial-unproven'],
    ],
    [
      'a partner’s bogus zone behind the CNAME',
      {
        dns: {
          authoritative: [server(lookup('answer', 'shop.partner.example'))],
          resolvers: [server({ ...lookup('bogus'), reasonCode: 7 }, undefined, 'Google')],
          health: 'fine',
        },
        dnsState: 'published',
      },
      ['cname-wrong', 'partner-bogus'],
    ],
    [
      'a CNAME whose own signature is missing in a zone that is signed',
      {
        dns: {
          authoritative: [server(lookup('answer', TARGET.cname[0] ?? ''))],
          resolvers: [server({ ...lookup('bogus'), bogusAt: 'shop.example.com' }, undefined, 'Google')],
          health: 'fine',
        },
        dnsState: 'published',
      },
      ['dnssec-bogus'],
    ],
    [
      'a bogus target behind a CNAME that validates',
      {
        dns: {
          authoritative: [server(lookup('answer', TARGET.cname[0] ?? ''))],
          resolvers: [server({ ...lookup('bogus'), bogusAt: TARGET.cname[0] }, undefined, 'Google')],
          health: 'fine',
        },
        dnsState: 'published',
      },
      ['partner-bogus'],
    ],
    [
      'a partner behind the CNAME, whose servers nobody hears',
      {
        dns: {
          authoritative: [server({ ...lookup('answer', 'shop.partner.example'), chain: 'unheard' })],
        },
      },
      ['partner-silent'],
    ],
    [
      'an answer too long for UDP, and TCP closed',
      { dns: { authoritative: [server(lookup('truncated'))] } },
      ['tcp-blocked'],
    ],
    [
      'NXDOMAIN for AAAA beside an A record',
      {
        dns: { authoritative: [server(lookup('answer', '203.0.113.10'), lookup('nxdomain'))] },
        dnsState: 'published',
      },
      ['aaaa-failing'],
    ],
  ];
  it.each(cases)('%s', (_, seen, expected) => expect(codes(seen)).toEqual(expected));

  it('says what visitors get through a proxy whose site works without it', () => {
    const through = (served: 'ours' | 'unknown') =>
      find({
        dns: {
          authoritative: [proxied],
          nameServers: CLOUDFLARE,
          front: { served, addresses: ['104.16.1.1'], fault: 'error', status: 522 },
        },
        dnsState: served === 'ours' ? 'published' : 'wrong',
      });
    const params = { how: 'error', status: '522', place: 'settings' };
    expect(through('unknown')).toMatchObject([{ code: 'cloudflare-proxied', severity: 'problem', params }]);
    expect(through('ours')).toMatchObject([
      { code: 'proxy-serves', severity: 'warning', whoActs: 'customer', params },
    ]);
  });

  it.each([
    [{ fault: 'loop' }, 'settings'],
    [{ fault: 'error', status: 526 }, 'settings'],
    [{ fault: 'error', status: 500 }, 'log'],
  ] as const)('says where the cause of %j can be (%s)', (fault, place) => {
    const front = { served: 'ours' as const, addresses: ['104.16.1.1'], ...fault };
    const [found] = find({ dns: { authoritative: [proxied], front }, dnsState: 'published' });
    expect(found?.params).toMatchObject({ place });
  });

  it('doesn’t say of name servers with private addresses that they don’t exist', () => {
    const nameServers = { parent: ['ns1.example.com'], child: [] };
    const of = (fault: 'missing' | 'no-address') =>
      find({
        dns: {
          authoritative: [],
          delegation: 'none',
          nameServers,
          nameServerFaults: [{ name: 'ns1.example.com', fault }],
        },
      });
    expect(of('no-address')).toMatchObject([{ code: 'delegation-missing', params: { how: 'private' } }]);
    expect(of('missing').map(({ code, params }) => [code, params['how']])).toEqual([
      ['delegation-missing', undefined],
    ]);
  });

  describe('an old cache', () => {
    const old = server(lookup('answer', OLD), undefined, 'Quad9');
    const seen = (disproved: Mapping['dns']['disproved'], resolver = old): Seen => ({
      dns: { authoritative: [right()], resolvers: [right('Google'), resolver] },
      dnsState: 'published',
      disproved,
    });

    it('is what a resolver has that answers otherwise', () => {
      expect(find(seen(undefined))).toMatchObject([{ code: 'caches-waiting', params: { servers: 'Quad9' } }]);
    });

    it('is given up when its moment has passed without effect: another cache of the resolver may have it', () => {
      expect(find(seen({ Quad9: 1 }))).toMatchObject([
        { code: 'resolver-repeating', severity: 'note', whoActs: 'nobody', params: { servers: 'Quad9' } },
      ]);
    });

    it('is reported of one resolver, and given up of another, in one check', () => {
      const second = server(lookup('answer', OLD), undefined, 'OpenDNS');
      const both = { authoritative: [right()], resolvers: [right('Google'), old, second] };
      expect(codes({ dns: both, dnsState: 'published', disproved: { Quad9: 1 } })).toEqual([
        'resolver-repeating',
        'caches-waiting',
      ]);
    });

    it('is nothing that a resolver makes up', () => {
      const found = find(seen(undefined, server(lookup('nxdomain'), undefined, 'Quad9')));
      expect(found).toMatchObject([
        { code: 'resolver-rewriting', params: { servers: 'Quad9', how: 'differs' } },
      ]);
    });

    it('is not what a resolver has that invents addresses, nor what comes back after two whole TTLs', () => {
      const [invented] = find(seen(undefined, { ...old, invents: true }));
      expect(invented).toMatchObject({ code: 'resolver-rewriting', params: { how: 'invents' } });
      expect(codes(seen({ Quad9: 2 }))).toEqual(['resolver-rewriting']);
    });

    it('is no matter if a resolver that invents addresses has the right one for this name', () => {
      expect(codes(seen(undefined, { ...right('Quad9'), invents: true }))).toEqual([]);
    });

    it('is no matter where the right address comes by an older way', () => {
      const byName = server(lookup('answer', HOST, '203.0.113.10'), lookup('answer', HOST));
      const byAddress = server(lookup('answer', '203.0.113.10'), lookup('answer', HOST), 'Quad9');
      expect(
        codes({ dns: { authoritative: [byName], resolvers: [byAddress] }, dnsState: 'published' }),
      ).toEqual([]);
    });

    it('is seen in an older alias that leads elsewhere, though it has no address of this type', () => {
      const mixed = server(lookup('answer', '203.0.113.10'), lookup('answer', 'old.example.org'), 'Quad9');
      expect(find(seen(undefined, mixed))).toMatchObject([
        { code: 'caches-waiting', params: { servers: 'Quad9' } },
      ]);
    });
  });

  describe('servers that only IPv6 reaches', () => {
    const far = { ...silent('ns6'), address: '2001:db8::53' };
    const near = { ...right('ns7'), address: '2001:db8::54' };

    it('are out of sight where nobody answers over IPv6', () => {
      expect(codes({ dns: { authoritative: [right(), far] }, dnsState: 'published' })).toEqual([]);
      expect(codes({ dns: { authoritative: [far], health: 'fine' } })).not.toContain('servers-down');
    });

    it('are silent where another one answers', () => {
      expect(codes({ dns: { authoritative: [right(), far, near] } })).toContain('server-silent');
    });
  });

  it('does not say where a proxy leads whose pages can’t be judged', () => {
    const howWith = (served: FrontObservation['served']) =>
      find({
        dns: {
          authoritative: [proxied],
          nameServers: CLOUDFLARE,
          front: { served, addresses: ['104.16.1.1'] },
        },
      }).map(({ code, params }) => [code, params['how']]);
    expect(howWith('other')).toEqual([['cloudflare-proxied', undefined]]);
    expect(howWith('unknown')).toEqual([['cloudflare-proxied', 'unseen']]);
  });

  it('has the old records deleted at the domain when an alias of the domain shows them', () => {
    const shown = (type: 'A' | 'AAAA', ...values: string[]): ServerAnswer['a'] => ({
      ...lookup('answer'),
      records: [
        { name: HOSTNAME, type: 'CNAME', value: 'example.com', ttlS: 300 },
        ...values.map((value) => ({ name: 'example.com', type, value, ttlS: 300 })),
      ],
    });
    const answer = server(shown('A', '203.0.113.10', OLD), shown('AAAA', '2001:db8::1'));
    const found = find({ dns: { zone: 'example.com', authoritative: [answer] } });
    expect(
      found.flatMap(({ code, fixes }) => [code, ...fixes.map(({ action, line }) => `${action} ${line}`)]),
    ).toEqual([
      'a-mixed',
      `delete example.com. 300 IN A ${OLD}`,
      'aaaa-left-over',
      'delete example.com. 300 IN AAAA 2001:db8::1',
    ]);
  });

  it.each([
    ['shop.example.com', { above: 'example.com' }],
    ['example.com', { above: undefined }],
  ])('sends nobody to the registrar for what the domain’s own zone delegates: %s', (zone, expected) => {
    const dns = {
      zone,
      authoritative: [right('ns1'), silent('ns2'), server(lookup('refused'), lookup('refused'), 'ns3')],
      nameServers: { parent: ['ns1', 'ns2', 'ns3'], child: ['ns1', 'ns2'] },
    };
    const found = find({ dns });
    expect(found.map(({ code }) => code)).toEqual(['server-lame', 'server-silent']);
    for (const { params } of found) expect({ above: params['above'] }).toEqual(expected);
  });

  it('blames the registrar’s old glue, and not the server that is no longer there', () => {
    const nameServerFaults = [
      { name: 'ns2', fault: 'glue-differs' as const, glue: ['192.0.2.53'], own: ['203.0.113.53'] },
    ];
    const [finding, ...more] = find({
      dns: { authoritative: [right('ns1'), silent('ns2')], nameServerFaults },
    });
    expect(finding).toMatchObject({ code: 'glue-differs', severity: 'problem' });
    expect(more.map(({ code }) => code)).not.toContain('server-silent');
  });

  it('takes a wildcard further up for what answers in place of a missing one', () => {
    const queried = 'probe.shop.example.com';
    const answer: ServerAnswer['a'] = {
      ...lookup('answer', OLD),
      records: [{ name: queried, type: 'A', value: OLD, ttlS: 300 }],
    };
    const siblings = { sibling: [OLD], appended: [], below: [`A ${OLD}`] };
    const seen = (above: string[]): Seen => ({
      hostname: '*.shop.example.com',
      dns: { queried, authoritative: [server(answer)], siblings: { ...siblings, above } },
    });
    expect(codes(seen([`A ${OLD}`]))).toEqual(['wildcard-shadow', 'wildcard-needs-dns']);
    expect(linesOf(seen([`A ${OLD}`]), 'wildcard-shadow')).toEqual([
      `create *.shop.example.com. 300 IN CNAME ${HOST}.`,
    ]);
    expect(codes(seen([]))).toEqual(['a-wrong', 'wildcard-needs-dns']);
  });

  it('takes one zone’s older copy for lag, another provider’s zone for discord, with the place to put it right', () => {
    const lists = { parent: ['ns1.a.net', 'ns2.a.net'], child: ['ns1.a.net', 'ns2.a.net'] };
    const pair = (mname: string) => [
      zoned('ns1.a.net', 'ns1.a.net', 9, right()),
      zoned('ns2.a.net', mname, 3, wrong()),
    ];
    expect(codes({ dns: { authoritative: pair('ns1.a.net'), nameServers: lists } })).toEqual([
      'servers-lagging',
    ]);
    const placeWhere = (nameServers: DnsObservation['nameServers'], mname = 'ns2.a.net') =>
      find({ dns: { authoritative: pair(mname), nameServers } }).map(({ code, params }) => [
        code,
        params['place'],
      ]);
    expect(placeWhere(lists)).toEqual([['servers-disagree', 'both']]);
    const withoutSecond = ['ns1.a.net'];
    expect(placeWhere({ ...lists, child: withoutSecond }, 'ns1.a.net')[0]).toEqual([
      'servers-disagree',
      'registrar',
    ]);
    expect(placeWhere({ ...lists, parent: withoutSecond }, 'ns1.a.net')[0]).toEqual([
      'servers-disagree',
      'zone',
    ]);
  });
});

it.each([
  ['a signed zone, where no resolver says which name fails', { health: 'fine' } as const, 'unsure'],
  ['an unsigned zone, which can’t be what fails', {}, undefined],
])('blames no partner without evidence: %s', (_, dns, how) => {
  const found = find({
    dns: {
      authoritative: [server(lookup('answer', HOST))],
      resolvers: [server(lookup('bogus'), undefined, 'Google')],
      ...dns,
    },
    dnsState: 'published',
  });
  expect(found.map(({ code, params }) => [code, params['how']])).toEqual([['partner-bogus', how]]);
});

describe('fix lines', () => {
  const cases: [string, Seen, string, string[]][] = [
    [
      'delete before they create',
      { dns: { authoritative: [wrong()] } },
      'a-wrong',
      [`delete ${HOSTNAME}. 300 IN A ${OLD}`, `create ${HOSTNAME}. 300 IN CNAME ${HOST}.`],
    ],
    [
      'create what is missing beside an old AAAA',
      { dns: { authoritative: [server(lookup('empty'), lookup('answer', '2001:db8::bad'))] } },
      'aaaa-left-over',
      [`delete ${HOSTNAME}. 300 IN AAAA 2001:db8::bad`, `create ${HOSTNAME}. 300 IN CNAME ${HOST}.`],
    ],
    [
      'delete nothing that only a wildcard has',
      { dns: { authoritative: [wrong()], ...surrounded([`A ${OLD}`]) } },
      'wildcard-shadow',
      [`create ${HOSTNAME}. 300 IN CNAME ${HOST}.`],
    ],
    [
      'delete no address that no panel shows',
      { dns: { authoritative: [proxied], nameServers: CLOUDFLARE } },
      'cloudflare-proxied',
      [`change ${HOSTNAME}. 300 IN CNAME ${HOST}.`],
    ],
    [
      'ask for addresses where the name is a zone of its own',
      { dns: { authoritative: [server(lookup('empty'))], zone: HOSTNAME } },
      'record-missing',
      [`create ${HOSTNAME}. 300 IN A 203.0.113.10`, `create ${HOSTNAME}. 300 IN AAAA 2001:db8::10`],
    ],
    [
      'put CAA where it stands',
      {
        dns: {
          authoritative: [server(lookup('answer', HOST))],
          caa: {
            outcome: 'found',
            name: 'example.com',
            records: [{ critical: false, tag: 'issue', value: ';' }],
          },
        },
        dnsState: 'published',
      },
      'caa-forbids',
      ['create example.com. 300 IN CAA 0 issue "letsencrypt.org"'],
    ],
  ];
  it.each(cases)('%s', (_, seen, code, expected) => expect(linesOf(seen, code)).toEqual(expected));

  it('name hosts relative to the zone', () => {
    const seen = { dns: { authoritative: [server(lookup('nxdomain'))], zone: 'shop.example.com' } };
    const [finding] = find({ ...seen, hostname: 'www.shop.example.com' });
    expect(finding?.fixes[0]?.host).toBe('www');
  });

  it('leave another domain’s CAA to its owner', () => {
    const caa = { outcome: 'found', records: [{ critical: false, tag: 'issue', value: ';' }] } as const;
    const at = (name: string) =>
      find({
        dns: {
          authoritative: [server(lookup('answer', HOST))],
          caa: { ...caa, name, records: [...caa.records] },
        },
        dnsState: 'published',
      }).map(({ code, whoActs, fixes }) => [code, whoActs, fixes.length]);
    expect(at('example.com')).toEqual([['caa-forbids', 'customer', 1]]);
    expect(at('closte.com')).toEqual([['caa-forbids', 'host', 0]]);
    expect(at('partner.example')).toEqual([['caa-forbids', 'agency', 0]]);
  });

  it('forbid nothing by a list that was cut off, and never fill a message', () => {
    const issue = (value: string) => ({ critical: false, tag: 'issue', value });
    const among = (count: number, isCapped: boolean) => {
      const records = Array.from({ length: count }, (_, index) => issue(`ca-${index}.example.net`));
      return find({
        dns: {
          authoritative: [server(lookup('answer', HOST))],
          caa: { outcome: 'found', name: 'example.com', records, ...(isCapped ? { isCapped } : {}) },
        },
        dnsState: 'published',
      });
    };
    expect(among(100, true)).toEqual([]);
    const [finding] = among(100, false);
    expect(finding?.code).toBe('caa-forbids');
    expect(String(finding?.params['observed']).length).toBeLessThan(300);
  });
});

describe('the certificate', () => {
  const published: Seen = { dnsState: 'published', dns: { authoritative: [right()] } };
  const SERVED = { state: 'valid', issuedAt: START } as const;
  const cases: [string, Seen, string[]][] = [
    [
      'port 443 is silent, port 80 answered',
      { ssl: { uncheckedSince: START }, http: challenge('reached') },
      ['tls-silent'],
    ],
    [
      'nothing answers at all',
      { ssl: { uncheckedSince: START }, http: challenge('timeout') },
      ['http-unreachable', 'ssl-unchecked'],
    ],
    [
      'alert 80 before the first certificate',
      {
        edges: [{ ...edge('handshake-failed'), reason: 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR' }],
        ssl: { state: 'invalid' },
      },
      ['name-unknown'],
    ],
    [
      'alert 40 after a certificate',
      {
        edges: [{ ...edge('handshake-failed'), reason: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE' }],
        ssl: { state: 'invalid', issuedAt: START },
      },
      ['tls-failing'],
    ],
    [
      'an intermediate that has expired',
      {
        edges: [edge('certificate', certificate({ chainError: 'CERT_HAS_EXPIRED' }))],
        ssl: { state: 'invalid' },
      },
      ['chain-expired'],
    ],
    [
      'no names at all',
      {
        edges: [edge('certificate', certificate({ names: [], nameMatches: false }))],
        ssl: { state: 'absent' },
      },
      ['certificate-nameless'],
    ],
    ['something nobody has a rule for', { edges: [edge('blocked')], ssl: { state: 'invalid' } }, ['ssl-odd']],
    ['the sign-up page', { http: site({ served: 'network-signup' }), ssl: SERVED }, ['site-signup']],
    [
      'another host',
      { http: site({ served: 'other-host', finalHost: 'old.example.org' }), ssl: SERVED },
      ['site-other-host'],
    ],
    [
      'another host, which is the site’s primary domain in its network',
      {
        http: site({ served: 'other-host', finalHost: 'main.example.org' }),
        ssl: SERVED,
        siteState: 'routed',
      },
      [],
    ],
    [
      'another host, which may be the site’s primary domain in a network that can’t be read',
      {
        http: site({ served: 'other-host', finalHost: 'main.example.org' }),
        ssl: SERVED,
        siteState: 'unknown',
      },
      [],
    ],
    [
      'a login at another host, in a network that can’t be read',
      {
        http: site({ served: 'login', finalHost: 'main.example.org' }),
        ssl: SERVED,
        siteState: 'unknown',
      },
      ['site-login'],
    ],
    [
      'its www, which DNS doesn’t lead here',
      {
        http: site({ served: 'other-host', finalHost: `www.${HOSTNAME}` }),
        ssl: SERVED,
        siteState: 'routed',
      },
      ['site-other-host'],
    ],
    [
      'port 80 leads to TLS that is silent',
      {
        http: {
          ...challenge('timeout'),
          challenge: [{ address: '203.0.113.10', outcome: 'timeout', redirects: 1, rttMs: 1 }],
        },
        edges: [{ ...edge('timeout'), address: '203.0.113.10' }],
        ssl: { state: 'invalid' },
      },
      ['tls-silent'],
    ],
    [
      'redirects without end',
      { http: site({ kind: 'error', failure: 'redirect-loop' }), ssl: SERVED },
      ['site-redirects'],
    ],
    ['no page after all', { http: site({ kind: 'none', failure: 'timeout' }), ssl: SERVED }, ['site-silent']],
    [
      'forbidden to everybody',
      { http: site({ kind: 'other', served: 'forbidden' }), ssl: SERVED },
      ['site-forbidden'],
    ],
    ['our own site', { http: site({ served: 'ours' }), ssl: SERVED }, []],
  ];
  it.each(cases)('%s', (_, seen, expected) => expect(codes({ ...published, ...seen })).toEqual(expected));

  it('tells the address of a fault from those without it', () => {
    const [addresses, others] = ['203.0.113.10', '203.0.113.11'];
    const right: SiteAnswer = { address: others, kind: 'wordpress', served: 'ours' };
    const bad: SiteAnswer = { address: addresses, kind: 'error', status: 500, served: 'unknown' };
    const http = { ...challenge('reached'), site: [bad, right] };
    expect(find({ ...published, http, ssl: SERVED })).toMatchObject([
      { code: 'site-error', params: { addresses, others } },
    ]);
    const edges = [
      edge('certificate', certificate({ validTo: START + 1 })),
      { ...edge('certificate', certificate()), address: others },
    ];
    expect(find({ ...published, edges, ssl: SERVED })).toMatchObject([
      { code: 'certificate-expiring', params: { addresses, others } },
    ]);
  });

  it.each(['certificate-expired', 'certificate-expiring'])('leaves %s to whoever runs the proxy', (code) => {
    const validTo = code === 'certificate-expired' ? START : START + 1;
    const edges = [edge('certificate', certificate({ validTo }))];
    const front: FrontObservation = { served: 'ours', addresses: ['104.16.1.1'] };
    expect(find({ ...published, edges, ssl: SERVED })).toMatchObject([{ code, whoActs: 'host' }]);
    const found = find({ ...published, dns: { authoritative: [proxied], front }, edges, ssl: SERVED });
    expect(found.find((finding) => finding.code === code)).toMatchObject({
      whoActs: 'customer',
      params: { how: 'proxy' },
    });
  });

  it('does not let anybody wait for a certificate that was there and is lost', () => {
    const edges = [edge('certificate', certificate({ nameMatches: false }))];
    const code = 'certificate-other-name';
    const at = (ssl: Seen['ssl']) => find({ ...published, edges, ssl: { state: 'absent', ...ssl } });
    expect(at({})).toMatchObject([{ code, whoActs: 'nobody' }]);
    expect(at({ issuedAt: START - 1 })).toMatchObject([{ code, whoActs: 'host', params: { how: 'lost' } }]);
  });

  it('keeps moments as epoch milliseconds', () => {
    const early = edge('certificate', certificate({ validFrom: START + 1, validTo: START + 2 }));
    const [finding] = find({ ...published, edges: [early], ssl: { state: 'invalid' } });
    expect(finding).toMatchObject({
      code: 'certificate-early',
      params: { validFrom: START + 1, validTo: START + 2 },
    });
  });
});
