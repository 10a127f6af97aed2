import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { isDotPath, pageOf, respond, restLink, wordPress } from '../pages.js';
import { companyZone, type Scenario, type Scene, served } from '../scenario.js';
import { ADDRESS, HOST, SECOND_ADDRESS, TARGET } from '../stage.js';
import { shown } from './shown.js';

/** A second turn at sites and at what stands before them, written after the fixes of `sites.ts`. */
const TODO = { verdict: 'todo' } as const;
const FINE = { verdict: 'right' } as const;

/** The front page leads on; every other path has the page. */
const leads =
  (location: string, page: RequestListener, status = 302): RequestListener =>
  (request, response) =>
    (request.url === '/'
      ? respond(status, '', { location })
      : isDotPath(request.url)
        ? respond(404, '')
        : page)(request, response);

const odd: Scenario[] = [
  shown('a page that says it is compressed and is not', ['site-silent'], undefined, ({ hostname }) =>
    pageOf(200, '<title>Shop</title><h1>Shop</h1>', { ...restLink(hostname), 'content-encoding': 'gzip' }),
  ),
  shown('a page compressed twice', ['site-other'], undefined, ({ hostname }) =>
    pageOf(200, gzipSync(gzipSync(`<title>Shop</title>${hostname}`)), { 'content-encoding': 'gzip' }),
  ),
  shown('a page compressed twice, and said so', [], undefined, ({ hostname }) =>
    pageOf(200, gzipSync(gzipSync('<title>Shop</title><h1>Shop</h1>')), {
      ...restLink(hostname),
      'content-encoding': 'gzip, gzip',
    }),
  ),
  shown('no content', ['site-error'], /empty/, () => pageOf(204, '')),
  shown('a status of 304 that nobody asked for', ['site-error'], undefined, () => pageOf(304, '')),
  shown('access denied, with a status of 200', ['site-error'], /Access denied/i, () =>
    pageOf(200, '<title>Access Denied</title><h1>Access Denied</h1><p>Reference #18.2</p>'),
  ),
  shown('a server that says its request was misdirected', ['site-error'], /421/, () =>
    pageOf(421, 'Misdirected Request'),
  ),
  shown('plain HTTP sent to the TLS port of an application', ['site-error'], /400/, () =>
    pageOf(400, '<title>400 The plain HTTP request was sent to HTTPS port</title>'),
  ),
  shown('a memory limit, PHP’s message in plain text', ['site-error'], /PHP/, () =>
    pageOf(
      200,
      'PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes) in /home/u/wp-includes/class-wp-hook.php on line 324\n',
    ),
  ),
  shown(
    'a connection to Redis refused, reported by a drop-in',
    ['site-error'],
    /Error establishing a Redis connection|error/i,
    () =>
      pageOf(
        200,
        '<!DOCTYPE html><html><head><title>WordPress &rsaquo; Error</title></head><body id="error-page"><h1>Error establishing a Redis connection</h1></body></html>',
      ),
  ),
  shown('an address of Facebook’s instead of a site', ['site-other-host'], /facebook\.com/, ({ dns }) => {
    companyZone(dns, 'facebook.com').add('www.facebook.com', 'A', SECOND_ADDRESS);
    return leads('https://www.facebook.com/bakery', respond(404, ''), 301);
  }),
  shown('sent to a bare address', ['site-other-host'], /127\.0\.0\.10/, () =>
    leads(`http://${ADDRESS}/`, respond(404, ''), 301),
  ),
  shown('sent to a container’s name', ['site-other-host'], /wordpress/, () =>
    leads('http://wordpress:80/', respond(404, '')),
  ),
  shown('the scheme twice in the redirect', ['site-redirects'], /https:\/\/https/, ({ hostname }) =>
    leads(`https://https://${hostname}/`, respond(404, '')),
  ),
  shown(
    'a redirect without its scheme, again and again',
    ['site-redirects'],
    undefined,
    ({ hostname }) =>
      (request, response) =>
        (isDotPath(request.url) ? respond(404, '') : respond(301, '', { location: `${hostname}/` }))(
          request,
          response,
        ),
  ),
  shown(
    'a redirect without a place',
    ['site-redirects'],
    undefined,
    () => (request, response) =>
      (isDotPath(request.url) ? respond(404, '') : respond(302, ''))(request, response),
  ),
  shown(
    'sent to WordPress’s own administration',
    ['site-login'],
    undefined,
    (scene) => (request, response) => {
      const url = request.url ?? '/';
      const to =
        url === '/'
          ? '/wp-admin/'
          : url === '/wp-admin/'
            ? `http://${scene.hostname}/wp-login.php?redirect_to=x`
            : undefined;
      (isDotPath(url)
        ? respond(404, '')
        : to
          ? respond(302, '', { location: to })
          : respond(200, '<title>Log In</title><form name="loginform">'))(request, response);
    },
  ),
  shown(
    'an unfinished import: a WordPress that names its old https address',
    ['site-other-host'],
    /old-bakery\.example/,
    () =>
      pageOf(
        200,
        '<title>Bakery</title><link rel="canonical" href="https://old-bakery.example/"><img src="https://old-bakery.example/wp-content/uploads/a.png">',
      ),
  ),
  shown('a site of another customer’s that is no WordPress', ['site-other'], /Florist/, () =>
    pageOf(200, '<title>Florist</title><h1>Flowers</h1>'),
  ),
  shown(
    'a script leads on to a folder of the site',
    [],
    undefined,
    (scene) => (request, response) =>
      (request.url === '/'
        ? respond(
            200,
            '<html><head><title>Shop</title></head><body><script>window.location = "/home/";</script></body></html>',
          )
        : wordPress(scene.hostname))(request, response),
  ),
  shown('“Redirecting…” and a script to the old domain', ['site-other-host'], /old-bakery\.example/, () =>
    pageOf(
      200,
      '<html><body><p>Redirecting…</p><script>setTimeout(function () { window.location.assign("https://old-bakery.example/") }, 100)</script></body></html>',
    ),
  ),
  shown('a page without text that a theme’s script draws', ['site-other'], undefined, () =>
    pageOf(200, '<html><head><script src="/main.js"></script></head><body></body></html>'),
  ),
  shown('a WordPress whose theme printed only its beginning', ['site-error'], /empty/, ({ hostname }) =>
    pageOf(
      200,
      '<!doctype html><html><head><title>Shop</title></head><body class="home">\n</body></html>',
      restLink(hostname),
    ),
  ),
  shown('a blog of a restaurant called “404 Not Found”', [], undefined, (scene) =>
    wordPress(scene.hostname, '<title>404 Not Found: Bar</title><h1>404 Not Found</h1>'),
  ),
  shown('a shop whose title speaks of 500 years', ['site-other'], undefined, () =>
    pageOf(200, '<title>500 years of bread</title><h1>Bread</h1>'),
  ),
  shown('a page that never ends', [], undefined, (scene) => (request, response) => {
    if (isDotPath(request.url)) return respond(404, '')(request, response);
    response.writeHead(200, { 'content-type': 'text/html', ...restLink(scene.hostname) });
    response.write('<!doctype html><title>Live</title><h1>Live ticker</h1>');
  }),
  shown('a page in chunks with trailers', [], undefined, (scene) => (request, response) => {
    if (isDotPath(request.url)) return respond(404, '')(request, response);
    response.writeHead(200, { 'content-type': 'text/html', trailer: 'x-time', ...restLink(scene.hostname) });
    response.write('<!doctype html><title>Shop</title>');
    response.write('<h1>Shop</h1>');
    response.addTrailers({ 'x-time': '3' });
    response.end();
  }),
  shown('a Location header on a page that is there', [], undefined, (scene) =>
    pageOf(200, '<title>Shop</title>', {
      ...restLink(scene.hostname),
      location: 'https://elsewhere.example/',
    }),
  ),
  shown('created instead of OK', [], undefined, (scene) =>
    pageOf(201, '<title>Shop</title>', restLink(scene.hostname)),
  ),
];

