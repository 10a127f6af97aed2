import { panelName } from '../../../dns-records.js';
import { isPublicSuffix, isWildcard, registrableDomain } from '../../../hostname.js';
import type { CaaObservation } from '../../../observation/observation.js';
import { isWithin } from '../../../ports/provider-facts.js';
import { isServed } from '../../../stage.js';
import type { DnsRecordFix, Evidence } from '../finding.js';
import type { FindingCode } from '../table.js';
import { type DnsView, listed, type Rule } from '../view.js';

const KNOWN_TAGS: ReadonlySet<string> = new Set([
  'issue',
  'issuewild',
  'iodef',
  'contactemail',
  'contactphone',
  'issuemail',
  'issuevmc',
]);

/**
 * The authorities the domain allows to issue (RFC 8659 4, RFC 8657). A served certificate stays valid until
 * its renewal.
 */
export const caaRules = {
  'caa-forbids': (view) => {
    const { caa } = view.dns;
    const issuers = issuersOf(view);
    // A record missing from a truncated answer may allow it.
    if (!caa || caa.isCapped || issuers.length === 0) return undefined;
    if (issuers.some(({ ca }) => view.policy.acceptedCas.includes(ca))) return undefined;
    return {
      params: { name: caa.name ?? '', observed: caaText(caa), expected: listed(view.policy.acceptedCas) },
      fixes: isTheirs(view, caa) ? permission(view, caa) : [],
      ...ownerOf(view, caa),
      ...milder(view),
    };
  },

  'caa-critical': (view) => {
    const { caa } = view.dns;
    const unknown = (caa?.records ?? []).filter(({ critical, tag }) => critical && !KNOWN_TAGS.has(tag));
    if (!caa || unknown.length === 0) return undefined;
    return {
      params: { name: caa.name ?? '', observed: listed(unknown.map(({ tag }) => tag)) },
      ...ownerOf(view, caa),
      ...milder(view),
    };
  },

  'caa-failing': (view) => {
    const { caa } = view.dns;
    return caa?.outcome === 'error' && view.right.length > 0
      ? { params: { name: caa.name ?? '', reason: caa.reason || 'no answer' }, ...milder(view) }
      : undefined;
  },

  'caa-restricts': (view) => {
    const { caa } = view.dns;
    const accepted = issuersOf(view).filter(({ ca }) => view.policy.acceptedCas.includes(ca));
    const isBound =
      !caa?.isCapped && accepted.length > 0 && accepted.every(({ parameters }) => restricts(parameters));
    return isBound
      ? {
          params: { name: caa?.name ?? '', observed: listed(accepted.map(({ text }) => text)) },
          // Before there is a certificate, CAA may be the reason.
          ...(isServed(view.mapping.ssl) ? {} : { severity: 'problem' as const }),
        }
      : undefined;
  },
} as const satisfies Partial<Record<FindingCode, Rule<DnsView>>>;

const milder = ({ mapping }: DnsView): Pick<Evidence, 'severity'> =>
  isServed(mapping.ssl) ? { severity: 'warning' } : {};

/** Behind a CNAME the CAA records may belong to another domain (RFC 8659 3). */
const isTheirs = ({ mapping }: DnsView, { name = '' }: CaaObservation): boolean =>
  isWithin(name, registrableDomain(mapping.hostname)) || isPublicSuffix(name);

function ownerOf(view: DnsView, caa: CaaObservation): Pick<Evidence, 'whoActs'> {
  if (isTheirs(view, caa)) return {};
  const hosts = view.target.cname.map(registrableDomain);
  return { whoActs: hosts.some((host) => isWithin(caa.name ?? '', host)) ? 'host' : 'agency' };
}

interface Issuer {
  readonly ca: string;
  readonly parameters: string;
  readonly text: string;
}

/** The `issue` records that apply; for a wildcard, `issuewild` if there is one (RFC 8659 4.3). */
function issuersOf({ dns: { caa }, mapping }: DnsView): Issuer[] {
  const of = (tag: string) => (caa?.records ?? []).filter((record) => record.tag === tag);
  const wild = isWildcard(mapping.hostname) ? of('issuewild') : [];
  return (wild.length > 0 ? wild : of('issue')).map(({ value }) => {
    const [ca = '', ...parameters] = value.split(';');
    const isEmpty = parameters.length === 1 && parameters[0]?.trim() === '';
    const isValid = isEmpty || parameters.every((parameter) => PARAMETER.test(parameter));
    return {
      ca: isValid ? ca.trim().toLowerCase() : '',
      parameters: parameters.join(';').toLowerCase(),
      text: value,
    };
  });
}

/** A value that isn't well-formed allows nobody (RFC 8659 4.2). */
const PARAMETER = /^\s*[a-z\d][a-z\d-]*\s*=\s*[!-:<-~]*\s*$/i;

/**
 * Limited to an account that doesn't seem to be the hosting provider's, or to methods it doesn't use (RFC
 * 8657).
 */
function restricts(parameters: string): boolean {
  if (/accounturi\s*=/.test(parameters)) return true;
  const methods = /validationmethods\s*=\s*([\w,-]+)/.exec(parameters)?.[1]?.split(',');
  return methods !== undefined && !methods.includes('http-01');
}

function permission({ policy, mapping, dns }: DnsView, { name = '' }: CaaObservation): DnsRecordFix[] {
  const [ca] = policy.acceptedCas;
  const tag = isWildcard(mapping.hostname) ? 'issuewild' : 'issue';
  if (ca === undefined) return [];
  const value = `0 ${tag} "${ca}"`;
  return [
    {
      action: 'create',
      type: 'CAA',
      name,
      host: panelName(name, dns.zone),
      value,
      line: `${name}. 300 IN CAA ${value}`,
    },
  ];
}

const MAX_CAA_SHOWN = 6;

const caaText = ({ records }: CaaObservation): string =>
  listed([
    ...records.slice(0, MAX_CAA_SHOWN).map(({ tag, value }) => `${tag} "${value}"`),
    ...(records.length > MAX_CAA_SHOWN ? ['…'] : []),
  ]);
