import { gzipSync } from 'node:zlib';
import { isDotPath, pageOf, respond, restLink, wordPress } from './pages.js';
import { companyZone, type Scenario, served } from './scenario.js';
import { ADDRESS, HOST, TARGET } from './stage.js';

/**
 * A fifth forty, by one more hand: what customers do with panels, registrars and plugins, and eighteen that are odd and in
 * order. Written with the findings' names and who acts at hand, without reading the rules. The first figure stands in README.md.
 */
const [FIRST, SECOND] = ['ns1.dns-provider.net', 'ns2.dns-provider.net'] as const;
const OLD = '192.0.2.140';
const TARGET_IPV6 = '2001:db8::10';
const DIGEST = 'aa'.repeat(32);
/** A moment before the counter starts again (RFC 1982). */
const LAST_SERIAL = 4_294_967_290;

/** A domain of another company, one for each scenario. */
const partnerOf = (domain: string) => `cdn-of-${domain}`;

const inOrderDns: Scenario[] = [
  {
    name: 'the old provider’s copy of the zone, which nobody is sent to any more',
    // The registry names the new provider alone.
    expected: [],
    verdict: 'right',
    servers: [FIRST],
    arrange: async (scene) => {
      const old = scene.zone.copy();
      old.add(scene.hostname, 'A', OLD);
      await served(scene);
      scene.dns.setVersion(SECOND, scene.domain, old);
    },
  },
  {
    name: 'an alias at one provider, its address at the other',
    // Two providers, one of which flattens: visitors arrive either way.
    expected: [],
    verdict: 'right',
    arrange: async (scene) => {
      await served(scene);
      const other = scene.zone.copy();
      other.remove(scene.hostname);
      other.add(scene.hostname, 'A', ADDRESS);
      other.serial = scene.zone.serial;
      scene.dns.setVersion(SECOND, scene.domain, other);
    },
  },
  {
    name: 'an alias of a name that only a wildcard has',
    // RFC 4592 3.3.1: the wildcard answers for it.
    expected: [],
    verdict: 'right',
    arrange: async ({ zone, hostname, domain, edge }) => {
      zone.add(hostname, 'CNAME', `customer-17.hosting.${domain}`);
      zone.add(`*.hosting.${domain}`, 'CNAME', HOST);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'two hyphens in the middle of a label',
    // Only the third and fourth place are reserved (RFC 5890 2.3.1).
    expected: [],
    verdict: 'right',
    label: 'shop--2.',
    arrange: (scene) => served(scene),
  },
  {
    name: 'a domain for sale whose shop is in order',
    // Only the shop was asked about.
    expected: [],
    verdict: 'right',
    arrange: async (scene) => {
      scene.zone.add(scene.domain, 'A', OLD);
      scene.zone.add(scene.domain, 'AAAA', '2001:db8::140');
      scene.zone.add(`www.${scene.domain}`, 'CNAME', scene.domain);
      await served(scene);
    },
  },
  {
    name: 'two keys at the registry, one of them to come',
    // A rollover (RFC 6781 4.1.2): one of them fits, and that is enough.
    expected: [],
    verdict: 'right',
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'signed');
      scene.dns.registryOf(scene.domain).add(scene.domain, 'DS', `23456 13 2 ${DIGEST}`);
    },
  },
  {
    name: 'signatures long expired in a zone without a key at the registry',
    // An island (RFC 4033 2): nobody validates it, so it is as good as unsigned.
    expected: [],
    verdict: 'right',
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'signed');
      scene.dns.registryOf(scene.domain).remove(scene.domain, 'DS');
      scene.dns.setBehaviour(scene.domain, 'expired-signatures');
    },
  },
  {
    name: 'a key of a private algorithm, of a zone that is not signed',
    // RFC 4035 5.2: a DS set without an algorithm that the validator knows makes the zone unsigned, not bogus.
    expected: [],
    verdict: 'right',
    arrange: async (scene) => {
      await served(scene);
      scene.dns.registryOf(scene.domain).add(scene.domain, 'DS', `4711 253 2 ${DIGEST}`);
    },
  },
];

