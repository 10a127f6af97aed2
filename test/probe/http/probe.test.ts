import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { createServer as createTlsServer } from 'node:tls';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HttpOutcome, SiteAnswer } from '../../../src/core/observation/http.js';
import { type AddressPolicy, anyAddress } from '../../../src/probe/address.js';
import { createHttpProbe } from '../../../src/probe/http/probe.js';
import { createCertificateAuthority } from '../../../src/sandbox/edge/certificate-authority.js';
import { ADDRESS, listening, talking } from './listening.js';

const NAME = 'shop.example.com';
const TIMEOUT_MS = 500;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface LogPosition {
  readonly httpPort: number;
  readonly tlsPort?: number;
  readonly policy?: AddressPolicy;
  readonly resolveHost?: (host: string) => Promise<readonly string[]>;
}

async function probe({
  httpPort,
  tlsPort = 1,
  policy = anyAddress,
  resolveHost = async () => [],
}: LogPosition) {
  const probe = createHttpProbe({ httpPort, tlsPort, policy, resolveHost, timeoutMs: TIMEOUT_MS });
  const startedAt = performance.now();
  const { http } = await probe.probe(NAME, [ADDRESS], 'probe-0123456789abcdef');
  const { challenge, site } = http;
  expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS * 5);
  const [first] = challenge;
  if (!first) throw new Error('nothing was seen');
  return { challenge: first, site: site[0] };
}

const served = (handler: Handler) => listening(createServer(handler));
const redirect =
  (location: string): Handler =>
  (_, response) =>
    void response.writeHead(302, { location }).end();
const drip = (socket: Socket, head: string) => {
  socket.write(head);
  const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write('x')), 20);
};

