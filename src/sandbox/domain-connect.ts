import { createServer } from 'node:https';
import type { CertificateAuthority } from './certificate-authority.js';
import type { DnsWorld } from './dns/dns-world.js';

export interface SandboxDomainConnectOptions {
  readonly ca: CertificateAuthority;
  readonly dns: DnsWorld;
  /** Every provider listens on one port here, which stands for 443. */
  readonly port: number;
}

export interface SandboxDomainConnect {
  stop(): Promise<void>;
}

const ADDRESS = '127.0.0.20';
const DOMAIN_CONNECT_PROVIDER = 'dns-provider.net';
const HOST = `connect.${DOMAIN_CONNECT_PROVIDER}`;
const SETTINGS_PATH = /^\/v2\/([^/?]+)\/settings$/;

/**
 * The customers' DNS provider says what it is called and where its panel is (Domain Connect). Does nothing where the system
 * has no such loopback address.
 */
export async function startDomainConnect(
  options: SandboxDomainConnectOptions,
): Promise<SandboxDomainConnect> {
  const { ca, dns, port } = options;
  const { cert, key } = await ca.issue([HOST]);
  const server = createServer({ cert, key }, (request, response) => {
    const zone = SETTINGS_PATH.exec(request.url ?? '')?.[1] ?? '';
    if (!dns.customerZones.includes(zone)) return void response.writeHead(404).end();
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(domainConnectSettings(dns.servers)));
  });
  const isListening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, ADDRESS, () => resolve(true));
  });
  if (!isListening) return { stop: async () => undefined };
  dns.zoneOf(HOST)?.add(HOST, 'A', ADDRESS);
  for (const zone of dns.customerZones) dns.zoneOf(zone)?.add(`_domainconnect.${zone}`, 'TXT', HOST);
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const domainConnectSettings = (nameServers: readonly string[]) => ({
  providerId: DOMAIN_CONNECT_PROVIDER,
  providerName: 'Harbour',
  providerDisplayName: 'Harbour Domains',
  urlAPI: `https://${HOST}`,
  urlControlPanel: `https://panel.${DOMAIN_CONNECT_PROVIDER}/zones/%domain%`,
  nameServers,
});
