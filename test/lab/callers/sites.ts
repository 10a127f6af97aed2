import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { isDotPath, moved, pageOf, replies, respond, restLink, wordPress } from '../pages.js';
import { companyZone, type Scenario, type Scene } from '../scenario.js';
import { SECOND_ADDRESS } from '../stage.js';
import { shown } from '../support/shown.js';

const OTHER = 'old-shop.org';

/** Another site of the customer's, at another host, which answers so. */
const otherSite = ({ dns, second }: Scene, answer: RequestListener) => {
  const zone = companyZone(dns, OTHER);
  if (zone.named(OTHER).length === 0) zone.add(OTHER, 'A', SECOND_ADDRESS);
  second.http.respond(OTHER, answer);
};

/** Everything but the challenge is sent to the other site. */
const sentAway = (name: string, expected: Scenario['expected'], answer: RequestListener, says?: RegExp) =>
  shown(name, expected, says, (scene) => {
    otherSite(scene, answer);
    return replies(() => moved(`http://${OTHER}/`));
  });

/** A page as it stands; browsers and the bot get it alike on both ports. */
const page = (
  name: string,
  expected: Scenario['expected'],
  body: string,
  {
    status = 200,
    headers = {} as Record<string, string>,
    says,
  }: { status?: number; headers?: Record<string, string>; says?: RegExp } = {},
): Scenario => shown(name, expected, says, () => pageOf(status, body, headers));

/** Bytes as they stand, which no HTTP library would send. */
const raw =
  (bytes: (hostname: string) => string): ((scene: Scene) => RequestListener) =>
  ({ hostname }) =>
  (request, response) =>
    isDotPath(request.url)
      ? respond(404, 'Not found')(request, response)
      : void request.socket.end(bytes(hostname));

const WP_HEAD = (hostname: string) =>
  `content-type: text/html\r\nlink: <https://${hostname}/wp-json/>; rel="https://api.w.org/"\r\n`;
const SITE = '<!doctype html><title>Shop</title><body><h1>Shop</h1></body>';

