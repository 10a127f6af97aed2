import type { RequestListener } from 'node:http';
import { Zone } from '../../src/sandbox/dns/zone.js';
import { companyZone, type Scenario, served } from './scenario.js';
import { ADDRESS, HOST, NOBODYS_ADDRESS, SECOND_ADDRESS } from './stage.js';

/**
 * What customers do to their domains, and what seems odd and is in order: a second forty, written from RFCs and experience
 * without reading the rules, with the findings’ codes and sentences at hand. Played once before anything was changed; the
 * first figure stands in README.md. The comment above each expectation says it in words: what is wrong, who has to act.
 */
const [FIRST, SECOND] = ['ns1.dns-provider.net', 'ns2.dns-provider.net'] as const;
const OLD = '192.0.2.90';
const OLD_IPV6 = '2001:db8::90';

const redirectTo =
  (location: string): RequestListener =>
  (_, response) =>
    response.writeHead(301, { location, 'strict-transport-security': 'max-age=31536000' }).end();

/** Any path but the challenge's, which is not found. */
const page =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  ({ url }, response) => {
    const isChallenge = url?.startsWith('/.well-known/');
    response.writeHead(isChallenge ? 404 : status, { 'content-type': 'text/html', ...headers });
    response.end(isChallenge ? 'Not found' : body);
  };

const wordpress = (host: string) =>
  page(200, '<title>Shop</title>', { link: `<https://${host}/wp-json/>; rel="https://api.w.org/"` });

const healthy: Scenario[] = [
  {
    name: 'a CDN’s name that repeats the whole hostname',
    // Nothing. CDNs make their names so; no domain was appended.
    expected: [],
    arrange: async ({ dns, zone, domain, hostname, edge }) => {
      const cdn = `cdn-of-${domain}`;
      dns.addZone(cdn).add(`${hostname}.${cdn}`, 'CNAME', `pool.${cdn}`);
      dns.zoneOf(cdn)?.add(`pool.${cdn}`, 'CNAME', HOST, 20);
      zone.add(hostname, 'CNAME', `${hostname}.${cdn}`);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'two DNS providers with the same records and serials of their own',
    // Nothing. Both are in both lists and say the same.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      const other = new Zone(scene.domain, [SECOND, FIRST], 300, 60);
      other.serial = 2_026_112_501;
      other.add(scene.hostname, 'CNAME', HOST);
      scene.dns.setVersion(SECOND, scene.domain, other);
    },
  },
  {
    name: 'a third name server that only has an IPv6 address',
    // Nothing. From here it can't be reached, which is no fault of the domain.
    expected: [],
    servers: [FIRST, SECOND, 'ns6.dns-provider.net'],
    arrange: async (scene) => {
      scene.dns.zoneOf('dns-provider.net')?.add('ns6.dns-provider.net', 'AAAA', '2001:db8::53');
      await served(scene);
    },
  },
  {
    name: 'the challenge’s name handed to another service',
    // Nothing. An old DNS-01 set-up; HTTP-01 does not ask there.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(`_acme-challenge.${scene.hostname}`, 'CNAME', 'x1.acme-dns.example');
    },
  },
  {
    name: 'everything redirected to HTTPS, with HSTS',
    // Nothing. The usual set-up.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, redirectTo(`https://${scene.hostname}/`));
    },
  },
  {
    name: 'the domain redirected to its www',
    // Nothing. The usual set-up, too.
    expected: [],
    label: '',
    arrange: async (scene) => {
      const www = `www.${scene.domain}`;
      await served(scene);
      scene.zone.add(www, 'CNAME', HOST);
      await scene.edge.serve(www, 'issued');
      scene.http.respond(scene.hostname, redirectTo(`https://${www}/`));
    },
  },
  {
    name: 'a front page that leads to a language',
    // Nothing.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, (request, response) =>
        request.url === '/'
          ? response.writeHead(302, { location: '/pt/' }).end()
          : wordpress(scene.hostname)(request, response),
      );
    },
  },
  {
    name: 'an HTTPS record in alias form at the domain itself',
    // Nothing. RFC 9460 2.4.2 made it for this.
    expected: [],
    label: '',
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'HTTPS', `0 ${HOST}`);
    },
  },
  {
    name: 'an unsigned zone below a signed one',
    // Nothing. An insecure delegation is legal.
    expected: [],
    arrange: async ({ dns, zone, domain, hostname, edge }) => {
      for (const server of [FIRST, SECOND]) zone.add(hostname, 'NS', server);
      dns.addZone(hostname).add(hostname, 'A', ADDRESS);
      dns.setSigned(domain, 'signed');
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'name servers in the domain itself, with right glue',
    // Nothing.
    expected: [],
    servers: (domain) => [`ns1.${domain}`, `ns2.${domain}`],
    arrange: async (scene) => {
      for (const [name, address] of [['ns1', '127.0.0.2'] as const, ['ns2', '127.0.0.3'] as const]) {
        scene.dns.registryOf(scene.domain).add(`${name}.${scene.domain}`, 'A', address);
        scene.zone.add(`${name}.${scene.domain}`, 'A', address);
      }
      await served(scene);
    },
  },
  {
    name: 'two names for one name server',
    // Nothing that keeps the site from working.
    expected: [],
    servers: (domain) => [`ns1.${domain}`, `ns2.${domain}`],
    arrange: async (scene) => {
      for (const name of ['ns1', 'ns2']) {
        scene.dns.registryOf(scene.domain).add(`${name}.${scene.domain}`, 'A', '127.0.0.2');
        scene.zone.add(`${name}.${scene.domain}`, 'A', '127.0.0.2');
      }
      await served(scene);
    },
  },
  {
    name: 'CAA above the CNAME’s target, which nobody climbs to',
    // Only that the certificate is on its way: RFC 8659 3 climbs from the customer's name alone. Nobody acts.
    expected: ['certificate-other-name'],
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.dns.zoneOf('closte.com')?.add('closte.com', 'CAA', '0 issue "digicert.com"');
    },
    tidy: ({ dns }) => dns.zoneOf('closte.com')?.remove('closte.com', 'CAA'),
  },
  {
    name: 'CAA with spaces around its value',
    // Only that the certificate is on its way: spaces are allowed (RFC 8659 4.2). Nobody acts.
    expected: ['certificate-other-name'],
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.zone.add(scene.domain, 'CAA', '0 issue " letsencrypt.org ;"');
    },
  },
  {
    name: 'name servers that speak UDP alone',
    // Nothing. Bad manners (RFC 7766), but every answer fits into a packet.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setBehaviour(scene.domain, 'udp-only');
    },
  },
];

