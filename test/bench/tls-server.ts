import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { createCertificateAuthority } from '../../src/sandbox/edge/certificate-authority.js';

/** A TLS server in a process of its own, so that its work is not counted as the probe's. */
const ca = await createCertificateAuthority();
const server = createServer(await ca.issue(['shop.example.com']), (socket) => {
  socket.on('error', () => socket.destroy());
});
server.on('tlsClientError', () => undefined);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ port, rootPem: ca.rootPem })}\n`);
});
