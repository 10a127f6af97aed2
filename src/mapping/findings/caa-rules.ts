import { isWildcard } from '../hostname.js';
import type { CaaObservation } from '../observation.js';
import { isServed } from '../stage.js';
import type { Evidence, RecordFix } from './finding.js';
import type { FindingCode } from './table.js';
import { type DnsView, listed, type Rule } from './view.js';

const KNOWN_TAGS: ReadonlySet<string> = new Set([
  'issue',
  'issuewild',
  'iodef',
  'contactemail',
  'contactphone',
  'issuemail',
  'issuevmc',
]);

/** Which authorities the domain lets issue (RFC 8659 4, RFC 8657). A certificate that is served bears until its renewal. */
export const caaRules = {
  'caa-forbids': (view) => {
    const { caa } = view.dns;
    const issuers = issuersOf(view);
    if (!caa || issuers.length === 0 || issuers.some(({ ca }) => view.policy.acceptedCas.includes(ca)))
      return undefined;
    return {
      params: { name: caa.name ?? '', observed: textOf(caa), expected: listed(view.policy.acceptedCas) },
      fixes: permission(view, caa),
      ...milder(view),
    };
  },

  'caa-critical': (view) => {
    const { caa } = view.dns;
    const unknown = (caa?.records ?? []).filter(({ critical, tag }) => critical && !KNOWN_TAGS.has(tag));
    if (!caa || unknown.length === 0) return undefined;
    return {
      params: { name: caa.name ?? '', observed: listed(unknown.map(({ tag }) => tag)) },
      ...milder(view),
    };
  },

  'caa-failing': (view) => {
    const { caa } = view.dns;
    return caa?.outcome === 'error' && view.right.length > 0
      ? { params: { name: caa.name ?? '', reason: caa.reason ?? '' }, ...milder(view) }
      : undefined;
  },

  'caa-restricts': (view) => {
    const { caa } = view.dns;
    const accepted = issuersOf(view).filter(({ ca }) => view.policy.acceptedCas.includes(ca));
    const isBound = accepted.length > 0 && accepted.every(({ parameters }) => restricts(parameters));
    return isBound
      ? { params: { name: caa?.name ?? '', observed: listed(accepted.map(({ text }) => text)) } }
      : undefined;
  },
} as const satisfies Partial<Record<FindingCode, Rule<DnsView>>>;

const milder = ({ mapping }: DnsView): Pick<Evidence, 'severity'> =>
  isServed(mapping.ssl) ? { severity: 'warning' } : {};

interface Issuer {
  readonly ca: string;
  readonly parameters: string;
  readonly text: string;
}

/** The `issue` records that count; for a wildcard `issuewild` where there is one (RFC 8659 4.3). */
function issuersOf({ dns: { caa }, mapping }: DnsView): Issuer[] {
  const of = (tag: string) => (caa?.records ?? []).filter((record) => record.tag === tag);
  const wild = isWildcard(mapping.hostname) ? of('issuewild') : [];
  return (wild.length > 0 ? wild : of('issue')).map(({ value }) => {
    const [ca = '', ...parameters] = value.split(';');
    return { ca: ca.trim().toLowerCase(), parameters: parameters.join(';').toLowerCase(), text: value };
  });
}

/** Bound to an account that is not the host's, as far as can be seen, or to other methods than the host's (RFC 8657). */
function restricts(parameters: string): boolean {
  if (/accounturi\s*=/.test(parameters)) return true;
  const methods = /validationmethods\s*=\s*([\w,-]+)/.exec(parameters)?.[1]?.split(',');
  return methods !== undefined && !methods.includes('http-01');
}

function permission({ policy, mapping }: DnsView, { name = '' }: CaaObservation): RecordFix[] {
  const [ca] = policy.acceptedCas;
  const tag = isWildcard(mapping.hostname) ? 'issuewild' : 'issue';
  if (ca === undefined) return [];
  const value = `0 ${tag} "${ca}"`;
  return [{ action: 'create', type: 'CAA', name, value, line: `${name}. 300 IN CAA ${value}` }];
}

const textOf = ({ records }: CaaObservation): string =>
  listed(records.map(({ tag, value }) => `${tag} "${value}"`));
