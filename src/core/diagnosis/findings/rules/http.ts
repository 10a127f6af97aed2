import type { Mapping } from '../../../mapping.js';
import type { HttpAnswer, HttpObservation, HttpOutcome, SiteAnswer } from '../../../observation/http.js';
import { isServed } from '../../../stage.js';
import type { Evidence, Moment } from '../finding.js';
import type { FindingCode } from '../table.js';
import { listed, type Rule } from '../view.js';

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
  'http-redirect-bad': challenged('bad-redirect'),
  'http-test-cookie': challenged('test-cookie'),
  'http-login': challenged('login'),
  'http-error': challenged('error'),

  /** An unknown challenge should return a page or “not found”. */
  'http-unexpected': ({ http, mapping }) => {
    const isExpected = (status = 0) => (status >= 200 && status < 300) || status === 404;
    const odd = http.challenge.filter(({ outcome, status }) => outcome === 'reached' && !isExpected(status));
    return odd.length > 0 && !isServed(mapping.ssl) ? { params: httpParams(odd) } : undefined;
  },

  'http-differs': ({ http: { challenge } }) => {
    const answers = challenge.filter(({ outcome }) => outcome === 'reached');
    const kinds = new Set(answers.map(({ status, server, redirects }) => `${status} ${server} ${redirects}`));
    return kinds.size > 1 ? { params: httpParams(answers) } : undefined;
  },

  'site-error': siteIs(
    ({ kind, status, served }) => kind === 'error' && status !== undefined && served !== 'suspended',
  ),
  'site-redirects': siteIs(({ failure, served }) => REDIRECTS.has(failure ?? '') && served !== 'other-host'),
  'site-silent': siteIs(({ kind, failure }) => kind === 'none' && SILENT.has(failure ?? '')),
  'site-signup': siteIs(({ served }) => served === 'network-signup'),
  'site-install': siteIs(({ served }) => served === 'install'),
  'site-suspended': siteIs(({ served }) => served === 'suspended'),
  'site-network-main': siteIs(({ served }) => served === 'network-main'),
  'site-other-host': siteIs(({ served }) => served === 'other-host'),
  'site-forbidden': siteIs(({ served }) => served === 'forbidden'),
  'site-default-page': siteIs(({ kind, served }) =>
    served === undefined ? kind === 'default-page' : served === 'default-page',
  ),
  'site-login': siteIs(({ kind, served }) => (served === undefined ? kind === 'login' : served === 'login')),
  'site-other': siteIs(({ kind, served }) => kind === 'other' && (served ?? 'unknown') === 'unknown'),
} as const satisfies Partial<Record<FindingCode, Rule<HttpView>>>;

function challenged(...outcomes: readonly HttpOutcome[]): Rule<HttpView> {
  return ({ http, mapping }): Evidence | undefined => {
    const answers = http.challenge.filter(({ outcome }) => outcomes.includes(outcome));
    return answers.length > 0 && !isServed(mapping.ssl) ? { params: httpParams(answers) } : undefined;
  };
}

const REDIRECTS: ReadonlySet<string> = new Set(['redirect-loop', 'too-many-redirects', 'bad-redirect']);
const SILENT: ReadonlySet<string> = new Set(['timeout', 'reset', 'refused', 'not-http']);
const UNANSWERED: ReadonlySet<HttpOutcome> = new Set(['timeout', 'unreachable', 'blocked']);

/** Addresses that answered on port 80, which shows that the bot's network works. */
export const responderOn80 = (http: HttpObservation | undefined): string[] =>
  (http?.challenge ?? []).filter(({ outcome }) => !UNANSWERED.has(outcome)).map(({ address }) => address);

const httpParams = (answers: readonly HttpAnswer[]): Record<string, string> => ({
  addresses: listed(answers.map(({ address }) => address)),
  status: listed(answers.flatMap(({ status }) => (status === undefined ? [] : [String(status)]))),
  location: answers.find(({ location }) => location !== undefined)?.location ?? '',
});

/** Before there is a certificate, the page is not what visitors will see. */
function siteIs(fits: (answer: SiteAnswer) => boolean): Rule<HttpView> {
  return ({ http, mapping }) => {
    const answers = http.site.filter(fits);
    const [first] = answers;
    if (!first || !isServed(mapping.ssl)) return undefined;
    return {
      params: {
        addresses: listed(answers.map(({ address }) => address)),
        status: listed(answers.flatMap(({ status }) => (status === undefined ? [] : [String(status)]))),
        title: first.title ?? '',
        location: first.linkedHost ?? first.finalHost ?? first.location ?? '',
        name: mapping.hostname,
        reason: first.failure ?? '',
        how: howOf(first),
      },
    };
  };
}

function howOf({
  status,
  isPhpError,
  isSecure,
}: SiteAnswer): 'fatal' | 'limited' | 'empty' | 'secure' | 'error' {
  if (isSecure === true && status === undefined) return 'secure';
  if (isPhpError === true) return 'fatal';
  if (status === 429) return 'limited';
  return status !== undefined && status < 300 ? 'empty' : 'error';
}
