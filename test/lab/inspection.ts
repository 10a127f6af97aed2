import { moved, type Reply, replies } from './pages.js';
import { companyZone, type Scenario, type Scene, served } from './scenario.js';
import { ADDRESS, HOST, SECOND_ADDRESS, TARGET } from './stage.js';

/**
 * An eighth forty, of domains as a support team meets them, written with the findings' codes and sentences at hand and without
 * reading the rules. Above each expectation: what is wrong, who acts.
 */
const [PRIMARY, SECONDARY] = ['ns1.dns-provider.net', 'ns2.dns-provider.net'] as const;
const FORMER = '198.51.100.23';
const RIGHT = { verdict: 'right' } as const;
const TODO = { verdict: 'todo' } as const;
const WAITING = { verdict: 'waiting' } as const;
const TWO_ADDRESSES = { target: { ...TARGET, ipv4: [ADDRESS, SECOND_ADDRESS] } } as const;

const HTML = { 'content-type': 'text/html; charset=utf-8' };

const blog = (at: string, body = '<!doctype html><title>Bakery</title><h1>Bakery</h1>'): Reply => ({
  body,
  headers: { link: `<${at}>; rel="https://api.w.org/"` },
});

/** Port 80 sends every visitor to the same path elsewhere. */
const sends = ({ http, hostname }: Scene, origin: string) =>
  http.respond(
    hostname,
    replies((path) => moved(`${origin}${path}`), moved(`${origin}/.well-known/acme-challenge/x`)),
  );

/** What TLS shows, whatever the path. */
const securely = ({ edge, hostname }: Scene, { headers, ...reply }: Reply) =>
  edge.setPage(hostname, { ...reply, headers: { ...HTML, ...headers } });

/** DNS and certificate are right; port 80 answers so. */
const shows = async (scene: Scene, replyTo: (path: string) => Reply) => {
  await served(scene);
  scene.http.respond(scene.hostname, replies(replyTo));
};

/** DNS and certificate are right; both ports show the same page. */
const showsEverywhere = async (scene: Scene, reply: Reply) => {
  await shows(scene, () => reply);
  securely(scene, reply);
};

/** There is no record at the first check; `point` makes it before the second. */
const madeBetweenChecks = (scenario: Pick<Scenario, 'name' | 'expected' | 'verdict'>): Scenario => {
  let make = () => {};
  return {
    ...scenario,
    options: { between: () => make() },
    arrange: async ({ point, edge, hostname }) => {
      make = point;
      await edge.serve(hostname, 'issued');
    },
  };
};

