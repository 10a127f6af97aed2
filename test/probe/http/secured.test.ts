import { createServer, type RequestListener } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer as createHttpsServer } from 'node:https';
import type { Server } from 'node:net';
import { expect, it } from 'vitest';
import { anyAddress } from '../../../src/probe/address.js';
import { createHttpProbe } from '../../../src/probe/http/probe.js';
import { createCertificateAuthority } from '../../../src/sandbox/edge/certificate-authority.js';
import { ADDRESS, listening } from './listening.js';

const NAME = 'shop.example.com';
const ca = await createCertificateAuthority();

const wordpress: RequestListener = (_, response) =>
  void response
    .setHeader('link', `<https://${NAME}/wp-json/>; rel="https://api.w.org/"`)
    .end('<title>Shop</title>');

/** The site as it is judged where port 80 has it, and HTTPS this. */
const judged = async (page: RequestListener, certified = NAME) =>
  judgedAt(createHttpsServer(await ca.issue([certified]), page));

async function judgedAt(secure: Server) {
  const [tlsPort, httpPort] = [await listening(secure), await listening(createServer(wordpress))];
  const probe = createHttpProbe({
    httpPort,
    tlsPort,
    policy: anyAddress,
    caPem: ca.rootPem,
    resolveHost: async () => [ADDRESS],
    timeoutMs: 2_000,
  });
  const { http } = await probe.probe(NAME, [ADDRESS], 'probe-0123456789abcdef');
  return http.site[0];
}

const failing: RequestListener = (_, response) => void response.writeHead(500).end('<h1>Error</h1>');

it('judges the page over HTTPS once there is a certificate', async () => {
  expect(await judged(failing)).toMatchObject({ kind: 'error', status: 500, isSecure: true });
  expect(await judged(wordpress)).toMatchObject({ served: 'ours', isSecure: true });
});

it('judges port 80 alone until then', async () => {
  expect(await judged(failing, 'other.example.com')).toMatchObject({ served: 'ours', status: 200 });
});

it('holds nothing against a page that comes in HTTP/2 alone, which browsers speak', async () => {
  const secure = createSecureServer(await ca.issue([NAME]));
  expect(await judgedAt(secure)).toMatchObject({ kind: 'other', served: 'unknown', failure: 'unreadable' });
});

it.each<[string, RequestListener, object]>([
  ['in the handshake', wordpress, { requestCert: true, rejectUnauthorized: true }],
  [
    'with nginx’s own page',
    (_, response) =>
      void response.writeHead(400).end('<title>400 No required SSL certificate was sent</title>'),
    {},
  ],
])('tells of a certificate that is asked of visitors %s', async (_, page, options) => {
  const secure = createHttpsServer({ ...(await ca.issue([NAME])), ...options }, page);
  expect(await judgedAt(secure)).toMatchObject({ kind: 'none', failure: 'certificate-required' });
});

it('gets along with a server that asks for a certificate and goes on without one', async () => {
  const options = { ...(await ca.issue([NAME])), requestCert: true, rejectUnauthorized: false };
  expect(await judgedAt(createHttpsServer(options, wordpress))).toMatchObject({ served: 'ours' });
});

it('tells of HTTPS that doesn’t answer in time, although the handshake does', async () => {
  expect(await judged(() => undefined)).toMatchObject({ kind: 'none', failure: 'timeout' });
});

it.each<[string, string | undefined, object]>([
  ['back to port 80, where the site is', undefined, { served: 'ours' }],
  ['back to port 80, which it has forbidden browsers', 'max-age=31536000', { failure: 'redirect-loop' }],
  ['back to port 80, which it no longer forbids', 'max-age=0', { served: 'ours' }],
])('HTTPS leads %s', async (_, policy, expected) => {
  const back: RequestListener = (_, response) => {
    if (policy !== undefined) response.setHeader('strict-transport-security', policy);
    response.writeHead(302, { location: `http://${NAME}/` }).end();
  };
  expect(await judged(back)).toMatchObject(expected);
});
