import { isIP } from 'node:net';
import type { HttpOutcome } from '../../core/observation/http.js';
import type { AddressPolicy } from '../address.js';
import type { WebClient } from './clients.js';
import { bareHost, type Connections, type Endpoint } from './connections.js';
import { type Failure, type FetchedPage, fetchPage } from './exchange.js';

export interface HttpProbeOptions {
  /** 80 and 443 in production. */
  readonly httpPort: number;
  readonly tlsPort: number;
  readonly policy: AddressPolicy;
  /** Resolves the host of a redirect. */
  readonly resolveHost: (host: string) => Promise<readonly string[]>;
  /** In total per address, in ms. */
  readonly timeoutMs: number;
  /** Trusted besides Node's own roots. */
  readonly caPem?: string | undefined;
}

/** Where the redirects ended. */
export interface Walk {
  readonly end:
    | FetchedPage
    | Failure
    | Extract<HttpOutcome, 'redirect-loop' | 'too-many-redirects' | 'bad-redirect'>;
  readonly redirects: number;
  /** The last URL redirected to. */
  readonly location?: string;
  /** The last URL requested, or the one that failed. */
  readonly url?: URL;
  /** The address that was asked last. */
  readonly address?: string;
}

const MAX_LOCATION = 300;

/** What a walk asks, and over which connections. */
export interface Asking {
  readonly address: string;
  readonly connections: Connections;
  readonly options: HttpProbeOptions;
}

/**
 * Follows redirects as Let's Encrypt and browsers do: a limited number, http or https on the default ports, to hostnames
 * with public addresses (https://letsencrypt.org/docs/challenge-types/). A redirect to the same name stays at
 * the given address.
 */
export async function walk(
  start: URL,
  client: WebClient,
  { address, connections, options }: Asking,
  signal: AbortSignal = AbortSignal.timeout(options.timeoutMs),
): Promise<Walk> {
  const seen = new Set<string>();
  const cookies = client.newCookies();
  const strictHosts = client.newStrictHosts();
  let url = start;
  let location: string | undefined;
  let asked: string | undefined;
  for (let redirects = 0; ; redirects++) {
    const at = (end: Walk['end']): Walk => ({
      end,
      redirects,
      url,
      ...(location === undefined ? {} : { location }),
      ...(asked === undefined ? {} : { address: asked }),
    });
    const cookie = cookies.of(url.host);
    // With a new cookie, the same page may lead elsewhere.
    const request = `${url.href} ${cookie}`;
    if (seen.has(request)) return at('redirect-loop');
    if (redirects > client.maxRedirects) return at('too-many-redirects');
    seen.add(request);
    const destination = await destinationOf(url, start, address, options);
    if (!destination) return at('bad-redirect');
    asked = destination.address;
    const headers = cookie === '' ? client.headers : { ...client.headers, cookie };
    const manner = { headers, takesPart: client.takesPart };
    const page = await fetchPage(url, destination, signal, connections, manner);
    if (typeof page === 'string') return at(page);
    cookies.keep(url.host, page.headers);
    strictHosts.keep(url, page);
    const refresh = isRedirect(page) ? undefined : client.refreshOf(page);
    // A page that only loads itself again stays where it is.
    if (!isRedirect(page) && (refresh === undefined || nextUrl(refresh, url, start)?.href === url.href))
      return at(page);
    if (isRedirect(page) && !client.statuses.has(page.status)) return at('bad-redirect');
    location = String(refresh ?? page.headers['location'] ?? '').slice(0, MAX_LOCATION);
    const next = nextUrl(location, url, start);
    if (!next) return { end: 'bad-redirect', redirects: redirects + 1, location, url };
    url = strictHosts.upgraded(next);
  }
}

const isRedirect = ({ status }: FetchedPage): boolean => [301, 302, 303, 307, 308].includes(status);

function nextUrl(location: string, from: URL, start: URL): URL | undefined {
  if (location === '' || !URL.canParse(location, from.href)) return undefined;
  const url = new URL(location, from);
  url.hash = '';
  // `https://example.com` + `/.well-known` without the slash between them.
  const isMissingSlash = url.hostname.startsWith(`${start.hostname}.well-known`);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && !isMissingSlash && url.username === '' ? url : undefined;
}

/** Undefined if a redirect must not be followed: another port, an IP address, a host without a public address. */
async function destinationOf(
  url: URL,
  start: URL,
  address: string,
  { httpPort, tlsPort, policy, resolveHost }: HttpProbeOptions,
): Promise<Endpoint | undefined> {
  const usual = url.protocol === 'https:' ? tlsPort : httpPort;
  const isUsualPort = url.port === '' || ['80', '443', String(httpPort), String(tlsPort)].includes(url.port);
  const port = { '80': httpPort, '443': tlsPort }[url.port] ?? (url.port === '' ? usual : Number(url.port));
  if (!isUsualPort || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined;
  const host = bareHost(url.hostname);
  if (host === bareHost(start.hostname)) return { address, port };
  const other = (await resolveHost(host)).find((each) => policy.mayConnect(each));
  return other === undefined ? undefined : { address: other, port };
}
