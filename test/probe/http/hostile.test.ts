import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type AddressPolicy, publicOnly } from '../../../src/probe/address.js';
import { createHttpProbe } from '../../../src/probe/http/probe.js';
import { ADDRESS, type Talk, talking } from './listening.js';

const NAME = 'shop.example.com';
const TIMEOUT_MS = 1_000;
/** As on the internet, but for the one server of the test. */
const policy: AddressPolicy = {
  mayConnect: (address) => address === ADDRESS || publicOnly.mayConnect(address),
};

async function probed(talk: Talk, resolveHost = async (_: string): Promise<readonly string[]> => []) {
  const httpPort = await talking(talk);
  const probe = createHttpProbe({ httpPort, tlsPort: 1, policy, resolveHost, timeoutMs: TIMEOUT_MS });
  const startedAt = performance.now();
  const { http } = await probe.probe(NAME, [ADDRESS], 'probe-0123456789abcdef');
  const { challenge, site } = http;
  const tookMs = performance.now() - startedAt;
  expect(tookMs).toBeLessThan(TIMEOUT_MS * 5);
  return { challenge: challenge[0], site: site[0], tookMs };
}

it('a page that unpacks to a gigabyte is not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20));
  const { site } = await probed((socket) => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`);
    socket.end(bomb);
  });
  expect(site).toMatchObject({ status: 200 });
  expect(JSON.stringify(site).length).toBeLessThan(1_000);
});

describe('a redirect to the inside', () => {
  const to =
    (location: string): Talk =>
    (socket) =>
      void socket.end(`HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`);

  it.each([
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://%31%32%37.0.0.1/',
    'http://１２７.0.0.1/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[fe80::1]/',
    'http://[::]/',
    'http://169.254.169.254/latest/meta-data/',
    '//169.254.169.254/',
    'http:\\\\169.254.169.254\\',
    'http://localhost/',
    'http://shop.example.com@169.254.169.254/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:6379/_INFO',
  ])('%s is not followed', async (location) => {
    const asked: string[] = [];
    const { challenge, site } = await probed(to(location), async (host) => {
      asked.push(host);
      return ['127.0.0.9', '::1', '169.254.169.254', 'fe80::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1'];
    });
    expect(challenge?.outcome).toBe('bad-redirect');
    expect(site?.failure).toBe('bad-redirect');
  });

  it.each([
    '127.0.0.2',
    '10.0.0.1',
    '169.254.169.254',
    '::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
  ])('by a name that leads to %s is not followed', async (inside) => {
    const { challenge } = await probed(to('http://inside.example.net/'), async () => [inside]);
    expect(challenge?.outcome).toBe('bad-redirect');
  });

  it('by a name that changes its address between look-up and connection is not followed', async () => {
    let lookups = 0;
    const { challenge } = await probed(
      (socket, request) =>
        request.includes('host: rebinding.example.net')
          ? void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\npublic')
          : to('http://rebinding.example.net/')(socket, request),
      // Each look-up says something else: what was checked is what is connected to.
      async () => (lookups++ % 2 === 0 ? [ADDRESS] : ['127.0.0.2']),
    );
    expect(['reached', 'bad-redirect']).toContain(challenge?.outcome);
    expect(lookups).toBe(2);
  });
});