const healthy: Scenario[] = [
  {
    name: 'the registry writes the servers in capitals, the zone in small letters',
    // Nothing: names are the same whatever their case (RFC 4343).
    expected: [],
    ...RIGHT,
    arrange: async (scene) => {
      await served(scene);
      const registry = scene.dns.registryOf(scene.domain);
      registry.remove(scene.domain, 'NS');
      for (const server of [PRIMARY, SECONDARY]) registry.add(scene.domain, 'NS', server.toUpperCase());
    },
  },
  {
    name: 'eight names of name servers, with two machines behind them',
    // Nothing: small hosts do so.
    expected: [],
    ...RIGHT,
    servers: [...'abcdefgh'].map((letter) => `${letter}.many-names.net`),
    arrange: async (scene) => {
      const names = companyZone(scene.dns, 'many-names.net');
      for (const [index, letter] of [...'abcdefgh'].entries())
        names.add(`${letter}.many-names.net`, 'A', index % 2 === 0 ? '127.0.0.2' : '127.0.0.3');
      await served(scene);
    },
  },
  {
    name: 'the second server one serial behind, with the same record at another TTL',
    // Nothing: what has changed since is no concern of this name.
    expected: [],
    ...RIGHT,
    arrange: async (scene) => {
      await served(scene);
      const { dns, zone, domain, hostname } = scene;
      const behind = zone.copy();
      behind.remove(hostname, 'CNAME');
      behind.add(hostname, 'CNAME', HOST, 60);
      behind.serial = zone.serial - 1;
      dns.setVersion(SECONDARY, domain, behind);
    },
  },
  {
    name: 'a key for the hostname’s own zone, in a domain that is not signed itself',
    // Nothing: no chain of trust leads to that key, so nobody asks for signatures (RFC 4035 4.3).
    expected: [],
    ...RIGHT,
    arrange: async ({ dns, zone, hostname, edge }) => {
      for (const server of [PRIMARY, SECONDARY]) zone.add(hostname, 'NS', server);
      zone.add(hostname, 'DS', `54321 13 2 ${'cd'.repeat(32)}`);
      dns.addZone(hostname).add(hostname, 'A', ADDRESS);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'the whole domain handed to another brand by a DNAME, where the same name leads to the target',
    // Nothing: the name arrives (RFC 6672 2.2).
    expected: [],
    ...RIGHT,
    arrange: async ({ dns, zone, domain, hostname, edge }) => {
      const brand = companyZone(dns, 'bakery-brand.org');
      brand.add('shop.bakery-brand.org', 'CNAME', HOST);
      zone.add(domain, 'DNAME', 'bakery-brand.org');
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a wildcard with the old host’s IPv6 address, kept away by the hostname’s own IPv4 record',
    // Nothing: a name that exists is not the wildcard's, whatever the type (RFC 4592 2.2.1).
    expected: [],
    ...RIGHT,
    arrange: async ({ zone, domain, hostname, edge }) => {
      zone.add(`*.${domain}`, 'AAAA', '2001:db8:5::23');
      zone.add(hostname, 'A', ADDRESS);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'an HTTPS record in alias form that leads to the target',
    // Nothing: it says the same as the address record (RFC 9460 2.4.2).
    expected: [],
    ...RIGHT,
    label: '',
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'HTTPS', `0 ${HOST}`);
    },
  },
  {
    name: 'CAA that allows nobody in one record, and ours in the next',
    // Nothing: an empty issuer takes nothing away from the others (RFC 8659 4.2).
    expected: [],
    ...RIGHT,
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'CAA', '0 issue ";"');
      scene.zone.add(scene.domain, 'CAA', '0 issue "letsencrypt.org"');
    },
  },
  {
    name: 'CAA that allows wildcards alone, for a wildcard',
    // Nothing: for wildcards issuewild counts in the place of issue (RFC 8659 4.3).
    expected: [],
    ...RIGHT,
    label: '*.',
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'CAA', '0 issue ";"');
      scene.zone.add(scene.domain, 'CAA', '0 issuewild "letsencrypt.org"');
    },
  },
  madeBetweenChecks({
    name: 'nothing at the first check, the record at the second',
    // Nothing: no cache was asked before there was something to remember.
    expected: [],
    ...RIGHT,
  }),
  {
    name: 'a certificate that has the name in capitals',
    // Nothing (RFC 4343, RFC 5280 7.2).
    expected: [],
    ...RIGHT,
    arrange: (scene) => served(scene, 'issued', { names: [scene.hostname.toUpperCase()] }),
  },
  {
    name: 'port 80 sends everybody to https with its port written out',
    // Nothing: 443 is the port of https anyway.
    expected: [],
    ...RIGHT,
    arrange: async (scene) => {
      await served(scene);
      sends(scene, `https://${scene.hostname}:443`);
    },
  },
  {
    name: 'a WordPress whose address was typed in capitals',
    // Nothing: browsers make them small.
    expected: [],
    ...RIGHT,
    arrange: async (scene) => {
      await served(scene);
      const typed = `https://${scene.hostname.toUpperCase()}`;
      sends(scene, typed);
      securely(scene, blog(`${typed}/wp-json/`));
    },
  },
  {
    name: 'a page that sends browsers by HTML to the site’s own first page',
    // Nothing: they stay.
    expected: [],
    ...RIGHT,
    arrange: (scene) =>
      shows(scene, (path) =>
        path === '/'
          ? {
              body: '<!doctype html><meta http-equiv="refresh" content="0; url=/welcome/"><title>Bakery</title>',
            }
          : blog(`https://${scene.hostname}/wp-json/`),
      ),
  },
  {
    name: 'a REST link without a host, under another prefix, among other links',
    // Nothing: a relative link is the site's own (RFC 8288 3.1); themes and plugins make it so.
    expected: [],
    ...RIGHT,
    arrange: (scene) =>
      showsEverywhere(scene, {
        body: '<!doctype html><title>Bakery</title><h1>Bread, every day</h1>',
        headers: {
          link: '</assets/fonts.css>; rel=preload; as=style, </api/>; rel="https://api.w.org/", <https://wp.me/PaBcD>; rel=shortlink',
        },
      }),
  },
  {
    name: 'a WordPress that hides what it is, with all its files at the host’s CDN',
    // Nothing: plugins take the REST link and the generator away; the theme's files remain.
    expected: [],
    ...RIGHT,
    arrange: (scene) => {
      const cdn = 'https://cdn-65f1c0ffee0123456789abcd.closte.com';
      return showsEverywhere(scene, {
        body: `<!doctype html><title>Bakery</title>
          <link rel="stylesheet" href="${cdn}/wp-includes/css/dist/block-library/style.min.css">
          <link rel="stylesheet" href="${cdn}/wp-content/themes/bakery/style.css">
          <h1>Bread</h1><img src="${cdn}/wp-content/uploads/2026/11/bread.jpg" alt="Bread">`,
      });
    },
  },
  {
    name: 'a front page where children sign up for a summer camp',
    // Nothing: it is the customer's own page, not the network's.
    expected: [],
    ...RIGHT,
    arrange: (scene) =>
      shows(scene, (path) =>
        path === '/'
          ? moved('/signup/', 302)
          : blog(
              `https://${scene.hostname}/wp-json/`,
              '<!doctype html><title>Sign up for the summer camp</title><h1>Sign up</h1><form>Register a child <input name="name"></form>',
            ),
      ),
  },
  {
    name: 'QUIC.cloud before the site, with the host’s certificate behind it',
    // Nothing: it hands the site on.
    expected: ['proxy-serves'],
    ...RIGHT,
    says: /quicns\.com/i,
    arrange: async ({ dns, zone, hostname, edge, second }) => {
      const cdn = companyZone(dns, 'quicns.com');
      cdn.add('c4711.tier1.quicns.com', 'A', SECOND_ADDRESS);
      zone.add(hostname, 'CNAME', 'c4711.tier1.quicns.com');
      await edge.serve(hostname, 'issued');
      await second.edge.serve(hostname, 'issued');
      const headers = { server: 'LiteSpeed', 'x-qc-pop': 'EU-DE-FRA-194', 'x-qc-cache': 'miss' };
      second.edge.setHeaders(hostname, headers);
      const page = blog(`https://${hostname}/wp-json/`);
      second.http.respond(
        hostname,
        replies(() => ({ ...page, headers: { ...page.headers, ...headers } })),
      );
    },
  },
];

