import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createCertificateAuthority } from '../../../src/sandbox/edge/certificate-authority.js';

export const HOST = 'connect.provider.test';
const ADDRESS = '127.0.0.1';

export interface StandIn {
  readonly address: string;
  readonly port: number;
  readonly ca: string;
  /** Paths as they were asked for. */
  readonly requests: readonly string[];
  respond: (request: IncomingMessage, response: ServerResponse) => void;
  close(): Promise<void>;
}

/** A DNS provider's side of Domain Connect, over HTTPS on this machine. */
export async function startStandIn(certificateNames: readonly string[] = [HOST]): Promise<StandIn> {
  const authority = await createCertificateAuthority('Provider');
  const { cert, key } = await authority.issue(certificateNames);
  const requests: string[] = [];
  const server = createServer({ cert, key }, (request, response) => {
    requests.push(request.url ?? '');
    standIn.respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, ADDRESS, resolve));
  const standIn: StandIn = {
    address: ADDRESS,
    port: (server.address() as AddressInfo).port,
    ca: authority.rootPem,
    requests,
    respond: (_, response) => response.writeHead(404).end(),
    close: () => closeServer(server),
  };
  return standIn;
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

export const json = (body: unknown) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

export const SETTINGS = {
  providerId: 'provider.test',
  providerName: 'Provider',
  providerDisplayName: 'Provider Domains',
  urlAPI: `https://${HOST}`,
  urlSyncUX: 'https://sync.provider.test',
  urlControlPanel: 'https://panel.provider.test/dns?domain=%domain%',
  nameServers: ['ns1.provider.test', 'ns2.provider.test'],
  width: 750,
  height: 750,
};
