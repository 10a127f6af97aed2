import type { Mapping } from '../../../mapping.js';
import type { HttpAnswer, HttpObservation, HttpOutcome, SiteAnswer } from '../../../observation/http.js';
import { isServed } from '../../../stage.js';
import { asVisited, isSilentOverHttps, mayBeSignOn, mayLeadToOwn, SILENT } from '../../verdict-site.js';
import type { Evidence, Moment } from '../finding.js';
import type { FindingCode } from '../table.js';
import { addressesAmong, listed, type Rule } from '../view.js';

export interface HttpView extends Moment {
  readonly mapping: Mapping;
  readonly http: HttpObservation;
}

/**
 * Port 80 as a certificate authority sees it (RFC 8555 8.3), before there is a certificate; then the site
 * itself.
 */
export const httpRules = {
  'http-unreachable': challenged('refused', 'timeout', 'reset'),
  'http-challenge-blocked': challenged('challenge-blocked'),
  'http-not-http': challenged('not-http'),
  'http-redirect-loop': challenged('redirect-loop', 'too-many-redirects'),
  'http-redirect-bad': (view) => challenged('bad-redirect')(view) ?? ledNowhere(view) ?? ledAway(view),
  'http-test-cookie': challenged('test-cookie'),
  'http-login': challenged('login'),
  'http-error': challenged('error'),

  /** An unknown challenge should return a page or “not found”. */
  'http-unexpected': ({ http, mapping }) => {
    const isExpected = (status = 0) => (status >= 200 && status < 300) || status === 404;
    const odd = http.challenge.filter(({ outcome, status }) => outcome === 'reached' && !isExpected(status));
    return odd.length > 0 && !isServed(mapping.ssl) ? { params: httpParams(odd, http) } : undefined;
  },

  'http-differs': ({ http }) => {
    const answers = http.challenge.filter(({ outcome }) => outcome === 'reached');
    const kinds = new Set(answers.map(({ status, server, redirects }) => `${status} ${server} ${redirects}`));
    return kinds.size > 1 ? { params: httpParams(answers, http) } : undefined;
  },

  'site-error': siteIs(
    ({ kind, status, served }) =>
      kind === 'error' && status !== undefined && served !== 'suspended' && served !== 'forbidden',
  ),
  'site-redirects': siteIs(({ failure, served }) => REDIRECTS.has(failure ?? '') && served !== 'other-host'),
  'site-silent': siteIs(
    ({ kind, failure, served }) => kind === 'none' && SILENT.has(failure ?? '') && served !== 'other-host',
  ),
  'site-signup': siteIs(({ served }) => served === 'network-signup'),
  'site-install': siteIs(({ served }) => served === 'install'),
  'site-suspended': siteIs(({ served }) => served === 'suspended'),
  'site-network-main': siteIs(({ served }) => served === 'network-main'),
  // A network that routes the name to this site may send visitors to the site's primary domain.
  'site-other-host': siteIs(
    (answer, mapping) =>
      answer.served === 'other-host' && (!mayLeadToOwn(mapping) || isOwnWww(answer, mapping.hostname)),
  ),
  'site-forbidden': siteIs(({ served }) => served === 'forbidden'),
  'site-default-page': siteIs(({ kind, served }) =>
    served === undefined ? kind === 'default-page' : served === 'default-page',
  ),
  'site-login': siteIs(({ kind, served }) => (served === undefined ? kind === 'login' : served === 'login')),
  'site-other': siteIs(({ kind, served }) => kind === 'other' && (served ?? 'unknown') === 'unknown'),
} as const satisfies Partial<Record<FindingCode, Rule<HttpView>>>;

function challenged(...outcomes: readonly HttpOutcome[]): Rule<HttpView> {
  return ({ http, mapping }): Evidence | undefined => {
    const answers = http.challenge.filter(
      (answer) => outcomes.includes(answer.outcome) && !isLostOnTheWay(answer),
    );
    return answers.length > 0 && !isServed(mapping.ssl) ? { params: httpParams(answers, http) } : undefined;
  };
}

/** Port 80 has answered, with a redirect; where it leads, nobody does. */
const isLostOnTheWay = ({ outcome, redirects }: HttpAnswer): boolean => redirects > 0 && SILENT.has(outcome);

/** Unless it is TLS that fails at the same address, which has a finding of its own. */
function ledNowhere({ http, mapping }: HttpView): Evidence | undefined {
  const edges = mapping.ssl.observation?.edges ?? [];
  const failsTls = (address: string) =>
    edges.some((edge) => edge.address === address && edge.outcome !== 'certificate');
  const answers = http.challenge.filter((answer) => isLostOnTheWay(answer) && !failsTls(answer.address));
  return answers.length > 0 && !isServed(mapping.ssl) ? { params: httpParams(answers, http) } : undefined;
}

