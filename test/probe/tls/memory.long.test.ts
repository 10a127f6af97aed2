import { createServer } from 'node:tls';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { anyAddress } from '../../../src/probe/address.js';
import { createTlsProbe } from '../../../src/probe/tls/probe.js';
import { createCertificateAuthority } from '../../../src/sandbox/edge/certificate-authority.js';
import { ADDRESS, listening } from '../http/listening.js';

const NAME = 'shop.example.com';
const ROUND = 1_000;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Outside the heap, once what can be freed has been. */
async function nativeMiB(): Promise<number> {
  collect();
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  const { rss, heapTotal } = process.memoryUsage();
  return (rss - heapTotal) / 2 ** 20;
}

it('a thousand handshakes leave no memory behind', async () => {
  const ca = await createCertificateAuthority();
  const server = createServer(await ca.issue([NAME]), (socket) => socket.on('error', () => undefined));
  const port = await listening(server);
  const probe = createTlsProbe({ port, policy: anyAddress, timeoutMs: 10_000, caPem: ca.rootPem });
  const grown: number[] = [];
  for (let before = await nativeMiB(), round = 0; round < 4; round++) {
    for (let at = 0; at < ROUND; at += 4)
      await Promise.all([0, 1, 2, 3].map(() => probe.handshake(NAME, [ADDRESS])));
    const now = await nativeMiB();
    grown.push(now - before);
    before = now;
  }
  // Allocators settle; a leak of 7 KiB a handshake grows by 7 MiB in each round.
  expect(Math.min(...grown.slice(1))).toBeLessThan(3);
}, 120_000);
