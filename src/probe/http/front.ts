import { isIPv6 } from 'node:net';
import type { FrontObservation } from '../../core/observation/observation.js';
import { BROWSER } from './clients.js';
import { type FetchedPage, fetchPage } from './exchange.js';
import { isFromTarget } from './proxy-marks.js';
import { isPause, isScriptTest, isTurnedAwayAsBot, isWordPress, siteIdentity } from './site-marks.js';
import { type Asking, type Walk, walk } from './walk.js';

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
  asking: Asking,
): Promise<FrontObservation | undefined> {
  const { policy, timeoutMs } = asking.options;
  const allowed = (all: readonly string[]) => all.filter((address) => policy.mayConnect(address));
  const asked = allowed(addresses).slice(0, MAX_FRONT_ADDRESSES);
  if (asked.length === 0) return undefined;
  const signal = AbortSignal.timeout(timeoutMs);
  const [ours, ...fronts] = await Promise.all([
    pageOfTarget(name, allowed(target)[0], asking, signal),
    ...asked.map((address) => pageThrough(name, { ...asking, address }, signal)),
  ]);
  const seen = fronts.filter(isThrough);
  const fault = ours && fronts.find(isProxyFault);
  const server = seen.map(({ first }) => first.headers['server']).find((word) => typeof word === 'string');
  const named = typeof server === 'string' ? { server: server.slice(0, MAX_FRONT_SERVER) } : {};
  return { served: frontVerdict(ours, fronts), addresses: asked, ...named, ...fault };
}

/** What a proxy answered: its own headers, and the page where it led. */
interface Through {
  readonly first: FetchedPage;
  readonly page: FetchedPage;
}

type ProxyFault = Required<Pick<FrontObservation, 'fault'>> & Pick<FrontObservation, 'status'>;
/** `unseen`: there is no way to the address from here. */
type SeenThrough = Through | ProxyFault | 'unseen' | undefined;

const isThrough = (seen: SeenThrough): seen is Through => typeof seen === 'object' && 'page' in seen;
const isProxyFault = (seen: SeenThrough): seen is ProxyFault => typeof seen === 'object' && 'fault' in seen;

/** No verdict if an address that can be seen from here or the target didn't answer. */
function frontVerdict(
  ours: FetchedPage | undefined,
  fronts: readonly SeenThrough[],
): FrontObservation['served'] {
  const visible = fronts.filter((front) => front !== 'unseen');
  const seen = visible.filter(isThrough);
  if (!ours || seen.length === 0 || seen.length < visible.length) return 'unknown';
  const wanted = siteIdentity(ours);
  return seen.every(({ first, page }) => siteIdentity(page) === wanted && isFromTarget(first, ours))
    ? 'ours'
    : 'other';
}

/**
 * Only with a valid certificate, because visitors get this one. Redirects to the same name stay at the address. Without IPv6
 * here such an address can't be seen.
 */
async function pageThrough(name: string, asking: Asking, signal: AbortSignal): Promise<SeenThrough> {
  const { address, connections, options } = asking;
  const url = new URL(`https://${name}/`);
  const destination = { address, port: options.tlsPort };
  const first = await fetchPage(url, destination, signal, connections, BROWSER);
  if (isIPv6(address) && (first === 'unreachable' || first === 'timeout')) return 'unseen';
  if (typeof first === 'string' || first.isTrusted !== true) return undefined;
  const { end } = first.status < 300 ? { end: first } : await walk(url, BROWSER, asking, signal);
  return typeof end !== 'string' && end.status < 400 ? { first, page: end } : proxyFaultOf(end);
}

/**
 * A proxy that reaches the target without TLS gets redirects to itself; one that doesn't reach it has errors of its own. What
 * tests or turns away the bot alone is none.
 */
function proxyFaultOf(end: Walk['end']): ProxyFault | undefined {
  if (end === 'redirect-loop' || end === 'too-many-redirects') return { fault: 'loop' };
  if (typeof end === 'string' || end.status < 500) return undefined;
  if (isScriptTest(end) || isTurnedAwayAsBot(end) || isPause(end)) return undefined;
  return { fault: 'error', status: end.status };
}

async function pageOfTarget(
  name: string,
  address: string | undefined,
  asking: Asking,
  signal: AbortSignal,
): Promise<FetchedPage | undefined> {
  if (address === undefined) return undefined;
  const walked = await walk(new URL(`http://${name}/`), BROWSER, { ...asking, address }, signal);
  const { end } = walked;
  return typeof end !== 'string' && end.status < 400 && isWordPress(walked, end) ? end : undefined;
}