const healthy: Scenario[] = [
  shown(
    'an answer in HTTP/1.0',
    [],
    undefined,
    raw((name) => `HTTP/1.0 200 OK\r\n${WP_HEAD(name)}\r\n${SITE}`),
  ),
  shown(
    'a page shorter than its length',
    [],
    undefined,
    raw(
      (name) => `HTTP/1.1 200 OK\r\n${WP_HEAD(name)}content-length: 9000\r\nconnection: close\r\n\r\n${SITE}`,
    ),
  ),
  shown(
    'a page longer than its length',
    [],
    undefined,
    raw(
      (name) =>
        `HTTP/1.1 200 OK\r\n${WP_HEAD(name)}content-length: ${SITE.length}\r\nconnection: close\r\n\r\n${SITE}\n\n`,
    ),
  ),
  shown('a page of five megabytes', [], undefined, ({ hostname }) =>
    pageOf(200, `<title>Shop</title><body>${'<p>text</p>'.repeat(450_000)}`, restLink(hostname)),
  ),
  shown('a hundred megabytes of zeros, compressed', [], undefined, ({ hostname }) =>
    pageOf(200, gzipSync(Buffer.concat([Buffer.from(SITE), Buffer.alloc(20_000_000)])) as never, {
      ...restLink(hostname),
      'content-encoding': 'gzip',
    }),
  ),
  shown('a page that starts late', [], undefined, ({ hostname }) => (request, response) => {
    if (isDotPath(request.url)) return respond(404, '')(request, response);
    setTimeout(() => wordPress(hostname)(request, response), 600);
  }),
  shown('a page with status 203', [], undefined, ({ hostname }) => pageOf(203, SITE, restLink(hostname))),
  shown('a page with status 206', [], undefined, ({ hostname }) => pageOf(206, SITE, restLink(hostname))),
  shown(
    'sent to a folder with an umlaut, unencoded',
    [],
    undefined,
    ({ hostname }) =>
      (request, response) => {
        if (request.url === '/')
          return void request.socket.end(
            'HTTP/1.1 302 Found\r\nlocation: /über uns/\r\ncontent-length: 0\r\nconnection: close\r\n\r\n',
          );
        return wordPress(hostname)(request, response);
      },
  ),
  shown('a WordPress that wants no search engines', [], undefined, ({ hostname }) =>
    pageOf(200, '<title>Shop</title><meta name="robots" content="noindex, nofollow"><h1>Shop</h1>', {
      ...restLink(hostname),
      'x-robots-tag': 'noindex',
    }),
  ),
  shown('a warning of PHP’s above the page', [], undefined, ({ hostname }) =>
    pageOf(
      200,
      `<br />\n<b>Warning</b>:  Undefined array key in <b>/wp-content/x.php</b> on line <b>3</b><br />\n${SITE}`,
      restLink(hostname),
    ),
  ),
  shown('a page of a WordPress in UTF-16', [], undefined, ({ hostname }) =>
    pageOf(200, Buffer.from(`\ufeff${SITE}`, 'utf16le') as never, {
      ...restLink(hostname),
      'content-type': 'text/html; charset=utf-16le',
    }),
  ),
  shown('a blog post about frames, with a video in one', [], undefined, ({ hostname }) =>
    pageOf(
      200,
      '<title>Video</title><body><h1>Our video</h1><iframe src="https://www.youtube.com/embed/x" width="100%" height="100%"></iframe></body>',
      restLink(hostname),
    ),
  ),
  shown('a booking page in a frame, in a WordPress that names itself', [], undefined, ({ hostname }) =>
    pageOf(
      200,
      '<title>Book</title><body><iframe src="https://booking.example/x" width="100%" height="100%"></iframe><script src="/wp-includes/js/x.js"></script></body>',
      restLink(hostname),
    ),
  ),
  ...(
    [
      [
        'a hidden frame as large as the page',
        '<iframe src="https://login.example/silent" style="display:none;width:100%;height:100%"></iframe><script src="/app.js"></script>',
      ],
      [
        'a film behind it',
        '<div id="root"></div><iframe src="https://www.youtube.com/embed/x" style="width:100vw;height:100vh"></iframe><script src="/app.js"></script>',
      ],
    ] as const
  ).map(([what, body]) =>
    shown(`an application drawn by a script, with ${what}`, ['site-other'], undefined, () =>
      pageOf(200, `<title>App</title><body>${body}</body>`),
    ),
  ),
  shown(
    'an application drawn by a script, with a hidden frame for its login',
    ['site-other'],
    undefined,
    () =>
      pageOf(
        200,
        '<title>App</title><body><div id="root"></div><iframe src="https://login.example/silent" style="display:none"></iframe><script src="/app.js"></script></body>',
      ),
  ),
  shown(
    'a WordPress under maintenance whose owner is logged in, with a banner',
    [],
    undefined,
    ({ hostname }) =>
      pageOf(
        200,
        `<title>Shop</title><body class="maintenance-mode"><h1>Maintenance is our business</h1>`,
        restLink(hostname),
      ),
  ),
  shown('a WordPress about the price of “404 Not Found” T-shirts', [], undefined, ({ hostname }) =>
    pageOf(
      200,
      `<title>404 Not Found T-shirts</title><h1>404 Not Found</h1><img src="/wp-content/uploads/x.png">`,
      restLink(hostname),
    ),
  ),
  shown('a private blog: the password page of a plugin', [], undefined, ({ hostname }) =>
    replies((path) =>
      path.startsWith('/?password-protected')
        ? { body: `<title>Shop</title><form><input type="password"></form>`, headers: restLink(hostname) }
        : moved(`/?password-protected=login&redirect_to=http%3A%2F%2F${hostname}%2F`, 302),
    ),
  ),
  shown(
    'a WordPress whose canonical link has a tracking host for images first',
    [],
    undefined,
    ({ hostname }) =>
      pageOf(
        200,
        `<title>Shop</title><link rel="preconnect" href="https://cdn.example"><link rel="canonical" href="https://www.${hostname}/"><h1>Shop</h1>`,
        restLink(hostname),
      ),
  ),
  shown('sent on to the front page with a slash more', [], undefined, ({ hostname }) =>
    replies((path) =>
      path === '/' ? moved(`//${hostname}/home/`, 302) : { body: SITE, headers: restLink(hostname) },
    ),
  ),
];