const misdirected: Scenario[] = [
  {
    name: 'a letter missing in the target',
    // The CNAME leads to a name that doesn't exist. The customer corrects it.
    expected: ['cname-dangling'],
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', 'ap-1.closte.com'),
  },
  {
    name: 'a web address typed as the target',
    // The CNAME leads to a name that doesn't exist. The customer corrects it.
    expected: ['value-garbled'],
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', `https://${HOST}`),
  },
  {
    name: 'the domain twice, for the domain itself',
    // The record stands at domain.domain. The customer enters it again, with @.
    expected: ['domain-appended-to-name'],
    label: '',
    arrange: ({ zone, domain }) => zone.add(`${domain}.${domain}`, 'A', ADDRESS),
  },
  {
    name: 'the domain appended to the name, while a wildcard answers',
    // The record is at the name with the domain appended; what answers is the wildcard. The customer enters it again.
    expected: ['domain-appended-to-name', 'wildcard-shadow'],
    arrange: ({ zone, domain, hostname }) => {
      zone.add(`*.${domain}`, 'A', OLD);
      zone.add(`${hostname}.${domain}`, 'CNAME', HOST);
    },
  },
  {
    name: 'a value without its final dot, which a wildcard answers',
    // The panel added the domain to the value. The customer enters it with a dot at the end.
    expected: ['domain-appended-to-value'],
    arrange: ({ zone, domain, hostname }) => {
      zone.add(`*.${domain}`, 'A', OLD);
      zone.add(hostname, 'CNAME', `${HOST}.${domain}`);
    },
  },
  {
    name: 'a wildcard that a name below the hostname keeps away',
    // There is no record: RFC 4592 2.2.2. The customer adds it.
    expected: ['record-missing'],
    arrange: ({ zone, domain, hostname }) => {
      zone.add(`*.${domain}`, 'CNAME', HOST);
      zone.add(`_acme-challenge.${hostname}`, 'TXT', 'left over');
    },
  },
  {
    name: 'the new address added, both old ones left',
    // An old A and an old AAAA beside the right one. The customer deletes both.
    expected: ['a-mixed', 'aaaa-left-over'],
    label: '',
    arrange: async (scene) => {
      scene.zone.add(scene.domain, 'A', OLD);
      scene.zone.add(scene.domain, 'AAAA', OLD_IPV6);
      await served(scene);
    },
  },
  {
    name: 'www as an alias of a domain with an old IPv6 address',
    // The AAAA stands at the domain, not at www. The customer deletes it there.
    expected: ['aaaa-left-over'],
    label: 'www.',
    arrange: async ({ zone, domain, hostname, edge }) => {
      zone.add(domain, 'A', ADDRESS);
      zone.add(domain, 'AAAA', OLD_IPV6);
      zone.add(hostname, 'CNAME', domain);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a partner’s name with an IPv6 address of its own',
    // IPv6 visitors end elsewhere. The AAAA is the partner's; the customer points to the target itself. `aaaa-left-over`
    // was asked for at first, but it would tell the customer to delete somebody else's record.
    expected: ['cname-wrong'],
    arrange: async ({ dns, zone, domain, hostname, edge }) => {
      const partner = dns.addZone(`partner-of-${domain}`);
      partner.add(`edge.${partner.name}`, 'A', ADDRESS);
      partner.add(`edge.${partner.name}`, 'AAAA', OLD_IPV6);
      zone.add(hostname, 'CNAME', `edge.${partner.name}`);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a registrar’s “redirect record”',
    // The name leads to the registrar's forwarder, which sends visitors on. The customer makes a real record. (`a-wrong` in
    // the world; the stand-in's forwarder is on loopback.)
    expected: ['address-private'],
    arrange: async ({ zone, hostname, edge, second }) => {
      zone.add(hostname, 'A', SECOND_ADDRESS);
      await edge.serve(hostname, 'waiting');
      await second.edge.serve(hostname, 'reset');
      second.http.respond(hostname, redirectTo(`http://${HOST}/`));
    },
  },
  {
    name: 'the office’s address beside the right one',
    // A split-horizon record has slipped out. The customer deletes the private address.
    expected: ['a-mixed'],
    arrange: async ({ zone, hostname, edge }) => {
      zone.add(hostname, 'A', ADDRESS);
      zone.add(hostname, 'A', '10.0.0.5');
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a subdomain delegated to the old provider’s zone',
    // That zone still has the old address. The customer changes it there, at the zone's top.
    expected: ['a-wrong'],
    arrange: ({ dns, zone, hostname }) => {
      for (const server of [FIRST, SECOND]) zone.add(hostname, 'NS', server);
      dns.addZone(hostname).add(hostname, 'A', OLD);
    },
  },
  {
    name: 'an IPv6 address that all resolvers remember for a day',
    // The record is right now; nobody acts.
    expected: ['caches-waiting'],
    label: '',
    arrange: async (scene) => {
      scene.zone.add(scene.hostname, 'AAAA', OLD_IPV6, 86_400);
      for (const { resolver } of scene.dns.resolvers)
        await resolver.answer({ name: scene.hostname, type: 'AAAA' });
      scene.zone.remove(scene.hostname, 'AAAA');
      await served(scene);
    },
  },
];

const delegation: Scenario[] = [
  {
    name: 'expired, with the registrar’s servers for deletion',
    // The domain has expired. The customer renews it.
    expected: ['domain-on-hold'],
    servers: ['ns1.pendingrenewaldeletion.com', 'ns2.pendingrenewaldeletion.com'],
    arrange: () => undefined,
  },
  {
    name: 'expired, with a page that says so under every name',
    // The domain has expired. The customer renews it.
    expected: ['domain-on-hold'],
    servers: ['ns1.renewyourname.net', 'ns2.renewyourname.net'],
    arrange: ({ dns, zone, domain }) => {
      const registrar = companyZone(dns, 'renewyourname.net');
      registrar.add('ns1.renewyourname.net', 'A', '127.0.0.2');
      registrar.add('ns2.renewyourname.net', 'A', '127.0.0.3');
      zone.add(domain, 'A', OLD);
      zone.add(`*.${domain}`, 'A', OLD);
    },
  },
  {
    name: 'a second server in the zone’s own list that never got the zone',
    // It refuses. The customer has the provider add the zone there, or takes it off the zone's list.
    expected: ['server-lame'],
    arrange: async (scene) => {
      const registry = scene.dns.registryOf(scene.domain);
      registry.remove(scene.domain, 'NS');
      registry.add(scene.domain, 'NS', FIRST);
      scene.dns.setVersion(SECOND, scene.domain, undefined);
      await served(scene);
    },
  },
  {
    name: 'new name servers entered in the zone instead of at the registrar',
    // The registry still delegates to the old provider, whose zone is the old one. The customer changes the list there.
    expected: ['servers-disagree', 'delegation-mismatch'],
    servers: [SECOND],
    arrange: async (scene) => {
      const registry = scene.dns.registryOf(scene.domain);
      registry.remove(scene.domain, 'NS');
      registry.add(scene.domain, 'NS', FIRST);
      const old = new Zone(scene.domain, [SECOND], 3_600, 3_600);
      old.add(scene.hostname, 'A', OLD);
      scene.dns.setVersion(FIRST, scene.domain, old);
      await served(scene);
    },
  },
  {
    name: 'moved to a provider that does not sign, the DS left behind',
    // DNSSEC is broken. The customer has the registrar remove the DS.
    expected: ['dnssec-bogus'],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'bogus');
      scene.dns.setBehaviour(scene.domain, 'unsigned');
    },
  },
  {
    name: 'glue of a server that has moved',
    // The registry has the old address of ns2. The customer corrects it at the registrar.
    expected: ['glue-differs'],
    servers: (domain) => [`ns1.${domain}`, `ns2.${domain}`],
    arrange: async (scene) => {
      const registry = scene.dns.registryOf(scene.domain);
      registry.add(`ns1.${scene.domain}`, 'A', '127.0.0.2');
      registry.add(`ns2.${scene.domain}`, 'A', NOBODYS_ADDRESS);
      scene.zone.add(`ns1.${scene.domain}`, 'A', '127.0.0.2');
      scene.zone.add(`ns2.${scene.domain}`, 'A', '127.0.0.3');
      await served(scene);
    },
  },
  {
    name: 'a server that speaks TCP alone',
    // To resolvers, which ask over UDP, it is silent. The customer tells the DNS provider.
    expected: ['server-silent'],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setBehaviour(scene.domain, 'tcp-only', SECOND);
    },
  },
];

