import type { FetchedPage } from './exchange.js';

type PageHeaders = FetchedPage['headers'];

/**
 * What proxies, CDNs and firewalls before a site add to its answers: Cloudflare, CloudFront, Fastly, Sucuri, Imperva, Azure,
 * Akamai, Bunny, KeyCDN, CDN77, QUIC.cloud, Vercel, Netlify, Alibaba, EdgeOne, and the headers of RFC 9110 7.6.3 and RFC 9211.
 */
const PROXY_HEADERS = [
  'cf-ray',
  'x-amz-cf-id',
  'x-fastly-request-id',
  'x-sucuri-id',
  'x-iinfo',
  'x-cdn',
  'x-azure-ref',
  'x-akamai-transformed',
  'akamai-grn',
  'cdn-requestid',
  'x-edge-location',
  'x-77-pop',
  'x-qc-pop',
  'x-vercel-id',
  'x-nf-request-id',
  'x-hw',
  'eagleid',
  'eo-log-uuid',
  'cache-status',
];
const PROXY_SERVERS =
  /cloudflare|cloudfront|akamai|sucuri|bunnycdn|keycdn|ddos-guard|qrator|imperva|incapsula|netlify|vercel|arvancloud|cachefly|gcore|fastly|edgio|azion/i;
/** Hosts run Varnish on the server itself. */
const LOCAL_CACHE = /varnish/i;

/**
 * What hosts add themselves: Kinsta, WP Engine, Pantheon, SiteGround, Flywheel, WordPress.com. Some of them use one of the
 * CDNs above.
 */
const HOST_HEADERS = [
  'x-kinsta-cache',
  'ki-edge',
  'wpe-backend',
  'x-wpe-request-id',
  'x-pantheon-styx-hostname',
  'host-header',
  'x-fw-hash',
  'x-ac',
];

/**
 * Does the answer come through a proxy from the target, rather than from an old host that has a copy of the same site?
 * Nothing in the page tells the two apart.
 */
export function isFromTarget({ headers }: FetchedPage, ours: FetchedPage): boolean {
  const isHosts = HOST_HEADERS.some(
    (name) => headers[name] !== undefined && ours.headers[name] === undefined,
  );
  return hasProxyMarks(headers) && !isHosts && !differs('x-powered-by', headers, ours.headers);
}

/** Has a proxy, CDN or firewall passed the answer on? */
export function hasProxyMarks(headers: PageHeaders): boolean {
  const via = String(headers['via'] ?? '');
  if (via !== '' && !LOCAL_CACHE.test(via)) return true;
  return (
    PROXY_HEADERS.some((name) => headers[name] !== undefined) ||
    PROXY_SERVERS.test(String(headers['server'] ?? ''))
  );
}

/** A proxy may leave it out. */
const differs = (name: string, one: PageHeaders, other: PageHeaders): boolean =>
  one[name] !== undefined && other[name] !== undefined && String(one[name]) !== String(other[name]);
