import { isIPv6 } from 'node:net';
import type { FrontObservation } from '../../core/observation/observation.js';
import { trusting } from '../tls/connect.js';
import { BROWSER } from './clients.js';
import { type FetchedPage, fetchPage } from './exchange.js';
import { isFromTarget } from './proxy-marks.js';
import { isWordPress, siteIdentity } from './site-marks.js';
import { type HttpProbeOptions, walk } from './walk.js';

const MAX_FRONT_ADDRESSES = 4;
const MAX_FRONT_SERVER = 100;

/**
 * Checks what a proxy in front of the site serves. `ours` requires, at every address, a certificate for the
 * name and the same WordPress that the target serves for it, with a proxy's marks: an old host may have a copy. Undefined without
 * a public address.
 */
export async function frontOf(
  name: string,
  addresses: readonly string[],
  target: readonly string[],
  options: HttpProbeOptions,
): Promise<FrontObservation | undefined> {
  const asked = addresses
    .filter((address) => options.policy.mayConnect(address))
    .slice(0, MAX_FRONT_ADDRESSES);
  if (asked.length === 0) return undefined;
  const signal = AbortSignal.timeout(options.timeoutMs);
  const [ours, ...fronts] = await Promise.all([
    pageOfTarget(name, target, signal, options),
    ...asked.map((address) => pageThrough(name, address, signal, options)),
  ]);
  const seen = fronts.filter((front) => front !== undefined && front !== 'unseen');
  const server = seen.map(({ first }) => first.headers['server']).find((word) => typeof word === 'string');
  const named = typeof server === 'string' ? { server: server.slice(0, MAX_FRONT_SERVER) } : {};
  return { served: frontVerdict(ours, fronts), addresses: asked, ...named };
}

/** What a proxy answered: its own headers, and the page where it led. */
interface Through {
  readonly first: FetchedPage;
  readonly page: FetchedPage;
}

/** No verdict if an address that can be seen from here or the target didn't answer. */
function frontVerdict(
  ours: FetchedPage | undefined,
  fronts: readonly (Through | 'unseen' | undefined)[],
): FrontObservation['served'] {
  const visible = fronts.filter((front) => front !== 'unseen');
  const seen = visible.filter((front) => front !== undefined);
  if (!ours || seen.length === 0 || seen.length < visible.length) return 'unknown';
  const wanted = siteIdentity(ours);
  return seen.every(({ first, page }) => siteIdentity(page) === wanted && isFromTarget(first, ours))
    ? 'ours'
    : 'other';
}

/**
 * Validates the certificate, because visitors get this one. Redirects to the same name stay at the address. Without IPv6 here
 * such an address can't be seen.
 */
async function pageThrough(
  name: string,
  address: string,
  signal: AbortSignal,
  options: HttpProbeOptions,
): Promise<Through | 'unseen' | undefined> {
  const connecting = { secureContext: trusting(options.caPem), isValidated: true };
  const url = new URL(`https://${name}/`);
  const first = await fetchPage(url, { address, port: options.tlsPort }, signal, connecting);
  if (isIPv6(address) && (first === 'unreachable' || first === 'timeout')) return 'unseen';
  if (typeof first === 'string') return undefined;
  const { end } =
    first.status < 300 ? { end: first } : await walk(url, address, BROWSER, signal, options, connecting);
  return typeof end !== 'string' && end.status < 400 ? { first, page: end } : undefined;
}

async function pageOfTarget(
  name: string,
  target: readonly string[],
  signal: AbortSignal,
  options: HttpProbeOptions,
): Promise<FetchedPage | undefined> {
  const [address] = target.filter((each) => options.policy.mayConnect(each));
  if (address === undefined) return undefined;
  const walked = await walk(new URL(`http://${name}/`), address, BROWSER, signal, options);
  const { end } = walked;
  return typeof end !== 'string' && end.status < 400 && isWordPress(walked, end) ? end : undefined;
}
