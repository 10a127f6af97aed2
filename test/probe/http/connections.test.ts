import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { anyAddress } from '../../../src/probe/address.js';
import { createHttpProbe } from '../../../src/probe/http/probe.js';
import type { SitePlace } from '../../../src/probe/probe.js';
import { createCertificateAuthority } from '../../../src/sandbox/edge/certificate-authority.js';
import { ADDRESS, listening } from './listening.js';

const NAME = 'shop.example.com';
const TOKEN = 'probe-0123456789abcdef';
const ca = await createCertificateAuthority();

const wordpress = (response: ServerResponse) =>
  void response
    .setHeader('link', `<https://${NAME}/wp-json/>; rel="https://api.w.org/"`)
    .end('<title>Shop</title>');
const shop: RequestListener = (request, response) =>
  request.url === '/' ? wordpress(response) : void response.writeHead(404).end();
const toHttps: RequestListener = (request, response) =>
  void response.writeHead(301, { location: `https://${request.headers.host}${request.url}` }).end();

/** All of a site, and how many connections it took. */
async function checked(plain: Server, secure: Server, place?: SitePlace) {
  const opened = { plain: 0, secure: 0 };
  plain.on('connection', () => void opened.plain++);
  secure.on('connection', () => void opened.secure++);
  const probe = createHttpProbe({
    httpPort: await listening(plain),
    tlsPort: await listening(secure),
    policy: anyAddress,
    caPem: ca.rootPem,
    resolveHost: async () => [ADDRESS],
    timeoutMs: 2_000,
  });
  return { ...(await probe.probe(NAME, [ADDRESS], TOKEN, place)), opened };
}

const secureServer = async (page = shop) => createHttpsServer(await ca.issue([NAME]), page);

it('certificate, challenge and site take one connection to each port', async () => {
  const { ssl, http, opened } = await checked(createServer(toHttps), await secureServer());
  expect(ssl).toMatchObject({ queried: NAME, edges: [{ certificate: { nameMatches: true } }] });
  expect(http.challenge).toMatchObject([{ outcome: 'reached', status: 404, redirects: 1 }]);
  expect(http.site).toMatchObject([{ served: 'ours', title: 'Shop' }]);
  expect(opened).toEqual({ plain: 1, secure: 1 });
});

it('a page that only port 80 has leaves the connection for the one behind HTTPS', async () => {
  const { http, opened } = await checked(createServer(shop), await secureServer());
  expect(http.site).toMatchObject([{ served: 'ours', isSecure: true }]);
  expect(opened).toEqual({ plain: 1, secure: 1 });
});

it('visitors may get their certificate elsewhere', async () => {
  const { ssl, opened } = await checked(createServer(shop), await secureServer(), { doors: ['127.0.0.9'] });
  expect(ssl.edges).toMatchObject([{ address: '127.0.0.9', outcome: 'refused' }]);
  expect(opened).toEqual({ plain: 1, secure: 0 });
});

describe('what a server does with a connection that it has answered on says nothing about the site', () => {
  /** Answers the first request of each connection; then does this. */
  const once =
    (page: RequestListener, afterwards: (socket: Socket) => void): RequestListener =>
    (request, response) => {
      const { socket } = request;
      if (socket.listenerCount('answered') > 0) return afterwards(socket);
      socket.once('answered', () => undefined);
      page(request, response);
    };
  it.each<[string, (socket: Socket) => void]>([
    ['a reset', (socket) => socket.destroy()],
    ['a word that its time is up', (socket) => socket.end('HTTP/1.1 408 Request Timeout\r\n\r\n')],
    ['something that is no HTTP', (socket) => socket.end('SSH-2.0-x\r\n')],
  ])('%s', async (_, afterwards) => {
    const { http } = await checked(
      createServer(once(toHttps, afterwards)),
      await secureServer(once(shop, afterwards)),
    );
    expect(http.challenge).toMatchObject([{ outcome: 'reached', status: 404 }]);
    expect(http.site).toMatchObject([{ served: 'ours', title: 'Shop' }]);
  });

  it('bytes that nobody asked for', async () => {
    const chatty = createServer((request, response) => {
      response.once(
        'finish',
        () => void request.socket.write('HTTP/1.1 500 Error\r\ncontent-length: 0\r\n\r\n'),
      );
      shop(request, response);
    });
    const { http } = await checked(chatty, await secureServer());
    expect(http.site).toMatchObject([{ served: 'ours', isSecure: true }]);
  });
});

it('a challenge that nobody answers doesn’t keep the site waiting until its time is up', async () => {
  let challenged: Socket | undefined;
  let isWaiting: boolean | undefined;
  const plain = createServer((request, response) => {
    if (request.url !== '/') {
      challenged = request.socket;
      return;
    }
    isWaiting = challenged?.destroyed === false;
    wordpress(response);
  });
  const { http } = await checked(plain, await secureServer());
  expect(http.challenge).toMatchObject([{ outcome: 'timeout' }]);
  expect(http.site).toMatchObject([{ served: 'ours' }]);
  expect(isWaiting).toBe(true);
});

it('a handshake that nobody answers leaves port 80 to be judged', async () => {
  const { ssl, http } = await checked(createServer(shop), createTcpServer());
  expect(ssl.edges).toMatchObject([{ outcome: 'timeout' }]);
  expect(http.challenge).toMatchObject([{ outcome: 'reached' }]);
  expect(http.site).toMatchObject([{ served: 'ours' }]);
});
