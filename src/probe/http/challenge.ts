import type { HttpAnswer, HttpOutcome } from '../../core/observation/http.js';
import { AUTHORITY } from './clients.js';
import { fetchPage } from './exchange.js';
import { hasProxyMarks } from './proxy-marks.js';
import { isScriptTest } from './site-marks.js';
import { type Asking, type Walk, walk } from './walk.js';

const MAX_SERVER = 100;
const CHALLENGE_PATH = '/.well-known/acme-challenge/';

/** Asks for a challenge that nobody has set, as a certificate authority does. `home`: all addresses that lead to the site. */
export async function askChallenge(
  name: string,
  token: string,
  asking: Asking,
  home: readonly string[],
): Promise<HttpAnswer> {
  const startedAt = performance.now();
  const walked = await walk(new URL(`http://${name}${CHALLENGE_PATH}${token}`), AUTHORITY, asking);
  const outcome = (await isBlocked(name, walked, asking)) ? 'challenge-blocked' : httpOutcome(walked);
  return {
    address: asking.address,
    outcome,
    ...answerFacts(walked),
    redirects: walked.redirects,
    ...(outcome === 'reached' && isStrayed(walked, home) ? { isElsewhere: true } : {}),
    ...(walked.location === undefined ? {} : { location: walked.location }),
    rttMs: Math.round(performance.now() - startedAt),
  };
}

/** Some firewalls block only the ACME path. */
async function isBlocked(
  name: string,
  { end, redirects }: Walk,
  { address, connections, options }: Asking,
): Promise<boolean> {
  if (end !== 'reset' || redirects > 0) return false;
  const signal = AbortSignal.timeout(options.timeoutMs);
  const destination = { address, port: options.httpPort };
  const page = await fetchPage(new URL(`http://${name}/`), destination, signal, connections, AUTHORITY);
  return typeof page !== 'string';
}

function httpOutcome({ end, location = '' }: Walk): HttpOutcome {
  if (typeof end === 'string') return end;
  if (isScriptTest(end)) return 'test-cookie';
  if ([401, 403, 407].includes(end.status) || location.includes('/wp-login.php')) return 'login';
  return end.status >= 500 ? 'error' : 'reached';
}

/** A proxy passes the request on. */
const isStrayed = ({ end, address }: Walk, home: readonly string[]): boolean =>
  address !== undefined &&
  !home.includes(address) &&
  !(typeof end !== 'string' && hasProxyMarks(end.headers));

function answerFacts({ end }: Walk): Pick<HttpAnswer, 'status' | 'server'> {
  if (typeof end === 'string') return {};
  const server = end.headers['server'];
  return {
    status: end.status,
    ...(typeof server === 'string' ? { server: server.slice(0, MAX_SERVER) } : {}),
  };
}