describe('the challenge', () => {
  it('is asked for as a certificate authority does: by name, at the address, for its path', async () => {
    const asked: (string | undefined)[] = [];
    const httpPort = await served((request, response) => {
      asked.push(`${request.headers.host} ${request.url} ${request.headers.cookie}`);
      response.writeHead(404, { server: 'nginx' }).end();
    });
    expect((await probe({ httpPort })).challenge).toMatchObject({
      outcome: 'reached',
      status: 404,
      server: 'nginx',
      redirects: 0,
    });
    expect(asked).toContain(`${NAME} /.well-known/acme-challenge/probe-0123456789abcdef undefined`);
  });

  it('is asked for with what firewalls expect of everybody', async () => {
    const httpPort = await served(
      ({ headers }, response) => void response.writeHead(headers.accept === undefined ? 403 : 404).end(),
    );
    expect((await probe({ httpPort })).challenge.outcome).toBe('reached');
  });

  it.each<[string, Handler, HttpOutcome]>([
    ['a page', (_, response) => void response.end('hello'), 'reached'],
    ['a password', (_, response) => void response.writeHead(401).end(), 'login'],
    ['an access rule', (_, response) => void response.writeHead(403).end(), 'login'],
    [
      'a redirect to WordPress’s login',
      (request, response) =>
        request.url?.startsWith('/wp-login.php')
          ? void response.end()
          : redirect('/wp-login.php?redirect_to=x')(request, response),
      'login',
    ],
    ['an error', (_, response) => void response.writeHead(503).end(), 'error'],
    ['a circle', redirect('/round'), 'redirect-loop'],
    [
      'redirects without end',
      (request, response) => redirect(`/${Number(request.url?.slice(1)) + 1 || 1}`)(request, response),
      'too-many-redirects',
    ],
    ['a redirect to nowhere', (_, response) => void response.writeHead(301).end(), 'bad-redirect'],
    [
      'a redirect that an authority does not follow (303)',
      (_, response) => void response.writeHead(303, { location: '/other' }).end(),
      'bad-redirect',
    ],
    ['a redirect to another scheme', redirect('ftp://shop.example.com/'), 'bad-redirect'],
    ['a redirect to an odd port', redirect('http://shop.example.com:8081/'), 'bad-redirect'],
    ['a redirect to an address', redirect('http://127.0.0.1/'), 'bad-redirect'],
    ['a redirect to an IPv6 address', redirect('http://[::1]/'), 'bad-redirect'],
    ['a redirect with a password', redirect('http://a:b@shop.example.com/'), 'bad-redirect'],
    ['a redirect to a host that nobody has', redirect('http://other.example.net/'), 'bad-redirect'],
    [
      'a redirect without a slash',
      redirect('https://shop.example.com.well-known/acme-challenge/x'),
      'bad-redirect',
    ],
    [
      'a JavaScript test',
      (_, response) => void response.end('<script src="/aes.js"></script>'),
      'test-cookie',
    ],
    [
      'Cloudflare’s test',
      (_, response) => void response.writeHead(403, { 'cf-mitigated': 'challenge' }).end('Just a moment'),
      'test-cookie',
    ],
    [
      'another product’s test',
      (_, response) => void response.writeHead(503).end('<title>One moment, please...</title>'),
      'test-cookie',
    ],
    [
      'a filter on the path',
      (request, response) =>
        request.url === '/' ? void response.end('site') : void request.socket.resetAndDestroy(),
      'challenge-blocked',
    ],
    ['a reset', (request) => void request.socket.resetAndDestroy(), 'reset'],
    ['silence', () => undefined, 'timeout'],
    [
      'a body without end',
      (request) => drip(request.socket, 'HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n'),
      'timeout',
    ],
    ['a head without end', (request) => drip(request.socket, 'HTTP/1.1 200 OK\r\nx: '), 'timeout'],
    [
      'a head of a megabyte',
      (request) => void request.socket.end(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(2 ** 20)}\r\n\r\n`),
      'not-http',
    ],
  ])('%s is $2', async (_, handler, outcome) => {
    expect((await probe({ httpPort: await served(handler) })).challenge.outcome).toBe(outcome);
  });

  it('an answer to the challenge that isn’t HTTP is its own outcome', async () => {
    expect(
      (await probe({ httpPort: await talking((socket) => void socket.end('SSH-2.0-x\r\n')) })).challenge
        .outcome,
    ).toBe('not-http');
    const ca = await createCertificateAuthority();
    const secure = createTlsServer(await ca.issue([NAME]));
    secure.on('tlsClientError', () => undefined);
    expect(['not-http', 'reset']).toContain(
      (await probe({ httpPort: await listening(secure) })).challenge.outcome,
    );
  });

  it('the challenge that nobody takes is refused', async () => {
    const httpPort = await served(() => undefined);
    const probe = createHttpProbe({
      httpPort,
      tlsPort: 1,
      policy: anyAddress,
      resolveHost: async () => [],
      timeoutMs: TIMEOUT_MS,
    });
    const { http } = await probe.probe(NAME, ['127.0.0.99'], 't');
    expect(http.challenge).toMatchObject([{ outcome: 'refused' }]);
  });

  it('follows to https, whatever certificate is there, and stays at the address', async () => {
    const ca = await createCertificateAuthority();
    const secure = createTlsServer(await ca.selfSigned('somebody.else'), (socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n'));
    });
    const tlsPort = await listening(secure);
    const httpPort = await served((request, response) =>
      redirect(`https://${NAME}${request.url}`)(request, response),
    );
    expect((await probe({ httpPort, tlsPort })).challenge).toMatchObject({
      outcome: 'reached',
      status: 404,
      redirects: 1,
    });
  });

  it('is never followed to an address that may not be connected to', async () => {
    let reached = 0;
    const httpPort = await served((request, response) => {
      if (request.headers.host === NAME) return redirect('http://inside.example.net/')(request, response);
      reached++;
      response.end();
    });
    const policy = { mayConnect: (address: string) => address === ADDRESS };
    const place = { httpPort, policy, resolveHost: async () => ['127.0.0.2', '10.0.0.1'] };
    expect((await probe(place)).challenge.outcome).toBe('bad-redirect');
    expect(reached).toBe(0);
    expect((await probe({ ...place, policy: { mayConnect: () => false } })).challenge.outcome).toBe(
      'blocked',
    );
  });
});

