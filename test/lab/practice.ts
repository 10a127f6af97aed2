import { pageOf, respond } from './pages.js';
import { type Scenario, served } from './scenario.js';
import { ADDRESS, HOST, SECOND_ADDRESS, TARGET } from './stage.js';

/**
 * A third forty, written from RFCs and from what hosts and their customers do, without reading rules or sentences. Played
 * once before anything was changed; the first figure stands in README.md. Above each expectation: what is wrong, who acts.
 */
const [FIRST, SECOND] = ['ns1.dns-provider.net', 'ns2.dns-provider.net'] as const;
const OLD = '192.0.2.130';
const OLD_IPV6 = '2001:db8::130';
const SUB_ZONE_DS = '4711 13 2 11111111111111111111111111111111111111111111111111111111111111aa';

const odd: Scenario[] = [
  {
    name: 'one of the target’s two addresses',
    // Nothing: each of them serves the site.
    expected: [],
    label: '',
    options: { target: { ...TARGET, ipv4: [ADDRESS, SECOND_ADDRESS] } },
    arrange: (scene) => served(scene),
  },
  {
    name: 'an app known by its address alone, met by a CNAME that has it',
    // Nothing: visitors arrive at the address.
    expected: [],
    options: { target: { ...TARGET, cname: [] } },
    arrange: (scene) => served(scene),
  },
  {
    name: 'a target with IPv6, a record for IPv4 alone',
    // Nothing: IPv6 is the customer's choice.
    expected: [],
    options: { target: { ...TARGET, ipv6: ['2001:db8::10'] } },
    arrange: async ({ zone, hostname, edge }) => {
      zone.add(hostname, 'A', ADDRESS);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'servers that give the same record different TTLs',
    // Nothing.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      const other = scene.zone.copy();
      other.remove(scene.hostname);
      other.add(scene.hostname, 'CNAME', HOST, 30);
      other.serial = scene.zone.serial;
      scene.dns.setVersion(SECOND, scene.domain, other);
    },
  },
  {
    name: 'name servers in two domains of other registries, without glue',
    // Nothing.
    expected: [],
    servers: ['ns1.dns-a.org', 'ns1.dns-b.de'],
    arrange: async (scene) => {
      for (const [provider, address] of [
        ['dns-a.org', '127.0.0.2'] as const,
        ['dns-b.de', '127.0.0.3'] as const,
      ])
        if (!scene.dns.zoneOf(provider)) scene.dns.addZone(provider).add(`ns1.${provider}`, 'A', address);
      await served(scene);
    },
  },
  {
    name: 'eight names of servers',
    // Nothing.
    expected: [],
    servers: Array.from({ length: 8 }, (_, index) => `ns${index + 11}.dns-provider.net`),
    arrange: async (scene) => {
      for (let index = 0; index < 8; index++)
        scene.dns
          .zoneOf('dns-provider.net')
          ?.add(`ns${index + 11}.dns-provider.net`, 'A', index % 2 === 0 ? '127.0.0.2' : '127.0.0.3');
      await served(scene);
    },
  },
  {
    name: 'a CAA set too large for UDP, with our authority in it',
    // Nothing: it comes over TCP.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      for (let index = 0; index < 60; index++)
        scene.zone.add(scene.domain, 'CAA', `0 issue "authority-number-${index}.example.net"`);
      scene.zone.add(scene.domain, 'CAA', '0 issue "letsencrypt.org"');
    },
  },
  {
    name: 'CAA in capitals',
    // Nothing: tags and names are alike in capitals (RFC 8659 4.1, 4.2).
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'CAA', '0 ISSUE "LetsEncrypt.ORG"');
    },
  },
  {
    name: 'CAA that allows validation over HTTP',
    // Nothing: that's how hosts validate (RFC 8657 4).
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'CAA', '0 issue "letsencrypt.org; validationmethods=http-01"');
    },
  },
  {
    name: 'a wildcard certificate that covers the hostname',
    // Nothing.
    expected: [],
    arrange: (scene) => served(scene, 'issued', { names: [`*.${scene.domain}`, scene.domain] }),
  },
  {
    name: 'a certificate of six days, one day old',
    // Nothing: it is renewed after half of its life.
    expected: [],
    arrange: (scene) => served(scene, 'issued', { days: [-1, 5.6] }),
  },
  {
    name: 'a large front page that names WordPress nowhere but in its HTML',
    // Nothing: the REST link may stand in the page.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      const link = `<link rel="https://api.w.org/" href="https://${scene.hostname}/wp-json/">`;
      const body = `<!doctype html><head>${link}</head><body>${'<p>Lorem ipsum</p>'.repeat(150_000)}`;
      scene.http.respond(scene.hostname, pageOf(200, body));
    },
  },
  {
    name: 'the domain serves the site whose canonical address is its www',
    // Nothing.
    expected: [],
    label: '',
    arrange: async (scene) => {
      const www = `https://www.${scene.domain}/`;
      await served(scene);
      scene.zone.add(`www.${scene.domain}`, 'CNAME', HOST);
      const link = `<${www}wp-json/>; rel="https://api.w.org/"`;
      scene.http.respond(scene.hostname, pageOf(200, `<link rel="canonical" href="${www}">`, { link }));
    },
  },
  {
    name: 'a site that answers every path with a page',
    // Nothing: an authority only minds what its own path says, once it asked for it.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      const link = `<https://${scene.hostname}/wp-json/>; rel="https://api.w.org/"`;
      scene.http.respond(scene.hostname, respond(200, '<title>Nothing found</title>', { link }));
    },
  },
  {
    name: 'a signed zone whose wildcard answers with the target',
    // Nothing.
    expected: [],
    arrange: async ({ zone, domain, hostname, dns, edge }) => {
      zone.add(`*.${domain}`, 'CNAME', HOST);
      dns.setSigned(domain, 'signed');
      await edge.serve(hostname, 'issued');
    },
  },
];

