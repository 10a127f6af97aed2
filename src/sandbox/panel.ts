import { domainToUnicode } from 'node:url';
import { z } from 'zod';
import type { ClosteMode, SandboxCloste } from './closte.js';
import type { DnsWorld } from './dns/dns-world.js';
import type { SandboxDomainConnect } from './domain-connect/server.js';
import type { Edge, Serving } from './edge/edge.js';
import type { EdgeHttp } from './edge/edge-http.js';
import type { RouteHandler } from './requests.js';
import type { SandboxWordPress } from './wordpress/wordpress.js';
import { isZoneFault, makeZoneFault, zoneFaults } from './zone-faults.js';

export interface PanelParts {
  readonly dns: DnsWorld;
  readonly edge: Edge;
  readonly closte: SandboxCloste;
  readonly http: EdgeHttp;
  readonly wordpress: SandboxWordPress;
  readonly domainConnect: Pick<SandboxDomainConnect, 'consent'>;
  readonly target: { readonly address: string; readonly host: string };
}

const PORT_80 = ['site', 'default-page', 'login', 'error', 'redirect-loop', 'silent'] as const;
/** The Unicode form, with the A-label form. */
const zoneLabel = (zone: string): string => {
  const unicode = domainToUnicode(zone);
  return unicode === zone || unicode === '' ? zone : `${unicode} (${zone})`;
};

const hostname = z.string().regex(/^(\*\.)?[a-z\d.-]{3,253}$/);
const dnsRequest = z.object({
  hostname,
  action: z.enum([
    'point-a',
    'point-cname',
    'wrong-a',
    'add-stray-aaaa',
    'remove',
    'servers-silent',
    'servers-normal',
    ...zoneFaults,
  ]),
});
const MODES = [
  'normal',
  'refuse',
  'busy',
  'down',
  'slow',
  'timeout-after-write',
  'http-500',
  'not-json',
] as const satisfies ClosteMode[];
const closteRequest = z.object({ mode: z.enum(MODES) });
const certificateRequest = z.object({
  hostname,
  action: z.enum([
    'block',
    'unblock',
    'issue-now',
    'expired',
    'self-signed',
    'wrong-name',
    'unknown-name',
    'reset',
  ]),
});
const httpRequest = z.object({ hostname, serving: z.enum(PORT_80) });
const networkRequest = z.discriminatedUnion('action', [
  z.object({ action: z.enum(['create-site', 'add-domain']), domain: hostname }),
  z.object({ action: z.literal('rename'), id: z.int(), domain: hostname }),
  z.object({ action: z.enum(['delete', 'give-up']), id: z.int() }),
  z.object({ action: z.literal('test-event') }),
  z.object({ action: z.literal('mode'), mode: z.enum(['normal', 'old-paging', 'down', 'http-500']) }),
]);
const delayRequest = z.object({ seconds: z.number().min(0).max(3600) });

const SERVINGS: Readonly<Record<z.infer<typeof certificateRequest>['action'], Serving>> = {
  block: 'blocked',
  unblock: 'waiting',
  'issue-now': 'issued',
  expired: 'expired',
  'self-signed': 'self-signed',
  'wrong-name': 'wrong-name',
  'unknown-name': 'unknown-name',
  reset: 'reset',
};
const STRANGER_ADDRESS = '192.0.2.80';
const STRAY_AAAA = '2001:db8::80';

/** The endpoints of the page's side panel, where the visitor plays the customer. */
export function panelRoutes(parts: PanelParts): Readonly<Record<string, RouteHandler>> {
  return {
    'GET /panel/state': () => panelState(parts),
    'POST /panel/dns': (body) => changeDns(parts, dnsRequest.parse(body)),
    'POST /panel/closte': (body) => parts.closte.setMode(closteRequest.parse(body).mode),
    'POST /panel/network': (body) => changeNetwork(parts.wordpress, networkRequest.parse(body)),
    'POST /panel/certificate': (body) => {
      const { hostname: name, action } = certificateRequest.parse(body);
      return parts.edge.serve(name, SERVINGS[action]);
    },
    'POST /panel/http': (body) => {
      const { hostname: name, serving } = httpRequest.parse(body);
      parts.http.serve(name, serving);
    },
    'POST /panel/certificate-delay': (body) =>
      parts.edge.setIssuanceDelay(delayRequest.parse(body).seconds * 1000),
  };
}

