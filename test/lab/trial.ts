import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { restLink } from './pages.js';
import { type Scenario, type Scene, served } from './scenario.js';
import { ADDRESS, HOST, SECOND_ADDRESS, TARGET } from './stage.js';

/**
 * A fourth forty, of what hosts, panels, plugins and customers do, written without reading the rules. Played once before
 * anything was changed; the first figure stands in README.md. Above each expectation: what is wrong, who acts.
 */
const SECOND = 'ns2.dns-provider.net';
const OLD = '192.0.2.130';
/** RFC 1035 2.3.4. */
const FULL_LABEL = 'a'.repeat(63);

interface Page {
  readonly status?: number;
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string>;
}

/** What a name answers on port 80, but for the challenge, which isn't found. */
const pages =
  (pageOf: (path: string, request: Parameters<RequestListener>[0]) => Page): RequestListener =>
  (request, response) => {
    const path = request.url ?? '/';
    const isChallenge = path.startsWith('/.well-known/');
    const {
      status = 200,
      body = '',
      headers = {},
    } = isChallenge ? { status: 404, body: 'Not found' } : pageOf(path, request);
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  };
/** What a name answers to the certificate authority, whatever visitors get. */
const challenged =
  (challenge: Page): RequestListener =>
  (request, response) => {
    const isChallenge = request.url?.startsWith('/.well-known/') ?? false;
    const {
      status = 200,
      body = '',
      headers = {},
    } = isChallenge ? challenge : { body: '<title>Shop</title>' };
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  };

/** DNS and certificate are right; the site answers so. */
const site = async (scene: Scene, pageOf: Parameters<typeof pages>[0]) => {
  await served(scene);
  scene.http.respond(scene.hostname, pages(pageOf));
};
/** DNS is right, there is no certificate yet, and port 80 answers so. */
const unissued = async (scene: Scene, answer: RequestListener) => {
  await served(scene, 'waiting');
  scene.http.respond(scene.hostname, answer);
};

