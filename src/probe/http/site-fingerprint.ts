import type { Served, SiteAnswer } from '../../core/observation/http.js';
import { bareHost } from './connections.js';
import type { FetchedPage } from './exchange.js';
import { hasProxyMarks } from './proxy-marks.js';
import {
  framedHostOf,
  isBlank,
  isDownload,
  isInstall,
  isParking,
  isPause,
  isPhpError,
  isScriptTest,
  isServersOwnPage,
  isSignup,
  isSource,
  isSuspended,
  isTurnedAwayAsBot,
  isWordPress,
  linkedHostsOf,
  markOf,
  pageTitle,
  showsError,
} from './site-marks.js';
import type { Walk } from './walk.js';

/** What an address served for a name. */
export interface Front {
  readonly walked: Walk;
  readonly name: string;
}

/** The address that was asked, and all that lead to the site. */
export interface AddressAtHome {
  readonly address: string;
  readonly home: readonly string[];
}

/**
 * Which site serves the front page. `strangers` is what the same address serves for a name that doesn't
 * exist.
 */
export async function siteOf(
  { address, home }: AddressAtHome,
  front: Front,
  strangers: () => Promise<Front>,
): Promise<SiteAnswer> {
  const { walked, name } = front;
  const { end } = walked;
  const host = linkHost(front);
  const isAway = !isSameSite(host, name);
  const strayed = isAway ? undefined : strayedTo(front, home);
  const place = isAway || strayed ? { finalHost: host } : {};
  if (isSignup(walked)) return { address, kind: 'other', served: 'network-signup', ...place };
  if (typeof end === 'string') {
    const isRedirected = end.endsWith('redirects') || end.endsWith('loop') || end === 'bad-redirect';
    const served: Served = (isAway && !isNowhere(walked)) || strayed ? 'other-host' : 'unknown';
    if (end === 'unreadable') return { address, kind: 'other', served, failure: end, ...place };
    const { location } = walked;
    const led = location === undefined ? {} : { location };
    return { address, kind: isRedirected ? 'error' : 'none', served, failure: end, ...led, ...place };
  }
  const facts = { address, status: end.status, ...pageTitle(end), fingerprint: markOf(end), ...place };
  if (strayed) return { ...facts, ...strayed, kind: 'other', served: 'other-host' };
  const known = knownPage(front, end);
  if (known) return { ...facts, ...known };
  if (isPhpError(end)) return { ...facts, kind: 'error', served: 'unknown', isPhpError: true };
  // Says nothing about the site, nor about other names.
  if (end.status === 429) return { ...facts, kind: 'other', served: 'forbidden' };
  if (end.status === 403 || (isTurnedAway(end) && !isAway)) {
    const isForAll = statusOf(await strangers()) === end.status;
    if (isForAll || end.status === 403)
      return { ...facts, kind: isForAll ? 'other' : 'error', served: 'forbidden' };
  }
  if (isAway) return { ...facts, ...(await elsewhere(host, walked, end, strangers)) };
  const [other] = linkedHostsOf(end);
  const isLinkedHere = namesItself(end, name);
  if (other !== undefined && !isLinkedHere) {
    return { ...facts, linkedHost: other, ...(await elsewhere(other, walked, end, strangers)) };
  }
  if (isWordPress(walked, end) && end.status < 400) {
    const isOurs = isLinkedHere || !isSamePage(end, name, await strangers());
    return { ...facts, kind: 'wordpress', served: isOurs ? 'ours' : 'network-main' };
  }
  const framed = framedHostOf(end);
  if (framed !== undefined && !isSameSite(framed, name))
    return { ...facts, linkedHost: framed, kind: 'other', served: 'other-host', shows: 'frame' };
  if (isParking(walked, end)) return { ...facts, ...DEFAULT_PAGE, shows: 'parking' };
  const isDefault = isServersOwnPage(walked, end) || isSamePage(end, name, await strangers());
  const kind = end.status >= 400 ? 'error' : 'other';
  return { ...facts, ...(isDefault ? DEFAULT_PAGE : { kind, served: 'unknown' }) };
}

/** Is the page the one that the answer judged? Then so is the verdict, whatever strangers get now. */
export function isStill(known: SiteAnswer, front: Front): boolean {
  const { walked, name } = front;
  const { end } = walked;
  if (typeof end === 'string' || end.isTrusted === false || isSignup(walked)) return false;
  if (knownPage(front, end) || isPhpError(end)) return false;
  const host = linkHost(front);
  return (
    known.fingerprint === markOf(end) &&
    known.status === end.status &&
    known.finalHost === (isSameSite(host, name) ? undefined : host)
  );
}

/** What servers answer for names that they don't know: IIS 400, Cloudflare 409. */
const UNKNOWN_NAME: ReadonlySet<number> = new Set([400, 404, 409, 410, 421]);

