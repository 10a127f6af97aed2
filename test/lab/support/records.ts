import { companyZone, type Scenario, served } from '../scenario.js';
import { ADDRESS, HOST, SECOND_ADDRESS, TARGET } from '../stage.js';

/** What customers do in DNS panels, at registrars and with name servers. */
const [FIRST, SECOND] = ['ns1.dns-provider.net', 'ns2.dns-provider.net'] as const;
const OLD = '192.0.2.210';
const TODO = { verdict: 'todo' } as const;
const FINE = { verdict: 'right' } as const;

const typed: Scenario[] = [
  {
    name: 'the record made for www.www',
    expected: ['record-missing'],
    ...TODO,
    says: /www\.www\./,
    label: 'www.',
    arrange: ({ zone, hostname }) => zone.add(`www.${hostname}`, 'CNAME', HOST),
  },
  {
    name: 'the record made for the domain instead of the subdomain',
    expected: ['record-missing'],
    ...TODO,
    arrange: ({ zone, domain }) => zone.add(domain, 'A', ADDRESS),
  },
  {
    name: 'the target without its last label',
    expected: ['cname-dangling'],
    ...TODO,
    arrange: ({ zone, domain, hostname }) => zone.add(hostname, 'CNAME', `app-1.closte.${domain}`),
  },
  {
    name: 'the target with “www.” before it',
    expected: ['cname-dangling'],
    ...TODO,
    says: /www\.app-1\.closte\.com/,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', `www.${HOST}`),
  },
  {
    name: 'the first label of the target alone',
    expected: ['cname-dangling'],
    ...TODO,
    arrange: ({ zone, domain, hostname }) => zone.add(hostname, 'CNAME', `app-1.${domain}`),
  },
  {
    name: 'the target’s address with a port, as a CNAME',
    expected: ['cname-to-address'],
    ...TODO,
    arrange: ({ zone, domain, hostname }) => zone.add(hostname, 'CNAME', `${ADDRESS}.${domain}`),
  },
  {
    name: 'the domain appended to the value, at the domain’s www',
    expected: ['domain-appended-to-value'],
    ...TODO,
    label: 'www.',
    arrange: ({ zone, domain, hostname }) => zone.add(hostname, 'CNAME', `${HOST}.${domain}`),
  },
  {
    name: 'the hostname appended to the target instead of the domain',
    expected: ['domain-appended-to-value'],
    ...TODO,
    says: /dot at the end/,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', `${HOST}.${hostname}`),
  },
  {
    name: 'the target twice in the value',
    expected: ['cname-dangling'],
    ...TODO,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', `${HOST}.${HOST}`),
  },
  {
    name: 'an alias of the customer’s own www, which still is at the old host',
    expected: ['cname-wrong'],
    ...TODO,
    arrange: ({ zone, domain, hostname }) => {
      zone.add(`www.${domain}`, 'A', OLD);
      zone.add(hostname, 'CNAME', `www.${domain}`);
    },
  },
  {
    name: 'an alias of the domain, which has the right address',
    expected: [],
    ...FINE,
    label: 'www.',
    arrange: async ({ zone, domain, hostname, edge }) => {
      zone.add(domain, 'A', ADDRESS);
      zone.add(hostname, 'CNAME', domain);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'three old addresses at once',
    expected: ['a-wrong'],
    ...TODO,
    says: /192\.0\.2\.211.*192\.0\.2\.212/s,
    arrange: ({ zone, hostname }) => {
      for (const last of [210, 211, 212]) zone.add(hostname, 'A', `192.0.2.${last}`);
    },
  },
  {
    name: 'the last octet of the address mistyped',
    expected: ['a-wrong'],
    ...TODO,
    label: '',
    arrange: ({ zone, domain }) => zone.add(domain, 'A', '198.51.100.101'),
  },
  {
    name: 'the target’s own address in an A record, and the old host’s AAAA',
    expected: ['aaaa-left-over'],
    ...TODO,
    says: /2001:db8::dead/,
    label: '',
    arrange: async ({ zone, domain, edge }) => {
      zone.add(domain, 'A', ADDRESS);
      zone.add(domain, 'AAAA', '2001:db8::dead');
      await edge.serve(domain, 'issued');
    },
  },
  {
    name: 'localhost in IPv6',
    expected: ['aaaa-left-over'],
    ...TODO,
    label: '',
    arrange: async ({ zone, domain, edge }) => {
      zone.add(domain, 'A', ADDRESS);
      zone.add(domain, 'AAAA', '::1');
      await edge.serve(domain, 'issued');
    },
  },
  {
    name: 'the target’s name in a TXT record, an old address beside it',
    expected: ['a-wrong'],
    ...TODO,
    arrange: ({ zone, hostname }) => {
      zone.add(hostname, 'TXT', HOST);
      zone.add(hostname, 'A', OLD);
    },
  },
  {
    name: 'the registrar’s ALIAS has the target’s former address',
    expected: ['a-wrong'],
    ...TODO,
    label: '',
    arrange: ({ zone, domain }) => zone.add(domain, 'A', '198.51.100.9', 300),
  },
  {
    name: 'a CNAME at the domain to its own www',
    expected: ['cname-at-apex'],
    ...TODO,
    label: '',
    arrange: async ({ zone, domain, edge }) => {
      zone.add(domain, 'CNAME', `www.${domain}`);
      zone.add(`www.${domain}`, 'CNAME', HOST);
      await edge.serve(domain, 'issued');
    },
  },
  {
    name: 'a wildcard with the old address, an A record with a typo below',
    expected: ['wildcard-shadow'],
    ...TODO,
    arrange: ({ zone, domain }) => {
      zone.add(`*.${domain}`, 'A', OLD);
      zone.add(`shpo.${domain}`, 'CNAME', HOST);
    },
  },
  {
    name: 'a wildcard alias to the old host',
    expected: ['wildcard-shadow'],
    ...TODO,
    says: /old-host\.example\.org/,
    arrange: ({ dns, zone, domain }) => {
      dns.zoneOf('example.org')?.add('old-host.example.org', 'A', OLD);
      zone.add(`*.${domain}`, 'CNAME', 'old-host.example.org');
    },
  },
  {
    name: 'a record for the wildcard in quotation of a panel: “*” below the hostname',
    expected: ['record-missing'],
    ...TODO,
    arrange: ({ zone, hostname }) => zone.add(`*.${hostname}`, 'CNAME', HOST),
  },
  {
    name: 'a Shopify alias left',
    expected: ['cname-wrong'],
    ...TODO,
    says: /shops\.myshopify\.com/,
    label: 'www.',
    arrange: (scene) => {
      companyZone(scene.dns, 'myshopify.com').add('shops.myshopify.com', 'A', '23.227.38.74');
      scene.zone.add(scene.hostname, 'CNAME', 'shops.myshopify.com');
    },
  },
  {
    name: 'a Wix address left at the domain',
    expected: ['a-wrong'],
    ...TODO,
    label: '',
    arrange: ({ zone, domain }) => zone.add(domain, 'A', '185.230.63.107'),
  },
  {
    name: 'Wix addresses beside the right one',
    expected: ['a-mixed'],
    ...TODO,
    label: '',
    arrange: async ({ zone, domain, edge }) => {
      for (const address of [ADDRESS, '185.230.63.107', '185.230.63.171']) zone.add(domain, 'A', address);
      await edge.serve(domain, 'issued');
    },
  },
  {
    name: 'two aliases, none of them right',
    expected: ['cname-wrong'],
    ...TODO,
    arrange: ({ dns, zone, hostname }) => {
      dns.zoneOf('example.org')?.add('one.example.org', 'A', OLD);
      dns.zoneOf('example.org')?.add('two.example.org', 'A', '192.0.2.211');
      zone.add(hostname, 'CNAME', 'one.example.org');
      zone.add(hostname, 'CNAME', 'two.example.org');
    },
  },
  {
    name: 'a DNAME at the domain to a domain without the name',
    expected: ['dname-between'],
    ...TODO,
    arrange: ({ dns, zone, domain }) => {
      const partner = `new-${domain}`;
      dns.addZone(partner).add(partner, 'A', OLD);
      zone.add(domain, 'DNAME', partner);
    },
  },
];

const servers: Scenario[] = [
  {
    name: 'a domain for sale at Dan',
    expected: ['domain-parked'],
    ...TODO,
    servers: ['ns1.dan.com', 'ns2.dan.com'],
    arrange: (scene) => {
      const dan = companyZone(scene.dns, 'dan.com');
      if (dan.named('ns1.dan.com').length === 0) {
        dan.add('ns1.dan.com', 'A', '127.0.0.2');
        dan.add('ns2.dan.com', 'A', '127.0.0.3');
      }
      scene.zone.add(scene.domain, 'A', OLD);
      scene.zone.add(`*.${scene.domain}`, 'A', OLD);
    },
  },
  {
    name: 'a domain for sale at a market of domains by another name',
    expected: ['domain-parked'],
    ...TODO,
    servers: ['ns1.hugedomains.com', 'ns2.hugedomains.com'],
    arrange: (scene) => {
      const huge = companyZone(scene.dns, 'hugedomains.com');
      huge.add('ns1.hugedomains.com', 'A', '127.0.0.2');
      huge.add('ns2.hugedomains.com', 'A', '127.0.0.3');
      scene.zone.add(`*.${scene.domain}`, 'A', OLD);
    },
  },
  {
    name: 'Hostinger’s servers, called dns-parking, with an old address',
    expected: ['a-wrong'],
    ...TODO,
    servers: ['ns1.dns-parking.com', 'ns2.dns-parking.com'],
    arrange: (scene) => {
      const host = companyZone(scene.dns, 'dns-parking.com');
      host.add('ns1.dns-parking.com', 'A', '127.0.0.2');
      host.add('ns2.dns-parking.com', 'A', '127.0.0.3');
      scene.zone.add(scene.hostname, 'A', OLD);
    },
  },
  {
    name: 'a domain that expired at Alibaba',
    expected: ['domain-on-hold'],
    ...TODO,
    servers: ['expirens3.hichina.com', 'expirens4.hichina.com'],
    arrange: (scene) => {
      const registrar = companyZone(scene.dns, 'hichina.com');
      registrar.add('expirens3.hichina.com', 'A', '127.0.0.2');
      registrar.add('expirens4.hichina.com', 'A', '127.0.0.3');
      scene.zone.add(`*.${scene.domain}`, 'A', OLD);
    },
  },
  {
    name: 'a domain suspended by its registrar, recognised by its servers’ names',
    expected: ['domain-on-hold'],
    ...TODO,
    servers: ['ns1.suspended-domains.registrar-one.net', 'ns2.suspended-domains.registrar-one.net'],
    arrange: (scene) => {
      const registrar = companyZone(scene.dns, 'registrar-one.net');
      registrar.add('ns1.suspended-domains.registrar-one.net', 'A', '127.0.0.2');
      registrar.add('ns2.suspended-domains.registrar-one.net', 'A', '127.0.0.3');
      scene.zone.add(`*.${scene.domain}`, 'A', OLD);
    },
  },
  {
    name: 'one name server mistyped by a letter',
    expected: ['ns-missing'],
    servers: [FIRST, 'ns2.dns-provder.net'],
    arrange: (scene) => served(scene),
  },
  {
    name: 'all name servers mistyped by a letter',
    expected: ['delegation-missing'],
    ...TODO,
    says: /dns-provder\.net/,
    servers: ['ns1.dns-provder.net', 'ns2.dns-provder.net'],
    arrange: () => undefined,
  },
  {
    name: 'the registrar’s own servers left beside the new provider’s, with the old zone',
    expected: ['servers-disagree'],
    ...TODO,
    arrange: async (scene) => {
      const old = scene.zone.copy();
      old.add(scene.hostname, 'A', OLD);
      old.serial = 2_020_010_101;
      scene.dns.setVersion(SECOND, scene.domain, old);
      await served(scene);
    },
  },
  {
    name: 'a second server that has not heard of the deletion of the AAAA',
    expected: ['servers-lagging'],
    verdict: 'waiting',
    arrange: async (scene) => {
      scene.zone.add(scene.hostname, 'AAAA', '2001:db8::dead');
      scene.dns.setVersion(SECOND, scene.domain, scene.zone.copy());
      scene.zone.remove(scene.hostname);
      await served(scene);
    },
  },
  {
    name: 'both servers refuse because the account was closed',
    expected: ['server-lame'],
    ...TODO,
    arrange: (scene) => {
      scene.point();
      scene.dns.setBehaviour(scene.domain, 'refused');
    },
  },
  {
    name: 'both servers answer SERVFAIL after the zone file broke',
    expected: ['server-failing'],
    ...TODO,
    arrange: (scene) => {
      scene.point();
      scene.dns.setBehaviour(scene.domain, 'servfail');
    },
  },
  {
    name: 'one server fails, the other is silent',
    expected: ['server-failing', 'server-silent'],
    ...TODO,
    arrange: (scene) => {
      scene.point();
      scene.dns.setBehaviour(scene.domain, 'servfail', FIRST);
      scene.dns.setBehaviour(scene.domain, 'silent', SECOND);
    },
  },
  {
    name: 'a firewall that lets DNS through by UDP alone',
    expected: [],
    ...FINE,
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setBehaviour(scene.domain, 'udp-only');
    },
  },
  {
    name: 'forty addresses by UDP alone, which are too many for it',
    expected: ['a-mixed'],
    ...TODO,
    arrange: async ({ zone, hostname, edge }) => {
      zone.add(hostname, 'A', ADDRESS);
      for (let last = 1; last < 40; last++) zone.add(hostname, 'A', `192.0.2.${last}`);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a subdomain handed to a provider where the zone is empty',
    expected: ['record-missing'],
    ...TODO,
    arrange: ({ dns, zone, hostname }) => {
      for (const server of [FIRST, SECOND]) zone.add(hostname, 'NS', server);
      dns.addZone(hostname);
    },
  },
  {
    name: 'a subdomain handed to servers that refuse it, while the domain has the record',
    expected: ['server-lame'],
    ...TODO,
    arrange: ({ dns, zone, hostname }) => {
      for (const server of [FIRST, SECOND]) zone.add(hostname, 'NS', server);
      dns.addZone(hostname).add(hostname, 'CNAME', HOST);
      dns.setBehaviour(hostname, 'refused');
    },
  },
  {
    name: 'a key of the former provider beside a provider that signs with another',
    expected: ['dnssec-bogus'],
    ...TODO,
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'bogus');
    },
  },
  {
    name: 'a signed zone, one of its servers silent',
    expected: ['server-silent'],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'signed');
      scene.dns.setBehaviour(scene.domain, 'silent', SECOND);
    },
  },
  {
    name: 'signatures expired at both servers',
    expected: ['dnssec-bogus'],
    ...TODO,
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'bogus');
      scene.dns.setBehaviour(scene.domain, 'expired-signatures');
    },
  },
  {
    name: 'one of two servers lost the key, while resolvers that ask the other are content',
    expected: ['server-unsigned'],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'signed');
      scene.dns.setBehaviour(scene.domain, 'unsigned', FIRST);
    },
  },
];