it.each([
  ['its length twice', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nshop'],
  ['lone line feeds', 'HTTP/1.1 200 OK\nContent-Length: 4\n\nshop'],
  ['a space in a header’s name', 'HTTP/1.1 200 OK\r\nX By: y\r\nContent-Length: 4\r\n\r\nshop'],
  [
    'an interim answer first',
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nshop',
  ],
])('an answer with %s, which browsers read, isn’t held against the server', async (_, raw) => {
  const { challenge, site } = await probe({ httpPort: await talking((socket) => void socket.end(raw)) });
  expect(challenge?.outcome).toBe('unreadable');
  expect(site).toMatchObject({ kind: 'other', served: 'unknown', failure: 'unreadable' });
});

it('is another host’s, however that breaks rules that browsers don’t insist on', async () => {
  const httpPort = await talking(
    (socket, request) =>
      void socket.end(
        request.includes(NAME)
          ? 'HTTP/1.1 302 Found\r\nLocation: http://old.example.org/\r\nContent-Length: 0\r\n\r\n'
          : 'HTTP/1.1 200 OK\nContent-Length: 4\n\nshop',
      ),
  );
  const { site } = await probe({ httpPort, resolveHost: async () => [ADDRESS] });
  expect(site).toMatchObject({ kind: 'other', served: 'other-host', finalHost: 'old.example.org' });
});

it('reads headers as long as browsers do', async () => {
  const httpPort = await served(
    (_, response) =>
      void response.setHeader('x-policy', 'x'.repeat(100_000)).end('<link href="/wp-content/x.css">'),
  );
  expect((await probe({ httpPort })).site?.kind).toBe('wordpress');
});

describe('the site', () => {
  it.each<[string, Handler, SiteAnswer['kind']]>([
    [
      'WordPress’s API in a header',
      (_, response) =>
        void response.setHeader('link', '<https://x/wp-json/>; rel="https://api.w.org/"').end('Shop'),
      'wordpress',
    ],
    [
      'a pingback header',
      (_, response) => void response.setHeader('x-pingback', 'x').end('Shop'),
      'wordpress',
    ],
    [
      'WordPress’s files in the page',
      (_, response) => void response.end('<link href="/wp-content/x.css">'),
      'wordpress',
    ],
    [
      'the same page for every name',
      (_, response) => void response.end('<title> Welcome\n to  nginx </title>'),
      'default-page',
    ],
    [
      'a web server’s own page with status 401',
      (_, response) =>
        void response.writeHead(401).end('<title>Apache2 Debian Default Page: It works</title>'),
      'default-page',
    ],
    [
      'a web server’s own page with status 403',
      (_, response) =>
        void response.writeHead(403).end('<title>Test Page for the HTTP Server on AlmaLinux</title>'),
      'default-page',
    ],
    [
      'a web server’s own page with status 429',
      (_, response) => void response.writeHead(429).end('<title>Welcome to OpenResty!</title>'),
      'default-page',
    ],
    [
      'a web server’s own page with status 503',
      (_, response) => void response.writeHead(503).end('<title>Site not found</title>'),
      'default-page',
    ],
    [
      'the same page with the name in it',
      (request, response) => void response.end(`No site ${request.headers.host}`),
      'default-page',
    ],
    [
      'a page of its own',
      (request, response) => void response.end(request.headers.host === NAME ? 'shop' : 'no'),
      'other',
    ],
    [
      'an error',
      (_, response) => void response.writeHead(500).end('Error establishing a database connection'),
      'error',
    ],
    [
      'WordPress’s header and nothing else',
      (_, response) =>
        void response.setHeader('link', `<https://${NAME}/wp-json/>; rel="https://api.w.org/"`).end('\n'),
      'error',
    ],
    ['redirects in a circle', redirect('/'), 'error'],
    ['a password', (_, response) => void response.writeHead(401).end(), 'login'],
    ['nothing', () => undefined, 'none'],
  ])('%s: $2', async (_, handler, kind) => {
    expect((await probe({ httpPort: await served(handler) })).site?.kind).toBe(kind);
  });

  const encoded =
    (encoding: string, body: Buffer): Handler =>
    (_, response) =>
      void response.writeHead(200, { 'content-encoding': encoding }).end(body);
  const page = '<link href="/wp-content/x.css">';

  it.each<[string, Handler, SiteAnswer['kind']]>([
    ['gzip', encoded('gzip', gzipSync(page)), 'wordpress'],
    ['deflate', encoded('deflate', deflateSync(page)), 'wordpress'],
    ['brotli', encoded('BR', brotliCompressSync(page)), 'wordpress'],
    ['what grows a thousandfold', encoded('gzip', gzipSync(page + '0'.repeat(30_000_000))), 'wordpress'],
    ['what isn’t compressed at all', encoded('gzip', Buffer.from(page)), 'none'],
    ['what breaks off', encoded('gzip', gzipSync(page).subarray(0, 20)), 'none'],
  ])('is read though it comes compressed: %s', async (_, handler, kind) => {
    expect((await probe({ httpPort: await served(handler) })).site?.kind).toBe(kind);
  });

  it.each<[string, Handler]>([
    ['is longer than what comes', (_, response) => void response.writeHead(200, { 'content-length': 9_999 })],
    ['comes in pieces of which the last is missing', (_, response) => void response.writeHead(200)],
  ])('is the part that a browser shows of a page that breaks off: %s', async (_, begin) => {
    const httpPort = await served((request, response) => {
      begin(request, response);
      response.write(`<title>Shop</title>${page}`, () => setTimeout(() => response.destroy(), 20));
    });
    expect((await probe({ httpPort })).site?.kind).toBe('wordpress');
  });

  it.each<[string, Record<string, string>, SiteAnswer['shows']]>([
    ['is a file', { 'content-type': 'application/octet-stream' }, 'download'],
    ['is text', { 'content-type': 'text/plain; charset=utf-8' }, 'download'],
    ['is compressed data', { 'content-type': 'application/x-gzip' }, 'download'],
    [
      'is to be saved',
      { 'content-type': 'text/html', 'content-disposition': 'attachment; filename=x' },
      'download',
    ],
    [
      'has a name',
      { 'content-type': 'text/html', 'content-disposition': 'inline; filename=x.html' },
      undefined,
    ],
    ['is HTML', { 'content-type': 'Text/HTML;charset=UTF-8' }, undefined],
    ['is XHTML', { 'content-type': 'application/xhtml+xml' }, undefined],
    ['is anything', {}, undefined],
    ...['charset=UTF-8', 'html', 'text/', '/html', 'text / plain', '*/*', 'unknown/unknown'].map(
      (type): [string, Record<string, string>, undefined] => [
        `is “${type}”`,
        { 'content-type': type },
        undefined,
      ],
    ),
    ['is of an unknown type', { 'content-type': 'Application/Unknown; charset=utf-8' }, undefined],
    ['is text of a sort', { 'content-type': 'text/plain, charset=utf-8' }, 'download'],
    ['is what nobody knows', { 'content-type': 'application/x-unknown' }, 'download'],
  ])('is a page only if browsers show it as one: its headers say that it %s', async (_, headers, shows) => {
    const httpPort = await served(
      (_request, response) =>
        void response.writeHead(200, headers).end(`<!doctype html><title>Shop</title>${page}`),
    );
    expect((await probe({ httpPort })).site).toMatchObject(
      shows ? { kind: 'error', served: 'unknown', shows } : { kind: 'wordpress' },
    );
  });

  it.each([
    ['accept', 406],
    ['accept', 403],
    ['accept-language', 403],
  ])('is served to who says “%s”, as browsers do', async (header, status) => {
    const httpPort = await served(({ headers }, response) =>
      headers[header] === undefined ? void response.writeHead(status).end() : void response.end(page),
    );
    expect((await probe({ httpPort })).site?.kind).toBe('wordpress');
  });

  it('is what a browser sees with the cookie that it was given', async () => {
    const httpPort = await served(({ headers }, response) =>
      headers.cookie === 'seen=1'
        ? void response.end(page)
        : void response.writeHead(302, { location: '/', 'set-cookie': 'seen=1; Path=/' }).end(),
    );
    expect((await probe({ httpPort })).site?.kind).toBe('wordpress');
    const always = await served(
      (_, response) =>
        void response.writeHead(302, { location: '/', 'set-cookie': `at=${Math.random()}` }).end(),
    );
    expect((await probe({ httpPort: always })).site?.failure).toBe('too-many-redirects');
  });

  it('is where a page leads by itself, and says where redirects ended', async () => {
    const refresh = await served(
      (_, response) =>
        void response.end('<meta http-equiv="refresh" content="0; url=https://old.example.net/">'),
    );
    expect((await probe({ httpPort: refresh })).site).toMatchObject({
      served: 'other-host',
      finalHost: 'old.example.net',
    });
    const nowhere = await served(redirect('https://www.shop.example.com/'));
    expect((await probe({ httpPort: nowhere })).site).toMatchObject({
      failure: 'bad-redirect',
      location: 'https://www.shop.example.com/',
    });
  });

  it('that tests browsers is neither a login nor down', async () => {
    const httpPort = await served(
      (_, response) =>
        void response.writeHead(403, { 'cf-mitigated': 'challenge' }).end('<title>Just a moment...</title>'),
    );
    expect((await probe({ httpPort })).site).toMatchObject({ kind: 'other', served: 'unknown' });
  });

  const wordpress = (host: string): Handler => {
    const link = `<https://${host}/wp-json/>; rel="https://api.w.org/"`;
    return (request, response) => void response.setHeader('link', link).end(request.headers.host);
  };
  const forStrangers =
    (ours: Handler, theirs: Handler): Handler =>
    (request, response) =>
      (request.headers.host === NAME ? ours : theirs)(request, response);
  const away = (host: string, there: Handler) =>
    forStrangers(redirect(`http://${host}/`), (request, response) =>
      request.headers.host === host ? there(request, response) : void response.writeHead(404).end(),
    );

  it.each<[string, Handler, SiteAnswer['served']]>([
    ['WordPress under the name', wordpress(NAME), 'ours'],
    ['WordPress under its www', wordpress(`www.${NAME}`), 'ours'],
    ['a redirect to its www', away(`www.${NAME}`, wordpress(`www.${NAME}`)), 'ours'],
    [
      'a redirect to the sign-up page',
      (request, response) =>
        request.url === '/' ? redirect('/wp-signup.php?new=shop')(request, response) : void response.end(),
      'network-signup',
    ],
    [
      'a redirect to the sign-up page of the network’s host',
      redirect('http://network.example.net/wp-signup.php?new=shop'),
      'network-signup',
    ],
    ['another customer’s WordPress', forStrangers(wordpress('bakery.example'), redirect('/x')), 'other-host'],
    [
      'a canonical link of another host',
      (_, response) => void response.end('<link rel="canonical" href="https://old.example.org/">'),
      'other-host',
    ],
    ['a redirect to an old domain', away('old.example.org', wordpress('old.example.org')), 'other-host'],
    ['a redirect to an old domain that is gone', redirect('http://gone.example.org/'), 'other-host'],
    ...[400, 404, 406, 451].map((status): [string, Handler, SiteAnswer['served']] => [
      `a redirect of every name to an old host that answers ${status}`,
      (request, response) =>
        request.headers.host === 'old.example.org'
          ? void response.writeHead(status).end()
          : redirect('http://old.example.org/')(request, response),
      'other-host',
    ]),
    ['the network’s main site for every name', wordpress('network.example.net'), 'network-main'],
    [
      'one WordPress page for every name',
      (_, response) => void response.end('<link href="/wp-content/x.css">'),
      'network-main',
    ],
    [
      'the installation page',
      (request, response) =>
        request.url === '/' ? redirect('/wp-admin/install.php')(request, response) : void response.end(),
      'install',
    ],
    [
      'an archived site',
      (_, response) => void response.writeHead(410).end('This site has been archived or suspended.'),
      'suspended',
    ],
    ['403 for every name', (_, response) => void response.writeHead(403).end(), 'forbidden'],
    [
      '403 for this name',
      forStrangers((_, response) => void response.writeHead(403).end(), wordpress('x.example')),
      'forbidden',
    ],
    ...[402, 405, 406, 418, 451].map((status): [string, Handler, SiteAnswer['served']] => [
      `${status} for every name`,
      (_, response) => void response.writeHead(status).end('<title>Not here</title>'),
      'forbidden',
    ]),
    ...[400, 404, 409, 410, 421].map((status): [string, Handler, SiteAnswer['served']] => [
      `${status} for every name`,
      (_, response) => void response.writeHead(status).end('<title>Not here</title>'),
      'default-page',
    ]),
    ...[
      '<frameset rows="100%"><frame src="https://old.example.net/"></frameset>',
      '<frameset rows="0,*"><frame name="top"><frame name="main" src=//old.example.net></frameset>',
      '<!-- <frame src="//x.example"> --><frameset><frame src="https://old.example.net/"></frameset><script>log()</script>',
      '<body style="margin:0"><iframe src="https://old.example.net/" width="100%"></iframe></body>',
    ].map((page): [string, Handler, SiteAnswer['served']] => [
      `${page} for this name`,
      forStrangers((_, response) => void response.end(`<title>Shop</title>${page}`), wordpress('x.example')),
      'other-host',
    ]),
    ...[
      '<p>Shop</p><iframe src="https://video.example.net/1"></iframe>',
      '<noscript><iframe src="https://tags.example.net/1"></iframe></noscript><div id="root"></div><script src="/app.js"></script>',
      '<div id="root"></div><iframe src="https://chat.example.net/1"></iframe><script src="/app.js"></script>',
      '<div id="root"></div><!-- <iframe src="https://old.example.net/"></iframe> --><script src="/app.js"></script>',
      '<div id="root"></div><script>const frames = \'<frameset><frame src="https://old.example.net/">\'</script>',
    ].map((page): [string, Handler, SiteAnswer['served']] => [
      `a page of its own, ${page}`,
      forStrangers((_, response) => void response.end(page), wordpress('x.example')),
      'unknown',
    ]),
    ...[
      '<title>shop.example.com is for sale</title>',
      '<title>Shop.com is for sale | HugeDomains</title>',
      '<title>shop.com</title><script src="https://www.google.com/adsense/domains/caf.js"></script>',
      '<script>window.onload=function(){window.location.href="/lander"}</script>',
    ].map((page): [string, Handler, SiteAnswer['served']] => [
      `${page} for this name`,
      forStrangers((_, response) => void response.end(page), wordpress('x.example')),
      'default-page',
    ]),
    [
      'an article about a house that is for sale',
      forStrangers(
        (_, response) => void response.end('<title>The old mill is for sale</title>'),
        wordpress('x.example'),
      ),
      'unknown',
    ],
    ['a default page', (_, response) => void response.end('Welcome'), 'default-page'],
    [
      'a default page with the time and an ID of the request',
      (_, response) =>
        void response.end(
          `Nothing here. ${performance.now()} <b>req-${randomUUID()}</b><!-- ${Math.random()} -->`,
        ),
      'default-page',
    ],
    [
      'a network’s WordPress that hides its address and says when the page was made',
      (_, response) =>
        void response.end(`<div class="wp-block-group">Main</div><!-- made in ${Math.random()} seconds -->`),
      'network-main',
    ],
    ...[
      'Welcome to nginx!',
      'Apache2 Debian Default Page: It works',
      'HTTP Server Test Page powered by CentOS-WebPanel.com',
      'IIS Windows Server',
      'Domain Default page',
      'Default Web Site Page',
      'Index of /',
    ].map((title): [string, Handler, SiteAnswer['served']] => [
      `“${title}” for this name alone`,
      forStrangers((_, response) => void response.end(`<title>${title}</title>`), wordpress('x.example')),
      'default-page',
    ]),
    [
      'a WordPress whose REST link stands in its page alone, behind long styles',
      (_, response) =>
        void response.end(
          `<style>${' '.repeat(100_000)}</style><link rel="https://api.w.org/" href="https://${NAME}/wp-json/">`,
        ),
      'ours',
    ],
    [
      'a WordPress whose paths are hidden',
      forStrangers(
        (_, response) => void response.end('<div class="entry wp-block-group">'),
        wordpress('x.example'),
      ),
      'ours',
    ],
    [
      'a WordPress that calls itself like a default page',
      forStrangers(
        (_, response) => void response.end('<title>It works!</title><link href="/wp-content/x.css">'),
        wordpress('x.example'),
      ),
      'ours',
    ],
    [
      'a page that is no WordPress',
      forStrangers(
        (_, response) => void response.end('shop'),
        (_, response) => void response.end('no'),
      ),
      'unknown',
    ],
  ])('%s: served is $2', async (_, handler, expected) => {
    const place = {
      httpPort: await served(handler),
      resolveHost: async (host: string) => (host.startsWith('gone') ? [] : [ADDRESS]),
    };
    expect((await probe(place)).site?.served).toBe(expected);
  });

  it('is named by its title', async () => {
    const httpPort = await served((_, response) => void response.end('<title> Welcome\n to  nginx </title>'));
    expect((await probe({ httpPort })).site).toMatchObject({ status: 200, title: 'Welcome to nginx' });
  });
});

it.skipIf(!hasIPv6())('an IPv6 address is checked like any other', async () => {
  const server = createServer((_, response) => void response.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, '::1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const options = { httpPort: port, tlsPort: 1, policy: anyAddress, timeoutMs: TIMEOUT_MS };
  const probe = createHttpProbe({ ...options, resolveHost: async () => [] });
  const { http } = await probe.probe(NAME, ['::1'], 't');
  expect(http.challenge).toMatchObject([{ address: '::1', outcome: 'reached', status: 404 }]);
});

function hasIPv6(): boolean {
  return Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
}