const away: Scenario[] = [
  sentAway(
    'sent to another host, which denies access',
    ['site-other-host'],
    respond(403, 'Forbidden'),
    /old-shop\.org/,
  ),
  sentAway(
    'sent to another host, which has had too many requests',
    ['site-other-host'],
    respond(429, 'Slow down'),
    /old-shop\.org/,
  ),
  sentAway(
    'sent to another host, which asks for a password',
    ['site-other-host'],
    respond(401, 'Who?', { 'www-authenticate': 'Basic' }),
    /old-shop\.org/,
  ),
  sentAway('sent to another host, which fails', ['site-other-host'], respond(500, 'Oops'), /old-shop\.org/),
  sentAway(
    'sent to another host, in maintenance',
    ['site-other-host'],
    respond(503, 'Back soon', { 'retry-after': '600' }),
    /old-shop\.org/,
  ),
  sentAway(
    'sent to another host, which has no such page',
    ['site-other-host'],
    respond(404, 'Not found'),
    /old-shop\.org/,
  ),
  sentAway(
    'sent to another host, whose page is empty',
    ['site-other-host'],
    respond(200, ''),
    /old-shop\.org/,
  ),
  sentAway(
    'sent to another host, with a web server’s welcome',
    ['site-other-host'],
    respond(200, '<title>Welcome to nginx!</title>'),
    /old-shop\.org/,
  ),
  sentAway(
    'sent to another host, which tests browsers',
    ['site-other-host'],
    respond(503, '<title>Just a moment...</title>', { 'cf-mitigated': 'challenge' }),
    /old-shop\.org/,
  ),
  ...(
    [
      [
        'a script in the body’s `onload`',
        '<html><body onload="window.location.href=\'http://old-shop.org/\'"></body></html>',
      ],
      [
        'a script after a moment',
        '<html><head><script>setTimeout(function(){ window.location = "http://old-shop.org/"; }, 0)</script></head><body></body></html>',
      ],
      ['`self.location.replace`', '<script>self.location.replace("http://old-shop.org/")</script>'],
      [
        '`document.location.href`',
        '<html><body><script>document.location.href="http://old-shop.org/";</script></body></html>',
      ],
      [
        'a refresh in capitals',
        '<HTML><HEAD><META HTTP-EQUIV="REFRESH" CONTENT="0; URL=http://old-shop.org/"></HEAD></HTML>',
      ],
      ['a refresh without quotes', '<meta http-equiv=refresh content=0;url=http://old-shop.org/>'],
      [
        'a refresh with content first',
        '<meta content="3;url=http://old-shop.org/" http-equiv="refresh"><p>We have moved.</p>',
      ],
    ] as const
  ).map(([how, body]) =>
    shown(`led away by ${how}`, ['site-other-host'], /old-shop\.org/, (scene) => {
      otherSite(scene, respond(200, '<title>Old</title><h1>Old shop</h1>'));
      return pageOf(200, body);
    }),
  ),
  page(
    'a frame over the whole page, and a script that counts visitors',
    ['site-other-host'],
    '<html><head><title>Shop</title><script src="https://www.googletagmanager.com/gtag/js"></script></head><body style="margin:0"><iframe src="http://old-shop.org/" style="width:100%;height:100vh;border:0"></iframe><script>track()</script></body></html>',
    { says: /frame/ },
  ),
  page(
    'a frame with sizes as attributes, and a script',
    ['site-other-host'],
    '<html><head><title>Shop</title></head><body><script>var a=1</script><iframe src="https://old-shop.org/" width="100%" height="100%" frameborder="0"></iframe></body></html>',
    { says: /frame/ },
  ),
  shown(
    'the www leads to the domain, and the domain to the www',
    ['site-redirects'],
    undefined,
    ({ http, zone, hostname }) => {
      zone.add(`www.${hostname}`, 'CNAME', 'app-1.closte.com');
      http.respond(
        `www.${hostname}`,
        replies(() => moved(`http://${hostname}/`)),
      );
      return replies(() => moved(`http://www.${hostname}/`));
    },
  ),
  shown('sent to a port of its own, after the certificate', ['site-redirects'], /8443/, ({ hostname }) =>
    replies(() => moved(`https://${hostname}:8443/`)),
  ),
];

