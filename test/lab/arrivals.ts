import { moved, type Reply, replies } from './pages.js';
import { companyZone, type Scenario, type Scene, served } from './scenario.js';
import { ADDRESS, HOST, SECOND_ADDRESS, TARGET } from './stage.js';

/**
 * A seventh forty, of domains on the day they arrive at a host: registrars, panels, CDNs and sites, written without reading
 * the rules. Played once before anything was changed; the first figure stands in README.md. Above each expectation: what is
 * wrong, who acts.
 */
const [PRIMARY, SECONDARY] = ['ns1.dns-provider.net', 'ns2.dns-provider.net'] as const;
const FORMER = '198.51.100.23';
const TODO = { verdict: 'todo' } as const;

const blog = (at: string, body = '<!doctype html><title>Shop</title><h1>Shop</h1>'): Reply => ({
  body,
  headers: { link: `<${at}>; rel="https://api.w.org/"` },
});

/** DNS and certificate are right; the site answers so. */
const shows = async (scene: Scene, replyTo: (path: string) => Reply) => {
  await served(scene);
  scene.http.respond(scene.hostname, replies(replyTo));
};

const healthy: Scenario[] = [
  {
    name: 'CAA that speaks of wildcards alone',
    // Nothing: issuewild says nothing of other names (RFC 8659 4.3).
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'CAA', '0 issuewild ";"');
    },
  },
  {
    name: 'CAA that forbids the domain, and allows the hostname beneath it',
    // Nothing: the closest set counts alone (RFC 8659 3).
    expected: [],
    arrange: async ({ zone, domain, hostname, edge }) => {
      zone.add(domain, 'CAA', '0 issue ";"');
      zone.add(hostname, 'A', ADDRESS);
      zone.add(hostname, 'CAA', '0 issue "letsencrypt.org"');
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'CAA at the name that an alias leads to, which allows what the domain forbids',
    // Nothing: the question for CAA follows the alias (RFC 8659 3).
    expected: [],
    arrange: async ({ zone, domain, hostname, edge }) => {
      zone.add(domain, 'CAA', '0 issue "sectigo.com"');
      zone.add(hostname, 'CNAME', `web.${domain}`);
      zone.add(`web.${domain}`, 'A', ADDRESS);
      zone.add(`web.${domain}`, 'CAA', '0 issue "letsencrypt.org"');
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'CAA with a contact, mail certificates and nothing about web sites',
    // Nothing: without an issue property everybody may (RFC 8659 4.2, RFC 9495).
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      for (const value of ['0 contactemail "it@example.org"', '0 issuemail ";"', '0 issuevmc "digicert.com"'])
        scene.zone.add(scene.domain, 'CAA', value);
    },
  },
  {
    name: 'a signed domain whose hostname is a zone of its own, unsigned',
    // Nothing: no DS stands for it (RFC 4035 5.2).
    expected: [],
    arrange: async ({ dns, zone, domain, hostname, edge }) => {
      for (const server of [PRIMARY, SECONDARY]) zone.add(hostname, 'NS', server);
      dns.addZone(hostname).add(hostname, 'A', ADDRESS);
      dns.setSigned(domain, 'signed');
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'the key that is to come stands at the registry beside the one that signs',
    // Nothing: one that fits is enough (RFC 6840 5.11).
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'signed');
      scene.dns.registryOf(scene.domain).add(scene.domain, 'DS', `54321 13 2 ${'ab'.repeat(32)}`);
    },
  },
  {
    name: 'a single server for the whole domain',
    // Nothing: bad practice (RFC 2182), and it works.
    expected: [],
    servers: [PRIMARY],
    arrange: (scene) => served(scene),
  },
  {
    name: 'servers inside the domain itself, with their addresses at the registry',
    // Nothing.
    expected: [],
    servers: (domain) => [`a.ns.${domain}`, `b.ns.${domain}`],
    arrange: async (scene) => {
      const { dns, zone, domain } = scene;
      for (const [server, address] of [
        [`a.ns.${domain}`, '127.0.0.2'] as const,
        [`b.ns.${domain}`, '127.0.0.3'] as const,
      ]) {
        zone.add(server, 'A', address);
        dns.registryOf(domain).add(server, 'A', address);
      }
      await served(scene);
    },
  },
  {
    name: 'each server gives the nearer one of the target’s two addresses',
    // Nothing: an answer by place.
    expected: [],
    options: { target: { ...TARGET, ipv4: [ADDRESS, SECOND_ADDRESS] } },
    arrange: async ({ dns, zone, domain, hostname, edge, second }) => {
      const west = zone.copy();
      zone.add(hostname, 'A', ADDRESS, 30);
      west.add(hostname, 'A', SECOND_ADDRESS, 30);
      west.serial = zone.serial;
      dns.setVersion(SECONDARY, domain, west);
      await edge.serve(hostname, 'issued');
      await second.edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'an underscore in the middle of the chain',
    // Nothing: it is no hostname there, only a name (RFC 2181 11).
    expected: [],
    arrange: async ({ zone, domain, hostname, edge }) => {
      zone.add(hostname, 'CNAME', `_web_1.${domain}`);
      zone.add(`_web_1.${domain}`, 'CNAME', HOST);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'a hostname longer than a certificate’s common name may be',
    // Nothing: names stand in the list of names (RFC 5280, upper bound of 64 for the other).
    expected: [],
    label: 'the-shop-of-the-bakery-on-the-corner.of-the-old-market-square-in-town.',
    arrange: (scene) => served(scene),
  },
  {
    name: 'one certificate for a hundred customers, this one among them',
    // Nothing.
    expected: [],
    arrange: (scene) => {
      const others = Array.from({ length: 99 }, (_, index) => `customer-${index}.example`);
      return served(scene, 'issued', { names: [...others, scene.hostname] });
    },
  },
  {
    name: 'a certificate that fell due for renewal yesterday',
    // Nothing: thirty days are left, and renewal takes place within days.
    expected: [],
    arrange: (scene) => served(scene, 'issued', { days: [-61, 29] }),
  },
  {
    name: 'everything on port 80 sent to https, the challenge too',
    // Nothing: authorities follow it.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      const { hostname } = scene;
      scene.http.respond(
        hostname,
        replies((path) => moved(`https://${hostname}${path}`), moved(`https://${hostname}/.well-known/x`)),
      );
    },
  },
  {
    name: 'the domain sent to its www, where the site is',
    // Nothing.
    expected: [],
    label: '',
    arrange: async (scene) => {
      const { zone, domain, edge, http } = scene;
      await shows(scene, (path) => moved(`https://www.${domain}${path}`));
      zone.add(`www.${domain}`, 'CNAME', HOST);
      await edge.serve(`www.${domain}`, 'issued');
      http.respond(
        `www.${domain}`,
        replies(() => blog(`https://www.${domain}/wp-json/`)),
      );
    },
  },
  {
    name: 'visitors sent to their language',
    // Nothing.
    expected: [],
    arrange: (scene) =>
      shows(scene, (path) =>
        path === '/' ? moved('/de/', 302) : blog(`https://${scene.hostname}/wp-json/`, '<html lang="de">'),
      ),
  },
  {
    name: 'a WordPress with plain permalinks',
    // Nothing: its REST link is a query.
    expected: [],
    arrange: (scene) => shows(scene, () => blog(`https://${scene.hostname}/index.php?rest_route=/`)),
  },
  {
    name: 'a WordPress whose REST link has the name in its own letters',
    // Nothing: Bücher is xn--bcher-kva.
    expected: [],
    label: 'xn--bcher-kva.',
    arrange: (scene) =>
      shows(scene, () => ({
        body: `<!doctype html><link rel="https://api.w.org/" href="https://bücher.${scene.domain}/wp-json/"><title>Bücher</title>`,
      })),
  },
  {
    name: 'a blog about WordPress’s database errors',
    // Nothing: it only writes about them.
    expected: [],
    arrange: (scene) =>
      shows(scene, () =>
        blog(
          `https://${scene.hostname}/wp-json/`,
          '<!doctype html><title>Hosting blog</title><h2>Error establishing a database connection: what to do</h2><p>There has been a critical error on this website.</p>',
        ),
      ),
  },
  {
    name: 'a dealer of domains whose page says that a domain is for sale',
    // Nothing.
    expected: [],
    arrange: (scene) =>
      shows(scene, () =>
        blog(
          `https://${scene.hostname}/wp-json/`,
          '<!doctype html><title>Names</title><h1>This domain is for sale: bakery.example</h1><p>Coming soon: index of / parked names</p>',
        ),
      ),
  },
  {
    name: 'BunnyCDN before the site, by its own name',
    // Nothing to do: it hands the site on.
    // Whether the host has a certificate for it is between the two.
    expected: ['proxy-serves'],
    verdict: 'right',
    says: /b-cdn\.net/i,
    arrange: async ({ dns, zone, hostname, second }) => {
      const cdn = companyZone(dns, 'b-cdn.net');
      cdn.add('bakery.b-cdn.net', 'A', SECOND_ADDRESS);
      zone.add(hostname, 'CNAME', 'bakery.b-cdn.net');
      await second.edge.serve(hostname, 'issued');
      const headers = { server: 'BunnyCDN-DE1-1047', 'cdn-pullzone': '1234', 'cdn-cache': 'MISS' };
      second.edge.setHeaders(hostname, headers);
      second.http.respond(
        hostname,
        replies(() => {
          const { body, headers: link } = blog(`https://${hostname}/wp-json/`);
          return { body, headers: { ...link, ...headers } } as Reply;
        }),
      );
    },
  },
];

