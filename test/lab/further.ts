import { pageOf } from './pages.js';
import { companyZone, type Scenario, securely, served } from './scenario.js';
import { ADDRESS, HOST } from './stage.js';

/** Of each kind that `arrivals.ts` and trials by hand showed first, others: written after the fixes. */
const OLD = '192.0.2.190';

const pasted: Scenario[] = [
  {
    name: 'a space that nobody sees pasted behind the target',
    expected: ['value-garbled'],
    verdict: 'todo',
    says: /\\226\\128\\139.*spaces/s,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', `${HOST}\u200b`),
  },
  {
    name: 'the whole line of the instructions pasted as the value, and the zone appended',
    expected: ['value-garbled'],
    verdict: 'todo',
    says: /app-1\.closte\.com alone/,
    arrange: ({ zone, domain, hostname }) => {
      zone.add(`*.${domain}`, 'A', OLD);
      zone.add(hostname, 'CNAME', `cname ${HOST}.${domain}`);
    },
  },
  {
    name: 'the target with a port',
    expected: ['value-garbled'],
    verdict: 'todo',
    says: /:443/,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', `${HOST}:443`),
  },
  {
    name: 'another site’s web address pasted as the value',
    // Not the target: nothing else is known of it.
    expected: ['cname-dangling'],
    verdict: 'todo',
    arrange: ({ zone, hostname }) => zone.add(hostname, 'CNAME', 'https://www.example.org/'),
  },
];

const paused: Scenario[] = [
  {
    name: 'a page that says when to come back, as during an update',
    expected: ['site-error'],
    verdict: 'todo',
    says: /for now.*\.maintenance/s,
    arrange: async (scene) => {
      await served(scene);
      const page = '<title>Wartung</title><p>Gleich geht es weiter.</p>';
      scene.http.respond(scene.hostname, pageOf(503, page, { 'retry-after': '600' }));
    },
  },
];

const OTHER_CA = '0 issue "digicert.com"';

