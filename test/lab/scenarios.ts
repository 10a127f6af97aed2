import type { FindingCode } from '../../src/core/diagnosis/findings/table.js';
import type { Serving } from '../../src/sandbox/edge/edge.js';
import { type HttpServing, STRANGERS } from '../../src/sandbox/edge/edge-http.js';
import { companyZone, type Scenario, served } from './scenario.js';
import { ADDRESS, HOST, NOBODYS_ADDRESS, SECOND_ADDRESS, type Stage, TARGET } from './stage.js';

const [FIRST, SECOND] = ['ns1.dns-provider.net', 'ns2.dns-provider.net'] as const;
const FOREIGN = '192.0.2.80';

const dnsScenarios: Scenario[] = [
  { name: 'all is well', expected: [], arrange: (scene) => served(scene) },
  {
    name: 'nobody registered the domain',
    expected: ['domain-unregistered'],
    isUnregistered: true,
    arrange: () => undefined,
  },
  {
    name: 'the registrar holds the domain back',
    expected: ['domain-on-hold'],
    servers: ['ns1.verification-hold.suspended-domain.com', 'ns2.verification-hold.suspended-domain.com'],
    arrange: () => undefined,
  },
  {
    name: 'name servers that do not exist',
    expected: ['delegation-missing'],
    servers: ['ns1.nowhere.com', 'ns2.nowhere.com'],
    arrange: () => undefined,
  },
  {
    name: 'name servers that nobody hears',
    expected: ['servers-down'],
    arrange: ({ dns, domain }) => dns.setBehaviour(domain, 'silent'),
  },
  {
    name: 'signatures that do not fit the key at the registry',
    expected: ['dnssec-bogus'],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'bogus');
    },
  },
  {
    name: 'a signed zone that is in order',
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'signed');
    },
  },
  {
    name: 'a parked domain',
    expected: ['domain-parked'],
    servers: ['ns1.sedoparking.com', 'ns2.sedoparking.com'],
    arrange: ({ dns, zone, domain, hostname }) => {
      const parking = companyZone(dns, 'sedoparking.com');
      parking.add('ns1.sedoparking.com', 'A', '127.0.0.2');
      parking.add('ns2.sedoparking.com', 'A', '127.0.0.3');
      zone.add(`*.${domain}`, 'A', FOREIGN);
      zone.add(hostname, 'A', FOREIGN);
    },
  },
  {
    name: 'one of the servers does not have the zone',
    expected: ['server-lame'],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setBehaviour(scene.domain, 'lame', SECOND);
    },
  },
  {
    name: 'one of the servers refuses',
    expected: ['server-lame'],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setVersion(SECOND, scene.domain, undefined);
    },
  },
  {
    name: 'one of the servers fails',
    expected: ['server-failing'],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setBehaviour(scene.domain, 'servfail', SECOND);
    },
  },
  {
    name: 'CNAMEs in a circle',
    expected: ['cname-loop'],
    arrange: ({ zone, hostname, domain }) => {
      zone.add(hostname, 'CNAME', `other.${domain}`);
      zone.add(`other.${domain}`, 'CNAME', hostname);
    },
  },
  {
    name: 'a CNAME at the domain itself',
    expected: ['cname-at-apex'],
    label: '',
    arrange: async ({ zone, domain, edge }) => {
      zone.add(domain, 'CNAME', HOST);
      await edge.serve(domain, 'issued');
    },
  },
  {
    name: 'a CNAME to a name that does not exist',
    expected: ['cname-dangling'],
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', 'gone.example.org'),
  },
  {
    name: 'the domain twice in the record’s name',
    expected: ['domain-appended-to-name'],
    arrange: ({ zone, hostname, domain }) => zone.add(`${hostname}.${domain}`, 'CNAME', HOST),
  },
  {
    name: 'one of the servers still has an older zone',
    expected: ['servers-lagging'],
    arrange: async (scene) => {
      scene.dns.setVersion(SECOND, scene.domain, scene.zone.copy());
      await served(scene);
    },
  },
  {
    name: 'the servers have different zones',
    expected: ['servers-disagree'],
    arrange: async (scene) => {
      const other = scene.zone.copy();
      other.serial = 2_026_112_100;
      other.add(scene.hostname, 'A', FOREIGN);
      scene.dns.setVersion(SECOND, scene.domain, other);
      await served(scene);
    },
  },
  {
    name: 'a wildcard record answers',
    expected: ['wildcard-shadow'],
    arrange: ({ zone, domain }) => zone.add(`*.${domain}`, 'A', FOREIGN),
  },
  {
    name: 'behind Cloudflare’s proxy',
    expected: ['cloudflare-proxied'],
    servers: ['ada.ns.cloudflare.com', 'bob.ns.cloudflare.com'],
    arrange: ({ dns, zone, hostname }) => {
      const provider = dns.zoneOf('ns.cloudflare.com') ?? dns.addZone('cloudflare.com');
      provider.add('ada.ns.cloudflare.com', 'A', '127.0.0.2');
      provider.add('bob.ns.cloudflare.com', 'A', '127.0.0.3');
      zone.add(hostname, 'A', '104.16.1.1');
      zone.add(hostname, 'AAAA', '2606:4700::6810:101');
    },
  },
  {
    name: 'a CNAME to somebody else',
    expected: ['cname-wrong'],
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', 'www.example.org'),
  },
  {
    name: 'an address of somebody’s own network',
    expected: ['address-private'],
    arrange: ({ zone, hostname }) => zone.add(hostname, 'A', '10.0.0.5'),
  },
  {
    name: 'another address',
    expected: ['a-wrong'],
    arrange: ({ zone, hostname }) => zone.add(hostname, 'A', FOREIGN),
  },
  {
    name: 'another address, IPv6 too',
    expected: ['a-wrong', 'aaaa-left-over'],
    arrange: ({ zone, hostname }) => {
      zone.add(hostname, 'A', FOREIGN);
      zone.add(hostname, 'AAAA', '2001:db8::bad');
    },
  },
  {
    name: 'one right address and one other',
    expected: ['a-mixed'],
    arrange: ({ zone, hostname }) => {
      zone.add(hostname, 'A', ADDRESS);
      zone.add(hostname, 'A', FOREIGN);
    },
  },
  {
    name: 'an IPv6 address left over',
    expected: ['aaaa-left-over'],
    arrange: ({ zone, hostname }) => {
      zone.add(hostname, 'A', ADDRESS);
      zone.add(hostname, 'AAAA', '2001:db8::bad');
    },
  },
  { name: 'no record yet', expected: ['record-missing'], arrange: () => undefined },
  {
    name: 'no record for the domain itself',
    expected: ['record-missing'],
    label: '',
    arrange: () => undefined,
  },
  {
    name: 'a flattened apex',
    expected: [],
    label: '',
    arrange: async ({ zone, domain, edge }) => {
      zone.add(domain, 'A', ADDRESS);
      await edge.serve(domain, 'issued');
    },
  },
  {
    name: 'one of the servers is silent',
    expected: ['server-silent'],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setBehaviour(scene.domain, 'silent', SECOND);
    },
  },
  {
    name: 'servers that fail on AAAA',
    expected: ['aaaa-failing'],
    arrange: async ({ zone, hostname, dns, domain, edge }) => {
      zone.add(hostname, 'A', ADDRESS);
      dns.setBehaviour(domain, 'no-aaaa');
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a server that the registry does not know of',
    expected: ['delegation-mismatch'],
    arrange: async (scene) => {
      await served(scene);
      const registry = scene.dns.registryOf(scene.domain);
      registry.remove(scene.domain, 'NS');
      registry.add(scene.domain, 'NS', FIRST);
    },
  },
  {
    name: 'a public resolver that fails',
    expected: ['resolver-failing'],
    arrange: async (scene) => {
      await served(scene);
      const [, , , last] = scene.dns.resolvers;
      if (last) last.resolver.behaviour = 'servfail';
    },
    tidy: calm,
  },
  {
    name: 'a public resolver that hides the name',
    expected: ['resolver-filtered'],
    arrange: async (scene) => {
      await served(scene);
      const [, , , last] = scene.dns.resolvers;
      if (last) last.resolver.behaviour = 'filtering';
    },
    tidy: calm,
  },
  {
    name: 'a public resolver that makes addresses up',
    expected: ['resolver-rewriting'],
    arrange: async (scene) => {
      const [, , , last] = scene.dns.resolvers;
      if (last) last.resolver.behaviour = 'inventing';
      await last?.resolver.answer({ name: scene.hostname, type: 'A' });
      await served(scene);
    },
    tidy: calm,
  },
  {
    name: 'a public resolver that makes addresses up, but not for a name that exists',
    expected: [],
    arrange: async (scene) => {
      const [, , , last] = scene.dns.resolvers;
      if (last) last.resolver.behaviour = 'inventing';
      await served(scene);
    },
    tidy: calm,
  },
  {
    name: 'caches that remember that there was nothing',
    expected: ['caches-waiting'],
    arrange: async (scene) => {
      for (const { resolver } of scene.dns.resolvers)
        await resolver.answer({ name: scene.hostname, type: 'A' });
      await served(scene);
    },
  },
  {
    name: 'public resolvers that fall silent',
    expected: ['resolvers-silent'],
    arrange: (scene) => served(scene),
    options: {
      between: ({ dns }) => {
        for (const { resolver } of dns.resolvers) resolver.behaviour = 'silent';
      },
    },
    tidy: calm,
  },
  {
    name: 'no way out to anybody',
    expected: ['dns-unchecked'],
    arrange: async (scene) => {
      await served(scene);
      for (const { resolver } of scene.dns.resolvers) resolver.behaviour = 'silent';
    },
    tidy: calm,
  },
];

