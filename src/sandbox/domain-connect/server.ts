import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { DnsWorld } from '../dns/dns-world.js';
import type { CertificateAuthority } from '../edge/certificate-authority.js';
import { readRequestBody } from '../requests.js';
import { consentPage, donePage, refusedPage } from './consent-page.js';
import { type ApplyPlan, ApplyRefused, applyPlan, type PublishedTemplate, planOf } from './template.js';

export interface SandboxDomainConnectOptions {
  readonly ca: CertificateAuthority;
  readonly dns: DnsWorld;
  /** Every provider listens on this one port, in place of 443. */
  readonly port: number;
}

export interface SandboxDomainConnect {
  /** Makes a template known to the provider; replaces the earlier one. */
  publish(template: PublishedTemplate): void;
  /** The consent page's address as links have it, and where a browser on this machine finds it. */
  readonly consent: { readonly url: string; readonly browserUrl: string };
  stop(): Promise<void>;
}

const ADDRESS = '127.0.0.20';
const DOMAIN_CONNECT_PROVIDER = 'dns-provider.net';
const HOST = `connect.${DOMAIN_CONNECT_PROVIDER}`;
const SETTINGS_PATH = /^\/v2\/([^/?]+)\/settings$/;
const TEMPLATE_PATH = /^\/v2\/domainTemplates\/providers\/([^/]+)\/services\/([^/]+?)(\/apply)?$/;
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/**
 * The customers' DNS provider: tells its name and panel, and makes changes once the customer agrees (Domain Connect).
 * Without its loopback address, nobody finds it.
 */
export async function startDomainConnect(
  options: SandboxDomainConnectOptions,
): Promise<SandboxDomainConnect> {
  const { ca, dns, port } = options;
  const templates = new Map<string, PublishedTemplate>();
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', `https://${HOST}`);
    const zone = SETTINGS_PATH.exec(url.pathname)?.[1];
    if (zone !== undefined) return sendSettings(dns, zone, response);
    const [, providerId = '', serviceId = '', isApply] = TEMPLATE_PATH.exec(url.pathname) ?? [];
    const template = templates.get(keyOf({ providerId, serviceId }));
    if (!template) return void response.writeHead(404).end();
    if (isApply === undefined) return sendObject(response, { version: template.version });
    await letDecide(dns, template, url, request, response);
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void =>
    void handle(request, response).catch(() => response.writeHead(500).end());

  const { cert, key } = await ca.issue([HOST]);
  const server = createServer({ cert, key }, answer);
  const isListening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, ADDRESS, () => resolve(true));
  });
  if (isListening) dns.zoneOf(HOST)?.add(HOST, 'A', ADDRESS);
  for (const zone of isListening ? dns.customerZones : [])
    dns.zoneOf(zone)?.add(`_domainconnect.${zone}`, 'TXT', HOST);
  const forBrowsers = createHttpServer((request, response) => {
    if (LOOPBACK_HOST.test(request.headers.host ?? '')) answer(request, response);
    else response.writeHead(403).end();
  });
  await new Promise<void>((resolve) => forBrowsers.listen(0, '127.0.0.1', resolve));
  const { port: browserPort } = forBrowsers.address() as AddressInfo;
  return {
    publish: (template) => void templates.set(keyOf(template), template),
    consent: { url: `https://${HOST}`, browserUrl: `http://127.0.0.1:${browserPort}` },
    stop: async () => {
      await Promise.all([...(isListening ? [closed(server)] : []), closed(forBrowsers)]);
    },
  };
}

const keyOf = ({ providerId, serviceId }: Pick<PublishedTemplate, 'providerId' | 'serviceId'>): string =>
  `${providerId}/${serviceId}`;

function sendSettings(dns: DnsWorld, zone: string, response: ServerResponse): void {
  if (!dns.customerZones.includes(zone)) return void response.writeHead(404).end();
  sendObject(response, domainConnectSettings(dns.servers));
}

const sendObject = (response: ServerResponse, body: object): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** Shows what would change, and does what the customer decides. */
async function letDecide(
  dns: DnsWorld,
  template: PublishedTemplate,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const plan = planOf(dns, template, url);
    if (request.method !== 'POST') return sendPage(response, 200, consentPage(template, plan));
    const isApproved = new URLSearchParams(await readRequestBody(request)).get('decision') === 'approve';
    if (isApproved) applyPlan(plan);
    goBack(response, plan, isApproved);
  } catch (error) {
    if (!(error instanceof ApplyRefused)) throw error;
    sendPage(response, 400, refusedPage(error.message));
  }
}

function goBack(response: ServerResponse, { redirectUri, state }: ApplyPlan, isApproved: boolean): void {
  if (!redirectUri) return sendPage(response, 200, donePage());
  if (state !== undefined) redirectUri.searchParams.set('state', state);
  if (!isApproved) {
    redirectUri.searchParams.set('error', 'access_denied');
    redirectUri.searchParams.set('error_description', 'user_cancel');
  }
  response.writeHead(302, { location: redirectUri.href }).end();
}

const sendPage = (response: ServerResponse, status: number, html: string): void =>
  void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);

const closed = (server: { close(done: () => void): void; closeAllConnections(): void }): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const domainConnectSettings = (nameServers: readonly string[]) => ({
  providerId: DOMAIN_CONNECT_PROVIDER,
  providerName: 'Harbour',
  providerDisplayName: 'Harbour Domains',
  urlAPI: `https://${HOST}`,
  urlSyncUX: `https://${HOST}`,
  urlControlPanel: `https://panel.${DOMAIN_CONNECT_PROVIDER}/zones/%domain%`,
  nameServers,
});