const sites: Scenario[] = [
  {
    name: 'CAA of the target host itself forbids',
    // The CNAME brings the host's CAA with it (RFC 8659 3). Who owns the target host adds the authority.
    expected: ['caa-forbids'],
    arrange: async (scene) => {
      await served(scene, 'waiting');
      // They still know from other scenarios that there is none.
      for (const { resolver } of scene.dns.resolvers) resolver.flush();
      scene.dns.zoneOf('closte.com')?.add(HOST, 'CAA', '0 issue "digicert.com"');
    },
    tidy: ({ dns }) => {
      dns.zoneOf('closte.com')?.remove(HOST, 'CAA');
      for (const { resolver } of dns.resolvers) resolver.flush();
    },
  },
  {
    name: 'close to its end, because CAA has come since',
    // CAA forbids the renewal. The customer adds the authority.
    expected: ['caa-forbids', 'certificate-expiring'],
    arrange: async (scene) => {
      await served(scene, 'expiring');
      scene.zone.add(scene.domain, 'CAA', '0 issue "sectigo.com"');
    },
  },
  {
    name: 'a certificate, and port 80 closed',
    // Visitors who type the bare name see nothing, and a renewal may fail. The host opens the port.
    expected: ['site-silent'],
    arrange: async (scene) => {
      await served(scene);
      scene.http.serve(scene.hostname, 'reset');
    },
  },
  {
    name: 'WordPress in maintenance',
    // The site answers 503. The agency checks whether an update got stuck.
    expected: ['site-error'],
    arrange: async (scene) => {
      await served(scene);
      const body = '<title>Maintenance</title><h1>Briefly unavailable for scheduled maintenance.</h1>';
      scene.http.respond(scene.hostname, page(503, body, { 'retry-after': '600' }));
    },
  },
  {
    name: 'a members’ site that leads to its login',
    // A note: a login stands before the site.
    expected: ['site-login'],
    arrange: async (scene) => {
      await served(scene);
      const login = `http://${scene.hostname}/wp-login.php?redirect_to=%2F`;
      scene.http.respond(scene.hostname, (request, response) =>
        request.url === '/'
          ? response.writeHead(302, { location: login }).end()
          : page(200, '<title>Log In</title><form name="loginform" action="/wp-login.php">')(
              request,
              response,
            ),
      );
    },
  },
  {
    name: 'a site that still sends everybody to the customer’s old domain',
    // Visitors don't stay. The agency sets the site's address.
    expected: ['site-other-host'],
    arrange: async (scene) => {
      const old = `old-${scene.domain}`;
      await served(scene);
      scene.dns.addZone(old).add(old, 'A', SECOND_ADDRESS);
      await scene.second.edge.serve(old, 'issued');
      scene.http.respond(scene.hostname, redirectTo(`https://${old}/`));
    },
  },
];

export const customers: readonly Scenario[] = [...healthy, ...misdirected, ...delegation, ...sites];
