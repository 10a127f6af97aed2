import { X509Certificate } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { EventEmitter, once } from 'node:events';
import { connect as connectTcp, createServer, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { connect, createSecureContext, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type CertificateAuthority,
  createCertificateAuthority,
} from '../../../src/sandbox/edge/certificate-authority.js';
import { type Edge, type Serving, startEdge } from '../../../src/sandbox/edge/edge.js';

const ACCEPTED = 'net.server.socket';
const DEFAULT_NAME = 'app-0123456789abcdef01234567.closte.com';
/** As often as the edge checks which names it can issue a certificate for. */
const POLL_MS = 250;
const changes = new EventEmitter();
let ca: CertificateAuthority;
let edge: Edge;
let pointing: Set<string>;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  ca = await createCertificateAuthority();
  edge = await startEdge({
    ca,
    defaultNames: [DEFAULT_NAME],
    mayIssue: (hostname) => {
      if (hostname.startsWith('broken.')) throw new Error('the check itself failed');
      return pointing.has(hostname);
    },
    issuanceDelayMs: 0,
    onChange: () => void changes.emit('change'),
  });
});
afterAll(async () => {
  await edge.stop();
  vi.useRealTimers();
});
beforeEach(() => {
  edge.setAliases([]);
  edge.setIssuanceDelay(0);
  pointing = new Set();
});

interface Seen {
  readonly verdict: string;
  readonly subjectAltName?: string | undefined;
  readonly issuer?: string | undefined;
  readonly chainLength?: number;
}

