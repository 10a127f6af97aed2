import { expect, it } from 'vitest';
import { anyAddress } from '../../../src/probe/address.js';
import { createHttpProbe } from '../../../src/probe/http/probe.js';
import { ADDRESS, type Talk, talking } from './listening.js';

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
  const { challenge, site } = await probe.probe(NAME, [ADDRESS], 'probe-0123456789abcdef');
  const tookMs = performance.now() - startedAt;
  expect(tookMs).toBeLessThan(TIMEOUT_MS * 5);
  return { challenge: challenge[0], site: site[0], tookMs };
}

/** Writes as fast as it is read, forever. */
const floodWith =
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

it.each<[string, Talk]>([
  ['interim answers forever', floodWith('', 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n')],
  ['“continue” forever', floodWith('', 'HTTP/1.1 100 Continue\r\n\r\n')],
  ['a chunk whose extension never ends', floodWith(`${CHUNKED}1;x=`, 'y')],
  ['a trailer that never ends', floodWith(`${CHUNKED}0\r\nx: `, 'y')],
  ['trailers forever', floodWith(`${CHUNKED}0\r\n`, 'x: y\r\n')],
  ['a status line that never ends', floodWith('HTTP/1.1 200 ', 'y')],
  ['headers forever', floodWith('HTTP/1.1 200 OK\r\n', 'x: y\r\n')],
  ['chunks of one byte forever', floodWith(CHUNKED, '1\r\nx\r\n')],
  ['empty lines forever', floodWith('', '\r\n')],
])('%s: an outcome in time, and little memory', async (_, talk) => {
  const before = process.memoryUsage().rss;
  const { challenge, tookMs } = await probed(talk);
  expect(challenge?.outcome).toBeDefined();
  // Long before its time is up: whoever sends so much has nothing to say.
  expect(tookMs).toBeLessThan(TIMEOUT_MS * 0.9);
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(200);
});