const behindProxy = async ({ dns, zone, hostname, edge, second, domain }: Scene, server = 'cloudflare') => {
  void dns;
  void domain;
  zone.add(hostname, 'A', SECOND_ADDRESS);
  await edge.serve(hostname, 'issued');
  await second.edge.serve(hostname, 'issued');
  second.edge.setHeaders(hostname, { server, 'cf-ray': '8abc-LIS' });
};

const proxies: Scenario[] = [
  {
    name: 'a proxy before a site that sends visitors to their language',
    expected: ['proxy-serves'],
    ...FINE,
    arrange: async (scene) => {
      await behindProxy(scene);
      const { hostname, http, second } = scene;
      http.respond(hostname, leads('/de/', wordPress(hostname, '<title>Laden</title>')));
      second.edge.setPage(hostname, {
        status: 302,
        headers: { location: `http://${hostname}/de/`, server: 'cloudflare', 'cf-ray': '1' },
      });
      second.http.respond(hostname, wordPress(hostname, '<title>Laden</title>'));
    },
  },
  {
    name: 'a proxy that IPv6 leads to as well',
    expected: ['proxy-serves'],
    ...FINE,
    arrange: async (scene) => {
      await behindProxy(scene);
      scene.zone.add(scene.hostname, 'AAAA', '2606:4700::6810:101');
    },
  },
  {
    name: 'a proxy whose certificate ends in five days',
    expected: ['proxy-serves', 'certificate-expiring'],
    arrange: async (scene) => {
      await behindProxy(scene);
      await scene.second.edge.serve(scene.hostname, 'issued', { days: [-85, 5] });
    },
  },
  {
    name: 'a proxy whose certificate has expired',
    expected: ['address-private'],
    ...TODO,
    arrange: async (scene) => {
      await behindProxy(scene);
      await scene.second.edge.serve(scene.hostname, 'expired');
    },
  },
  {
    name: 'the domain at the host, its www behind a proxy, and the one leads to the other',
    expected: [],
    ...FINE,
    label: '',
    arrange: async (scene) => {
      await served(scene);
      const { zone, domain, http, second } = scene;
      zone.add(`www.${domain}`, 'A', SECOND_ADDRESS);
      await second.edge.serve(`www.${domain}`, 'issued');
      second.edge.setHeaders(`www.${domain}`, { server: 'cloudflare', 'cf-ray': '1' });
      http.respond(domain, leads(`https://www.${domain}/`, respond(404, ''), 301));
    },
  },
  {
    name: 'the www leads to the domain, which still is at the old host',
    expected: ['site-other-host'],
    ...TODO,
    says: /scene-\d+\.com.*DNS/,
    label: 'www.',
    arrange: async (scene) => {
      await served(scene);
      const { zone, domain, hostname, http, second } = scene;
      zone.add(domain, 'A', SECOND_ADDRESS);
      http.respond(hostname, leads(`http://${domain}/`, respond(404, ''), 301));
      second.http.respond(domain, respond(200, '<title>Old</title>', restLink(domain)));
    },
  },
  {
    name: 'the www leads to the domain, at the other address of the target',
    expected: [],
    ...FINE,
    label: 'www.',
    options: { target: { ...TARGET, ipv4: [ADDRESS, SECOND_ADDRESS] } },
    arrange: async (scene) => {
      const { zone, domain, hostname, edge, http, second } = scene;
      zone.add(hostname, 'A', ADDRESS);
      await edge.serve(hostname, 'issued');
      zone.add(domain, 'A', SECOND_ADDRESS);
      await second.edge.serve(domain, 'issued');
      http.respond(hostname, leads(`http://${domain}/`, respond(404, ''), 301));
      second.http.respond(domain, pageOf(200, '<title>Shop</title>', restLink(domain)));
    },
  },
  {
    name: 'the www leads to the domain, whose server is down',
    expected: ['site-other-host'],
    ...TODO,
    says: /scene-\d+\.com/,
    label: 'www.',
    arrange: async (scene) => {
      await served(scene);
      const { zone, domain, hostname, http } = scene;
      zone.add(domain, 'A', '127.0.0.12');
      http.respond(hostname, leads(`http://${domain}/`, respond(404, ''), 301));
    },
  },
  {
    name: 'sent to an old domain whose server is down',
    expected: ['site-other-host'],
    ...TODO,
    says: /old-down\.org/,
    arrange: async (scene) => {
      await served(scene);
      companyZone(scene.dns, 'old-down.org').add('old-down.org', 'A', '127.0.0.12');
      scene.http.respond(scene.hostname, leads('http://old-down.org/', respond(404, ''), 301));
    },
  },
  {
    name: 'TLS alone shows an error, with a status of 200',
    expected: ['site-error'],
    ...TODO,
    arrange: async (scene) => {
      await served(scene);
      scene.edge.setPage(scene.hostname, {
        body: '<title>Database Error</title><h1>Error establishing a database connection</h1>',
      });
    },
  },
  {
    name: 'TLS alone denies access',
    expected: ['site-forbidden'],
    ...TODO,
    says: /403/,
    arrange: async (scene) => {
      await served(scene);
      scene.edge.setPage(scene.hostname, { status: 403, body: '<h1>Forbidden</h1>' });
    },
  },
  {
    name: 'TLS alone asks for a password',
    expected: ['site-login'],
    ...FINE,
    arrange: async (scene) => {
      await served(scene);
      scene.edge.setPage(scene.hostname, { status: 401, headers: { 'www-authenticate': 'Basic' }, body: '' });
    },
  },
  {
    name: 'the alias of the target’s former name, which still leads there',
    expected: [],
    ...FINE,
    arrange: async ({ dns, zone, hostname, edge }) => {
      const host = dns.zoneOf('closte.com');
      if (host?.named('app-old.closte.com').length === 0) host.add('app-old.closte.com', 'CNAME', HOST);
      zone.add(hostname, 'CNAME', 'app-old.closte.com');
      await edge.serve(hostname, 'issued');
    },
  },
];

export const supportPages: readonly Scenario[] = [...odd, ...proxies];