/** The search for CAA of a wildcard begins at the name below it (RFC 8659 3). */
const wildcards: Scenario[] = [
  {
    name: 'CAA of the wildcard’s own name, which nobody asks for',
    expected: [],
    verdict: 'right',
    label: '*.',
    arrange: async ({ zone, hostname, edge }) => {
      zone.add(hostname, 'A', ADDRESS);
      zone.add(hostname, 'CAA', OTHER_CA);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'CAA of the host that a wildcard’s CNAME leads to',
    expected: [],
    verdict: 'right',
    label: '*.',
    arrange: async ({ dns, zone, hostname, edge }) => {
      const company = companyZone(dns, 'wildcard-partner.net');
      company.add('edge.wildcard-partner.net', 'A', ADDRESS);
      company.add('edge.wildcard-partner.net', 'CAA', OTHER_CA);
      zone.add(hostname, 'CNAME', 'edge.wildcard-partner.net');
      await edge.serve(hostname, 'issued');
    },
  },
];

const unheard: Scenario[] = [
  {
    name: 'an alias of a partner whose name servers nobody hears',
    expected: ['partner-silent'],
    verdict: 'todo',
    says: /edge\.partner-silent\.org.*no name server answers/s,
    arrange: ({ dns, zone, hostname }) => {
      companyZone(dns, 'partner-silent.org').add('edge.partner-silent.org', 'CNAME', HOST);
      dns.setBehaviour('partner-silent.org', 'silent');
      zone.add(hostname, 'CNAME', 'edge.partner-silent.org');
    },
  },
  {
    name: 'an alias of a partner whose name servers refuse, while resolvers remember where it leads',
    expected: [],
    verdict: 'right',
    arrange: async ({ dns, zone, hostname, edge }) => {
      companyZone(dns, 'partner-later.org').add('edge.partner-later.org', 'A', ADDRESS);
      zone.add(hostname, 'CNAME', 'edge.partner-later.org');
      await edge.serve(hostname, 'issued');
    },
    options: { between: ({ dns }) => dns.setBehaviour('partner-later.org', 'refused') },
  },
  {
    name: 'more addresses than UDP has room for, and TCP closed',
    expected: ['tcp-blocked'],
    verdict: 'todo',
    says: /TCP/,
    arrange: ({ dns, zone, domain, hostname }) => {
      for (let last = 1; last < 90; last++) zone.add(hostname, 'A', `192.0.2.${last}`);
      dns.setBehaviour(domain, 'udp-only');
    },
  },
];

const hidden: Scenario[] = [
  {
    name: 'a wildcard beside the domain itself, for which none answers',
    expected: ['record-missing'],
    verdict: 'todo',
    says: /^There’s no record for this name\. Add/,
    label: '',
    arrange: ({ zone, domain }) => zone.add(`*.${domain}`, 'CNAME', HOST),
  },
  {
    name: 'a wildcard to the target, and a text at the hostname itself',
    expected: ['record-missing'],
    verdict: 'todo',
    says: /wildcard/,
    arrange: ({ zone, domain, hostname }) => {
      zone.add(`*.${domain}`, 'CNAME', HOST);
      zone.add(hostname, 'TXT', 'google-site-verification=abc');
    },
  },
  {
    name: 'a wildcard for mail alone beside a name with nothing',
    // It has no address that could be hidden.
    expected: ['record-missing'],
    verdict: 'todo',
    says: /^There’s no record for this name\. Add/,
    arrange: ({ zone, domain, hostname }) => {
      zone.add(`*.${domain}`, 'TXT', 'v=spf1 -all');
      zone.add(`_dmarc.${hostname}`, 'TXT', 'v=DMARC1; p=none');
    },
  },
  {
    name: 'a wildcard that answers although a name below its answer exists elsewhere',
    expected: [],
    arrange: async ({ zone, domain, hostname, edge }) => {
      zone.add(`*.${domain}`, 'CNAME', HOST);
      zone.add(`_dmarc.other.${domain}`, 'TXT', 'v=DMARC1; p=none');
      await edge.serve(hostname, 'issued');
    },
  },
];

const restLink = (host: string) => ({ link: `<https://${host}/wp-json/>; rel="https://api.w.org/"` });

/** Browsers ask for HTTPS first, whatever port 80 has. */
const secured: Scenario[] = [
  {
    name: 'the site on port 80, and a web server’s welcome over TLS',
    expected: ['site-default-page'],
    verdict: 'todo',
    says: /nginx/,
    arrange: (scene) =>
      securely(scene, { body: '<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>' }),
  },
  {
    name: 'the site on port 80, and an error over TLS',
    expected: ['site-error'],
    verdict: 'todo',
    says: /502/,
    arrange: (scene) => securely(scene, { status: 502, body: '<h1>502 Bad Gateway</h1>' }),
  },
  {
    name: 'the site on port 80, and another customer’s over TLS',
    expected: ['site-other-host'],
    verdict: 'todo',
    says: /www\.florist\.example/,
    arrange: (scene) =>
      securely(scene, { headers: restLink('www.florist.example'), body: '<title>Florist</title>' }),
  },
  {
    name: 'the site on port 80, and a handshake without a page',
    expected: ['site-silent'],
    verdict: 'todo',
    says: /port 443/,
    arrange: (scene) => securely(scene, 'closed'),
  },
  {
    name: 'port 80 leads to TLS, and TLS back to port 80',
    expected: ['site-redirects'],
    verdict: 'todo',
    arrange: async (scene) => {
      await securely(scene, { status: 301, headers: { location: `http://${scene.hostname}/` } });
      scene.http.respond(scene.hostname, pageOf(301, '', { location: `https://${scene.hostname}/` }));
    },
  },
  {
    name: 'TLS leads back to port 80, where the site is',
    // Nothing: an old setting, and visitors arrive.
    expected: [],
    arrange: (scene) => securely(scene, { status: 302, headers: { location: `http://${scene.hostname}/` } }),
  },
  {
    name: 'a fuller page over TLS than on port 80',
    // Nothing.
    expected: [],
    arrange: (scene) =>
      securely(scene, {
        headers: restLink(scene.hostname),
        body: '<title>Shop</title><h1>Shop</h1><p>With prices.</p>',
      }),
  },
  {
    name: 'no certificate yet, and a default page over TLS until then',
    // The page comes with the certificate.
    expected: ['certificate-other-name'],
    verdict: 'waiting',
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.edge.setPage(scene.hostname, { body: '<title>Welcome to nginx!</title>' });
    },
  },
];

export const further: readonly Scenario[] = [
  ...paused,
  ...wildcards,
  ...unheard,
  ...pasted,
  ...hidden,
  ...secured,
];