const dnsFaults: Scenario[] = [
  {
    name: 'a zone of the domain appended to the target, which a wildcard answers',
    // The panel wanted a final dot. The customer adds it.
    expected: ['domain-appended-to-value'],
    ...TODO,
    says: /app-1\.closte\.com\.scene-\d+\.com/,
    arrange: ({ zone, domain, hostname }) => {
      zone.add(`*.${domain}`, 'A', FORMER);
      zone.add(hostname, 'CNAME', `${HOST}.${domain}`);
    },
  },
  {
    name: 'the target pasted as an address of a web page',
    // A CNAME holds a name alone. The customer types it again.
    expected: ['value-garbled'],
    ...TODO,
    says: /https:\/\//,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', `https://${HOST}/`),
  },
  {
    name: 'the target pasted with its quotes',
    // They are part of the name now. The customer takes them out.
    expected: ['value-garbled'],
    ...TODO,
    says: /quot/i,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', `"${HOST}"`),
  },
  {
    name: 'a hyphen left out of the target',
    // No such name. The customer corrects it.
    expected: ['cname-dangling'],
    ...TODO,
    says: /app1\.closte\.com/,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', 'app1.closte.com'),
  },
  {
    name: 'the name of another customer’s app',
    // It leads to another site of the same host. The customer corrects it.
    expected: ['cname-wrong'],
    ...TODO,
    says: /app-77\.closte\.com/,
    arrange: ({ dns, zone, hostname }) => {
      dns.zoneOf('closte.com')?.add('app-77.closte.com', 'A', '198.51.100.77');
      zone.add(hostname, 'CNAME', 'app-77.closte.com');
    },
  },
  {
    name: 'name servers moved to a provider that doesn’t know the domain',
    // Every server refuses. The customer has the zone made there, or moves back.
    expected: ['server-lame'],
    ...TODO,
    says: /dns-provider\.net/,
    arrange: ({ dns, domain }) => dns.setBehaviour(domain, 'refused'),
  },
  {
    name: 'a key left at the registry by the former provider, while the new one does not sign',
    // Validating resolvers fail. The customer takes the DS away at the registrar.
    expected: ['dnssec-bogus'],
    ...TODO,
    says: /registrar/,
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'bogus');
      scene.dns.setBehaviour(scene.domain, 'unsigned');
    },
  },
  {
    name: 'a domain that nobody renewed, on its registrar’s servers',
    // The customer renews it at the registrar.
    expected: ['domain-on-hold'],
    ...TODO,
    says: /renew/i,
    servers: ['ns1.pendingrenewaldeletion.com', 'ns2.pendingrenewaldeletion.com'],
    arrange: ({ dns, zone, domain, hostname }) => {
      const registrar = companyZone(dns, 'pendingrenewaldeletion.com');
      registrar.add('ns1.pendingrenewaldeletion.com', 'A', '127.0.0.2');
      registrar.add('ns2.pendingrenewaldeletion.com', 'A', '127.0.0.3');
      zone.add(`*.${domain}`, 'A', FORMER);
      zone.add(hostname, 'A', FORMER);
    },
  },
  {
    name: 'a wildcard that would answer, hidden by a note for mail below the hostname',
    // The hostname exists without records (RFC 4592 2.2.2). The customer makes its own.
    expected: ['record-missing'],
    ...TODO,
    says: /wildcard/i,
    arrange: ({ zone, domain, hostname }) => {
      zone.add(`*.${domain}`, 'CNAME', HOST);
      zone.add(`_dmarc.${hostname}`, 'TXT', 'v=DMARC1; p=none');
    },
  },
  {
    name: 'an alias through a partner that comes back',
    // A circle over two domains. The customer points at the target instead.
    expected: ['cname-loop'],
    ...TODO,
    arrange: ({ dns, zone, hostname }) => {
      const partner = companyZone(dns, 'round-partner.org');
      partner.add('bakery.round-partner.org', 'CNAME', hostname);
      zone.add(hostname, 'CNAME', 'bakery.round-partner.org');
    },
  },
  {
    name: 'an address of a carrier’s own network',
    // RFC 6598: nobody outside reaches it. The customer puts in the target.
    expected: ['address-private'],
    ...TODO,
    says: /100\.64\.10\.5/,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'A', '100.64.10.5'),
  },
  {
    name: 'the registrar’s web forwarding instead of a record',
    // Its server sends browsers to the target's own name. The customer makes a CNAME.
    // The stand-in's addresses are all loopback; elsewhere it is `a-wrong`.
    expected: ['address-private'],
    ...TODO,
    says: /127\.0\.0\.11/,
    arrange: ({ zone, hostname, second }) => {
      zone.add(hostname, 'A', SECOND_ADDRESS);
      second.http.respond(
        hostname,
        replies(() => moved(`http://${HOST}/`, 302)),
      );
    },
  },
  {
    name: 'asked for a moment too early: resolvers remember that there was nothing',
    // Right now; nobody acts.
    expected: ['caches-waiting'],
    verdict: 'waiting',
    arrange: async (scene) => {
      for (const { resolver } of scene.dns.resolvers)
        await resolver.answer({ name: scene.hostname, type: 'A' });
      await served(scene);
    },
  },
];

