import type { RequestListener } from 'node:http';
import { pageOf, respond, restLink, wordPress } from '../pages.js';
import { companyZone, type Scenario, type Scene, served } from '../scenario.js';
import { HOST, SECOND_ADDRESS } from '../stage.js';
import { shown } from './shown.js';

/** What support teams meet on sites that arrive: DNS and certificate are right. */
const TODO = 'todo' as const;

/** One path at a time; the challenge isn't found. */
const paths =
  (of: Readonly<Record<string, RequestListener>>, other: RequestListener): RequestListener =>
  (request, response) => {
    const url = request.url ?? '/';
    const isChallenge = url.startsWith('/.well-known/');
    return (isChallenge ? respond(404, 'Not found') : (of[url] ?? other))(request, response);
  };
const to = (location: string, status = 301): RequestListener => respond(status, '', { location });

const wp = (scene: Scene, body?: string) => wordPress(scene.hostname, body);

const broken: Scenario[] = [
  shown('the database unreachable, reported with a status of 200', ['site-error'], /database/i, () =>
    pageOf(
      200,
      '<!DOCTYPE html><html><head><title>Database Error</title></head><body><h1>Error establishing a database connection</h1></body></html>',
    ),
  ),
  shown('a critical error reported with a status of 200', ['site-error'], /critical|error/i, () =>
    pageOf(
      200,
      '<!DOCTYPE html><html><head><title>WordPress &rsaquo; Error</title></head><body id="error-page"><div class="wp-die-message"><p>There has been a critical error on this website.</p></div></body></html>',
    ),
  ),
  shown('a critical error in Portuguese, with a status of 200', ['site-error'], undefined, () =>
    pageOf(
      200,
      '<!DOCTYPE html><html lang="pt-BR"><head><title>WordPress &rsaquo; Erro</title></head><body id="error-page"><div class="wp-die-message"><p>Ocorreu um erro crítico neste site.</p></div></body></html>',
    ),
  ),
  shown('a page with tags and nothing in them', ['site-error'], /empty/, () =>
    pageOf(200, '<!doctype html><html><head><meta charset="utf-8"></head><body>\n</body></html>'),
  ),
  shown('PHP that is not run: visitors get its source', ['site-error'], /PHP/, () =>
    pageOf(
      200,
      "<?php\n/**\n * Front to the WordPress application.\n */\ndefine( 'WP_USE_THEMES', true );\nrequire __DIR__ . '/wp-blog-header.php';\n",
      {
        'content-type': 'application/octet-stream',
      },
    ),
  ),
  shown('the maintenance page with a status of 200', ['site-error'], /maintenance/i, () =>
    pageOf(
      200,
      '<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>Briefly unavailable for scheduled maintenance. Check back in a minute.</h1></body></html>',
    ),
  ),
  shown('a gateway’s error with a status of 200', ['site-error'], /Bad Gateway/, () =>
    pageOf(
      200,
      '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>',
    ),
  ),
  shown('too many connections to the database, status 503', ['site-error'], /503/, () =>
    pageOf(503, '<h1>Service Unavailable</h1>', { 'retry-after': '300' }),
  ),
  shown('the host’s limit of processes', ['site-error'], /508/, () =>
    pageOf(508, '<title>508 Resource Limit Is Reached</title>'),
  ),
  shown('a front page forbidden for want of an index file', ['site-forbidden'], /403/, () =>
    pageOf(
      403,
      '<title>403 Forbidden</title><h1>Forbidden</h1><p>You don’t have permission to access this resource.</p>',
    ),
  ),
  shown('a site that pays no longer: 402', ['site-error'], /402/, () =>
    pageOf(402, '<title>Payment Required</title>'),
  ),
  shown('a site withheld for legal reasons', ['site-error'], /451/, () =>
    pageOf(451, '<title>Unavailable For Legal Reasons</title>'),
  ),
];