const caches: Scenario[] = [
  {
    name: 'a TTL of a week that caches keep of the old alias',
    expected: ['caches-waiting'],
    verdict: 'waiting',
    arrange: async (scene) => {
      const { dns, zone, hostname } = scene;
      dns.zoneOf('example.org')?.add('week.example.org', 'A', OLD, 604_800);
      zone.add(hostname, 'CNAME', 'week.example.org', 604_800);
      for (const { resolver } of dns.resolvers) await resolver.answer({ name: hostname, type: 'A' });
      zone.remove(hostname);
      await served(scene);
    },
  },
  {
    name: 'one resolver silent, the others right',
    expected: [],
    ...FINE,
    arrange: async (scene) => {
      await served(scene);
      const [first] = scene.dns.resolvers;
      if (first) first.resolver.behaviour = 'silent';
    },
    tidy: ({ dns }) => {
      const [first] = dns.resolvers;
      if (first) first.resolver.behaviour = 'normal';
    },
  },
  {
    name: 'two resolvers fail, two are right',
    expected: ['resolver-failing'],
    arrange: async (scene) => {
      await served(scene);
      for (const { resolver } of scene.dns.resolvers.slice(0, 2)) resolver.behaviour = 'servfail';
    },
    tidy: ({ dns }) => {
      for (const { resolver } of dns.resolvers) resolver.behaviour = 'normal';
    },
  },
  {
    name: 'an AAAA that was deleted, in caches alone',
    expected: ['caches-waiting'],
    verdict: 'waiting',
    arrange: async (scene) => {
      const { dns, zone, hostname, edge } = scene;
      zone.add(hostname, 'A', ADDRESS);
      zone.add(hostname, 'AAAA', '2001:db8::dead', 3_600);
      for (const { resolver } of dns.resolvers.slice(0, 2))
        await resolver.answer({ name: hostname, type: 'AAAA' });
      zone.remove(hostname, 'AAAA');
      await edge.serve(hostname, 'issued');
    },
  },
];