const serving: Scenario[] = [
  {
    name: 'CAA of a zone in between that forbids what the domain allows',
    // The closer set counts. The customer adds the authority to it.
    expected: ['caa-forbids'],
    ...TODO,
    says: /eu\.scene-\d+\.com/,
    label: 'shop.eu.',
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.zone.add(scene.domain, 'CAA', '0 issue "letsencrypt.org"');
      scene.zone.add(`eu.${scene.domain}`, 'CAA', '0 issue "digicert.com"');
    },
  },
  {
    name: 'CAA with the authority’s address of a web page',
    // It names nobody. The customer writes the name alone.
    expected: ['caa-forbids'],
    ...TODO,
    says: /https:\/\/letsencrypt\.org/,
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.zone.add(scene.domain, 'CAA', '0 issue "https://letsencrypt.org"');
    },
  },
  {
    name: 'a network’s sign-up page at the network’s own address',
    // No site of the network has this name. The agency adds it.
    expected: ['site-signup'],
    ...TODO,
    arrange: (scene) =>
      shows(scene, () => moved(`https://network.example/wp-signup.php?new=${scene.hostname}`, 302)),
  },
  {
    name: 'a WordPress without its configuration',
    // Visitors could set it up. The agency finishes it.
    expected: ['site-install'],
    ...TODO,
    arrange: (scene) =>
      shows(scene, (path) =>
        path.startsWith('/wp-admin/setup-config.php')
          ? { body: '<!doctype html><title>WordPress &rsaquo; Setup Configuration File</title>' }
          : moved('/wp-admin/setup-config.php', 302),
      ),
  },
  {
    name: 'a site that used up its bandwidth',
    // Nobody sees it. The agency asks the host.
    expected: ['site-error'],
    ...TODO,
    says: /509/,
    arrange: (scene) =>
      shows(scene, () => ({ status: 509, body: '<title>509 Bandwidth Limit Exceeded</title>' })),
  },
  {
    name: 'cPanel’s page for a name without a folder',
    // No site has this name. The agency assigns it.
    expected: ['site-default-page'],
    ...TODO,
    arrange: (scene) =>
      shows(scene, (path) =>
        path === '/'
          ? moved('/cgi-sys/defaultwebpage.cgi', 302)
          : {
              body: '<!doctype html><title>Default Web Site Page</title><h1>SORRY!</h1><p>If you are the owner of this website, please contact your hosting provider.</p>',
            },
      ),
  },
];

export const arrivals: readonly Scenario[] = [...healthy, ...dnsFaults, ...serving];
