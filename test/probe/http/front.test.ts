import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { anyAddress, publicOnly } from '../../../src/probe/address.js';
import { createHttpProbe } from '../../../src/probe/http/probe.js';
import {
  type CertificateAuthority,
  createCertificateAuthority,
} from '../../../src/sandbox/edge/certificate-authority.js';

const NAME = 'shop.example.com';
const TARGET = '127.0.0.1';
const PROXY = '127.0.0.2';
const STACK = { 'x-powered-by': 'PHP/8.2.10' };

let ca: CertificateAuthority;
beforeAll(async () => {
  ca = await createCertificateAuthority();
});

async function listening(server: Server, address: string): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

const wordpress = (title: string) =>
  `<title>${title}</title><link href="/wp-content/themes/shop/style.css"><link rel="canonical" href="https://${NAME}/">`;

interface LogPosition {
  readonly shown?: string;
  readonly headers?: Record<string, string>;
  readonly names?: string[];
  readonly policy?: typeof anyAddress;
  readonly addresses?: string[];
  readonly status?: number;
}

async function front({
  shown = wordpress('Shop'),
  headers = { server: 'cloudflare' },
  names = [NAME],
  policy = anyAddress,
  addresses = [PROXY],
  status = 200,
}: LogPosition) {
  const httpPort = await listening(
    createServer((_, response) => void response.writeHead(200, STACK).end(wordpress('Shop'))),
    TARGET,
  );
  const tlsPort = await listening(
    createSecureServer(await ca.issue(names), (_, response) => {
      response.writeHead(status, headers).end(shown);
    }),
    PROXY,
  );
  const probe = createHttpProbe({
    httpPort,
    tlsPort,
    policy,
    caPem: ca.rootPem,
    resolveHost: async () => [],
    timeoutMs: 1_000,
  });
  return probe.front(NAME, addresses, [TARGET]);
}

it('sees the site through a proxy that answers for the name', async () => {
  expect(await front({})).toEqual({ served: 'ours', addresses: [PROXY], server: 'cloudflare' });
});

it.each<Record<string, string>>([
  { via: '1.1 google' },
  { server: 'AkamaiGHost' },
  { 'x-sucuri-id': '18001', ...STACK },
])('sees it through a proxy that says %o', async (headers) => {
  expect(await front({ headers })).toMatchObject({ served: 'ours' });
});

it.each<[string, LogPosition, string]>([
  ['an old site under the same name', { shown: wordpress('Old shop') }, 'other'],
  ['a copy at the old host', { headers: { server: 'nginx' } }, 'other'],
  ['a copy behind a cache of the old host’s own', { headers: { via: '1.1 varnish (Varnish/7.1)' } }, 'other'],
  ['a copy that another PHP makes', { headers: { 'cf-ray': '8', 'x-powered-by': 'PHP/7.4.33' } }, 'other'],
  ['a copy at a host that uses a CDN', { headers: { 'cf-ray': '8', 'ki-edge': 'v=20' } }, 'other'],
  ['a certificate for another name', { names: ['other.example.net'] }, 'unknown'],
  ['one address of two that does not answer', { addresses: [PROXY, '127.0.0.9'] }, 'unknown'],
])('does not take %s for it', async (_, place, served) => {
  expect(await front(place)).toMatchObject({ served });
});

it.each<[string, LogPosition, object]>([
  [
    'a proxy that gets redirects to itself',
    { status: 301, headers: { location: `https://${NAME}/` } },
    { fault: 'loop' },
  ],
  ['a proxy that doesn’t reach the target', { status: 522 }, { fault: 'error', status: 522 }],
])('sees what visitors get through %s', async (_, place, fault) => {
  expect(await front(place)).toEqual({ served: 'unknown', addresses: [PROXY], ...fault });
});

it.each([
  ['a test for browsers', '<title>Just a moment...</title>'],
  ['a block of the bot alone', '<title>Your access to this site has been limited</title>'],
])('takes %s for no fault', async (_, shown) => {
  expect(await front({ status: 503, shown })).not.toHaveProperty('fault');
});

it('connects to public addresses only', async () => {
  expect(await front({ policy: publicOnly })).toBeUndefined();
});
