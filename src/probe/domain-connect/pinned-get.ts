import { isIP, isIPv4, isIPv6 } from 'node:net';
import { Client } from 'undici';
import { type AddressPolicy, publicOnly } from '../address.js';

export interface PinnedGetDeps {
  /** All addresses of a host, IPv4 and IPv6. */
  lookup(host: string): Promise<readonly string[]>;
  readonly addresses?: AddressPolicy;
  /** For the whole request, from lookup to last byte, in ms. */
  readonly timeoutMs?: number;
  /** For tests: the stand-ins' port and certificates. */
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
 * One GET of an untrusted URL: HTTPS with a valid certificate, only to the public address that was checked,
 * no redirects, a bounded body and time. Undefined otherwise. Never throws.
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

/** One address that isn't public rejects them all: a mixed answer is an attempt to reach the inside. */
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

/** A lookup can't be cancelled, but the wait for it can. */
function beforeAbort<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
