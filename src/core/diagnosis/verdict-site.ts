import type { Mapping } from '../mapping.js';
import type { SiteAnswer } from '../observation/http.js';

/** Nobody got a page: failures of the network, or of visitors to show what they don't have. */
export const SILENT: ReadonlySet<string> = new Set([
  'timeout',
  'reset',
  'refused',
  'not-http',
  'certificate-required',
]);

/** Without a page, was it HTTPS that gave none? Browsers ask for that first, and redirects may lead there. */
export const isSilentOverHttps = ({ status, isSecure, location = '' }: SiteAnswer): boolean =>
  status === undefined && (isSecure === true || /^https:/i.test(location));

const AT_ANY_HOST: ReadonlySet<SiteAnswer['served']> = new Set([
  'unknown',
  'forbidden',
  'login',
  'default-page',
]);

/** At another host, these may be the site's own single sign-on. */
export const mayBeSignOn = ({ served }: SiteAnswer): boolean => served === 'forbidden' || served === 'login';

/** Whether another host may be the site's own primary domain: the network routes the name, or couldn't be read. */
export const mayLeadToOwn = ({ site }: Pick<Mapping, 'site'>): boolean =>
  site.state === 'routed' || site.state === 'unknown';

/**
 * What visitors get who are led to another host: a page of that host, whatever it says of itself. `isOwn`: the host serves the
 * site as well, as the network knows.
 */
export function asVisited(answer: SiteAnswer, isOwn: (host: string) => boolean): SiteAnswer {
  const { finalHost, failure, served } = answer;
  if (finalHost === undefined || failure !== undefined || !AT_ANY_HOST.has(served) || isOwn(finalHost))
    return answer;
  return { ...answer, kind: 'other', served: 'other-host' };
}

/** With any other status, such as 405, 406, 418 or 451, a firewall may turn away the bot alone. */
const isForEverybody = ({ status = 0 }: SiteAnswer): boolean =>
  status < 400 || status === 404 || status === 410 || status >= 500;

/**
 * Visitors get an error, an empty page, redirects without end, or nothing over HTTPS. A page that asks to come back later is
 * meant so, and who denies access may do so to the bot alone.
 */
export function isFailing(answer: SiteAnswer): boolean {
  const { kind, served = 'unknown', shows, failure = '' } = answer;
  if (served !== 'unknown') return false;
  if (kind === 'error') return shows !== 'pause' && isForEverybody(answer);
  return kind === 'none' && SILENT.has(failure) && isSilentOverHttps(answer);
}
