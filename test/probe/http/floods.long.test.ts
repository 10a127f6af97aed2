import { createServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { anyAddress } from '../../../src/probe/address.js';
import { createHttpProbe } from '../../../src/probe/http/probe.js';
import { createCertificateAuthority } from '../../../src/sandbox/edge/certificate-authority.js';
import { ADDRESS, listening, type Talk, talking } from './listening.js';

const NAME = 'shop.example.com';
/** As in the bot. */
const TIMEOUT_MS = 10_000;

async function probed(talk: Talk) {
  const httpPort = await talking(talk);
  const probe = createHttpProbe({
    httpPort,
    tlsPort: 1,
    policy: anyAddress,
    resolveHost: async () => [],
    timeoutMs: TIMEOUT_MS,
  });
  const startedAt = performance.now();
  const { http } = await probe.probe(NAME, [ADDRESS], 'probe-0123456789abcdef');
  const { challenge, site } = http;
  const tookMs = performance.now() - startedAt;
  expect(tookMs).toBeLessThan(TIMEOUT_MS * 5);
  return { challenge: challenge[0], site: site[0], tookMs };
}

/** Writes as fast as it is read, forever. */
const endlessly =
  (head: string, piece: string): Talk =>
  (socket) => {
    const pieces = piece.repeat(Math.ceil(16_384 / piece.length));
    const write = () => {
      while (!socket.destroyed && socket.write(pieces));
      if (!socket.destroyed) socket.once('drain', write);
    };
    socket.write(head);
    write();
  };
const CHUNKED = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';

const endless: readonly (readonly [string, Talk])[] = [
  ['interim answers forever', endlessly('', 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n')],
  ['“continue” forever', endlessly('', 'HTTP/1.1 100 Continue\r\n\r\n')],
  ['a chunk whose extension never ends', endlessly(`${CHUNKED}1;x=`, 'y')],
  ['a trailer that never ends', endlessly(`${CHUNKED}0\r\nx: `, 'y')],
  ['trailers forever', endlessly(`${CHUNKED}0\r\n`, 'x: y\r\n')],
  ['a status line that never ends', endlessly('HTTP/1.1 200 ', 'y')],
  ['headers forever', endlessly('HTTP/1.1 200 OK\r\n', 'x: y\r\n')],
  ['chunks of one byte forever', endlessly(CHUNKED, '1\r\nx\r\n')],
  ['empty lines forever', endlessly('', '\r\n')],
];

it.each(endless)('%s: an outcome in time, and little memory', async (_, talk) => {
  const before = process.memoryUsage().rss;
  const { challenge, tookMs } = await probed(talk);
  expect(challenge?.outcome).toBeDefined();
  // Long before its time is up: whoever sends so much has nothing to say.
  expect(tookMs).toBeLessThan(TIMEOUT_MS * 0.9);
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(200);
});

describe('after a handshake with a good certificate', async () => {
  const ca = await createCertificateAuthority();
  const certificate = await ca.issue([NAME]);

  /** One check of a site that was fine before. */
  async function visited(talk: Talk, asked: 'before it is asked' | 'once it is asked') {
    const server = createServer(certificate, (socket) => {
      socket.on('error', () => undefined);
      if (asked === 'before it is asked') talk(socket, '');
      else socket.once('data', (bytes) => talk(socket, bytes.toString('latin1')));
    });
    const probe = createHttpProbe({
      httpPort: 1,
      tlsPort: await listening(server),
      policy: anyAddress,
      caPem: ca.rootPem,
      resolveHost: async () => [],
      timeoutMs: TIMEOUT_MS,
    });
    const startedAt = performance.now();
    const visit = await probe.visit?.(NAME, [{ address: ADDRESS, kind: 'wordpress', served: 'ours' }]);
    return { visit, tookMs: performance.now() - startedAt };
  }

  it.each(
    endless.flatMap(([what, talk]) =>
      (['before it is asked', 'once it is asked'] as const).map((asked) => [what, asked, talk] as const),
    ),
  )('%s, %s: the certificate, no site, and in time', async (_, asked, talk) => {
    const before = process.memoryUsage().rss;
    const { visit, tookMs } = await visited(talk, asked);
    expect(visit?.ssl.edges).toMatchObject([{ outcome: 'certificate', certificate: { nameMatches: true } }]);
    expect(visit?.site).toEqual([]);
    expect(tookMs).toBeLessThan(TIMEOUT_MS * 0.9);
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(200);
  });
});