const inOrder: Scenario[] = [
  {
    name: 'name servers in capitals at the registrar',
    // Nothing: names are alike in capitals (RFC 4343).
    expected: [],
    servers: ['NS1.DNS-Provider.NET', 'NS2.DNS-Provider.NET'],
    arrange: (scene) => served(scene),
  },
  {
    name: 'a WordPress in a folder, where the front page leads',
    // Nothing.
    expected: [],
    arrange: (scene) =>
      site(scene, (path) =>
        path === '/'
          ? { status: 302, headers: { location: '/blog/' } }
          : { body: '<title>Blog</title>', headers: restLink(scene.hostname, '/blog/wp-json/') },
      ),
  },
  {
    name: 'a WordPress that hides its REST API',
    // Nothing: its files are WordPress’s.
    expected: [],
    arrange: (scene) =>
      site(scene, () => ({
        body: `<!doctype html><title>Shop</title><meta name="generator" content="WordPress 6.8"><link rel="stylesheet" href="https://${scene.hostname}/wp-content/themes/shop/style.css">`,
      })),
  },
  {
    name: 'a page that comes compressed, whether asked for so or not',
    // Nothing.
    expected: [],
    arrange: (scene) =>
      site(scene, () => ({
        body: gzipSync(
          `<link rel="https://api.w.org/" href="https://${scene.hostname}/wp-json/"><title>Shop</title>`,
        ),
        headers: { 'content-encoding': 'gzip' },
      })),
  },
  {
    name: 'a CAA that allows our authority and is marked critical',
    // Nothing: every authority knows the tag (RFC 8659 4.5).
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'CAA', '128 issue "letsencrypt.org"');
    },
  },
  {
    name: 'five names on the way to the target',
    // Nothing.
    expected: [],
    arrange: async ({ zone, domain, hostname, edge }) => {
      const names = [hostname, ...['a', 'b', 'c', 'd'].map((label) => `${label}.${domain}`)];
      for (const [at, name] of names.entries()) zone.add(name, 'CNAME', names[at + 1] ?? HOST);
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'name servers in the agency’s own name, at the same addresses',
    // Nothing.
    expected: [],
    servers: ['ns1.agency-of-exams.com', 'ns2.agency-of-exams.com'],
    arrange: async (scene) => {
      if (!scene.dns.zoneOf('agency-of-exams.com')) {
        const agency = scene.dns.addZone('agency-of-exams.com');
        agency.add('ns1.agency-of-exams.com', 'A', '127.0.0.2');
        agency.add('ns2.agency-of-exams.com', 'A', '127.0.0.3');
      }
      await served(scene);
    },
  },
  {
    name: 'a mail policy that names the target beside the right address',
    // Nothing.
    expected: [],
    label: '',
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'TXT', `v=spf1 a include:${HOST} -all`);
    },
  },
  {
    name: 'a certificate for a hundred names, this one last',
    // Nothing.
    expected: [],
    arrange: (scene) => {
      const others = Array.from({ length: 99 }, (_, at) => `customer-${at}.example.org`);
      return served(scene, 'issued', { names: [...others, scene.hostname] });
    },
  },
  {
    name: 'a certificate of ninety days with thirty-five left',
    // Nothing: it is renewed when a third of its life is left.
    expected: [],
    arrange: (scene) => served(scene, 'issued', { days: [-55, 35] }),
  },
  {
    name: 'a certificate that has the name in capitals',
    // Nothing (RFC 5280 7.2).
    expected: [],
    arrange: (scene) => served(scene, 'issued', { names: [scene.hostname.toUpperCase()] }),
  },
  {
    name: 'a WordPress whose article is called “Welcome to nginx!”',
    // Nothing: it is a blog.
    expected: [],
    arrange: (scene) =>
      site(scene, () => ({
        body: '<!doctype html><title>Welcome to nginx! – a tutorial</title><h1>Welcome to nginx!</h1>',
        headers: restLink(scene.hostname),
      })),
  },
  {
    name: 'a WordPress whose article is about suspended accounts',
    // Nothing.
    expected: [],
    arrange: (scene) =>
      site(scene, () => ({
        body: '<title>Account Suspended: what now?</title><p>This Account has been suspended, it says.</p>',
        headers: restLink(scene.hostname),
      })),
  },
  {
    name: 'a network’s site that invites people to sign up',
    // Nothing: it is a link.
    expected: [],
    arrange: (scene) =>
      site(scene, () => ({
        body: `<title>Shop</title><a href="https://${scene.hostname}/wp-signup.php">Get your own site</a>`,
        headers: restLink(scene.hostname),
      })),
  },
  {
    name: 'a site that leads to itself until it sees its cookie',
    // Nothing: every browser gets there.
    expected: [],
    arrange: (scene) =>
      site(scene, (path, { headers }) =>
        headers.cookie?.includes('seen=1')
          ? { body: '<title>Shop</title>', headers: restLink(scene.hostname) }
          : { status: 302, headers: { location: path, 'set-cookie': 'seen=1; Path=/' } },
      ),
  },
  {
    name: 'a label as long as can be',
    // Nothing (RFC 1035 2.3.4).
    expected: [],
    label: `${FULL_LABEL}.`,
    arrange: (scene) => served(scene),
  },
  {
    name: 'the second of the target’s two names',
    // Nothing.
    expected: [],
    options: { target: { ...TARGET, cname: [HOST, 'trial-app.closte.com'] } },
    arrange: async ({ dns, zone, hostname, edge }) => {
      dns.zoneOf('closte.com')?.add('trial-app.closte.com', 'A', ADDRESS);
      zone.add(hostname, 'CNAME', 'trial-app.closte.com');
      await edge.serve(hostname, 'issued');
    },
  },
  {
    name: 'name servers that each give the nearer of the target’s addresses',
    // Nothing: both serve the site.
    expected: [],
    label: '',
    options: { target: { ...TARGET, ipv4: [ADDRESS, SECOND_ADDRESS] } },
    arrange: async (scene) => {
      await served(scene);
      await scene.second.edge.serve(scene.hostname, 'issued');
      const other = scene.zone.copy();
      other.remove(scene.domain, 'A');
      other.add(scene.domain, 'A', SECOND_ADDRESS);
      other.serial = scene.zone.serial;
      scene.dns.setVersion(SECOND, scene.domain, other);
    },
  },
  {
    name: 'everything redirected to HTTPS, its port written out',
    // Nothing: 443 is HTTPS’s own.
    expected: [],
    arrange: async (scene) => {
      await served(scene);
      scene.http.respond(scene.hostname, ({ url = '/' }, response) =>
        response.writeHead(301, { location: `https://${scene.hostname}:443${url}` }).end(),
      );
    },
  },
];

