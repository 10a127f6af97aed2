import type { HttpAnswer, HttpOutcome, SiteAnswer } from '../../core/observation/http.js';
import type { EdgeAnswer } from '../../core/observation/observation.js';
import { KeyedLimit, patientLimit } from '../../util/concurrency/queue.js';
import type { HttpProbe } from '../probe.js';
import { shakeHands, trusting } from '../tls/connect.js';
import { AUTHORITY, BROWSER } from './clients.js';
import { fetchPage } from './exchange.js';
import { frontOf } from './front.js';
import { hasProxyMarks } from './proxy-marks.js';
import { type AddressAtHome, isStill, siteOf } from './site-fingerprint.js';
import { isScriptTest } from './site-marks.js';
import { type HttpProbeOptions, type Walk, walk } from './walk.js';

/** Per address, and a site that hangs doesn't delay the others at its address. */
const REQUESTS_PER_ADDRESS = { size: 16, slowAfterMs: 500, slowSize: 250 } as const;
const MAX_SERVER = 100;
const CHALLENGE_PATH = '/.well-known/acme-challenge/';

type IsSecured = NonNullable<Parameters<HttpProbe['probe']>[3]>;

interface SiteCheck {
  readonly isSecured: IsSecured;
  readonly home: readonly string[];
}

interface Visited {
  readonly edge: EdgeAnswer;
  readonly site: SiteAnswer | undefined;
}

/** Checks port 80 of literal addresses; never connects to what the name resolves to. */
export function createHttpProbe(options: HttpProbeOptions): HttpProbe {
  const { policy, timeoutMs, tlsPort } = options;
  const connecting = { secureContext: trusting(options.caPem) };
  const inFlight = new KeyedLimit((_, onIdle) => patientLimit({ ...REQUESTS_PER_ADDRESS, onIdle }));

  async function challenge(
    name: string,
    { address, home }: AddressAtHome,
    token: string,
  ): Promise<HttpAnswer> {
    if (!policy.mayConnect(address)) return { address, outcome: 'blocked', redirects: 0, rttMs: 0 };
    const startedAt = performance.now();
    const signal = AbortSignal.timeout(timeoutMs);
    const url = new URL(`http://${name}${CHALLENGE_PATH}${token}`);
    const walked = await walk(url, address, AUTHORITY, signal, options);
    const isCutOff = walked.end === 'reset' && walked.redirects === 0;
    const outcome =
      isCutOff && (await answersElsewhere(name, address)) ? 'challenge-blocked' : httpOutcome(walked);
    return {
      address,
      outcome,
      ...answerFacts(walked.end),
      redirects: walked.redirects,
      ...(outcome === 'reached' && isStrayed(walked, home) ? { isElsewhere: true } : {}),
      ...(walked.location === undefined ? {} : { location: walked.location }),
      rttMs: Math.round(performance.now() - startedAt),
    };
  }

  /** Some firewalls block only the ACME path. */
  async function answersElsewhere(name: string, address: string): Promise<boolean> {
    const destination = { address, port: options.httpPort };
    const signal = AbortSignal.timeout(timeoutMs);
    const page = await fetchPage(new URL(`http://${name}/`), destination, signal, connecting);
    return typeof page !== 'string';
  }

  async function site(
    name: string,
    address: string,
    token: string,
    { isSecured, home }: SiteCheck,
  ): Promise<SiteAnswer> {
    if (!policy.mayConnect(address)) return { address, kind: 'none' };
    const at = { address, home };
    const plain = await siteBy('http', name, at, token);
    const isWhole = plain.answer.served !== 'ours' || plain.isHttps;
    if (isWhole || !(await isSecured(address))) return plain.answer;
    const { answer } = await siteBy('https', name, at, token);
    // The same address has just sent its certificate: silence comes from the site, a lost route doesn't.
    return answer.failure === 'unreachable' ? plain.answer : { ...answer, isSecure: true };
  }

  async function siteBy(scheme: 'http' | 'https', name: string, at: AddressAtHome, token: string) {
    const { address } = at;
    const signal = AbortSignal.timeout(timeoutMs);
    const front = (host: string) => walk(new URL(`${scheme}://${host}/`), address, BROWSER, signal, options);
    const walked = await front(name);
    const answer = await siteOf(at, { walked, name }, async () => {
      const stranger = `${token}.invalid`;
      return { walked: await front(stranger), name: stranger };
    });
    const isSilent = scheme === 'https' && walked.redirects === 0 && answer.kind === 'none';
    return {
      answer: isSilent ? { ...answer, port: 443 } : answer,
      isHttps: walked.url?.protocol === 'https:',
    };
  }

  async function visit(name: string, known: SiteAnswer): Promise<Visited> {
    const { address } = known;
    if (!policy.mayConnect(address))
      return { edge: { address, port: tlsPort, outcome: 'blocked', rttMs: 0 }, site: undefined };
    const signal = AbortSignal.timeout(timeoutMs);
    const { edge, socket } = await shakeHands(name, address, { ...connecting, port: tlsPort, timeoutMs });
    // Without a route from here, the check learns nothing about the address.
    if (!socket) return { edge, site: edge.outcome === known.failure ? known : undefined };
    try {
      const walked = await walk(new URL(`https://${name}/`), address, BROWSER, signal, options, { socket });
      return { edge, site: isStill(known, { walked, name }) ? known : undefined };
    } finally {
      socket.destroy();
    }
  }

  return {
    async visit(name, known) {
      const visited = await Promise.all(
        known.map((site) => inFlight.run(site.address, () => visit(name, site))),
      );
      return {
        ssl: { queried: name, edges: visited.map(({ edge }) => edge) },
        site: visited.flatMap(({ site }) => site ?? []),
      };
    },
    async probe(name, addresses, token, isSecured = async () => false, home = addresses) {
      const each = <Answer>(ask: (address: string) => Promise<Answer>) =>
        Promise.all(addresses.map((address) => inFlight.run(address, () => ask(address))));
      const [challenges, sites] = await Promise.all([
        each((address) => challenge(name, { address, home }, token)),
        each((address) => site(name, address, token, { isSecured, home })),
      ]);
      return { queried: name, challenge: challenges, site: sites };
    },
    front: (name, addresses, target) =>
      inFlight.run(addresses[0] ?? '', () => frontOf(name, addresses, target, options)),
  };
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

function answerFacts(end: Walk['end']): Pick<HttpAnswer, 'status' | 'server'> {
  if (typeof end === 'string') return {};
  const server = end.headers['server'];
  return {
    status: end.status,
    ...(typeof server === 'string' ? { server: server.slice(0, MAX_SERVER) } : {}),
  };
}
