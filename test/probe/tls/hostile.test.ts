import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import * as x509 from '@peculiar/x509';
import { describe, expect, it, onTestFinished } from 'vitest';
import { anyAddress } from '../../../src/probe/address.js';
import { createTlsProbe } from '../../../src/probe/tls/probe.js';
import {
  createCertificateAuthority,
  type IssueOptions,
} from '../../../src/sandbox/edge/certificate-authority.js';

const NAME = 'shop.example.com';
const TIMEOUT_MS = 300;

async function probeOf(port: number, caPem?: string, name = NAME) {
  const probe = createTlsProbe({ port, policy: anyAddress, timeoutMs: TIMEOUT_MS, caPem });
  const { edges } = await probe.handshake(name, ['127.0.0.1']);
  const [edge] = edges;
  if (!edge) throw new Error('nothing was seen');
  return edge;
}

/** A server that says whatever a test wants as soon as somebody has spoken. */
async function talking(talk: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => talk(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

const alert = (description: number) => Buffer.from([0x15, 3, 3, 0, 2, 2, description]);
const drip = (socket: Socket, bytes: Buffer) => {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer);
    else socket.write(bytes.subarray(at, ++at));
  }, 20);
};

it.each<[string, (socket: Socket) => void, readonly string[]]>([
  ['garbage', (socket) => void socket.end(randomBytes(500)), ['not-tls', 'handshake-failed', 'reset']],
  ['HTTP', (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), ['not-tls']],
  [
    'a record of absurd length',
    (socket) => void socket.end(Buffer.from([0x16, 3, 3, 255, 255, 1])),
    ['not-tls', 'handshake-failed', 'reset'],
  ],
  ['the alert unrecognized_name', (socket) => void socket.end(alert(112)), ['unknown-name']],
  ['the alert protocol_version', (socket) => void socket.end(alert(70)), ['old-tls']],
  ['the alert handshake_failure', (socket) => void socket.end(alert(40)), ['handshake-failed']],
  ['the alert internal_error', (socket) => void socket.end(alert(80)), ['handshake-failed']],
  [
    'the alert close_notify',
    (socket) => void socket.end(Buffer.from([0x15, 3, 3, 0, 2, 1, 0])),
    ['reset', 'handshake-failed'],
  ],
  ['nothing', () => undefined, ['timeout']],
  [
    'one byte every 20 ms',
    (socket) => drip(socket, Buffer.concat([Buffer.from([0x16, 3, 3, 64, 0]), randomBytes(16_000)])),
    ['timeout', 'handshake-failed'],
  ],
  ['the end at once', (socket) => void socket.end(), ['reset']],
  ['a reset', (socket) => void socket.resetAndDestroy(), ['reset']],
])('%s is an outcome, in time', async (_, talk, outcomes) => {
  const startedAt = performance.now();
  const { outcome, certificate } = await probeOf(await talking(talk));
  expect(outcomes).toContain(outcome);
  expect(certificate).toBeUndefined();
  expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS * 3);
});

describe('an odd certificate', () => {
  async function shown(names: readonly string[], options: IssueOptions = {}, asked = NAME) {
    const ca = await createCertificateAuthority();
    const server = createTlsServer(await ca.issue(names, options), (socket) =>
      socket.on('error', () => undefined),
    );
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return probeOf((server.address() as AddressInfo).port, ca.rootPem, asked);
  }

  it('with 1,000 names is read, at most 100 of them', async () => {
    const names = Array.from({ length: 1_000 }, (_, at) => `n${at}.example.com`);
    const { outcome, certificate } = await shown([...names, NAME]);
    expect(outcome).toBe('certificate');
    expect(certificate?.names).toHaveLength(100);
    expect(certificate?.nameMatches).toBe(true);
  });

  it.each<[string, Date, Date]>([
    ['far ahead', new Date(Date.now() - 1e9), new Date('2249-12-31T00:00:00Z')],
    ['before the epoch', new Date('1951-01-01T00:00:00Z'), new Date('1960-01-01T00:00:00Z')],
  ])('with dates %s has finite ones', async (_, notBefore, notAfter) => {
    const { certificate } = await shown([NAME], { notBefore, notAfter });
    expect(Number.isFinite(certificate?.validFrom) && Number.isFinite(certificate?.validTo)).toBe(true);
  });

  it('fools nobody with a name inside a name', async () => {
    const { certificate } = await shown([`a, DNS:${NAME}`, 'other.example.com']);
    expect(certificate?.nameMatches).toBe(false);
    expect(certificate?.names).not.toContain(NAME);
    expect(certificate?.names).toContain('other.example.com');
  });

  it.each([
    ['*.example.com', 'shop.example.com', true],
    ['*.example.com', 'a.shop.example.com', false],
    ['*.example.com', 'example.com', false],
    ['*.com', 'example.com', false],
    ['s*.example.com', 'shop.example.com', false],
    ['SHOP.example.com', 'shop.example.com', true],
  ])('for %s covers %s: %s', async (name, asked, matches) => {
    expect((await shown([name], {}, asked)).certificate?.nameMatches).toBe(matches);
  });

  it('is known to have come without its chain', async () => {
    expect((await shown([NAME])).certificate?.chainLength).toBeUndefined();
    expect((await shown([NAME], { withoutIntermediate: true })).certificate?.chainLength).toBe(1);
  });
});

it('checks 300 silent addresses at once without holding on to any', async () => {
  const port = await talking(() => undefined);
  const probe = createTlsProbe({ port, policy: anyAddress, timeoutMs: 50 });
  const { edges } = await probe.handshake(
    NAME,
    Array.from({ length: 300 }, () => '127.0.0.1'),
  );
  expect(edges.every(({ outcome }) => outcome === 'timeout')).toBe(true);
});

it.each(["<!channel>\nCN=Let's Encrypt", "\u202eevil\u0000CN=Let's Encrypt", `${'x'.repeat(5_000)}`])(
  'an issuer that calls itself %j is nobody else',
  async (organization) => {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
    const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      serialNumber: '01',
      name: [{ O: [organization] }],
      notBefore: new Date(Date.now() - 86_400_000),
      notAfter: new Date(Date.now() + 86_400_000),
      keys,
      signingAlgorithm: algorithm,
    });
    const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
    const key = `-----BEGIN PRIVATE KEY-----\n${der.match(/.{1,64}/g)?.join('\n')}\n-----END PRIVATE KEY-----\n`;
    const server = createTlsServer({ cert: certificate.toString('pem'), key }, (socket) =>
      socket.on('error', () => undefined),
    );
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { certificate: seen } = await probeOf((server.address() as AddressInfo).port);
    expect(seen?.issuer.length).toBeLessThanOrEqual(253);
    expect(seen?.issuer).not.toMatch(/\n|^Let's Encrypt|, Let's Encrypt/);
    expect(seen?.chainError).toBeDefined();
  },
);