/** Right at the first of two checks. */
function inPart(
  name: string,
  expected: Scenario['expected'],
  spoil: (scene: Scene) => void,
  more: Pick<Scenario, 'says'> = {},
): Scenario {
  let happens = () => {};
  return {
    name,
    expected,
    ...more,
    options: { between: () => happens() },
    arrange: async (scene) => {
      await served(scene);
      happens = () => spoil(scene);
    },
  };
}

const brokenDns: Scenario[] = [
  {
    name: 'one of the servers has forgotten to sign again',
    // Some visitors get no answer. The DNS provider signs again.
    expected: ['server-unsigned'],
    says: /ns2\.dns-provider\.net/,
    arrange: async (scene) => {
      await served(scene);
      scene.dns.setSigned(scene.domain, 'signed');
      scene.dns.setBehaviour(scene.domain, 'expired-signatures', SECOND);
    },
  },
  {
    name: 'CAA that forbids every authority, at the name itself',
    // The customer allows the host’s.
    expected: ['caa-forbids'],
    label: '',
    arrange: async (scene) => {
      await served(scene, 'waiting');
      scene.zone.add(scene.hostname, 'CAA', '0 issue ";"');
    },
  },
  {
    name: 'name servers within the domain, which the registrar has no addresses of',
    // Nobody finds them. The customer adds the addresses at the registrar.
    expected: ['delegation-missing'],
    servers: (domain) => [`ns1.${domain}`, `ns2.${domain}`],
    arrange: async (scene) => {
      scene.zone.add(`ns1.${scene.domain}`, 'A', '127.0.0.2');
      scene.zone.add(`ns2.${scene.domain}`, 'A', '127.0.0.3');
      await served(scene);
    },
  },
  {
    name: 'an HTTPS record with the old address as its hint',
    // Browsers go there first. The customer corrects or deletes it.
    expected: ['https-elsewhere'],
    says: /192\.0\.2\.130/,
    label: '',
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'HTTPS', OLD);
    },
  },
  {
    name: 'an address that a machine gives itself when nobody else does',
    // It works nowhere (RFC 3927). The customer makes the right record.
    expected: ['address-private'],
    says: /169\.254\.10\.1/,
    arrange: ({ zone, hostname }) => zone.add(hostname, 'A', '169.254.10.1'),
  },
  inPart(
    'a name server that falls silent after the first check',
    // The DNS provider’s matter.
    ['server-silent'],
    ({ dns, domain }) => dns.setBehaviour(domain, 'silent', SECOND),
    { says: /ns2\.dns-provider\.net/ },
  ),
  inPart(
    'DNSSEC broken after the first check, while caches remember',
    // Soon nobody gets an answer. The customer or the DNS provider.
    ['dnssec-bogus'],
    ({ dns, domain }) => dns.setSigned(domain, 'bogus'),
  ),
  inPart(
    'the record turned back after the first check, while caches remember the right one',
    // The customer changes it again.
    ['a-wrong'],
    ({ zone, hostname }) => {
      zone.remove(hostname);
      zone.add(hostname, 'A', OLD);
    },
    { says: /192\.0\.2\.130/ },
  ),
];

