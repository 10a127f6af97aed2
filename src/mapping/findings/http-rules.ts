import type { Mapping } from '../mapping.js';
import type { HttpAnswer, HttpObservation, HttpOutcome, SiteAnswer } from '../observation-http.js';
import { isServed } from '../stage.js';
import type { Evidence, Moment } from './finding.js';
import type { FindingCode } from './table.js';
import { listed, type Rule } from './view.js';

export interface HttpView extends Moment {
  readonly mapping: Mapping;
  readonly http: HttpObservation;
}

/** Port 80 as a certificate authority meets it (RFC 8555 8.3), while there is no certificate; then the site itself. */
export const httpRules = {
  'http-unreachable': challenged('refused', 'timeout', 'reset'),
  'http-challenge-blocked': challenged('challenge-blocked'),
  'http-not-http': challenged('not-http'),
  'http-redirect-loop': challenged('redirect-loop', 'too-many-redirects'),
  'http-redirect-bad': challenged('bad-redirect'),
  'http-test-cookie': challenged('test-cookie'),
  'http-login': challenged('login'),
  'http-error': challenged('error'),

  /** Of an unknown challenge a page or “not found” is expected. */
  'http-unexpected': ({ http, mapping }) => {
    const isExpected = (status = 0) => (status >= 200 && status < 300) || status === 404;
    const odd = http.challenge.filter(({ outcome, status }) => outcome === 'reached' && !isExpected(status));
    return odd.length > 0 && !isServed(mapping.ssl) ? { params: paramsOf(odd) } : undefined;
  },

  'http-differs': ({ http: { challenge } }) => {
    const answers = challenge.filter(({ outcome }) => outcome === 'reached');
    const kinds = new Set(answers.map(({ status, server, redirects }) => `${status} ${server} ${redirects}`));
    return kinds.size > 1 ? { params: paramsOf(answers) } : undefined;
  },

  'site-error': siteIs('error'),
  'site-default-page': siteIs('default-page'),
  'site-login': siteIs('login'),
  'site-other': siteIs('other'),
} as const satisfies Partial<Record<FindingCode, Rule<HttpView>>>;

function challenged(...outcomes: readonly HttpOutcome[]): Rule<HttpView> {
  return ({ http, mapping }): Evidence | undefined => {
    const answers = http.challenge.filter(({ outcome }) => outcomes.includes(outcome));
    return answers.length > 0 && !isServed(mapping.ssl) ? { params: paramsOf(answers) } : undefined;
  };
}

const paramsOf = (answers: readonly HttpAnswer[]): Record<string, string> => ({
  addresses: listed(answers.map(({ address }) => address)),
  status: listed(answers.map(({ status }) => String(status ?? ''))),
  location: answers.find(({ location }) => location !== undefined)?.location ?? '',
});

/** Before there is a certificate the site can't be what visitors will see. */
function siteIs(kind: SiteAnswer['kind']): Rule<HttpView> {
  return ({ http, mapping }) => {
    const answers = http.site.filter((answer) => answer.kind === kind);
    if (answers.length === 0 || !isServed(mapping.ssl)) return undefined;
    return {
      params: {
        addresses: listed(answers.map(({ address }) => address)),
        status: listed(answers.map(({ status }) => String(status ?? ''))),
        title: answers[0]?.title ?? '',
      },
    };
  };
}
