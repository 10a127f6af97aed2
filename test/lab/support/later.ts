import type { RequestListener } from 'node:http';
import { isDotPath, pageOf, respond, restLink, wordPress } from '../pages.js';
import { companyZone, type Scenario, type Scene, served } from '../scenario.js';
import { HOST } from '../stage.js';
import { servedAndShown } from './shown.js';

/** A third turn: port 80 that leads to TLS, and pages of panels without their titles. */
/** Everything on port 80, the challenge too. */
const toTls =
  ({ hostname }: Scene): RequestListener =>
  (request, response) =>
    respond(301, '', { location: `https://${hostname}${request.url}` })(request, response);

/** A good certificate behind port 80, and no page behind it. */
const tlsPage = (page: 'closed' | 'silent') => ({
  expected: ['site-silent'] as const,
  verdict: 'todo' as const,
  says: /port 443/,
  arrange: async (scene: Scene) => {
    await served(scene);
    scene.http.respond(scene.hostname, toTls(scene));
    scene.edge.setPage(scene.hostname, page);
  },
});

const throughTls: Scenario[] = [
  servedAndShown('port 80 leads to TLS, which is cut off', ['tls-reset'], 'todo', /443/, 'reset', toTls),
  servedAndShown('port 80 leads to TLS, which is silent', ['tls-silent'], 'todo', /443/, 'silent', toTls),
  servedAndShown(
    'port 80 leads to TLS, where plain HTTP answers',
    ['tls-absent'],
    'todo',
    /443/,
    'plain-http',
    toTls,
  ),
  servedAndShown('port 80 leads to TLS, which is too old', ['tls-old'], 'todo', undefined, 'old-tls', toTls),
  servedAndShown(
    'port 80 leads to TLS, where the certificate has expired',
    ['certificate-expired'],
    'todo',
    undefined,
    'expired',
    toTls,
  ),
  servedAndShown(
    'port 80 leads to TLS, where a self-signed certificate is',
    ['certificate-self-signed'],
    'todo',
    undefined,
    'self-signed',
    toTls,
  ),
  servedAndShown(
    'port 80 leads to TLS, whose name is not known yet',
    ['name-unknown'],
    undefined,
    undefined,
    'unknown-name',
    toTls,
  ),
  {
    name: 'port 80 leads to TLS, which closes without a page',
    ...tlsPage('closed'),
  },
  {
    name: 'port 80 leads to TLS, which never answers',
    ...tlsPage('silent'),
  },
  servedAndShown(
    'the challenge led to another domain’s TLS that is down, no certificate yet',
    ['http-redirect-bad'],
    'todo',
    /down-80\.org/,
    'waiting',
    ({ dns }) => {
      companyZone(dns, 'down-80.org').add('down-80.org', 'A', '127.0.0.12');
      return respond(301, '', { location: 'http://down-80.org/' });
    },
  ),
];

const pages: Scenario[] = [
  servedAndShown(
    'cPanel’s default page, by its path alone',
    ['site-default-page'],
    'todo',
    undefined,
    'issued',
    () => (request, response) =>
      (request.url === '/'
        ? respond(302, '', { location: '/cgi-sys/defaultwebpage.cgi' })
        : isDotPath(request.url)
          ? respond(404, '')
          : respond(
              200,
              '<h1>SORRY!</h1><p>If you are the owner of this website, please contact your hosting provider.</p>',
            ))(request, response),
  ),
  servedAndShown(
    'WordPress’s installation at the front page itself',
    ['site-install'],
    'todo',
    undefined,
    'issued',
    () => pageOf(200, '<title>WordPress &rsaquo; Installation</title><h1>Welcome</h1>'),
  ),
  servedAndShown(
    'WordPress without its configuration, at the front page itself',
    ['site-install'],
    'todo',
    undefined,
    'issued',
    () => pageOf(200, '<title>WordPress › Setup Configuration File</title>'),
  ),
  servedAndShown(
    'the bandwidth used up, with a status of 200',
    ['site-error'],
    'todo',
    /Bandwidth/,
    'issued',
    () => pageOf(200, '<title>Bandwidth Limit Exceeded</title><h1>Bandwidth Limit Exceeded</h1>'),
  ),
  servedAndShown(
    'the account suspended, with a status of 403',
    ['site-suspended'],
    'todo',
    undefined,
    'issued',
    () => pageOf(403, '<title>This Account has been suspended.</title>'),
  ),
  servedAndShown('database tables that are not there', ['site-error'], 'todo', undefined, 'issued', () =>
    pageOf(
      500,
      '<body id="error-page"><h1>Error establishing a database connection</h1><p>One or more database tables are unavailable.</p></body>',
    ),
  ),
  servedAndShown(
    'the site denied by a firewall’s own page',
    ['site-forbidden'],
    'todo',
    /403/,
    'issued',
    () => pageOf(403, '<title>Access denied | shop used Cloudflare to restrict access</title>'),
  ),
  servedAndShown(
    'a login at the front page, without a status of its own',
    [],
    'right',
    undefined,
    'issued',
    (scene) =>
      wordPress(scene.hostname, '<title>Members</title><form name="loginform" action="/wp-login.php">'),
  ),
  servedAndShown('a script that leads only telephones away', [], 'right', undefined, 'issued', (scene) =>
    wordPress(
      scene.hostname,
      '<title>Shop</title><script>if (/Mobi/.test(navigator.userAgent)) location.href = "https://m.example.org/";</script><h1>Shop</h1>',
    ),
  ),
  servedAndShown(
    'a header alone, and no body to speak of',
    [],
    'right',
    undefined,
    'issued',
    ({ hostname }) => pageOf(200, '<!doctype html><html lang="pt"></html>', restLink(hostname)),
  ),
  servedAndShown(
    'a WordPress under the target’s name in its canonical link, REST here',
    [],
    'right',
    undefined,
    'issued',
    (scene) => wordPress(scene.hostname, `<title>Shop</title><link rel="canonical" href="https://${HOST}/">`),
  ),
];

export const supportLater: readonly Scenario[] = [...throughTls, ...pages];