const away: Scenario[] = [
  shown('a script sends browsers on to the old domain', ['site-other-host'], /old-shop\.example/, () =>
    pageOf(
      200,
      '<!doctype html><html><head><script>window.location.href = "https://www.old-shop.example/";</script></head><body></body></html>',
    ),
  ),
  shown('a script replaces the page by the developer’s', ['site-other-host'], /staging\.example\.org/, () =>
    pageOf(
      200,
      '<html><body><script>location.replace("https://staging.example.org/shop/")</script></body></html>',
    ),
  ),
  shown(
    'the network’s main site by a redirect of unknown blogs',
    ['site-other-host'],
    /network\.example/,
    ({ dns, http }) => {
      companyZone(dns, 'network-one.org').add('network-one.org', 'A', SECOND_ADDRESS);
      http.respond('network-one.org', respond(200, '<title>Network</title>', restLink('network.example')));
      return to('https://network.example/?from=unknown', 302);
    },
  ),
  {
    name: 'the domain sends visitors to its www, which still is at the old host',
    expected: ['site-other-host'],
    verdict: TODO,
    says: /www\.scene-\d+\.com/,
    label: '',
    arrange: async (scene) => {
      await served(scene);
      const { zone, domain, http, second } = scene;
      zone.add(`www.${domain}`, 'A', SECOND_ADDRESS);
      http.respond(domain, paths({}, to(`http://www.${domain}/`)));
      second.http.respond(
        `www.${domain}`,
        respond(200, '<title>Old shop</title>', restLink(`www.${domain}`)),
      );
    },
  },
  {
    name: 'the domain sends visitors to its www over TLS, which has no certificate',
    expected: ['site-other-host'],
    verdict: TODO,
    says: /www\.scene-\d+\.com/,
    label: '',
    arrange: async (scene) => {
      await served(scene);
      const { zone, domain, http } = scene;
      zone.add(`www.${domain}`, 'CNAME', HOST);
      http.respond(domain, paths({}, to(`https://www.${domain}/`)));
    },
  },
  shown(
    'redirected to an address with a path of the old host’s panel',
    ['site-redirects'],
    /:2083/,
    ({ hostname }) => paths({}, to(`https://${hostname}:2083/`)),
  ),
  shown('redirected to an application on a phone', ['site-redirects'], /intent:/, () =>
    paths({}, to('intent://shop#Intent;end', 302)),
  ),
  shown('a WordPress moved here from a local machine', ['site-other-host'], /shop\.local/, () =>
    pageOf(200, '<title>Shop</title>', restLink('shop.local')),
  ),
  shown(
    'a WordPress that names the host’s temporary address',
    ['site-other-host'],
    new RegExp(HOST.replaceAll('.', '\\.')),
    () => pageOf(200, '<title>Shop</title>', restLink(HOST)),
  ),
];

const strangers: Scenario[] = [
  shown('CyberPanel’s page for a new site', ['site-default-page'], undefined, () =>
    pageOf(200, '<title>CyberPanel</title><h1>Congratulations, your website is ready to be deployed.</h1>'),
  ),
  shown('Hestia’s page for a new site', ['site-default-page'], /Success/, () =>
    pageOf(200, '<title>Success! Your new web server is ready to use.</title><h1>Success!</h1>'),
  ),
  shown('OpenLiteSpeed’s welcome', ['site-default-page'], undefined, () =>
    pageOf(200, '<title>Welcome to OpenLiteSpeed</title><h1>Congratulations</h1>'),
  ),
  shown('Plesk’s page for a domain without hosting', ['site-default-page'], undefined, () =>
    pageOf(
      200,
      '<title>Web Server’s Default Page</title><h1>Web Server’s Default Page</h1><p>This page is generated by Plesk.</p>',
    ),
  ),
  shown('a host’s “site not found”', ['site-default-page'], /Site Not Found/i, () =>
    pageOf(
      404,
      '<title>Site Not Found</title><h1>Site Not Found</h1><p>Well, this is awkward. The site you’re looking for is not here.</p>',
    ),
  ),
  shown('a page that says the domain is not configured', ['site-default-page'], /not configured/i, () =>
    pageOf(200, '<title>Domain not configured</title><h1>This domain is not configured on this server</h1>'),
  ),
  shown('cPanel’s “Apache is functioning normally”', ['site-default-page'], undefined, () =>
    pageOf(
      200,
      '<html><head><title>Apache is functioning normally</title></head><body>Apache is functioning normally</body></html>',
    ),
  ),
  shown('a page that says the domain is parked', ['site-default-page'], /parked/i, () =>
    pageOf(200, '<title>Domain parked</title><h1>This domain is parked free of charge.</h1>'),
  ),
  shown('a site suspended by its host, in Spanish', ['site-suspended'], undefined, () =>
    pageOf(
      200,
      '<title>Cuenta suspendida</title><h1>Esta cuenta ha sido suspendida</h1><p>Póngase en contacto con su proveedor de hosting.</p>',
    ),
  ),
  shown('a site of the network suspended, in German', ['site-suspended'], undefined, () =>
    pageOf(410, '<body id="error-page"><p>Diese Website wurde archiviert oder gesperrt.</p></body>'),
  ),
  shown('an installation that asks for its language', ['site-install'], undefined, () =>
    paths(
      {
        '/wp-admin/install.php': respond(
          200,
          '<title>WordPress &rsaquo; Installation</title><form id="setup" method="post" action="?step=1"><select name="language"></select></form>',
        ),
      },
      to('/wp-admin/install.php', 302),
    ),
  ),
  shown('a shop that is no WordPress', ['site-other'], /Shop by Shopify/, () =>
    pageOf(200, '<title>Shop by Shopify</title><h1>Shoes</h1>'),
  ),
];