const moreDnsScenarios: Scenario[] = [
  {
    name: 'servers that nobody hears, resolvers that wait for them',
    expected: ['servers-down'],
    arrange: ({ dns, domain }) => {
      dns.setBehaviour(domain, 'silent');
      for (const { resolver } of dns.resolvers) resolver.behaviour = 'waiting';
    },
    tidy: calm,
  },
  {
    name: 'a target host that has vanished',
    expected: ['target-missing'],
    options: { target: { ...TARGET, cname: ['app-gone.closte.com'] } },
    arrange: async ({ zone, hostname, edge }) => {
      zone.add(hostname, 'CNAME', 'app-gone.closte.com');
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a DNAME above the name',
    expected: ['dname-between'],
    label: 'shop.old.',
    arrange: ({ zone, domain }) => zone.add(`old.${domain}`, 'DNAME', 'example.org'),
  },
  {
    name: 'a value without its final dot',
    expected: ['domain-appended-to-value'],
    arrange: ({ zone, hostname, domain }) => zone.add(hostname, 'CNAME', `${HOST}.${domain}`),
  },
  {
    name: 'a CNAME to an IP address',
    expected: ['cname-to-address'],
    arrange: ({ zone, hostname, domain }) => zone.add(hostname, 'CNAME', `192.0.2.1.${domain}`),
  },
  {
    name: 'a wildcard of IPv6 addresses alone',
    expected: ['wildcard-shadow'],
    arrange: ({ zone, domain }) => zone.add(`*.${domain}`, 'AAAA', '2001:db8::bad'),
  },
  {
    name: 'an address left over at every level',
    expected: ['a-wrong'],
    arrange: ({ zone, domain, hostname }) => {
      for (const name of [domain, `*.${domain}`, hostname]) zone.add(name, 'A', FOREIGN);
    },
  },
  {
    name: 'an address in Cloudflare’s ranges, other name servers',
    expected: ['a-wrong'],
    arrange: ({ zone, hostname }) => zone.add(hostname, 'A', '104.16.1.1'),
  },
  {
    name: 'a proxy that serves the site',
    expected: ['proxy-serves'],
    arrange: async ({ zone, hostname, edge, second }) => {
      zone.add(hostname, 'A', SECOND_ADDRESS);
      await edge.serve(hostname, 'issued');
      await second.edge.serve(hostname, 'issued');
      second.edge.setHeaders(hostname, { via: '1.1 cache.proxy.example' });
    },
  },
  {
    name: 'servers that do not know EDNS',
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setBehaviour(scene.domain, 'no-edns');
    },
  },
  ...(
    [
      ['expired signatures at one server', 'server-unsigned', 'expired-signatures'],
      ['no signatures at one server', 'server-unsigned', 'unsigned'],
      ['a server without NSEC', 'denial-unproven', 'no-denial'],
    ] as const
  ).map(
    ([name, code, behaviour]): Scenario => ({
      name,
      expected: [code],
      arrange: async (scene) => {
        await served(scene);
        scene.dns.setSigned(scene.domain, 'signed');
        scene.dns.setBehaviour(scene.domain, behaviour, SECOND);
      },
    }),
  ),
  {
    name: 'signatures that nobody could ask for, since the servers do not know EDNS',
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'signed');
      scene.dns.setBehaviour(scene.domain, 'no-edns');
    },
  },
  {
    name: 'an IPv6 address of somebody’s own network alone',
    expected: ['address-private'],
    arrange: ({ zone, hostname }) => zone.add(hostname, 'AAAA', 'fd00::5'),
  },
  {
    name: 'a partner’s broken DNSSEC behind the CNAME',
    expected: ['partner-bogus'],
    arrange: async ({ dns, zone, hostname, edge }) => {
      dns.setSigned('bakery.co.uk', 'bogus');
      dns.zoneOf('bakery.co.uk')?.add('shop.bakery.co.uk', 'A', ADDRESS);
      zone.add(hostname, 'CNAME', 'shop.bakery.co.uk');
      await edge.serve(hostname, 'issued');
    },
    tidy: ({ dns }) => dns.setSigned('bakery.co.uk', 'unsigned'),
  },
  {
    name: 'an HTTPS record that leads elsewhere',
    expected: ['https-elsewhere'],
    arrange: async ({ zone, hostname, edge }) => {
      zone.add(hostname, 'A', ADDRESS);
      zone.add(hostname, 'HTTPS', FOREIGN);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a name server that does not exist',
    expected: ['ns-missing'],
    servers: [FIRST, SECOND, 'gone.dns-provider.net'],
    arrange: (scene) => served(scene),
  },
  {
    name: 'a name server that is an alias',
    expected: ['ns-alias'],
    servers: [FIRST, 'alias.dns-provider.net'],
    arrange: async (scene) => {
      scene.dns.zoneOf('dns-provider.net')?.add('alias.dns-provider.net', 'CNAME', SECOND);
      await served(scene);
    },
  },
  {
    name: 'glue that differs from the zone',
    expected: ['glue-differs'],
    servers: (domain) => [`ns1.${domain}`],
    arrange: async (scene) => {
      scene.dns.registryOf(scene.domain).add(`ns1.${scene.domain}`, 'A', '127.0.0.2');
      scene.zone.add(`ns1.${scene.domain}`, 'A', '127.0.0.3');
      await served(scene);
    },
  },
  {
    name: 'CAA at the apex, met through a CNAME',
    expected: ['caa-forbids'],
    label: 'www.',
    arrange: async ({ zone, domain, hostname, edge }) => {
      zone.add(domain, 'A', ADDRESS);
      zone.add(domain, 'CAA', '0 issue ";"');
      zone.add(hostname, 'CNAME', domain);
      await edge.serve(hostname, 'waiting');
    },
  },
];

