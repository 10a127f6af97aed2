import { X509Certificate } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSecureContext } from 'node:tls';
import { LRUCache } from 'lru-cache';
import type { FetchedPage } from '../../../src/probe/http/exchange.js';
import { createCertificateAuthority, type Issued } from '../../../src/sandbox/edge/certificate-authority.js';
import { hostnameOf, kindOf, NAMES_PER_CERTIFICATE } from './domains.js';

const STYLES = '<style>.wp-block-group{margin:0 auto;padding:1em 2em}</style>\n'.repeat(400);
/** Certificates of the same times, so that only names and fingerprint tell them apart. */
const DAY_MS = 86_400_000;
const LIFETIME = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + 89 * DAY_MS) };
const CONTEXTS = 2_000;
const AT_ONCE = 50;

export interface Site {
  readonly port: number;
  readonly rootPem: string;
  /** Of the certificate that a domain is served with, as observations write it. */
  certificateOf(at: number): { readonly names: readonly string[]; readonly fingerprint: string } | undefined;
  stop(): void;
}

/** The host's port 443 with a WordPress for each domain, and its own certificate for names that have none yet. */
export async function startSite(address: string, ownName: string, count: number): Promise<Site> {
  const ca = await createCertificateAuthority('Half Hour');
  const own = await ca.issue([ownName]);
  const groups = Array.from({ length: Math.ceil(count / NAMES_PER_CERTIFICATE) }, (_, group) =>
    namesOf(group, count),
  );
  const issued: Issued[] = [];
  for (let at = 0; at < groups.length; at += AT_ONCE)
    issued.push(
      ...(await Promise.all(groups.slice(at, at + AT_ONCE).map((names) => ca.issue(names, LIFETIME)))),
    );
  const numberOf = new Map(groups.flatMap((names, group) => names.map((name) => [name, group] as const)));
  const contexts = new LRUCache<number, ReturnType<typeof createSecureContext>>({ max: CONTEXTS });
  const contextOf = (name: string) => {
    const group = numberOf.get(name) ?? -1;
    const context = contexts.get(group) ?? createSecureContext(issued[group] ?? own);
    contexts.set(group, context);
    return context;
  };
  const server = createServer(
    { ...own, SNICallback: (name, done) => done(null, contextOf(name)) },
    (request, response) => {
      const host = (request.headers.host ?? '').replace(/:\d+$/, '');
      if (request.url !== '/') return void response.writeHead(404).end('Not found');
      const { headers, body } = frontPage(host);
      response.writeHead(200, headers).end(body);
    },
  );
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    rootPem: ca.rootPem,
    certificateOf: (at) => {
      const group = numberOf.get(hostnameOf(at));
      const cert = group === undefined ? undefined : issued[group]?.cert;
      if (group === undefined || cert === undefined) return undefined;
      return { names: groups[group] ?? [], fingerprint: new X509Certificate(cert).fingerprint256 };
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What a domain's visitors get. */
export const frontPage = (host: string): FetchedPage => ({
  status: 200,
  headers: { link: `<https://${host}/wp-json/>; rel="https://api.w.org/"` },
  body: `<!doctype html><title>${host}</title>${STYLES}<link rel="stylesheet" href="/wp-content/themes/shop/style.css"><link rel="canonical" href="https://${host}/">`,
});

const namesOf = (group: number, count: number): string[] =>
  Array.from({ length: NAMES_PER_CERTIFICATE }, (_, at) => group * NAMES_PER_CERTIFICATE + at)
    .filter((at) => at < count && kindOf(at) === 'ready')
    .map(hostnameOf);