/** The site of the customer's form in the demo. */
const FORM_SITE = 1;

async function changeNetwork(
  wordpress: SandboxWordPress,
  request: z.infer<typeof networkRequest>,
): Promise<void> {
  switch (request.action) {
    case 'create-site':
      await wordpress.createSite(request.domain);
      return;
    case 'add-domain':
      await wordpress.addDomain(request.domain, FORM_SITE);
      return;
    case 'rename':
      return wordpress.rename(request.id, request.domain);
    case 'delete':
      return wordpress.remove(request.id);
    case 'give-up':
      return wordpress.giveUp(request.id);
    case 'test-event':
      await wordpress.sendTestEvent();
      return;
    case 'mode':
      wordpress.setMode(request.mode);
  }
}

function changeDns(
  { dns, target }: PanelParts,
  { hostname: name, action }: z.infer<typeof dnsRequest>,
): void {
  const zone = dns.zoneOf(name);
  if (!zone) return;
  if (action === 'servers-silent') return dns.setBehaviour(zone.name, 'silent');
  if (action === 'servers-normal') return dns.setBehaviour(zone.name, 'normal');
  if (action === 'add-stray-aaaa') return zone.add(name, 'AAAA', STRAY_AAAA);
  if (isZoneFault(action)) return makeZoneFault(dns, zone, name, action);
  zone.remove(name);
  if (action === 'point-a') zone.add(name, 'A', target.address);
  if (action === 'point-cname') zone.add(name, 'CNAME', target.host);
  if (action === 'wrong-a') zone.add(name, 'A', STRANGER_ADDRESS);
}

/** Hostnames sent to the page at most: with hundreds every second it stops responding. */
const MAX_PANEL_HOSTNAMES = 30;

/** Updates the page every second; `report` reads the state if somebody watches. Returns a function that stops it. */
export function watchPanel(parts: PanelParts, report: (read: () => object) => void): () => void {
  const timer = setInterval(() => report(() => panelState(parts)), 1_000).unref();
  return () => clearInterval(timer);
}

function panelState({ dns, edge, http, closte, target, wordpress, domainConnect }: PanelParts): object {
  return {
    targets: { ipv4: [target.address], cname: [target.host] },
    zones: dns.customerZones.map(zoneLabel),
    consent: domainConnect.consent,
    closte: { mode: closte.mode(), modes: MODES },
    certificateDelayS: edge.issuanceDelayMs() / 1000,
    network: wordpress.records().map(({ id, domain, blogId, stage }) => ({
      ...{ id, domain, blogId, stage },
      isRouted: wordpress.routes(domain) === true,
    })),
    olderHostnames: Math.max(0, closte.aliases().length - MAX_PANEL_HOSTNAMES),
    hostnames: closte
      .aliases()
      .slice(-MAX_PANEL_HOSTNAMES)
      .map((name) => ({
        hostname: name,
        serving: edge.servingOf(name),
        http: http.servingOf(name),
        zone: dns.zoneOf(name)?.name,
        behaviour: dns.behaviourOf(dns.zoneOf(name)?.name ?? ''),
        records: (dns.zoneOf(name)?.records() ?? []).filter((record) => record.name === name),
        resolvers: dns.resolvers.map((each) => ({ name: each.name, ...cachedAnswers(each, name) })),
      })),
  };
}

/** What a resolver would answer from its cache, and for how long. */
function cachedAnswers({ resolver }: DnsWorld['resolvers'][number], name: string): object {
  const answer = resolver.cached({ name, type: 'A' });
  if (!answer) return { sees: [] };
  const ttls = [...(answer.answers ?? []).map(({ ttlS }) => ttlS), ...(answer.soa ? [answer.soa.ttlS] : [])];
  return {
    sees: answer.answers?.length ? answer.answers.map(({ value }) => value) : ['no such record'],
    ttlS: Math.min(...ttls),
  };
}