/**
 * Another server can't answer for the challenge. If the front page stays, the host has redirected the challenge alone, and knows
 * why.
 */
function ledAway({ http, mapping }: HttpView): Evidence | undefined {
  const answers = http.challenge.filter(({ isElsewhere }) => isElsewhere === true);
  const isSiteToo = http.site.some(({ finalHost }) => finalHost !== undefined);
  if (answers.length === 0 || !isSiteToo || isServed(mapping.ssl)) return undefined;
  return { params: { ...httpParams(answers, http), name: mapping.hostname, how: 'away' } };
}

const REDIRECTS: ReadonlySet<string> = new Set(['redirect-loop', 'too-many-redirects', 'bad-redirect']);
const UNANSWERED: ReadonlySet<HttpOutcome> = new Set(['timeout', 'unreachable', 'blocked']);

/** Addresses that answered on port 80, which shows that the bot's network works. */
export const responderOn80 = (http: HttpObservation | undefined): string[] =>
  (http?.challenge ?? [])
    .filter(({ outcome, redirects }) => !UNANSWERED.has(outcome) || redirects > 0)
    .map(({ address }) => address);

const httpParams = (
  answers: readonly HttpAnswer[],
  { challenge }: HttpObservation,
): Record<string, string> => ({
  ...addressesAmong(answers, challenge),
  status: listed(answers.flatMap(({ status }) => (status === undefined ? [] : [String(status)]))),
  location: answers.find(({ location }) => location !== undefined)?.location ?? '',
});

/** Before there is a certificate, the page is not what visitors will see. */
function siteIs(fits: (answer: SiteAnswer, mapping: Mapping) => boolean): Rule<HttpView> {
  return ({ http, mapping }) => {
    const isReady = mapping.outcome?.stage === 'done';
    const answers = http.site
      .map((answer) => asVisited(answer, () => mayLeadToOwn(mapping) || (isReady && mayBeSignOn(answer))))
      .filter((answer) => fits(answer, mapping));
    const [first] = answers;
    if (!first || !isServed(mapping.ssl)) return undefined;
    return {
      params: {
        ...addressesAmong(answers, http.site),
        status: listed(answers.flatMap(({ status }) => (status === undefined ? [] : [String(status)]))),
        title: first.title ?? '',
        location: leadingTo(first),
        name: mapping.hostname,
        reason: first.failure ?? '',
        how: howOf(first, mapping.hostname),
      },
      ...actorOf(first, mapping.hostname),
    };
  };
}

/** Where it leads: a host, or all of a redirect that can't be followed. */
const leadingTo = ({ linkedHost, finalHost, failure, location }: SiteAnswer): string =>
  linkedHost ?? (failure === 'bad-redirect' ? location : undefined) ?? finalHost ?? location ?? '';

type SiteManner =
  | 'fatal'
  | 'source'
  | 'download'
  | 'pause'
  | 'frame'
  | 'parking'
  | 'shown'
  | 'limited'
  | 'here'
  | 'astray'
  | 'untrusted'
  | 'linked'
  | 'empty'
  | 'secure'
  | 'unread'
  | 'certificate'
  | 'error';

/** What exactly is wrong, for sentences. */
function howOf(answer: SiteAnswer, hostname: string): SiteManner {
  const { status, isPhpError, shows } = answer;
  if (isOwnWww(answer, hostname)) return answer.isUntrusted === true ? 'untrusted' : 'astray';
  if (shows === 'frame') return 'frame';
  if (answer.served === 'other-host' && answer.linkedHost !== undefined) return 'linked';
  if (answer.failure === 'unreadable') return 'unread';
  if (answer.failure === 'certificate-required') return 'certificate';
  if (isSilentOverHttps(answer)) return 'secure';
  if (isPhpError === true) return 'fatal';
  if (shows !== undefined) return shows === 'error' ? 'shown' : shows;
  if (status === 429) return 'limited';
  if (isDeniedHere(answer)) return 'here';
  return status !== undefined && status < 300 ? 'empty' : 'error';
}

/** The redirects lead to the name's www, or away from it, and that isn't the site. */
const isOwnWww = ({ served, finalHost }: SiteAnswer, hostname: string): boolean =>
  served === 'other-host' && finalHost !== undefined && bareOfWww(finalHost) === bareOfWww(hostname);

const bareOfWww = (host: string): string => host.replace(/^www\./, '');

/** Denied for this name, and not for others. */
const isDeniedHere = ({ kind, served }: SiteAnswer): boolean => kind === 'error' && served === 'forbidden';

function actorOf(answer: SiteAnswer, hostname: string): Pick<Evidence, 'whoActs'> {
  if (isDeniedHere(answer)) return { whoActs: 'agency' };
  if (answer.shows === 'source') return { whoActs: 'host' };
  return isOwnWww(answer, hostname) && answer.isUntrusted !== true ? { whoActs: 'customer' } : {};
}
