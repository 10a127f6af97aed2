import { isIP, isIPv4, isIPv6 } from 'node:net';
import { Client } from 'undici';
import { type AddressPolicy, publicOnly } from '../address.js';

export interface PinnedGetDeps {
  /** All addresses of a host, IPv4 and IPv6. */
  lookup(host: string): Promise<readonly string[]>;
  readonly addresses?: AddressPolicy;
  /** For everything together, from the lookup to the last byte. */
  readonly timeoutMs?: number;
  /** For stand-ins only: where they listen, and whose certificates they have. */
  readonly port?: number;
  readonly ca?: string | readonly string[];
}

export interface PinnedAnswer {
  readonly status: number;
  readonly body: string;
}

const MAX_SETTINGS_BYTES = 64 * 1024;
const DEFAULT_TIMEOUT_MS = 5_000;

/**
 * One GET of a URL that a stranger chose: HTTPS with a valid certificate, public addresses only and to the very address that
 * was checked, no redirects, a small body, a short time. Undefined for everything that doesn't fit. Never throws.
 */
export async function pinnedGet(url: URL, deps: PinnedGetDeps): Promise<PinnedAnswer | undefined> {
  if (!isFitUrl(url)) return undefined;
  const signal = AbortSignal.timeout(deps.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  try {
    const address = await beforeAbort(checkedAddress(url.hostname, deps), signal);
    return address === undefined ? undefined : await pinnedRequest(url, address, deps, signal);
  } catch {
    return undefined;
  }
}

const isFitUrl = (url: URL): boolean =>
  url.protocol === 'https:' &&
  url.port === '' &&
  !url.username &&
  !url.password &&
  !url.hostname.startsWith('[') &&
  isIP(url.hostname) === 0;

/** One address that isn't public spoils them all: an answer that mixes them is made to reach inside. */
async function checkedAddress(host: string, deps: PinnedGetDeps): Promise<string | undefined> {
  const { addresses: policy = publicOnly } = deps;
  const addresses = await deps.lookup(host);
  if (!addresses.every((address) => policy.mayConnect(address))) return undefined;
  return addresses.find(isIPv4) ?? addresses[0];
}

async function pinnedRequest(
  url: URL,
  address: string,
  { port = 443, ca }: PinnedGetDeps,
  signal: AbortSignal,
): Promise<PinnedAnswer> {
  const client = new Client(`https://${isIPv6(address) ? `[${address}]` : address}:${port}`, {
    connect: { servername: url.hostname, ...(ca !== undefined && { ca: [ca].flat() }) },
    maxResponseSize: MAX_SETTINGS_BYTES,
    pipelining: 0,
  });
  try {
    const { statusCode, body } = await client.request({
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: { host: url.hostname, accept: 'application/json', 'accept-encoding': 'identity' },
      signal,
    });
    return { status: statusCode, body: await body.text() };
  } finally {
    await client.destroy();
  }
}

/** A lookup can't be stopped, but nobody has to wait for it. */
function beforeAbort<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