const inOrderCertificates: Scenario[] = [
  {
    name: 'CAA that forbids all in one line and allows ours in the next',
    // RFC 8659 4.2: the lines add up; an empty one takes nothing away.
    expected: [],
    verdict: 'right',
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'CAA', '0 issue ";"');
      scene.zone.add(scene.domain, 'CAA', '0 issue "letsencrypt.org"');
    },
  },
  {
    name: 'CAA of the alias’s end allows what the domain forbids',
    // RFC 8659 3: the question for the name follows the alias, and nobody climbs after an answer.
    expected: [],
    verdict: 'right',
    arrange: async ({ zone, hostname, domain, dns, edge }) => {
      const partner = dns.addZone(partnerOf(domain));
      partner.add(`edge.${partner.name}`, 'A', ADDRESS);
      partner.add(`edge.${partner.name}`, 'CAA', '0 issue "letsencrypt.org"');
      zone.add(hostname, 'CNAME', `edge.${partner.name}`);
      zone.add(domain, 'CAA', '0 issue "digicert.com"');
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'CAA marked critical, with tags that every authority knows',
    // RFC 8659 4.5: critical only matters for unknown tags.
    expected: [],
    verdict: 'right',
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'CAA', '128 issue "letsencrypt.org"');
      scene.zone.add(scene.domain, 'CAA', '128 issuewild ";"');
      scene.zone.add(scene.domain, 'CAA', `128 iodef "mailto:it@${scene.domain}"`);
    },
  },
  {
    name: 'a certificate shared with ninety-nine strangers',
    // The name is one of a hundred, the last.
    expected: [],
    verdict: 'right',
    arrange: (scene) => {
      const strangers = Array.from({ length: 99 }, (_, index) => `www.stranger-${index}.example`);
      return served(scene, 'issued', { names: [...strangers, scene.hostname] });
    },
  },
  {
    name: 'a certificate whose name is in capitals',
    // RFC 5280 7.2: compared without regard to case.
    expected: [],
    verdict: 'right',
    arrange: (scene) => served(scene, 'issued', { names: [scene.hostname.toUpperCase()] }),
  },
  {
    name: 'a certificate bought for a year, three months left',
    // Bought certificates are renewed in their last month.
    expected: [],
    verdict: 'right',
    arrange: (scene) => served(scene, 'issued', { days: [-300, 97] }),
  },
];

const inOrderSites: Scenario[] = [
  {
    name: 'a page compressed for whoever asks',
    // Every browser shows it; RFC 9110 12.5.3 says no more than that a server SHOULD heed Accept-Encoding.
    expected: [],
    verdict: 'right',
    arrange: async (scene) => {
      await served(scene);
      const html = `<title>Shop</title><link rel="https://api.w.org/" href="https://${scene.hostname}/wp-json/">`;
      scene.http.respond(scene.hostname, pageOf(200, gzipSync(html), { 'content-encoding': 'gzip' }));
    },
  },
  {
    name: 'a redirect that leaves out the scheme',
    // RFC 3986 4.2: as the page's own.
    expected: [],
    verdict: 'right',
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, (request, response) =>
        request.url === '/'
          ? response.writeHead(302, { location: `//${scene.hostname}/home/` }).end()
          : wordPress(scene.hostname)(request, response),
      );
    },
  },
  {
    name: 'challenges sent to a server of their own',
    // Authorities follow redirects to other hosts.
    expected: [],
    verdict: 'right',
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(`acme.${scene.domain}`, 'A', ADDRESS);
      scene.http.respond(`acme.${scene.domain}`, respond(404, 'Not found'));
      scene.http.respond(scene.hostname, (request, response) =>
        isDotPath(request.url)
          ? response.writeHead(301, { location: `http://acme.${scene.domain}${request.url}` }).end()
          : wordPress(scene.hostname)(request, response),
      );
    },
  },
  {
    name: 'a WordPress with plain permalinks',
    // Its REST link is a query.
    expected: [],
    verdict: 'right',
    arrange: async (scene) => {
      await served(scene);
      const headers = restLink(scene.hostname, '/index.php?rest_route=/');
      scene.http.respond(scene.hostname, pageOf(200, '<title>Shop</title><h1>Shop</h1>', headers));
    },
  },
];

