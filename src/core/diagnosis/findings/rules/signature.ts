import type { DnsObservation, ServerAnswer } from '../../../observation/observation.js';
import { isWithin } from '../../../ports/provider-facts.js';
import { isConclusive } from '../../verdict.js';
import { ednsReason, isDnssecCode } from '../extended-errors.js';
import type { FindingCode } from '../table.js';
import { type DnsView, delegatingZone, listed, lookupReason, type Rule, serversIn } from '../view.js';

/** DNSSEC: resolvers' validation of the zone, and the signatures of single servers. */
export const signatureRules = {
  /**
   * `health` is that of the hostname's own zone. A resolver's `bogus` may concern the zone a CNAME leads to.
   */
  'dnssec-bogus': (view) => {
    const { dns } = view;
    const bogus = bogusIn(dns);
    if (dns.health !== 'bogus' && (bogus.length === 0 || isElsewhere(dns))) return undefined;
    const said = bogus.map(lookupReason).find((reason) => reason !== 'bogus');
    const reason = dns.healthReason || ednsReason(dns.healthReasonCode) || said || '';
    return { params: { zone: dns.zone ?? '', reason, ...delegatingZone(view) } };
  },

  'partner-bogus': ({ dns }) => {
    const bogus = bogusIn(dns);
    // If the zone's own health is unknown, nobody else is blamed.
    if (dns.health === 'bogus' || dns.health === 'unknown') return undefined;
    if (bogus.length === 0 || !isElsewhere(dns)) return undefined;
    const said = bogus.map(lookupReason).find((reason) => reason !== 'bogus');
    return {
      params: {
        name: bogusNames(dns)[0] ?? signatureEnd(dns) ?? '',
        // A signed zone is asked for its health: its own record may be what fails.
        ...(bogusNames(dns).length === 0 && dns.health === 'fine' ? { how: 'unsure' } : {}),
        servers: serversIn(bogus),
        reason: said ?? '',
      },
    };
  },

  /** If all servers do it, `dnssec-bogus` reports it. */
  'server-unsigned': ({ dns }) => {
    const bad = dns.authoritative.filter(({ signatures }) => signatures !== undefined);
    const isEverywhere = dns.authoritative.every(({ a, signatures }) => signatures ?? !isConclusive(a));
    if (bad.length === 0 || (isEverywhere && dns.health === 'bogus')) return undefined;
    return {
      params: {
        servers: serversIn(bad),
        zone: dns.zone ?? '',
        reason: listed(bad.flatMap(({ signatures }) => signatures ?? [])),
      },
    };
  },

  'denial-unproven': ({ dns }) => {
    const bad = dns.authoritative.filter(({ isDenialUnproven }) => isDenialUnproven === true);
    return bad.length > 0 ? { params: { servers: serversIn(bad), zone: dns.zone ?? '' } } : undefined;
  },
} as const satisfies Partial<Record<FindingCode, Rule<DnsView>>>;

const bogusIn = ({ resolvers }: DnsObservation): ServerAnswer[] =>
  resolvers.filter(
    ({ a }) => a.outcome === 'bogus' || (a.outcome === 'servfail' && isDnssecCode(a.reasonCode)),
  );

/** The target of a CNAME that leads out of the zone. */
function signatureEnd({ authoritative, zone }: DnsObservation): string | undefined {
  const ends = authoritative.flatMap(
    ({ a }) => a.records.findLast(({ type }) => type === 'CNAME')?.value ?? [],
  );
  return ends.find((end) => zone !== undefined && end !== zone && !end.endsWith(`.${zone}`));
}

/** Where validation fails in a chain, as resolvers show it. */
const bogusNames = (dns: DnsObservation): string[] => bogusIn(dns).flatMap(({ a }) => a.bogusAt ?? []);

/** The fault lies outside the zone; if nobody can tell, a name that leads out of it may be the fault's. */
function isElsewhere(dns: DnsObservation): boolean {
  const { zone } = dns;
  const names = bogusNames(dns);
  if (zone === undefined || names.length === 0) return signatureEnd(dns) !== undefined;
  return !names.some((name) => isWithin(name, zone));
}
