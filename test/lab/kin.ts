import { pageOf, respond, restLink, wordPress } from './pages.js';
import { companyZone, type Scenario, served } from './scenario.js';
import { ADDRESS, HOST, SECOND_ADDRESS, TARGET } from './stage.js';

/** Of each kind that `field.ts` showed first, others: written after its fixes, most of them right at once. */
const [FIRST, SECOND] = ['ns1.dns-provider.net', 'ns2.dns-provider.net'] as const;
const OLD = '192.0.2.160';
const TARGET_IPV6 = '2001:db8::10';

const PHP_ERROR =
  'Parse error: syntax error, unexpected token "}", expecting end of file in /home/shop/public_html/wp-content/themes/shop/functions.php on line 88\n';

const names: Scenario[] = [
  {
    name: 'a label of one digit, and one that begins with zeros',
    expected: [],
    label: '7.007.',
    arrange: (scene) => served(scene),
  },
  {
    name: 'a label that looks like a hexadecimal number',
    expected: [],
    label: '0x7f.',
    arrange: (scene) => served(scene),
  },
  {
    name: 'an alias where caches still have the address, of the same host',
    expected: [],
    arrange: async ({ dns, zone, hostname, edge }) => {
      zone.add(hostname, 'A', ADDRESS, 86_400);
      for (const { resolver } of dns.resolvers) await resolver.answer({ name: hostname, type: 'A' });
      zone.remove(hostname);
      zone.add(hostname, 'CNAME', HOST);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'an address where caches still have the alias of an old host',
    expected: ['caches-waiting'],
    arrange: async ({ dns, zone, domain, hostname, edge }) => {
      zone.add(`old.${domain}`, 'A', OLD, 86_400);
      zone.add(hostname, 'CNAME', `old.${domain}`, 86_400);
      for (const { resolver } of dns.resolvers) await resolver.answer({ name: hostname, type: 'A' });
      zone.remove(hostname);
      zone.add(hostname, 'A', ADDRESS);
      await edge.serve(hostname, 'issued');
    },
  },
];

const servers: Scenario[] = [
  {
    name: 'the target beside a good server in the list of a subdomain’s zone',
    // Every second question goes to a web server first, and is asked again.
    expected: ['target-as-server'],
    verdict: 'todo',
    arrange: async ({ dns, zone, hostname, edge }) => {
      for (const server of [FIRST, HOST]) zone.add(hostname, 'NS', server);
      dns.addZone(hostname, [FIRST, HOST]).add(hostname, 'A', ADDRESS);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'the target’s address entered as an NS record',
    expected: ['target-as-server'],
    says: /127\.0\.0\.10.*NS/s,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'NS', ADDRESS),
  },
  {
    name: 'the level above the name handed to the target',
    expected: ['target-as-server'],
    label: 'shop.eu.',
    arrange: ({ zone, domain }) => zone.add(`eu.${domain}`, 'NS', HOST),
  },
  {
    name: 'one name server at two addresses with different zones',
    expected: ['servers-disagree'],
    says: /127\.0\.0\.2.*127\.0\.0\.3/s,
    servers: ['ns.dns-pair.net'],
    arrange: async (scene) => {
      const pair = scene.dns.addZone('dns-pair.net');
      for (const address of ['127.0.0.2', '127.0.0.3']) pair.add('ns.dns-pair.net', 'A', address);
      const other = scene.zone.copy();
      other.add(scene.hostname, 'A', OLD);
      other.serial = scene.zone.serial + 20;
      scene.dns.setVersion(SECOND, scene.domain, other);
      await served(scene);
    },
  },
];

const records: Scenario[] = [
  {
    name: 'an address for groups instead of one',
    expected: ['address-private'],
    says: /224\.0\.0\.10/,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'A', '224.0.0.10'),
  },
  {
    name: 'an address of a class that nobody uses',
    expected: ['address-private'],
    says: /250\.1\.2\.3/,
    label: '',
    arrange: ({ zone, domain }) => zone.add(domain, 'A', '250.1.2.3'),
  },
  {
    name: 'the old alias named before the new one',
    expected: ['cname-mixed'],
    says: /old-shop\.example\.org/,
    arrange: async (scene) => {
      scene.zone.add(scene.hostname, 'CNAME', 'old-shop.example.org');
      await served(scene);
    },
  },
  {
    name: 'a second alias with a letter missing in the target',
    expected: ['cname-mixed'],
    says: /app-1\.clost\.com/,
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.hostname, 'CNAME', 'app-1.clost.com');
    },
  },
  {
    name: 'two aliases, both to the target',
    // The target has two names; whichever a resolver takes leads there.
    expected: [],
    options: { target: { ...TARGET, cname: [HOST, 'app-1b.closte.com'] } },
    arrange: async (scene) => {
      const host = scene.dns.zoneOf('closte.com');
      if (host?.named('app-1b.closte.com').length === 0) host.add('app-1b.closte.com', 'A', ADDRESS);
      await served(scene);
      scene.zone.add(scene.hostname, 'CNAME', 'app-1b.closte.com');
    },
  },
  {
    name: 'the target’s IPv6 address alone, where a CNAME was asked for',
    expected: ['record-missing'],
    says: /only an IPv6 address/,
    options: { target: { ...TARGET, ipv6: [TARGET_IPV6] } },
    arrange: ({ zone, hostname }) => zone.add(hostname, 'AAAA', TARGET_IPV6),
  },
];