const odd: Scenario[] = [
  {
    name: 'a TTL of nothing',
    expected: [],
    ...FINE,
    arrange: async ({ zone, hostname, edge }) => {
      zone.add(hostname, 'CNAME', HOST, 0);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a TTL of a week, from the beginning',
    expected: [],
    ...FINE,
    arrange: async ({ zone, hostname, edge }) => {
      zone.add(hostname, 'CNAME', HOST, 604_800);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'the target’s address once more, as a duplicate',
    expected: [],
    ...FINE,
    label: '',
    arrange: async ({ zone, domain, edge }) => {
      zone.add(domain, 'A', ADDRESS);
      zone.add(domain, 'A', ADDRESS);
      await edge.serve(domain, 'issued');
    },
  },
  {
    name: 'a chain of five aliases through partners',
    expected: [],
    ...FINE,
    arrange: async (scene) => {
      const { zone, domain, hostname, edge } = scene;
      const partner = companyZone(scene.dns, 'chain-partner.org');
      zone.add(hostname, 'CNAME', `a.${domain}`);
      zone.add(`a.${domain}`, 'CNAME', `${domain}.chain-partner.org`);
      partner.add(`${domain}.chain-partner.org`, 'CNAME', 'b.chain-partner.org');
      if (partner.named('b.chain-partner.org').length === 0) {
        partner.add('b.chain-partner.org', 'CNAME', 'c.chain-partner.org');
        partner.add('c.chain-partner.org', 'CNAME', HOST);
      }
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'texts for mail and verification beside the right address',
    expected: [],
    ...FINE,
    label: '',
    arrange: async ({ zone, domain, edge }) => {
      zone.add(domain, 'A', ADDRESS);
      for (const text of ['v=spf1 include:_spf.example.net -all', 'google-site-verification=abc', HOST])
        zone.add(domain, 'TXT', text);
      await edge.serve(domain, 'issued');
    },
  },
  {
    name: 'a wildcard to the old host, and the hostname with its own record',
    expected: [],
    ...FINE,
    arrange: async (scene) => {
      scene.zone.add(`*.${scene.domain}`, 'A', OLD);
      await served(scene);
    },
  },
  {
    name: 'four name servers of one company, two addresses in all',
    expected: [],
    ...FINE,
    servers: ['a.dns-many.net', 'b.dns-many.net', 'c.dns-many.net', 'd.dns-many.net'],
    arrange: async (scene) => {
      const many = companyZone(scene.dns, 'dns-many.net');
      for (const [at, letter] of ['a', 'b', 'c', 'd'].entries())
        many.add(`${letter}.dns-many.net`, 'A', `127.0.0.${2 + (at % 2)}`);
      await served(scene);
    },
  },
  {
    name: 'a hidden primary named in the SOA alone',
    expected: [],
    ...FINE,
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setVersion(SECOND, scene.domain, scene.zone);
    },
  },
  {
    name: 'serials that differ, and the same records',
    expected: [],
    ...FINE,
    arrange: async (scene) => {
      await served(scene);
      const copy = scene.zone.copy();
      copy.serial = 9_999;
      scene.dns.setVersion(SECOND, scene.domain, copy);
    },
  },
  {
    name: 'another subdomain handed to servers that do not exist',
    expected: [],
    ...FINE,
    arrange: async (scene) => {
      scene.zone.add(`old.${scene.domain}`, 'NS', 'ns1.nobody-at-all.net');
      await served(scene);
    },
  },
  {
    name: 'a domain under a suffix of two labels, deep below',
    expected: [],
    ...FINE,
    label: 'a.b.c.d.e.',
    arrange: (scene) => served(scene),
  },
  {
    name: 'a label with many hyphens',
    expected: [],
    ...FINE,
    label: 'a-b--c---d.',
    arrange: (scene) => served(scene),
  },
  {
    name: 'an HTTPS record in alias form to the target',
    expected: [],
    ...FINE,
    label: '',
    arrange: async ({ zone, domain, edge }) => {
      zone.add(domain, 'A', ADDRESS);
      zone.add(domain, 'HTTPS', `0 ${HOST}`);
      await edge.serve(domain, 'issued');
    },
  },
  {
    name: 'an HTTPS record whose hint is the right address',
    expected: [],
    ...FINE,
    label: '',
    arrange: async ({ zone, domain, edge }) => {
      zone.add(domain, 'A', ADDRESS);
      zone.add(domain, 'HTTPS', ADDRESS);
      await edge.serve(domain, 'issued');
    },
  },
  {
    name: 'both addresses of the target, in a round',
    expected: [],
    ...FINE,
    label: '',
    options: { target: { ...TARGET, ipv4: [ADDRESS, SECOND_ADDRESS] } },
    arrange: async ({ zone, domain, edge, second }) => {
      zone.add(domain, 'A', SECOND_ADDRESS);
      zone.add(domain, 'A', ADDRESS);
      await edge.serve(domain, 'issued');
      await second.edge.serve(domain, 'issued');
    },
  },
  {
    name: 'a signed zone with a wildcard, and the record from it',
    expected: [],
    ...FINE,
    arrange: async ({ dns, zone, domain, hostname, edge }) => {
      zone.add(`*.${domain}`, 'CNAME', HOST);
      dns.setSigned(domain, 'signed');
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'the hostname as a zone of its own with an address at its top',
    expected: [],
    ...FINE,
    arrange: async ({ dns, zone, hostname, edge }) => {
      for (const server of [FIRST, SECOND]) zone.add(hostname, 'NS', server);
      dns.addZone(hostname).add(hostname, 'A', ADDRESS);
      await edge.serve(hostname, 'issued');
    },
  },
];

export const supportRecords: readonly Scenario[] = [...typed, ...servers, ...caches, ...odd];