/** What a client that trusts the sandbox's root sees: `authorized` or the error's code. */
async function probe(servername: string, signal?: AbortSignal): Promise<Seen> {
  const socket: TLSSocket = connect({
    host: edge.address,
    port: edge.port,
    servername,
    secureContext: createSecureContext({ ca: ca.rootPem }),
    rejectUnauthorized: false,
  });
  try {
    await once(socket, 'secureConnect', signal ? { signal } : {});
    const top = socket.getPeerCertificate(true);
    const certificate = socket.getPeerX509Certificate();
    return {
      verdict: socket.authorized ? 'authorized' : String(socket.authorizationError),
      subjectAltName: certificate?.subjectAltName,
      issuer: certificate?.issuer,
      chainLength: top.issuerCertificate && top.issuerCertificate !== top ? 2 : 1,
    };
  } catch (error) {
    return { verdict: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' };
  } finally {
    socket.on('error', () => undefined);
    socket.destroy();
  }
}

async function pass(ms: number): Promise<void> {
  for (let atMs = 0; atMs < ms; atMs += POLL_MS) {
    vi.advanceTimersByTime(POLL_MS);
    await turn();
  }
}

/** With the edge's next check; the certificate takes as long to make as it takes. */
async function issued(hostname: string): Promise<void> {
  await pass(POLL_MS);
  while (edge.servingOf(hostname) !== 'issued') await once(changes, 'change');
  await turn();
}

/** Time in which no certificate is even begun. */
async function nothingIssued(ms: number): Promise<void> {
  const issue = vi.spyOn(ca, 'issue');
  await pass(ms);
  expect(issue).not.toHaveBeenCalled();
  issue.mockRestore();
}

/** As a client that trusts the authority, and nobody else. */
const connectTrusting = (servername: string): TLSSocket =>
  connect({ host: edge.address, port: edge.port, servername, ca: ca.rootPem });

describe('issuance', () => {
  it('shows the default certificate to names it does not know', async () => {
    expect(await probe('stranger.example')).toMatchObject({
      verdict: 'ERR_TLS_CERT_ALTNAME_INVALID',
      subjectAltName: `DNS:${DEFAULT_NAME}`,
    });
    expect(await probe(DEFAULT_NAME)).toMatchObject({ verdict: 'authorized' });
  });

  it('issues for an alias once its DNS is right, and drops the certificate with the alias', async () => {
    edge.setAliases(['www.example.com']);
    await nothingIssued(2 * POLL_MS);
    expect(await probe('www.example.com')).toMatchObject({ verdict: 'ERR_TLS_CERT_ALTNAME_INVALID' });

    pointing.add('www.example.com');
    await issued('www.example.com');
    expect(await probe('WWW.example.com')).toMatchObject({
      verdict: 'authorized',
      subjectAltName: 'DNS:www.example.com',
    });

    edge.setAliases([]);
    expect(await probe('www.example.com')).toMatchObject({ subjectAltName: `DNS:${DEFAULT_NAME}` });
  });

  it('waits the delay out, without a break', async () => {
    edge.setIssuanceDelay(60_000);
    edge.setAliases(['www.example.com']);
    pointing.add('www.example.com');
    await nothingIssued(45_000);
    pointing.clear();
    await nothingIssued(POLL_MS);
    pointing.add('www.example.com');
    await nothingIssued(60_000);
    expect(edge.servingOf('www.example.com')).toBe('waiting');

    await issued('www.example.com');
  });

  it('issues for a wildcard, which covers one label', async () => {
    edge.setAliases(['*.example.com']);
    pointing.add('*.example.com');
    await issued('*.example.com');

    expect(await probe('shop.example.com')).toMatchObject({ verdict: 'authorized' });
    expect(await probe('a.shop.example.com')).toMatchObject({ verdict: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    expect(await probe('example.com')).toMatchObject({ verdict: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  });

  it('never issues for a blocked name until it is unblocked', async () => {
    edge.setAliases(['www.example.com']);
    await edge.serve('www.example.com', 'blocked');
    pointing.add('www.example.com');
    await nothingIssued(2 * POLL_MS);
    expect(edge.servingOf('www.example.com')).toBe('blocked');

    await edge.serve('www.example.com', 'waiting');
    await issued('www.example.com');
  });

  it('issues for the rest when the check of one name fails', async () => {
    edge.setAliases(['broken.example.com', 'www.example.com']);
    pointing.add('www.example.com');

    await issued('www.example.com');
    expect(edge.servingOf('broken.example.com')).toBe('waiting');
  });

  it('does not bring back an alias that went while its certificate was made', async () => {
    const issue = ca.issue.bind(ca);
    let finish = () => {};
    const slow = vi.spyOn(ca, 'issue').mockImplementation(async (...args) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return issue(...args);
    });
    edge.setAliases(['www.example.com']);
    pointing.add('www.example.com');
    await pass(POLL_MS);
    expect(slow).toHaveBeenCalled();
    edge.setAliases([]);
    finish();
    await slow.mock.results[0]?.value;
    await pass(2 * POLL_MS);

    expect(edge.servingOf('www.example.com')).toBeUndefined();
  });
});

describe('each way to fail', () => {
  it.each<[Serving, Partial<Seen>]>([
    ['issued', { verdict: 'authorized', chainLength: 2 }],
    ['expiring', { verdict: 'authorized' }],
    ['expired', { verdict: 'CERT_HAS_EXPIRED' }],
    ['not-yet-valid', { verdict: 'CERT_NOT_YET_VALID' }],
    ['self-signed', { verdict: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
    ['missing-intermediate', { verdict: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', chainLength: 1 }],
    ['staging', { issuer: 'O=(STAGING) Sandbox CA\nCN=(STAGING) Sandbox Issuing 1' }],
    ['wrong-name', { verdict: 'ERR_TLS_CERT_ALTNAME_INVALID' }],
    ['unknown-name', { verdict: 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME' }],
    ['reset', { verdict: 'ECONNRESET' }],
    ['plain-http', { verdict: 'ERR_SSL_WRONG_VERSION_NUMBER' }],
  ])('%s', async (serving, seen) => {
    edge.setAliases(['www.example.com']);
    await edge.serve('www.example.com', serving);

    expect(await probe('www.example.com')).toMatchObject(seen);
  });

  it('silent: the handshake never ends', async () => {
    edge.setAliases(['www.example.com']);
    await edge.serve('www.example.com', 'silent');

    expect(await probe('www.example.com', AbortSignal.timeout(300))).toEqual({ verdict: 'ABORT_ERR' });
  });

  it('expiring: two days left of ninety', async () => {
    edge.setAliases(['www.example.com']);
    await edge.serve('www.example.com', 'expiring');
    const socket = connectTrusting('www.example.com');
    await once(socket, 'secureConnect');
    const leftMs = Date.parse(socket.getPeerX509Certificate()?.validTo ?? '') - Date.now();
    socket.destroy();

    expect(leftMs / 86_400_000).toBeCloseTo(2, 1);
  });
});

/** The server's side of the next connection. */
const nextAccepted = () =>
  new Promise<Socket>((resolve) => {
    const take = (message: unknown) => {
      unsubscribe(ACCEPTED, take);
      resolve((message as { socket: Socket }).socket);
    };
    subscribe(ACCEPTED, take);
  });

describe('the connection', () => {
  it('answers with a page over TLS', async () => {
    edge.setAliases(['www.example.com']);
    await edge.serve('www.example.com', 'issued');
    const socket = connectTrusting('www.example.com');
    socket.write('GET / HTTP/1.1\r\nhost: www.example.com\r\n\r\n');
    let page = '';
    for await (const chunk of socket) page += chunk;

    expect(page).toContain('WordPress site of www.example.com');
  });

  it('understands a ClientHello that arrives in pieces', async () => {
    edge.setAliases(['www.example.com']);
    await edge.serve('www.example.com', 'unknown-name');
    const hello = await clientHello('www.example.com');
    const accepted = nextAccepted();
    const socket = connectTcp({ host: edge.address, port: edge.port, noDelay: true });
    const served = await accepted;
    for (const piece of [hello.subarray(0, 3), hello.subarray(3, 60)]) {
      socket.write(piece);
      const [read] = await once(served, 'data');
      expect(read).toEqual(piece);
    }
    socket.write(hello.subarray(60));
    const [alert] = await once(socket, 'data');
    socket.destroy();

    expect(alert).toEqual(Buffer.from([0x15, 3, 3, 0, 2, 2, 112]));
  });

  it('survives what is no TLS', async () => {
    const socket = connectTcp({ host: edge.address, port: edge.port });
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\n\r\n');
    await once(socket, 'close');

    expect(await probe(DEFAULT_NAME)).toMatchObject({ verdict: 'authorized' });
  });

  it('frees its port at once, whoever is still connected', async () => {
    const own = await startEdge({
      ca,
      defaultNames: ['x.example'],
      mayIssue: () => false,
      issuanceDelayMs: 0,
    });
    const socket = connectTcp({ host: own.address, port: own.port });
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    await own.stop();

    const again = await startEdge({
      ca,
      port: own.port,
      defaultNames: ['x.example'],
      mayIssue: () => false,
      issuanceDelayMs: 0,
    });
    await again.stop();
    socket.destroy();
  });
});

describe('the certificate authority', () => {
  it('issues leaves with a positive serial, all names, and the chain beside them', async () => {
    const { cert } = await ca.issue(['www.example.com', 'example.com']);
    const pems = cert.split(/(?<=-----END CERTIFICATE-----)\s*/).filter(Boolean);
    const [leaf, intermediate] = pems.map((pem) => new X509Certificate(pem));
    const root = new X509Certificate(ca.rootPem);

    expect(leaf?.subjectAltName).toBe('DNS:www.example.com, DNS:example.com');
    expect(leaf?.serialNumber).toMatch(/^[0-9A-F]+$/);
    expect(intermediate && leaf?.verify(intermediate.publicKey)).toBe(true);
    expect(intermediate?.verify(root.publicKey)).toBe(true);
    expect([leaf?.ca, intermediate?.ca, root.ca]).toEqual([false, true, true]);
  });
});

/** The first bytes a TLS client of Node's sends. */
async function clientHello(servername: string): Promise<Buffer> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  const client = connect({ host: '127.0.0.1', port, servername, rejectUnauthorized: false });
  client.on('error', () => undefined);
  const [socket] = await once(server, 'connection');
  const [hello] = await once(socket, 'data');
  client.destroy();
  socket.destroy();
  server.close();
  return hello;
}