const healthy: Scenario[] = [
  shown('seven redirects before the page', [], undefined, (scene) => (request, response) => {
    const step = Number(/\/step-(\d)/.exec(request.url ?? '')?.[1] ?? 0);
    return (
      request.url?.startsWith('/.')
        ? respond(404, 'Not found')
        : step < 7
          ? to(`/step-${step + 1}`, 302)
          : wp(scene)
    )(request, response);
  }),
  shown('sent to itself with a final dot', [], undefined, (scene) =>
    paths({ '/home/': wp(scene) }, to(`http://${scene.hostname}./home/`)),
  ),
  shown('a REST link with the standard port in it', [], undefined, ({ hostname }) =>
    pageOf(200, '<title>Shop</title>', restLink(`${hostname}:443`)),
  ),
  shown('a REST link with a final dot', [], undefined, ({ hostname }) =>
    pageOf(200, '<title>Shop</title>', restLink(`${hostname}.`)),
  ),
  shown('twenty thousand bytes of headers', [], undefined, ({ hostname }) =>
    pageOf(200, '<title>Shop</title>', {
      ...restLink(hostname),
      'content-security-policy': `default-src 'self' ${'https://cdn.example.net '.repeat(700)}`,
    }),
  ),
  shown('an article that quotes the maintenance page', [], undefined, (scene) =>
    wp(
      scene,
      '<title>Briefly unavailable for scheduled maintenance: how to fix it</title><h1>Maintenance mode</h1><p>Briefly unavailable for scheduled maintenance. Check back in a minute.</p>',
    ),
  ),
  shown('a plugin’s “coming soon” that shows itself with a script', [], undefined, (scene) =>
    wp(
      scene,
      '<title>Soon</title><script>if (window.location.href.indexOf("preview") > 0) { window.location.href = "https://preview.example.org/"; }</script><h1>Soon</h1>',
    ),
  ),
  shown('a page that scripts fill', ['site-other'], undefined, () =>
    pageOf(
      200,
      '<!doctype html><html><head><title>App</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>',
    ),
  ),
  shown('a picture and nothing else', ['site-other'], undefined, () =>
    pageOf(200, '<!doctype html><html><body><img src="/poster.jpg" alt=""></body></html>'),
  ),
  shown('a WordPress whose page is one picture', [], undefined, (scene) =>
    wp(scene, '<img src="/wp-content/uploads/poster.jpg" alt="">'),
  ),
  shown('a password for the page alone', ['site-login'], /401/, () =>
    pageOf(401, 'Authorization required', { 'www-authenticate': 'Basic realm="shop"' }),
  ),
  shown('a page in ISO-8859-1', [], undefined, ({ hostname }) =>
    pageOf(200, Buffer.from('<title>Caf\xe9</title><h1>Caf\xe9</h1>', 'latin1'), {
      ...restLink(hostname),
      'content-type': 'text/html; charset=iso-8859-1',
    }),
  ),
  shown('a page with a byte order mark', [], undefined, ({ hostname }) =>
    pageOf(200, '\uFEFF<!doctype html><title>Shop</title><h1>Shop</h1>', restLink(hostname)),
  ),
  shown('a page of a megabyte of styles first', [], undefined, ({ hostname }) =>
    pageOf(
      200,
      `<!doctype html><style>${'a{color:red}'.repeat(90_000)}</style><title>Shop</title>`,
      restLink(hostname),
    ),
  ),
  shown('a shop that first asks for the visitor’s age', [], undefined, (scene) =>
    paths({ '/age/': wp(scene, '<title>Are you 18?</title>') }, to('/age/', 307)),
  ),
  shown('an “Under construction” of the owner’s', [], undefined, (scene) =>
    wp(scene, '<title>Under construction</title><h1>502 reasons to come back</h1>'),
  ),
  shown('a site whose canonical link leads to a network of shops, and REST here', [], undefined, (scene) =>
    wp(scene, '<title>Shop</title><link rel="canonical" href="https://shops.example.net/bakery/">'),
  ),
];

export const supportSites: readonly Scenario[] = [...broken, ...away, ...strangers, ...healthy];
