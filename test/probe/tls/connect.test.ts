import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { createServer, type TlsOptions } from 'node:tls';
import * as x509 from '@peculiar/x509';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UNACCEPTED_KEY } from '../../../src/core/observation/observation.js';
import { anyAddress } from '../../../src/probe/address.js';
import { createTlsProbe } from '../../../src/probe/tls/probe.js';
import { createCertificateAuthority } from '../../../src/sandbox/edge/certificate-authority.js';

const NAME = 'shop.example.com';
const ADDRESS = '127.0.0.1';

async function selfSigned(signingAlgorithm: webcrypto.EcKeyGenParams | { readonly name: string }) {
  const keys = (await webcrypto.subtle.generateKey(signingAlgorithm, true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const leaf = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${NAME}`,
    keys,
    signingAlgorithm,
  });
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  return {
    cert: leaf.toString('pem'),
    key: `-----BEGIN PRIVATE KEY-----\n${key.toString('base64')}\n-----END PRIVATE KEY-----`,
  };
}

describe('a server is seen as browsers see it', async () => {
  const ca = await createCertificateAuthority();
  const certificate = await ca.issue([NAME]);

  async function listening(server: Server) {
    await new Promise<void>((resolve) => server.listen(0, ADDRESS, resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const probe = createTlsProbe({ port, policy: anyAddress, caPem: ca.rootPem, timeoutMs: 2_000 });
    return async () => (await probe.handshake(NAME, [ADDRESS])).edges[0];
  }

  function serving(options: TlsOptions): Server {
    const server = createServer({ ...certificate, ...options }, (socket) =>
      socket.on('error', () => undefined),
    );
    return server.on('tlsClientError', () => undefined);
  }

  const seen = async (options: TlsOptions) => (await listening(serving(options)))();

  /** `refuses`: which handshakes of one address get the alert handshake_failure, counted from 0. */
  async function seenThrough(refuses: (count: number) => boolean) {
    const inner = serving({});
    let count = 0;
    const server = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      if (!refuses(count++)) return void inner.emit('connection', socket);
      socket.once('data', () => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, 40])));
    });
    return (await listening(server))();
  }

  const only12 = (ciphers: string): TlsOptions => ({ maxVersion: 'TLSv1.2', ciphers });

  it.each<[string, TlsOptions]>([
    ['CCM alone', only12('ECDHE-ECDSA-AES128-CCM')],
    ['ARIA alone', only12('ECDHE-ECDSA-ARIA128-GCM-SHA256')],
    ['CAMELLIA alone', only12('ECDHE-ECDSA-CAMELLIA128-SHA256')],
    ['CBC with a key of ECDSA alone', only12('ECDHE-ECDSA-AES128-SHA')],
    ['the curve P-521 alone', { ecdhCurve: 'P-521' }],
    ['the curve X448 alone', { ecdhCurve: 'X448' }],
    ['signatures with SHA-1 alone', { ...only12('DEFAULT:@SECLEVEL=0'), sigalgs: 'ECDSA+SHA1' }],
    ['TLS 1.1 alone', { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' }],
  ])('with %s it is too old', async (_, options) => {
    const edge = await seen(options);
    expect(edge).toMatchObject({ outcome: 'old-tls' });
    expect(edge?.reason).not.toBe(UNACCEPTED_KEY);
    expect(edge?.certificate).toBeUndefined();
  });

  it.each([{ name: 'ECDSA', namedCurve: 'P-521', hash: 'SHA-512' }, { name: 'Ed25519' }])(
    'with a key of $name $namedCurve it is the key that browsers don’t accept',
    async (algorithm) => {
      const edge = await seen(await selfSigned(algorithm));
      expect(edge).toMatchObject({ outcome: 'old-tls', reason: UNACCEPTED_KEY });
    },
  );

  it.each<[string, TlsOptions]>([
    ['TLS 1.3 alone', { minVersion: 'TLSv1.3' }],
    ['TLS 1.2 alone', { maxVersion: 'TLSv1.2' }],
    ['ChaCha20 alone', only12('ECDHE-ECDSA-CHACHA20-POLY1305')],
    ['the curve P-384 alone', { ecdhCurve: 'P-384' }],
    ['HTTP/2 alone', { ALPNProtocols: ['h2'] }],
  ])('with %s it is in order', async (_, options) => {
    const edge = await seen(options);
    expect(edge?.outcome).toBe('certificate');
    expect(edge?.certificate?.chainError).toBeUndefined();
  });

  it.each<[string, (count: number) => boolean]>([
    ['that gets its certificate between two handshakes', (count) => count === 0],
    ['that takes turns with one that has no certificate yet', (count) => count % 2 === 0],
  ])('%s is in order', async (_, refuses) => {
    const edge = await seenThrough(refuses);
    expect(edge?.outcome).toBe('certificate');
    expect(edge?.certificate?.chainError).toBeUndefined();
  });

  it('that refuses everybody is not too old', async () => {
    expect((await seenThrough(() => true))?.outcome).toBe('handshake-failed');
  });
});
