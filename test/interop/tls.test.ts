import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeSsl } from '../../src/core/diagnosis/verdict-ssl.js';
import { anyAddress } from '../../src/probe/address.js';
import type { TlsProbe } from '../../src/probe/probe.js';
import { createTlsProbe } from '../../src/probe/tls/probe.js';
import { createCertificateAuthority } from '../../src/sandbox/edge/certificate-authority.js';
import { temporaryFolder } from '../store/temporary.js';
import { freePort } from '../support/ports.js';
import { has, serve, until } from './peer.js';

describe.skipIf(!has('nginx'))('beside nginx', () => {
  const stops: (() => Promise<void>)[] = [];
  let probe: TlsProbe;
  let rejecting: TlsProbe;

  beforeAll(async () => {
    const { path, remove } = await temporaryFolder();
    stops.push(remove);
    const ca = await createCertificateAuthority();
    const [port, strictPort] = [await freePort(), await freePort()];
    for (const [file, names] of [
      ['default', ['host.example.net']],
      ['shop', ['shop.example.com']],
    ] as const) {
      const { cert, key } = await ca.issue(names);
      await writeFile(join(path, `${file}.crt`), cert);
      await writeFile(join(path, `${file}.key`), key);
    }
    const pair = (file: string) =>
      `ssl_certificate ${path}/${file}.crt; ssl_certificate_key ${path}/${file}.key;`;
    await writeFile(
      join(path, 'nginx.conf'),
      `daemon off; pid ${path}/nginx.pid; error_log ${path}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${path}; proxy_temp_path ${path}; fastcgi_temp_path ${path}; uwsgi_temp_path ${path}; scgi_temp_path ${path};
  server { listen 127.0.0.1:${port} ssl default_server; ${pair('default')} }
  server { listen 127.0.0.1:${port} ssl; server_name shop.example.com; ${pair('shop')} }
  server { listen 127.0.0.1:${strictPort} ssl default_server; ssl_reject_handshake on; }
  server { listen 127.0.0.1:${strictPort} ssl; server_name shop.example.com; ${pair('shop')} }
}
`,
    );
    stops.unshift(serve('nginx', ['-c', join(path, 'nginx.conf'), '-p', path]).stop);
    const at = (tlsPort: number) =>
      createTlsProbe({ port: tlsPort, policy: anyAddress, caPem: ca.rootPem, timeoutMs: 2_000 });
    probe = at(port);
    rejecting = at(strictPort);
    await until(
      async () =>
        (await probe.handshake('shop.example.com', ['127.0.0.1'])).edges[0]?.outcome === 'certificate',
    );
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  const verdict = async (which: TlsProbe, name: string) => {
    const seen = await which.handshake(name, ['127.0.0.1']);
    return [seen.edges[0]?.outcome, judgeSsl({ ...seen, at: Date.now() }, Date.now())];
  };

  it('tells the certificate of the hostname from the default one and from none', async () => {
    expect(await verdict(probe, 'shop.example.com')).toEqual(['certificate', 'valid']);
    expect(await verdict(probe, 'other.example.com')).toEqual(['certificate', 'absent']);
    expect(await verdict(rejecting, 'shop.example.com')).toEqual(['certificate', 'valid']);
    expect(await verdict(rejecting, 'other.example.com')).toEqual(['unknown-name', 'absent']);
  });
});