/** A client error that says nothing about the name. */
const isTurnedAway = ({ status }: FetchedPage): boolean =>
  status >= 400 && status < 500 && !UNKNOWN_NAME.has(status);

/**
 * The name's www (or the name without it) that the redirects lead to: at another server, unless a proxy stands before it, or
 * without a certificate for it.
 */
function strayedTo(
  { walked: { end, url, address }, name }: Front,
  home: readonly string[],
): Pick<SiteAnswer, 'isUntrusted'> | undefined {
  if (url === undefined || address === undefined || bareHost(url.hostname) === name) return undefined;
  const isProxied = typeof end !== 'string' && hasProxyMarks(end.headers);
  if (!home.includes(address) && !isProxied) return {};
  const isUntrusted = typeof end !== 'string' && end.isTrusted === false;
  return isUntrusted ? { isUntrusted } : undefined;
}

/** `https://https://…`: a host of that name was never meant. */
const isNowhere = ({ end, url }: Walk): boolean =>
  end === 'bad-redirect' && /^https?$/.test(url?.hostname ?? '');

type FingerprintVerdict = Pick<SiteAnswer, 'kind' | 'served' | 'shows'>;
const LOGIN: FingerprintVerdict = { kind: 'login', served: 'login' };
const DEFAULT_PAGE: FingerprintVerdict = { kind: 'default-page', served: 'default-page' };

/** Pages that identify themselves. An ordinary page that mentions suspensions doesn't count. */
function knownPage({ walked, name }: Front, end: FetchedPage): FingerprintVerdict | undefined {
  // A theme or plugin failed without a message.
  const isEmpty = end.status < 400 && isBlank(end);
  if (end.status < 400 && isDownload(end)) return { kind: 'error', served: 'unknown', shows: 'download' };
  if (end.status < 400 && !isEmpty && isWordPress(walked, end) && namesItself(end, name)) return undefined;
  if (isScriptTest(end)) return { kind: 'other', served: 'unknown' };
  if (isInstall(walked, end)) return { kind: 'other', served: 'install' };
  if (isSuspended(walked, end)) return { kind: 'error', served: 'suspended' };
  // A page of the site may have such a title; with an error status it is the server’s.
  if (end.status >= 400 && isServersOwnPage(walked, end)) return DEFAULT_PAGE;
  if (end.status === 401 || walked.url?.pathname.endsWith('/wp-login.php')) return LOGIN;
  if (isTurnedAwayAsBot(end)) return { kind: 'error', served: 'forbidden' };
  if (isPause(end)) return { kind: 'error', served: 'unknown', shows: 'pause' };
  if (end.status >= 500 || isEmpty) return { kind: 'error', served: 'unknown' };
  if (end.status >= 400) return undefined;
  if (isSource(end)) return { kind: 'error', served: 'unknown', shows: 'source' };
  return showsError(end) ? { kind: 'error', served: 'unknown', shows: 'error' } : undefined;
}

/** A WordPress on another host: the network's own if an unknown name ends there too. */
async function elsewhere(
  host: string,
  walked: Walk,
  end: FetchedPage,
  strangers: () => Promise<Front>,
): Promise<FingerprintVerdict> {
  if (!isWordPress(walked, end)) return { kind: 'other', served: 'other-host' };
  const stranger = await strangers();
  const { end: theirs } = stranger.walked;
  const isTheirsToo =
    linkHost(stranger) === host || (typeof theirs !== 'string' && linkedHostsOf(theirs).includes(host));
  return { kind: 'wordpress', served: isTheirsToo ? 'network-main' : 'other-host' };
}

const linkHost = ({ walked, name }: Front): string => bareHost(walked.url?.hostname ?? name);
const statusOf = ({ walked: { end } }: Front): number | undefined =>
  typeof end === 'string' ? undefined : end.status;
const withoutWww = (host: string): string => host.toLowerCase().replace(/^www\./, '');
const namesItself = (page: FetchedPage, name: string): boolean =>
  linkedHostsOf(page).some((each) => isSameSite(each, name));
const isSameSite = (host: string, name: string): boolean => withoutWww(host) === withoutWww(name);

/** The same page for both names apart from the names: the host doesn't distinguish them. */
function isSamePage(page: FetchedPage, name: string, { walked, name: stranger }: Front): boolean {
  if (typeof walked.end === 'string') return false;
  return (
    walked.end.status === page.status &&
    lastingText(walked.end.body, stranger) === lastingText(page.body, name)
  );
}

/** Without the name, and without what differs from request to request: comments, moments, IDs, nonces. */
const lastingText = (body: string, name: string): string =>
  body
    .replaceAll(name, '')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/[\w+/=-]+/g, (word) => (/\d/.test(word) ? '' : word));