const brokenServing: Scenario[] = [
  {
    name: 'the challenge redirected to a bare address, no certificate yet',
    // Authorities don’t follow to addresses. Who made the redirect takes it out.
    expected: ['http-redirect-bad'],
    arrange: (scene) =>
      unissued(
        scene,
        challenged({ status: 301, headers: { location: `https://${SECOND_ADDRESS}/.well-known/` } }),
      ),
  },
  {
    name: 'the challenge redirected to a name that is gone, no certificate yet',
    // As above.
    expected: ['http-redirect-bad'],
    says: /gone-years-ago\.com/,
    arrange: (scene) =>
      unissued(
        scene,
        challenged({ status: 301, headers: { location: 'http://shop.gone-years-ago.com/.well-known/' } }),
      ),
  },
  {
    name: 'a security plugin that forbids folders with a dot, no certificate yet',
    // The agency makes an exception.
    expected: ['http-login'],
    says: /403/,
    arrange: (scene) => unissued(scene, challenged({ status: 403, body: 'Forbidden' })),
  },
  {
    name: 'a maintenance page even for the challenge, no certificate yet',
    // The agency ends it or makes an exception.
    expected: ['http-error'],
    says: /503/,
    arrange: (scene) =>
      unissued(
        scene,
        challenged({ status: 503, body: 'Down for maintenance', headers: { 'retry-after': '600' } }),
      ),
  },
  {
    name: 'a bot check before the challenge, no certificate yet',
    // The agency has the host let authorities through.
    expected: ['http-test-cookie'],
    arrange: (scene) =>
      unissued(
        scene,
        challenged({
          body: '<!doctype html><title>One moment, please...</title><h1>Please wait while your request is being verified...</h1><script>setTimeout(function(){location.reload()},5000)</script>',
        }),
      ),
  },
  {
    name: 'the second of two addresses does not know the name',
    // The host adds it there, too; half of the visitors get an error.
    expected: ['name-unknown'],
    says: /127\.0\.0\.11/,
    label: '',
    options: { target: { ...TARGET, ipv4: [ADDRESS, SECOND_ADDRESS] } },
    arrange: async (scene) => {
      await served(scene);
      scene.zone.add(scene.domain, 'A', SECOND_ADDRESS);
      await scene.second.edge.serve(scene.hostname, 'unknown-name');
    },
  },
  {
    name: 'a certificate for the www alone',
    // The host issues one for the domain itself.
    expected: ['certificate-other-name'],
    says: /www\./,
    label: '',
    arrange: (scene) => served(scene, 'issued', { names: [`www.${scene.domain}`] }),
  },
  {
    name: 'a plugin that fails: “a critical error on this website”',
    // The agency repairs the site.
    expected: ['site-error'],
    says: /500/,
    arrange: (scene) =>
      site(scene, () => ({
        status: 500,
        body: '<title>WordPress &rsaquo; Error</title><p>There has been a critical error on this website.</p>',
      })),
  },
  {
    name: 'a domain that leads to its www, which has no record',
    // Visitors end nowhere. The customer makes the record, or the agency changes the address.
    expected: ['site-redirects'],
    says: /www\./,
    label: '',
    arrange: (scene) =>
      site(scene, (path) => ({ status: 301, headers: { location: `https://www.${scene.domain}${path}` } })),
  },
  {
    name: 'a list of files instead of a site',
    // No site has been put there. The agency.
    expected: ['site-default-page'],
    arrange: (scene) =>
      site(scene, () => ({
        body: '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN"><html><head><title>Index of /</title></head><body><h1>Index of /</h1><pre><a href="cgi-bin/">cgi-bin/</a></pre></body></html>',
      })),
  },
  {
    name: 'a WordPress that waits for its installation, in German',
    // The agency installs or assigns it.
    expected: ['site-install'],
    arrange: (scene) =>
      site(scene, (path) =>
        path.startsWith('/wp-admin/install.php')
          ? { body: '<title>WordPress &rsaquo; Installation</title><h1>Willkommen</h1>' }
          : { status: 302, headers: { location: `http://${scene.hostname}/wp-admin/install.php` } },
      ),
  },
  {
    name: 'a network’s site that its owner has deleted',
    // The agency restores it.
    expected: ['site-suspended'],
    arrange: (scene) =>
      site(scene, () => ({
        status: 410,
        body: '<title>WordPress &rsaquo; Error</title><div class="wp-die-message">This site is no longer available.</div>',
      })),
  },
  {
    name: 'a page that sends browsers on to the old domain by itself',
    // Visitors leave. The agency removes the old page.
    expected: ['site-other-host'],
    says: /old-shop\.example/,
    arrange: (scene) =>
      site(scene, () => ({
        body: '<html><head><meta http-equiv="refresh" content="0; url=https://www.old-shop.example/"></head></html>',
      })),
  },
];

export const trial: readonly Scenario[] = [...inOrder, ...brokenDns, ...brokenServing];
