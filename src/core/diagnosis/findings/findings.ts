import { isWildcard } from '../../hostname.js';
import type { Mapping } from '../../mapping.js';
import type { Target } from '../../ports/provider-facts.js';
import { isPublished, isServed } from '../../stage.js';
import type { Evidence, Finding, Moment } from './finding.js';
import { GUARD_CODES, guardsFor } from './guard.js';
import { caaRules } from './rules/caa.js';
import { certificateRules } from './rules/certificate.js';
import { httpRules, responderOn80 } from './rules/http.js';
import { dnsRecordRules } from './rules/record.js';
import { resolverRules } from './rules/resolver.js';
import { serverRules } from './rules/server.js';
import { signatureRules } from './rules/signature.js';
import { definitionOf, type FindingCode, findingCodes } from './table.js';
import { type DnsView, listed, type Rule, viewOf } from './view.js';

const dnsRules = [serverRules, signatureRules, dnsRecordRules, resolverRules].flatMap(ruleEntries<DnsView>);

/** Everything that keeps a mapping from being Ready or may do so, the worst first; from observations only. */
export function findingsOf(mapping: Mapping, target: Target, moment: Moment): Finding[] {
  if (mapping.alias.state !== 'accepted') return [];
  const seen = evidenceOf(mapping, target, moment);
  const reported = report(seen);
  for (const [code, evidence] of guardsFor(mapping, reported)) seen.set(code, evidence);
  return report(seen);
}

/** In table order, without findings that others explain. */
function report(seen: ReadonlyMap<FindingCode, Evidence>): Finding[] {
  if (seen.size === 0) return [];
  const explained = new Set([...seen.keys()].flatMap((code) => definitionOf(code).explains ?? []));
  return findingCodes.flatMap((code) => {
    const evidence = seen.get(code);
    if (!evidence || explained.has(code)) return [];
    const { axis, severity, whoActs } = definitionOf(code);
    return [{ code, axis, severity, whoActs, params: {}, fixes: [], ...evidence }];
  });
}

/** The codes of all matching rules, including findings that another one explains. */
export const matchingCodes = (mapping: Mapping, target: Target, moment: Moment): ReadonlySet<FindingCode> =>
  new Set(mapping.alias.state === 'accepted' ? evidenceOf(mapping, target, moment).keys() : []);

/**
 * Findings that need no observation: an axis that could not be checked, and what HTTP-01 can't do (RFC 8555
 * 8.3).
 */
const mappingRules = ruleEntries<Mapping>({
  'dns-unchecked': ({ dns }) => {
    if (dns.uncheckedSince === undefined) return undefined;
    if (!dns.blockedBy) return {};
    const params = { how: 'blocked', servers: listed(dns.blockedBy) };
    return { params, whoActs: 'agency', severity: isPublished(dns) ? 'warning' : 'problem' };
  },
  // If port 80 answered in the same check, the bot's network works and port 443 is silent (`tls-silent`).
  'ssl-unchecked': ({ ssl, http }) =>
    ssl.uncheckedSince === undefined || responderOn80(http).length > 0 ? undefined : {},
  'tls-silent': ({ hostname, ssl, http, dns }) => {
    const addresses = responderOn80(http);
    if (ssl.uncheckedSince === undefined || addresses.length === 0 || dns.state === 'wrong') return undefined;
    return { params: { addresses: listed(addresses), name: hostname } };
  },
  'wildcard-needs-dns': ({ hostname, dns, ssl }) => {
    if (!isWildcard(hostname) || isServed(ssl)) return undefined;
    return { params: { name: hostname }, severity: isPublished(dns) ? 'problem' : 'warning' };
  },
});
const caaEntries = ruleEntries(caaRules);
const certificateEntries = ruleEntries(certificateRules);
const httpEntries = ruleEntries(httpRules);

/** The codes that a rule or a guard can find. */
export const foundCodes: ReadonlySet<FindingCode> = new Set([
  ...[...mappingRules, ...dnsRules, ...caaEntries, ...certificateEntries, ...httpEntries].map(
    ([code]) => code,
  ),
  ...GUARD_CODES,
]);

function evidenceOf(mapping: Mapping, target: Target, moment: Moment): Map<FindingCode, Evidence> {
  const found = new Map<FindingCode, Evidence>();
  const { dns, ssl, http } = mapping;
  collect(found, mappingRules, mapping);
  if (dns.observation) {
    const view = viewOf(mapping, dns.observation, target, moment);
    collect(found, dnsRules, view);
    if (dns.state !== 'wrong') collect(found, caaEntries, view);
  }
  if (dns.state === 'wrong' || dns.state === 'unknown') return found;
  if (ssl.observation) collect(found, certificateEntries, { ...moment, mapping, ssl: ssl.observation });
  if (http) collect(found, httpEntries, { ...moment, mapping, http });
  return found;
}

function collect<View>(
  found: Map<FindingCode, Evidence>,
  rules: readonly RuleEntry<View>[],
  view: View,
): void {
  for (const [code, rule] of rules) {
    const evidence = rule(view);
    if (evidence) found.set(code, evidence);
  }
}

type RuleEntry<View> = readonly [FindingCode, Rule<View>];

/** Computed once: listing a table's entries costs more than most of its rules. */
function ruleEntries<View>(rules: Partial<Record<FindingCode, Rule<View>>>): readonly RuleEntry<View>[] {
  return Object.entries(rules) as [FindingCode, Rule<View>][];
}