const dnsFaults: Scenario[] = [
  {
    name: 'name servers to which the registrar’s form appended the domain',
    // No such servers. The customer enters them again at the registrar.
    expected: ['delegation-missing'],
    ...TODO,
    says: /ns1\.dns-provider\.net\.scene-\d+\.com/,
    servers: (domain) => [`${PRIMARY}.${domain}`, `${SECONDARY}.${domain}`],
    arrange: ({ point }) => point(),
  },
  {
    name: 'one of two servers of the hostname’s own zone refuses',
    // Half of the questions fail. The customer has the zone made there, or takes the server out of the zone above.
    expected: ['server-lame'],
    ...TODO,
    says: /ns2\.dns-provider\.net.*shop\.scene-\d+\.com/,
    arrange: async ({ dns, zone, hostname, edge }) => {
      for (const server of [PRIMARY, SECONDARY]) zone.add(hostname, 'NS', server);
      dns.addZone(hostname).add(hostname, 'A', ADDRESS);
      dns.setBehaviour(hostname, 'refused', SECONDARY);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'the record made in the zone above, below a level that is delegated',
    // Nobody asks there (RFC 1034 4.2.1). The customer makes it in the delegated zone.
    expected: ['record-missing'],
    ...TODO,
    says: /no record for this name/i,
    label: 'www.shop.',
    arrange: ({ dns, zone, domain, point }) => {
      for (const server of [PRIMARY, SECONDARY]) zone.add(`shop.${domain}`, 'NS', server);
      dns.addZone(`shop.${domain}`).add(`shop.${domain}`, 'A', ADDRESS);
      point();
    },
  },
  {
    name: 'a panel that writes ss for ß',
    // Straße is xn--strae-oqa, and has nothing (RFC 5891). The customer makes the record in that form.
    expected: ['record-missing'],
    ...TODO,
    says: /no record for this name/i,
    label: 'xn--strae-oqa.',
    arrange: ({ zone, domain }) => zone.add(`strasse.${domain}`, 'CNAME', HOST),
  },
  {
    name: 'the record made for everything below the hostname, and not for itself',
    // A wildcard doesn't answer for the name above it. The customer makes a record for the hostname.
    expected: ['record-missing'],
    ...TODO,
    says: /no record for this name/i,
    arrange: ({ zone, hostname }) => zone.add(`*.${hostname}`, 'CNAME', HOST),
  },
  {
    name: 'an alias of a shop builder that the customer left',
    // The builder has deleted the name. The customer points at the target instead.
    expected: ['cname-dangling'],
    ...TODO,
    says: /bakery\.shop-builder\.net/,
    arrange: ({ dns, zone, hostname }) => {
      const builder = companyZone(dns, 'shop-builder.net');
      builder.add('shop-builder.net', 'A', '198.51.100.61');
      zone.add(hostname, 'CNAME', 'bakery.shop-builder.net');
    },
  },
  {
    name: 'the host’s own web site in the place of the target',
    // It leads to the host's home page. The customer corrects it.
    expected: ['cname-wrong'],
    ...TODO,
    says: /www\.closte\.com instead of app-1\.closte\.com/,
    arrange: ({ dns, zone, hostname }) => {
      dns.zoneOf('closte.com')?.add('www.closte.com', 'A', '198.51.100.80');
      zone.add(hostname, 'CNAME', 'www.closte.com');
    },
  },
  {
    name: 'a digit too many in the address',
    // Another server. The customer corrects it.
    expected: ['a-wrong'],
    ...TODO,
    says: /203\.0\.113\.110 instead of .*203\.0\.113\.10\b/,
    label: '',
    options: { target: { ...TARGET, ipv4: ['203.0.113.10'] } },
    arrange: ({ zone, domain }) => zone.add(domain, 'A', '203.0.113.110'),
  },
  {
    name: 'the target’s address typed into a TXT record of the domain itself',
    // Texts lead nowhere. The customer makes an A record.
    expected: ['record-as-text'],
    ...TODO,
    says: /127\.0\.0\.10/,
    label: '',
    arrange: ({ zone, domain }) => {
      zone.add(domain, 'TXT', 'v=spf1 include:_spf.mail-provider.net ~all');
      zone.add(domain, 'TXT', ADDRESS);
    },
  },
  {
    name: 'the domain itself made an alias of its www',
    // The www is right; the domain may not be an alias (RFC 1034 3.6.2). The customer adds the address instead.
    expected: ['cname-at-apex'],
    ...TODO,
    says: /www\.scene-\d+\.com/,
    label: '',
    arrange: async ({ zone, domain, edge }) => {
      zone.add(`www.${domain}`, 'CNAME', HOST);
      zone.add(domain, 'CNAME', `www.${domain}`);
      await edge.serve(domain, 'issued');
    },
  },
  {
    name: 'DNSSEC broken, and the old host’s address still there',
    // Both have to be mended, the registrar's key first. The customer does.
    expected: ['dnssec-bogus', 'a-wrong'],
    ...TODO,
    says: /registrar/,
    arrange: ({ dns, zone, domain, hostname }) => {
      zone.add(hostname, 'A', FORMER);
      dns.setSigned(domain, 'bogus');
    },
  },
  {
    name: 'registered today: resolvers remember that there was no such domain',
    // Right now; nobody acts.
    expected: ['caches-waiting'],
    ...WAITING,
    isUnregistered: true,
    arrange: async ({ dns, domain, hostname, edge }) => {
      for (const { resolver } of dns.resolvers) await resolver.answer({ name: hostname, type: 'A' });
      dns.addZone(domain).add(hostname, 'CNAME', HOST);
      await edge.serve(hostname, 'issued');
    },
  },
];

const serving: Scenario[] = [
  {
    name: 'CAA for another authority, with its tag in capitals',
    // Tags are the same whatever their case (RFC 8659 4.1). The customer adds the authority.
    expected: ['caa-forbids'],
    ...TODO,
    says: /digicert\.com/,
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.zone.add(scene.domain, 'CAA', '0 ISSUE "digicert.com"');
    },
  },
  {
    name: 'expired, because a password was put before the site',
    // The authority can't get at the challenge any more. The agency lets the path through.
    expected: ['http-login', 'certificate-expired'],
    ...TODO,
    says: /401/,
    arrange: async (scene) => {
      await served(scene, 'expired');
      const asks = {
        status: 401,
        body: '<title>401 Unauthorized</title>',
        headers: { 'www-authenticate': 'Basic realm="Staging"' },
      };
      scene.http.respond(
        scene.hostname,
        replies(() => asks, asks),
      );
    },
  },
  {
    name: 'the second of two addresses does not send the intermediate certificate',
    // Some visitors are warned, now and then. The host mends it.
    expected: ['chain-incomplete'],
    ...TODO,
    says: /127\.0\.0\.11/,
    label: '',
    options: TWO_ADDRESSES,
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'A', SECOND_ADDRESS);
      await scene.second.edge.serve(scene.hostname, 'missing-intermediate');
    },
  },
  {
    name: 'no certificate yet, and everything is sent to https already',
    // Authorities follow, and don't mind the host's own certificate. Nobody acts.
    expected: ['certificate-other-name'],
    ...WAITING,
    says: /app-1\.closte\.com/,
    arrange: async (scene) => {
      await served(scene, 'waiting');
      sends(scene, `https://${scene.hostname}`);
      securely(scene, blog(`https://${scene.hostname}/wp-json/`));
    },
  },
  {
    name: 'everything sent to “http://https//”, no certificate yet',
    // The site's address was typed with its scheme twice. The agency corrects it.
    expected: ['http-redirect-bad'],
    ...TODO,
    says: /http:\/\/https\/\//,
    arrange: async (scene) => {
      await served(scene, 'waiting');
      sends(scene, `http://https//${scene.hostname}`);
    },
  },
  {
    name: 'a Linux distribution’s test page, which comes with status 403',
    // Apache shows it where a folder is empty. The agency assigns the name to its site.
    expected: ['site-default-page'],
    ...TODO,
    says: /AlmaLinux/,
    arrange: (scene) =>
      showsEverywhere(scene, {
        status: 403,
        body: `<!doctype html><title>Test Page for the HTTP Server on AlmaLinux</title>
          <h1>AlmaLinux <strong>Test Page</strong></h1>
          <p>This page is used to test the proper operation of the HTTP server after it has been installed.
          If you can read this page, it means that the HTTP server installed at this site is working properly.</p>`,
      }),
  },
  {
    name: 'a page cache that has kept “Error establishing a database connection”',
    // Visitors see it with status 200. The agency checks the site.
    expected: ['site-error'],
    ...TODO,
    says: /error/i,
    arrange: (scene) =>
      showsEverywhere(scene, {
        body: `<!DOCTYPE html><html lang="en"><head><title>Database Error</title></head>
          <body id="error-page"><div class="wp-die-message"><h1>Error establishing a database connection</h1></div></body></html>`,
        headers: { 'x-cache': 'HIT', age: '5120' },
      }),
  },
  {
    name: 'port 80 leads to TLS, where the name is misdirected',
    // Status 421: the web server has another name's connection. The agency checks it.
    expected: ['site-error'],
    ...TODO,
    says: /421/,
    arrange: async (scene) => {
      await served(scene);
      sends(scene, `https://${scene.hostname}`);
      securely(scene, {
        status: 421,
        body: '<!doctype html><title>421 Misdirected Request</title><h1>Misdirected Request</h1><p>The client needs a new connection for this request.</p>',
      });
    },
  },
  {
    name: 'a site whose every link still leads to the host’s own name',
    // Visitors are gone with the first click. The agency sets the site's address.
    expected: ['site-other-host'],
    ...TODO,
    says: /app-1\.closte\.com/,
    arrange: (scene) =>
      showsEverywhere(
        scene,
        blog(
          `https://${HOST}/wp-json/`,
          `<!doctype html><title>Bakery</title><link rel="canonical" href="https://${HOST}/">
            <link rel="stylesheet" href="https://${HOST}/wp-content/themes/bakery/style.css">
            <h1>Bakery</h1><a href="https://${HOST}/bread/">Bread</a>`,
        ),
      ),
  },
  {
    name: 'a site of the network that was archived, in Portuguese',
    // WordPress says so itself, with status 410. The agency reactivates it.
    expected: ['site-suspended'],
    ...TODO,
    says: /suspended/,
    arrange: (scene) =>
      showsEverywhere(scene, {
        status: 410,
        body: `<!DOCTYPE html><html lang="pt-BR"><head><title>WordPress &rsaquo; Erro</title></head>
          <body id="error-page"><div class="wp-die-message">Este site foi arquivado ou suspenso.</div></body></html>`,
      }),
  },
];

export const inspection: readonly Scenario[] = [...healthy, ...dnsFaults, ...serving];