const dnsFaults: Scenario[] = [
  {
    name: 'the server’s address in an SPF record, and nowhere else',
    // SPF is about mail: no record yet. The customer makes it.
    expected: ['record-missing'],
    verdict: 'todo',
    arrange: ({ zone, hostname }) =>
      zone.add(hostname, 'TXT', `v=spf1 ip4:${ADDRESS} include:_spf.google.com ~all`),
  },
  {
    name: 'a verification text that keeps the wildcard away',
    // RFC 4592 2.2.1: the name exists now, without an address. The customer makes the record.
    expected: ['record-missing'],
    verdict: 'todo',
    arrange: ({ zone, hostname, domain }) => {
      zone.add(`*.${domain}`, 'CNAME', HOST);
      zone.add(hostname, 'TXT', 'google-site-verification=rXOxyZounnZasA8Z7oaD3c14JdjS9aKSWvsR1EbUSIQ');
    },
  },
  {
    name: 'an @ that the panel took literally',
    // Nothing for the domain itself. The customer makes the record.
    expected: ['record-missing'],
    verdict: 'todo',
    label: '',
    arrange: ({ zone, domain }) => zone.add(`@.${domain}`, 'A', ADDRESS),
  },
  {
    name: 'the www moved, the domain forgotten',
    // The domain was asked about. The customer changes its A.
    expected: ['a-wrong'],
    verdict: 'todo',
    label: '',
    arrange: ({ zone, domain }) => {
      zone.add(domain, 'A', OLD);
      zone.add(`www.${domain}`, 'CNAME', HOST);
    },
  },
  {
    name: 'the IPv6 address moved, the IPv4 address forgotten',
    // The customer changes the A.
    expected: ['a-wrong'],
    verdict: 'todo',
    options: { target: { ...TARGET, ipv6: [TARGET_IPV6] } },
    arrange: ({ zone, hostname }) => {
      zone.add(hostname, 'A', OLD);
      zone.add(hostname, 'AAAA', TARGET_IPV6);
    },
  },
  {
    name: 'the IPv4 address written as an IPv6 one',
    // RFC 6890: ::ffff:0:0/96 isn't reachable. The customer deletes the AAAA.
    expected: ['aaaa-left-over'],
    verdict: 'todo',
    arrange: async ({ zone, hostname, edge }) => {
      zone.add(hostname, 'A', ADDRESS);
      zone.add(hostname, 'AAAA', `::ffff:${ADDRESS}`);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'Cloudflare by way of a CNAME, at another DNS provider',
    // Not theirs to unproxy in this zone: the customer leads the CNAME to the host.
    expected: ['cname-wrong'],
    verdict: 'todo',
    arrange: ({ zone, hostname, dns }) => {
      const end = `${hostname}.cdn.cloudflare.net`;
      companyZone(dns, 'cloudflare.net').add(end, 'A', '104.16.5.9');
      zone.add(hostname, 'CNAME', end);
    },
  },
  {
    name: 'an alias of an alias whose end is gone',
    // The middle exists, its end doesn't. The customer changes their own CNAME.
    expected: ['cname-dangling'],
    verdict: 'todo',
    arrange: ({ zone, hostname, domain, dns }) => {
      const partner = dns.addZone(partnerOf(domain));
      partner.add(`shop.${partner.name}`, 'CNAME', 'd-4711.edge-that-closed.net');
      zone.add(hostname, 'CNAME', `shop.${partner.name}`);
    },
  },
  {
    name: 'the office’s domain controller as second name server',
    // Its address is private, so nobody outside hears it. The customer removes it.
    expected: ['server-silent'],
    verdict: 'todo',
    servers: (domain) => [FIRST, `dc1.${domain}`],
    arrange: async (scene) => {
      const controller = `dc1.${scene.domain}`;
      scene.dns.registryOf(scene.domain).add(controller, 'A', '10.99.0.53');
      scene.zone.add(controller, 'A', '10.99.0.53');
      await served(scene);
    },
  },
  {
    name: 'one of two servers does not renew its signatures',
    // Some visitors get no answer. The customer asks their DNS provider.
    expected: ['server-unsigned'],
    verdict: 'right',
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'signed');
      scene.dns.setBehaviour(scene.domain, 'expired-signatures', SECOND);
    },
  },
  {
    name: 'a second server behind, while the serial starts again',
    // RFC 1982: 2 comes after 4294967290. It passes.
    expected: ['servers-lagging'],
    verdict: 'waiting',
    arrange: ({ zone, domain, dns, point }) => {
      const old = zone.copy();
      old.serial = LAST_SERIAL;
      point();
      dns.setVersion(SECOND, domain, old);
    },
  },
];

