import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createCertificateAuthority } from '../../src/sandbox/edge/certificate-authority.js';

/** A site in a process of its own, so that its work is not counted as the probe's: port 80 redirects to 443. */
const ADDRESS = process.argv[2] ?? '127.0.0.1';
const STYLES = '<style>.wp-block-group{margin:0 auto;padding:1em 2em}</style>\n'.repeat(400);

const ca = await createCertificateAuthority();
const wordpress: RequestListener = (request, response) => {
  const host = request.headers.host ?? '';
  if (request.url !== '/') return void response.writeHead(404).end('Not found');
  response.setHeader('link', `<https://${host}/wp-json/>; rel="https://api.w.org/"`);
  response.end(
    `<!doctype html><title>${host}</title>${STYLES}<link rel="stylesheet" href="/wp-content/themes/shop/style.css"><link rel="canonical" href="https://${host}/">`,
  );
};
const secure = createHttpsServer(await ca.issue(['*.example.com']), wordpress);
const plain = createHttpServer((request, response) => {
  response.writeHead(301, { location: `https://${request.headers.host}${request.url}` }).end();
});
secure.on('tlsClientError', () => undefined);
secure.listen(0, ADDRESS, () => {
  plain.listen(0, ADDRESS, () => {
    const [tls, http] = [secure, plain].map((server) => (server.address() as AddressInfo).port);
    process.stdout.write(`${JSON.stringify({ port: tls, httpPort: http, rootPem: ca.rootPem })}\n`);
  });
});
