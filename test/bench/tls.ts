import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { connect, createSecureContext, rootCertificates } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { anyAddress } from '../../src/probe/address.js';
import { createTlsProbe } from '../../src/probe/tls/probe.js';
import { median } from './figures.js';

const PROBES = 400;
const ROUNDS = 5;
const IN_FLIGHT = 16;
const NAME = 'shop.example.com';

/** Certificate checks beside a bare loop that connects and hangs up, both with one secure context for all. */
export async function benchTls(): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./tls-server.js', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { port, rootPem } = JSON.parse(line) as { port: number; rootPem: string };
  const probe = createTlsProbe({ port, policy: anyAddress, caPem: rootPem, timeoutMs: 5_000 });
  const secureContext = createSecureContext({ ca: [...rootCertificates, rootPem] });
  const ours = async () => {
    const { edges } = await probe.handshake(NAME, ['127.0.0.1']);
    if (edges[0]?.certificate?.nameMatches !== true) throw new Error(`no certificate: ${edges[0]?.outcome}`);
  };
  const bare = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port, servername: NAME, secureContext });
      socket.once('error', reject);
      socket.once('secureConnect', () => {
        socket.destroy();
        resolve();
      });
    });
  const ratios: number[] = [];
  process.stdout.write(`TLS: checks of a certificate, ${IN_FLIGHT} in flight\n`);
  for (let round = -1; round < ROUNDS; round++) {
    const [limit, perS] = [await rate(bare), await rate(ours)];
    if (round < 0) continue;
    ratios.push(perS / limit);
    process.stdout.write(
      `  ${perS.toFixed(0)}/s, bare tls.connect ${limit.toFixed(0)}/s, ratio ${(perS / limit).toFixed(2)}\n`,
    );
  }
  process.stdout.write(`  median ratio ${median(ratios).toFixed(2)} (aim 0.8)\n`);
  child.kill();
}

async function rate(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  let left = PROBES;
  const worker = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return (PROBES * 1000) / (performance.now() - startedAt);
}
