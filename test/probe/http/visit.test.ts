import { createServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { describe, expect, it } from 'vitest';
import { anyAddress } from '../../../src/probe/address.js';
import { createHttpProbe } from '../../../src/probe/http/probe.js';
import { createCertificateAuthority } from '../../../src/sandbox/edge/certificate-authority.js';
import { ADDRESS, listening } from './listening.js';

const NAME = 'shop.example.com';

const ca = await createCertificateAuthority();

const page =
  (title: string, host = NAME, style = 'shop'): RequestListener =>
  (_, response) =>
    void response
      .setHeader('link', `<https://${host}/wp-json/>; rel="https://api.w.org/"`)
      .end(`<title>${title}</title><link href="/wp-content/themes/${style}/style.css">`);

/** A site that was judged once; then something else is served, and it is checked once. */
async function visited(
  first: RequestListener,
  then: RequestListener = first,
  thenNames = [NAME],
  nextNames = thenNames,
) {
  let current = first;
  const secure = createHttpsServer(await ca.issue([NAME]), (request, response) => current(request, response));
  const connections: string[] = [];
  secure.on('secureConnection', () => void connections.push('443'));
  const plain = createServer((request, response) => {
    connections.push('80');
    response.writeHead(301, { location: `https://${request.headers.host}${request.url}` }).end();
  });
  const [tlsPort, httpPort] = [await listening(secure), await listening(plain)];
  const probe = createHttpProbe({
    httpPort,
    tlsPort,
    policy: anyAddress,
    caPem: ca.rootPem,
    resolveHost: async () => [ADDRESS],
    timeoutMs: 2_000,
  });
  const { http } = await probe.probe(NAME, [ADDRESS], 'probe-0123456789abcdef');
  connections.length = 0;
  current = then;
  const next = await ca.issue(nextNames);
  secure.setSecureContext(await ca.issue(thenNames));
  secure.once('secureConnection', () => secure.setSecureContext(next));
  const visit = await probe.visit?.(NAME, http.site);
  return { known: http.site, visit, connections };
}

it('is one connection for certificate and page', async () => {
  const { known, visit, connections } = await visited(page('Shop'));
  expect(known).toMatchObject([{ served: 'ours', title: 'Shop' }]);
  expect(visit?.site).toEqual(known);
  expect(visit?.ssl).toMatchObject({
    queried: NAME,
    edges: [{ address: ADDRESS, outcome: 'certificate', certificate: { nameMatches: true } }],
  });
  expect(visit?.ssl.edges[0]?.certificate).not.toHaveProperty('chainError');
  expect(connections).toEqual(['443']);
});

it('follows what the site redirects to', async () => {
  const home: RequestListener = (request, response) =>
    request.url === '/'
      ? void response.writeHead(302, { location: '/home/' }).end()
      : page('Shop')(request, response);
  const { known, visit } = await visited(home);
  expect(known).toMatchObject([{ served: 'ours' }]);
  expect(visit?.site).toEqual(known);
});

describe('a site that is no longer the one that was judged is never confirmed', () => {
  const status =
    (code: number): RequestListener =>
    (request, response) => {
      response.statusCode = code;
      page('Shop')(request, response);
    };
  it.each<[string, RequestListener]>([
    ['an error with the same page', status(500)],
    ['a page of maintenance', status(503)],
    ['a password', status(401)],
    ['“not found” with the same page', status(404)],
    ['another title', page('Bakery')],
    ['another theme', page('Shop', NAME, 'bakery')],
    ['another site’s links', page('Shop', 'bakery.example')],
    [
      'the sign-up page',
      (_, response) => void response.writeHead(302, { location: '/wp-signup.php?new=shop' }).end(),
    ],
    [
      'a redirect to another host',
      (_, response) => void response.writeHead(302, { location: 'https://old.example.org/' }).end(),
    ],
    ['a redirect to itself', (_, response) => void response.writeHead(302, { location: '/' }).end()],
    [
      'an archived site',
      (_, response) => void response.writeHead(410).end('This site has been archived or suspended.'),
    ],
    ['an empty page', (_, response) => void response.end()],
    ['silence', () => undefined],
    ['a reset', (request) => void request.socket.destroy()],
    ['a page that never ends', (_, response) => void response.write('<title>Shop</title>')],
  ])('%s', async (_, then) => {
    const { known, visit } = await visited(page('Shop'), then);
    expect(known).toMatchObject([{ served: 'ours' }]);
    expect(visit?.site).toEqual([]);
    expect(visit?.ssl.edges).toMatchObject([{ outcome: 'certificate' }]);
  });
});

it('a page without links of its own is the same only word for word', async () => {
  const hidden =
    (text: string): RequestListener =>
    (request, response) =>
      void response.end(request.headers.host === NAME ? `<div class="wp-block-group">${text}` : 'stranger');
  const same = await visited(hidden('shop'));
  expect(same.known).toMatchObject([{ served: 'ours' }]);
  expect(same.visit?.site).toEqual(same.known);
  expect((await visited(hidden('shop'), hidden('other'))).visit?.site).toEqual([]);
});

it('sees a new certificate, also one for another name', async () => {
  const { visit } = await visited(page('Shop'), page('Shop'), ['other.example.com']);
  expect(visit?.ssl.edges).toMatchObject([{ certificate: { nameMatches: false } }]);
});

describe('a page that comes over a second connection', () => {
  const cutOnce = (): RequestListener => {
    let answer: RequestListener = (request) => {
      answer = page('Shop');
      request.socket.destroy();
    };
    return (request, response) => answer(request, response);
  };
  it('is the site if browsers trust that one', async () => {
    const { known, visit } = await visited(page('Shop'), cutOnce());
    expect(visit?.site).toEqual(known);
  });
  it('confirms nothing if they don’t', async () => {
    const { visit } = await visited(page('Shop'), cutOnce(), [NAME], ['other.example.com']);
    expect(visit?.site).toEqual([]);
  });
});