const copies: Scenario[] = [
  {
    name: 'an alias of the old host, which serves a copy',
    expected: ['cname-wrong'],
    says: /copy\.old-host\.org/,
    arrange: async (scene) => {
      const old = companyZone(scene.dns, 'old-host.org');
      old.add('copy.old-host.org', 'A', SECOND_ADDRESS);
      scene.zone.add(scene.hostname, 'CNAME', 'copy.old-host.org');
      await scene.edge.serve(scene.hostname, 'issued');
      await scene.second.edge.serve(scene.hostname, 'issued');
    },
  },
  {
    name: 'a copy at an old host with Varnish of its own',
    // The stand-in's addresses are all loopback; elsewhere it is `a-wrong`.
    expected: ['address-private'],
    arrange: async ({ zone, hostname, edge, second }) => {
      zone.add(hostname, 'A', SECOND_ADDRESS);
      await edge.serve(hostname, 'issued');
      await second.edge.serve(hostname, 'issued');
      second.edge.setHeaders(hostname, { via: '1.1 varnish (Varnish/7.1)', age: '12' });
    },
  },
  {
    name: 'a firewall of Sucuri’s before the site',
    expected: ['proxy-serves'],
    arrange: async ({ zone, hostname, edge, second }) => {
      zone.add(hostname, 'A', SECOND_ADDRESS);
      await edge.serve(hostname, 'issued');
      await second.edge.serve(hostname, 'issued');
      second.edge.setHeaders(hostname, { server: 'Sucuri/Cloudproxy', 'x-sucuri-id': '18001' });
    },
  },
];

const pages: Scenario[] = [
  {
    name: 'a theme that fails after WordPress has begun its page',
    expected: ['site-error'],
    says: /PHP/,
    arrange: async (scene) => {
      await served(scene);
      const body = `<!doctype html><html><head><title>Shop</title></head><body><h1>Shop</h1>\n${PHP_ERROR}`;
      scene.http.respond(scene.hostname, pageOf(200, body, restLink(scene.hostname)));
    },
  },
  {
    name: 'PHP’s message above WordPress’s own excuse',
    expected: ['site-error'],
    says: /PHP/,
    arrange: async (scene) => {
      await served(scene);
      const body =
        '<br />\n<b>Fatal error</b>:  Allowed memory size of 268435456 bytes exhausted (tried to allocate 20480 bytes) in <b>/srv/wp-includes/class-wpdb.php</b> on line <b>2349</b><br />\n<p>Es gab einen kritischen Fehler auf dieser Website.</p>';
      scene.http.respond(scene.hostname, pageOf(200, body));
    },
  },
  {
    name: 'a front page that is not found',
    expected: ['site-error'],
    says: /404/,
    arrange: async (scene) => {
      await served(scene);
      const body = '<title>Página no encontrada</title><h1>Página no encontrada</h1>';
      scene.http.respond(scene.hostname, respond(404, body, restLink(scene.hostname)));
    },
  },
  {
    name: 'a site that is gone for good',
    expected: ['site-error'],
    says: /410/,
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, pageOf(410, '<title>Gone</title>'));
    },
  },
  {
    name: 'a Refresh header that only loads the page again',
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      const headers = { ...restLink(scene.hostname), refresh: '5' };
      scene.http.respond(scene.hostname, pageOf(200, '<title>Scores</title><h1>Scores</h1>', headers));
    },
  },
  {
    name: 'a Refresh header to a folder of the site',
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      const page = wordPress(scene.hostname);
      scene.http.respond(scene.hostname, (request, response) =>
        request.url === '/'
          ? respond(200, '', { refresh: '0;url=/shop/' })(request, response)
          : page(request, response),
      );
    },
  },
];

export const kin: readonly Scenario[] = [...names, ...servers, ...records, ...copies, ...pages];