const errors: Scenario[] = [
  ...(
    [
      ['German', 'Fehler beim Aufbau einer Datenbankverbindung'],
      ['French', 'Erreur lors de la connexion à la base de données'],
      ['Spanish', 'Error al establecer una conexión con la base de datos'],
      ['Italian', 'Errore nello stabilire una connessione al database'],
      ['Portuguese', 'Erro ao estabelecer uma conexão com o banco de dados'],
      ['Romanian', 'Eroare la stabilirea unei conexiuni cu baza de date'],
    ] as const
  ).map(([language, text]) =>
    page(
      `the database unreachable, in ${language}, with a status of 200`,
      ['site-error'],
      `<!doctype html><html><head><title>Shop</title></head><body><h1>${text}</h1></body></html>`,
    ),
  ),
  page(
    'nothing but the comment of a cache',
    ['site-error'],
    '<!-- Page generated by LiteSpeed Cache 6.1 on 2026-11-27 -->',
    { says: /empty/ },
  ),
  page(
    'a head and no body',
    ['site-error'],
    '<!doctype html><html><head><meta charset="utf-8"><title></title></head></html>',
    { says: /empty/ },
  ),
  page('a byte order mark alone', ['site-error'], '\ufeff\n', { says: /empty/ }),
  page(
    'maintenance without a moment to come back',
    ['site-error'],
    '<title>Maintenance</title><h1>Briefly unavailable for scheduled maintenance. Check back in a minute.</h1>',
    { status: 503 },
  ),
  page(
    'a warning that the bot is limited, from Wordfence',
    ['site-forbidden'],
    '<!doctype html><html><head><title>Your access to this site has been limited</title></head><body><h1>Your access to this site has been limited by the site owner</h1></body></html>',
    { status: 503, headers: { 'retry-after': '3600' } },
  ),
  page(
    'a firewall of Cloudflare’s denies the bot',
    ['site-forbidden'],
    '<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>',
    { status: 403, headers: { server: 'cloudflare', 'cf-ray': 'x' } },
  ),
  page(
    'LiteSpeed asks whether visitors are robots',
    ['site-other'],
    '<!DOCTYPE html><html lang="en"><head><title>Bot Verification</title><script src="https://www.recaptcha.net/recaptcha/api.js"></script></head><body><div>Verifying that you are not a robot...</div></body></html>',
  ),
  page('AWS asks whether visitors are robots', ['site-other'], '', {
    status: 202,
    headers: { 'x-amzn-waf-action': 'challenge' },
  }),
  page(
    'Symfony’s error page with a status of 200',
    ['site-error'],
    '<title>An Error Occurred: Internal Server Error</title><h1>Oops! An Error Occurred</h1><h2>The server returned a "500 Internal Server Error".</h2>',
  ),
  page(
    'PHP’s uncaught exception with a status of 200',
    ['site-error'],
    'PHP Fatal error:  Uncaught Error: Class "X" not found in /srv/x.php:3\nStack trace:\n#0 {main}\n  thrown in /srv/x.php on line 3',
  ),
  page(
    'a fatal error after the page’s head, with a status of 200',
    ['site-error'],
    `<!doctype html><html><head><title>Shop</title><link href="/wp-content/themes/a/s.css"></head><body><header>Shop</header><br />\n<b>Fatal error</b>:  Allowed memory size of 268435456 bytes exhausted (tried to allocate 20480 bytes) in <b>/srv/wp-includes/x.php</b> on line <b>12</b><br />\n`,
  ),
  page(
    'a service unavailable page of LiteSpeed’s',
    ['site-error'],
    '<!DOCTYPE html><html><head><title> 503 Service Unavailable\n</title></head><body><h1>503</h1><h2>Service Unavailable</h2></body></html>',
    { status: 503 },
  ),
  page(
    'a file listing',
    ['site-default-page'],
    '<html><head><title>Index of /</title></head><body><h1>Index of /</h1></body></html>',
  ),
  page(
    '“Site under construction” of a host',
    ['site-other'],
    '<title>Under construction</title><h1>Under construction</h1>',
  ),
  page('a phpinfo page', ['site-other'], '<title>PHP Version 8.3.2</title><h1>PHP Version 8.3.2</h1>'),
  page(
    'another customer’s WordPress, known by its canonical link alone',
    ['site-other-host'],
    '<title>Florist</title><link rel="canonical" href="https://florist.example/"><img src="https://florist.example/wp-content/uploads/a.png">',
    { says: /florist\.example/ },
  ),
  page(
    'a page not found within WordPress, for the front page',
    ['site-error'],
    '<title>Page not found</title><body class="error404">',
    { status: 404 },
  ),
  page('unavailable in this country', ['site-error'], '<title>451 Unavailable For Legal Reasons</title>', {
    status: 451,
  }),
  page(
    'denied by the country of the bot',
    ['site-forbidden'],
    '<title>Access denied</title><p>Your country is not allowed.</p>',
    { status: 403 },
  ),
];

/** Of sites, as those report who call support. */
export const callersSites: readonly Scenario[] = [...healthy, ...away, ...errors];