const dnsFaults: Scenario[] = [
  {
    name: 'the target typed into a TXT record',
    // There is no CNAME. The customer makes one. (`record-missing` was expected before there was a finding for it.)
    expected: ['record-as-text'],
    says: /TXT.*CNAME/s,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'TXT', HOST),
  },
  {
    name: 'the record made for the www of the hostname alone',
    // The hostname has none. The customer makes it.
    expected: ['record-missing'],
    arrange: ({ zone, hostname }) => zone.add(`www.${hostname}`, 'CNAME', HOST),
  },
  {
    name: 'the old A left beside the new CNAME, at a server that allows it',
    // Resolvers get one or the other. The customer deletes the A.
    expected: ['a-wrong'],
    says: /192\.0\.2\.130/,
    arrange: ({ zone, hostname }) => {
      zone.add(hostname, 'A', OLD);
      zone.add(hostname, 'CNAME', HOST);
    },
  },
  {
    name: 'a CNAME that leads to itself',
    // The customer's record has its own name as its value.
    expected: ['cname-loop'],
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', hostname),
  },
  {
    name: 'an IP address entered as the second name server',
    // No such name exists. The customer enters a name at the registrar.
    expected: ['ns-missing'],
    says: /192\.0\.2\.53/,
    servers: [FIRST, '192.0.2.53'],
    arrange: (scene) => served(scene),
  },
  {
    name: 'a second server that still has the deleted IPv6 address',
    // It lags. The DNS provider's matter.
    expected: ['servers-lagging'],
    says: /ns2\.dns-provider\.net/,
    arrange: async (scene) => {
      await served(scene);
      const older = scene.zone.copy();
      older.remove(scene.hostname, 'CNAME');
      older.add(scene.hostname, 'A', ADDRESS);
      older.add(scene.hostname, 'AAAA', OLD_IPV6);
      older.serial = scene.zone.serial;
      scene.dns.setVersion(SECOND, scene.domain, older);
      scene.zone.serial += 10;
    },
  },
  {
    name: 'a key for a subdomain’s zone that is not signed any more',
    // DNSSEC is broken at the subdomain. The DS stands in the domain's own zone, at its DNS provider, not at the registrar.
    expected: ['dnssec-bogus'],
    says: /^(?!.*registrar).*\bDS\b/s,
    arrange: async ({ dns, zone, domain, hostname, edge }) => {
      for (const server of [FIRST, SECOND]) zone.add(hostname, 'NS', server);
      zone.add(hostname, 'DS', SUB_ZONE_DS);
      dns.addZone(hostname).add(hostname, 'A', ADDRESS);
      dns.setSigned(domain, 'signed');
      dns.setSigned(hostname, 'bogus');
      dns.setBehaviour(hostname, 'unsigned');
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'signatures that have expired at every server',
    // The DNS provider stopped signing. It has to sign again, or the DS goes.
    expected: ['dnssec-bogus'],
    says: /expired/,
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'bogus');
      scene.dns.setBehaviour(scene.domain, 'expired-signatures');
    },
  },
  {
    name: 'the middle of a chain changed, which caches remember',
    // Right now; nobody acts.
    expected: ['caches-waiting'],
    arrange: async ({ dns, zone, domain, hostname, edge }) => {
      zone.add(hostname, 'CNAME', `web.${domain}`, 60);
      zone.add(`web.${domain}`, 'A', OLD, 86_400);
      for (const { resolver } of dns.resolvers) await resolver.answer({ name: hostname, type: 'A' });
      zone.remove(`web.${domain}`, 'A');
      zone.add(`web.${domain}`, 'CNAME', HOST);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'no record yet, while every resolver makes addresses up',
    // The record is missing; the resolvers are nobody's matter. The customer makes it.
    expected: ['record-missing'],
    arrange: ({ dns }) => {
      for (const { resolver } of dns.resolvers) resolver.behaviour = 'inventing';
    },
    tidy: ({ dns }) => {
      for (const { resolver } of dns.resolvers) resolver.behaviour = 'normal';
    },
  },
  {
    name: 'a wildcard of the domain that answers two levels down',
    // There is no record of its own. The customer makes it.
    expected: ['wildcard-shadow'],
    label: 'shop.eu.',
    arrange: ({ zone, domain }) => zone.add(`*.${domain}`, 'A', OLD),
  },
  {
    name: 'one server of a delegated subdomain does not exist',
    // The customer corrects the NS in the domain's zone.
    expected: ['ns-missing'],
    says: /ns9\.gone-provider\.com/,
    arrange: async ({ dns, zone, hostname, edge }) => {
      for (const server of [FIRST, 'ns9.gone-provider.com']) zone.add(hostname, 'NS', server);
      dns.addZone(hostname, [FIRST, 'ns9.gone-provider.com']).add(hostname, 'A', ADDRESS);
      await edge.serve(hostname, 'issued');
    },
  },
  goneMeanwhile(),
  {
    name: 'an HTTPS record in alias form that leads to the old host',
    // Modern browsers go there. The customer deletes it.
    expected: ['https-elsewhere'],
    says: /old-host\.example\.org/,
    label: '',
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'HTTPS', '0 old-host.example.org');
    },
  },
];