const certificateFaults: Scenario[] = [
  {
    name: 'CAA that allows ours, but no wildcard, for a wildcard',
    // RFC 8659 4.3. The customer changes the CAA; the host needs DNS-01 besides.
    expected: ['wildcard-needs-dns', 'caa-forbids'],
    verdict: 'todo',
    label: '*.',
    arrange: ({ zone, domain, point }) => {
      point();
      zone.add(domain, 'CAA', '0 issue "letsencrypt.org"');
      zone.add(domain, 'CAA', '0 issuewild ";"');
    },
  },
  {
    name: 'CAA whose value has quotation marks of its own',
    // No authority is called "letsencrypt.org" with quotation marks. The customer changes it.
    expected: ['caa-forbids'],
    verdict: 'todo',
    arrange: ({ zone, domain, point }) => {
      point();
      zone.add(domain, 'CAA', '0 issue ""letsencrypt.org""');
    },
  },
  {
    name: 'CAA with two authorities in one value',
    // RFC 8659 4.2: what follows the semicolon is no parameter, and a malformed value allows nobody. The customer changes it.
    expected: ['caa-forbids'],
    verdict: 'todo',
    arrange: ({ zone, domain, point }) => {
      point();
      zone.add(domain, 'CAA', '0 issue "letsencrypt.org; digicert.com"');
    },
  },
  {
    name: 'a certificate for the www, none for the domain',
    // DNS is right; the host issues it.
    expected: ['certificate-other-name'],
    verdict: 'waiting',
    label: '',
    arrange: (scene) => served(scene, 'issued', { names: [`www.${scene.domain}`] }),
  },
  {
    name: 'every request sent to a name that has no record yet, no certificate yet',
    // The authority can't follow. The agency takes the redirect back.
    expected: ['http-redirect-bad'],
    verdict: 'todo',
    arrange: ({ hostname, domain, http, point }) => {
      point();
      http.respond(hostname, (request, response) =>
        response.writeHead(301, { location: `http://new.${domain}${request.url}` }).end(),
      );
    },
  },
  {
    name: 'paths with a dot forbidden by the web server, no certificate yet',
    // The challenge is forbidden with them. The agency allows it.
    expected: ['http-login'],
    verdict: 'todo',
    arrange: ({ hostname, http, point }) => {
      point();
      http.respond(hostname, (request, response) =>
        isDotPath(request.url)
          ? respond(403, '<h1>403 Forbidden</h1>')(request, response)
          : wordPress(hostname)(request, response),
      );
    },
  },
];

const siteFaults: Scenario[] = [
  {
    name: 'a page of nothing',
    // PHP died without a word. The agency reads the error log.
    expected: ['site-error'],
    says: /empty page/,
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, pageOf(200, ''));
    },
  },
  {
    name: 'a site of the network that was deleted',
    // WordPress's ms_site_check. The agency brings it back in the network's admin.
    expected: ['site-suspended'],
    verdict: 'todo',
    arrange: async (scene) => {
      await served(scene);
      const body = '<title>WordPress &rsaquo; Error</title><p>This site is no longer available.</p>';
      scene.http.respond(scene.hostname, pageOf(410, body));
    },
  },
  {
    name: 'a password before the front page alone',
    // The staging site's, left on. A hint to the agency.
    expected: ['site-login'],
    verdict: 'right',
    arrange: async (scene) => {
      await served(scene);
      const headers = { 'www-authenticate': 'Basic realm="Staging"' };
      scene.http.respond(scene.hostname, pageOf(401, 'Authorization required', headers));
    },
  },
  {
    name: 'a site at home under a www that has no record',
    // Visitors of the domain end nowhere. The agency changes the site's address, or the www gets a record.
    expected: ['site-redirects'],
    verdict: 'todo',
    label: '',
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, pageOf(301, '', { location: `http://www.${scene.domain}/` }));
    },
  },
  {
    name: 'a page that sends everybody away by HTML',
    // As a status would: visitors don't stay. The agency takes the page away.
    expected: ['site-other-host'],
    verdict: 'todo',
    arrange: async (scene) => {
      await served(scene);
      const body =
        '<title>Moved</title><meta http-equiv="refresh" content="0; url=https://www.old-shop.example/">';
      scene.http.respond(scene.hostname, pageOf(200, body));
    },
  },
];

export const fresh: readonly Scenario[] = [
  ...inOrderDns,
  ...inOrderCertificates,
  ...inOrderSites,
  ...dnsFaults,
  ...certificateFaults,
  ...siteFaults,
];
