import type { SiteAnswer } from '../../core/observation/http.js';
import type { Certificate, EdgeAnswer } from '../../core/observation/observation.js';
import { shakeHands, trusting } from '../tls/connect.js';
import { BROWSER } from './clients.js';
import { isStill, siteOf } from './site-fingerprint.js';
import { type Asking, walk } from './walk.js';

export interface SiteCheck {
  readonly name: string;
  /** To build a name that doesn't exist. */
  readonly token: string;
  /** All addresses that lead to the site. */
  readonly home: readonly string[];
}

export interface Visited {
  readonly edge: EdgeAnswer;
  /** The known answer, if it still holds. */
  readonly site: SiteAnswer | undefined;
}

/** The certificate at the address. The connection is kept for the pages. */
export async function shakeHandsAt(
  name: string,
  { address, connections, options }: Asking,
): Promise<EdgeAnswer> {
  const { tlsPort: port, timeoutMs, caPem } = options;
  const shaking = shakeHands(name, address, { port, secureContext: trusting(caPem), timeoutMs });
  connections.keep(
    new URL(`https://${name}/`),
    { address, port },
    shaking.then(({ socket }) => socket),
  );
  return (await shaking).edge;
}

/**
 * What the address serves for the name: on port 80, and over HTTPS if `edge` has a valid certificate and port 80 doesn't lead
 * there.
 */
export async function askSite(
  check: SiteCheck,
  asking: Asking,
  edge: Promise<EdgeAnswer | undefined>,
): Promise<SiteAnswer> {
  const plain = await askOver('http', check, asking);
  const isWhole = plain.answer.served !== 'ours' || plain.isHttps;
  if (isWhole || !isGood((await edge)?.certificate)) return plain.answer;
  const { answer } = await askOver('https', check, asking);
  // The same address has just sent its certificate: silence comes from the site, a lost route doesn't.
  return answer.failure === 'unreachable' ? plain.answer : { ...answer, isSecure: true };
}

const isGood = (certificate: Certificate | undefined): boolean =>
  certificate?.nameMatches === true && certificate.chainError === undefined;

async function askOver(scheme: 'http' | 'https', { name, token, home }: SiteCheck, asking: Asking) {
  const signal = AbortSignal.timeout(asking.options.timeoutMs);
  const front = (host: string) => walk(new URL(`${scheme}://${host}/`), BROWSER, asking, signal);
  const walked = await front(name);
  const answer = await siteOf({ address: asking.address, home }, { walked, name }, async () => {
    const stranger = `${token}.invalid`;
    return { walked: await front(stranger), name: stranger };
  });
  const isSilent = scheme === 'https' && walked.redirects === 0 && answer.kind === 'none';
  return {
    answer: isSilent ? { ...answer, port: 443 } : answer,
    isHttps: walked.url?.protocol === 'https:',
  };
}

/** One connection for the certificate and the front page: is it still the page that was judged? */
export async function visitSite(name: string, known: SiteAnswer, asking: Asking): Promise<Visited> {
  const signal = AbortSignal.timeout(asking.options.timeoutMs);
  const edge = await shakeHandsAt(name, asking);
  // Without a route from here, the check learns nothing about the address.
  if (!edge.certificate) return { edge, site: edge.outcome === known.failure ? known : undefined };
  const walked = await walk(new URL(`https://${name}/`), BROWSER, asking, signal);
  return { edge, site: isStill(known, { walked, name }) ? known : undefined };
}