/** Right at the first of two checks. */
function goneMeanwhile(): Scenario {
  let forget = () => {};
  return {
    name: 'a record that was right at the first check and is gone at the second',
    // The customer makes it again. No cache is to blame.
    expected: ['record-missing'],
    options: { between: () => forget() },
    arrange: async (scene) => {
      await served(scene);
      forget = () => scene.zone.remove(scene.hostname);
    },
  };
}

const serving: Scenario[] = [
  {
    name: 'CAA with the authority’s name mistyped',
    // It names nobody whom the host uses. The customer corrects it.
    expected: ['caa-forbids'],
    says: /letsencrypt\.com/,
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.zone.add(scene.domain, 'CAA', '0 issue "letsencrypt.com"');
    },
  },
  {
    name: 'CAA that allows validation over DNS alone',
    // The host validates over HTTP (RFC 8657 4). The customer takes the restriction out.
    expected: ['caa-restricts', 'certificate-other-name'],
    says: /dns-01/,
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.zone.add(scene.domain, 'CAA', '0 issue "letsencrypt.org; validationmethods=dns-01"');
    },
  },
  {
    name: 'a wildcard certificate that reaches one level less',
    // A wildcard stands for one label (RFC 6125 6.4.3). The host issues one for the name.
    expected: ['certificate-other-name'],
    says: /\*\.scene-\d+\.com/,
    label: 'shop.eu.',
    arrange: (scene) => served(scene, 'issued', { names: [`*.${scene.domain}`] }),
  },
  {
    name: 'an expired certificate of somebody else',
    // The name is not set up; it is not a matter of renewal.
    expected: ['certificate-other-name'],
    says: /old-customer\.example/,
    arrange: (scene) => served(scene, 'expired', { names: ['old-customer.example'] }),
  },
  {
    name: 'a certificate of six days with one left',
    // Its renewal is overdue. The host renews it.
    expected: ['certificate-expiring'],
    arrange: (scene) => served(scene, 'issued', { days: [-5.6, 1] }),
  },
  {
    name: 'everything redirected to a port of its own, no certificate yet',
    // Authorities follow to 80 and 443 alone. Who made the redirect takes it out.
    expected: ['http-redirect-bad'],
    says: /8443/,
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.http.respond(scene.hostname, respond(301, '', { location: `https://${scene.hostname}:8443/` }));
    },
  },
  {
    name: 'a redirect to longer and longer paths, no certificate yet',
    // Authorities give up after ten. Who made the redirect takes it out.
    expected: ['http-redirect-loop'],
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.http.respond(scene.hostname, ({ url = '' }, response) =>
        response.writeHead(302, { location: `${url.slice(0, 60)}x` }).end(),
      );
    },
  },
  {
    name: 'a WordPress whose address is still the host’s own name',
    // Visitors end at the host's name. The agency changes the site's address.
    expected: ['site-other-host'],
    says: /app-1\.closte\.com/,
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, pageOf(301, '', { location: `https://${HOST}/` }));
    },
  },
  {
    name: 'a WordPress whose address is still a developer’s machine',
    // Visitors end nowhere. The agency changes the site's address.
    expected: ['site-other-host'],
    says: /localhost/,
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, pageOf(302, '', { location: 'http://localhost:8080/shop/' }));
    },
  },
  {
    name: 'a web server’s welcome page, for this name alone',
    // No site has been put there. The agency assigns it.
    expected: ['site-default-page'],
    arrange: async (scene) => {
      await served(scene);
      const body = '<!doctype html><title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>';
      scene.http.respond(scene.hostname, pageOf(200, body));
    },
  },
  {
    name: 'the page of an account that was suspended',
    // The account is closed. The agency asks the host.
    expected: ['site-suspended'],
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, (request, response) =>
        request.url === '/'
          ? response.writeHead(302, { location: '/cgi-sys/suspendedpage.cgi' }).end()
          : pageOf(200, '<title>Account Suspended</title><h1>This Account has been suspended.</h1>')(
              request,
              response,
            ),
      );
    },
  },
];

export const practice: readonly Scenario[] = [...odd, ...dnsFaults, ...serving];
