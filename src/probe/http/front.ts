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
  const seen = fronts.filter((page) => page !== undefined);
  const server = seen.map(({ headers }) => headers['server']).find((word) => typeof word === 'string');
  const named = typeof server === 'string' ? { server: server.slice(0, MAX_FRONT_SERVER) } : {};
  return { served: frontVerdict(ours, fronts), addresses: asked, ...named };
}

/** No verdict if an address or the target didn't answer. */
function frontVerdict(
  ours: FetchedPage | undefined,
  fronts: readonly (FetchedPage | undefined)[],
): FrontObservation['served'] {
  const seen = fronts.filter((page) => page !== undefined);
  if (!ours || seen.length < fronts.length) return 'unknown';
  const wanted = siteIdentity(ours);
  return seen.every((page) => siteIdentity(page) === wanted && isFromTarget(page, ours)) ? 'ours' : 'other';
}

/**
 * Validates the certificate, because visitors get this one. Redirects to the same name stay at the address.
 */
async function pageThrough(
  name: string,
  address: string,
  signal: AbortSignal,
  options: HttpProbeOptions,
): Promise<FetchedPage | undefined> {
  const page = await fetchPage(new URL(`https://${name}/`), { address, port: options.tlsPort }, signal, {
    secureContext: trusting(options.caPem),
    isValidated: true,
  });
  return typeof page !== 'string' && page.status < 400 ? page : undefined;
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