function calm({ dns }: Stage): void {
  for (const { resolver } of dns.resolvers) resolver.behaviour = 'normal';
}

const caa = (name: string, code: FindingCode, ...records: string[]): Scenario => ({
  name,
  expected: [code],
  arrange: async (scene) => {
    for (const record of records) scene.zone.add(scene.domain, 'CAA', record);
    await served(scene, 'waiting');
  },
});

const http = (name: string, code: FindingCode, serving: HttpServing): Scenario => ({
  name,
  expected: [code],
  arrange: async (scene) => {
    await served(scene, 'waiting');
    scene.http.serve(scene.hostname, serving);
  },
});

const tls = (name: string, code: FindingCode, serving: Serving): Scenario => ({
  name,
  expected: [code],
  arrange: (scene) => served(scene, serving),
});

const site = (name: string, code: FindingCode, serving: HttpServing): Scenario => ({
  name,
  expected: [code],
  arrange: async (scene) => {
    await served(scene);
    scene.http.serve(scene.hostname, serving);
  },
});

const twoAddresses = { ...TARGET, ipv4: [ADDRESS, SECOND_ADDRESS] };

const sslScenarios: Scenario[] = [
  {
    name: 'a wildcard without a record',
    expected: ['record-missing', 'wildcard-needs-dns'],
    label: '*.',
    arrange: () => undefined,
  },
  {
    name: 'a wildcard without a certificate',
    expected: ['wildcard-needs-dns'],
    label: '*.',
    arrange: (scene) => served(scene, 'waiting'),
  },
  { name: 'a wildcard with its certificate', expected: [], label: '*.', arrange: (scene) => served(scene) },
  caa(
    'CAA for other authorities only',
    'caa-forbids',
    '0 issue "ca.example.net"',
    '0 iodef "mailto:a@example.net"',
  ),
  caa('CAA that forbids everybody', 'caa-forbids', '0 issue ";"'),
  caa(
    'a critical CAA tag that nobody knows',
    'caa-critical',
    '0 issue "letsencrypt.org"',
    '128 tbs "unknown"',
  ),
  {
    name: 'servers that fail on CAA',
    expected: ['caa-failing'],
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.dns.setBehaviour(scene.domain, 'no-caa');
    },
  },
  {
    name: 'CAA bound to an account',
    expected: ['caa-restricts'],
    arrange: async (scene) => {
      scene.zone.add(scene.domain, 'CAA', '0 issue "letsencrypt.org; accounturi=https://acme.test/1"');
      await served(scene);
    },
  },
  {
    name: 'CAA that allows it',
    expected: [],
    arrange: async (scene) => {
      scene.zone.add(scene.domain, 'CAA', '0 issue "letsencrypt.org"');
      scene.zone.add(scene.domain, 'CAA', '0 issuewild ";"');
      await served(scene);
    },
  },
  http('port 80 silent', 'http-unreachable', 'silent'),
  http('port 80 broken off', 'http-unreachable', 'reset'),
  http('a firewall on the challenge’s path', 'http-challenge-blocked', 'challenge-blocked'),
  http('no HTTP on port 80', 'http-not-http', 'not-http'),
  http('redirects in a circle', 'http-redirect-loop', 'redirect-loop'),
  http('a redirect without a slash', 'http-redirect-bad', 'bad-redirect'),
  http('a JavaScript test before the site', 'http-test-cookie', 'test-cookie'),
  http('a password before the site', 'http-login', 'login'),
  http('a site that fails', 'http-error', 'error'),
  {
    name: 'an unusual answer on port 80',
    expected: ['http-unexpected', 'certificate-other-name'],
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.http.serve(scene.hostname, 'moved');
    },
  },
  {
    name: 'addresses that answer differently',
    expected: ['http-differs'],
    options: { target: twoAddresses },
    arrange: async (scene) => {
      await served(scene);
      await scene.second.edge.serve(scene.hostname, 'issued');
      scene.second.http.serve(scene.hostname, 'moved');
    },
  },
  {
    name: 'a target where nothing listens',
    expected: ['http-unreachable', 'tls-refused'],
    options: { target: { ...TARGET, ipv4: [NOBODYS_ADDRESS], cname: [] } },
    arrange: ({ zone, hostname }) => zone.add(hostname, 'A', NOBODYS_ADDRESS),
  },
  {
    name: 'one address silent on port 443',
    expected: ['tls-silent'],
    options: { target: twoAddresses },
    arrange: async (scene) => {
      await served(scene);
      await scene.second.edge.serve(scene.hostname, 'silent');
    },
  },
  {
    name: 'every address silent on port 443, not on port 80',
    expected: ['tls-silent'],
    arrange: (scene) => served(scene, 'silent'),
  },
  {
    name: 'every address silent on both ports, while DNS answers',
    expected: ['http-unreachable', 'tls-silent'],
    arrange: async (scene) => {
      await served(scene, 'silent');
      scene.http.serve(scene.hostname, 'silent');
    },
  },
  {
    name: 'no route from here to any address',
    expected: ['ssl-unchecked'],
    options: { target: { ipv4: ['255.255.255.255'], ipv6: [], cname: [] } },
    arrange: ({ zone, hostname }) => zone.add(hostname, 'A', '255.255.255.255'),
  },
  tls('TLS broken off', 'tls-reset', 'reset'),
  tls('plain HTTP on port 443', 'tls-absent', 'plain-http'),
  tls('an old TLS only', 'tls-old', 'old-tls'),
  tls('a handshake that fails before the first certificate', 'name-unknown', 'handshake-failure'),
  tls('a handshake that fails in an unusual way', 'tls-failing', 'odd-alert'),
  tls('a certificate without names', 'certificate-nameless', 'nameless'),
  tls('an expired certificate', 'certificate-expired', 'expired'),
  tls('a certificate of tomorrow', 'certificate-early', 'not-yet-valid'),
  tls('a staging certificate', 'certificate-staging', 'staging'),
  tls('a self-signed certificate', 'certificate-self-signed', 'self-signed'),
  tls('a chain without its intermediate', 'chain-incomplete', 'missing-intermediate'),
  tls('an authority that nobody trusts', 'certificate-untrusted', 'unknown-authority'),
  {
    name: 'a certificate that takes its time',
    expected: ['certificate-slow'],
    options: { policy: { sslSlowMs: 0 } },
    arrange: (scene) => served(scene, 'waiting'),
  },
  tls('a name that the host does not know', 'name-unknown', 'unknown-name'),
  tls('the host’s own certificate', 'certificate-other-name', 'waiting'),
  tls('somebody else’s certificate', 'certificate-other-name', 'wrong-name'),
  tls('a certificate close to its end', 'certificate-expiring', 'expiring'),
  site('a site that fails after all', 'site-error', 'error'),
  site('the host’s default page', 'site-default-page', 'default-page'),
  site('the network’s sign-up page', 'site-signup', 'signup'),
  site('the installation page', 'site-install', 'install'),
  site('a suspended site', 'site-suspended', 'suspended'),
  site('another customer’s WordPress', 'site-other-host', 'other-site'),
  site('a site in a circle', 'site-redirects', 'site-loop'),
  site('a site that breaks off', 'site-silent', 'no-page'),
  site('a site that is forbidden to this name', 'site-forbidden', 'forbidden'),
  ...(['network-main', 'forbidden'] as const).map(
    (serving): Scenario => ({
      ...site(`${serving} for every name`, `site-${serving}`, serving),
      arrange: async (scene) => {
        await served(scene);
        scene.http.serve(scene.hostname, serving);
        scene.http.serve(STRANGERS, serving);
      },
      tidy: ({ http: port80 }) => port80.serve(STRANGERS, 'default-page'),
    }),
  ),
  site('a site behind a password', 'site-login', 'login'),
  site('a site that is no WordPress', 'site-other', 'not-wordpress'),
];

export const scenarios: readonly Scenario[] = [...dnsScenarios, ...moreDnsScenarios, ...sslScenarios];
