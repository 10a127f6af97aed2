import { wantedRecords } from '../../dns-records.js';
import { registrableDomain } from '../../hostname.js';
import type { Mapping } from '../../mapping.js';
import type { DnsObservation, DnsRecord, ServerAnswer } from '../../observation/observation.js';
import type { Target } from '../../ports/provider-facts.js';
import { inSight, isConclusive, isRight, isSilent, wantedAddresses } from '../verdict.js';
import { ednsReason } from './extended-errors.js';
import type { Evidence, FindingParams, Moment } from './finding.js';

/** The input of rules: the mapping with its observations, prepared once. */
export interface DnsView extends Moment {
  readonly mapping: Mapping;
  readonly target: Target;
  readonly dns: DnsObservation;
  /** Authoritative servers' answers about the name, without failures. */
  readonly conclusive: readonly ServerAnswer[];
  readonly right: readonly ServerAnswer[];
  readonly wrong: readonly ServerAnswer[];
  /** Distinct records of the wrong answers. */
  readonly records: readonly DnsRecord[];
  /** Of these, the addresses that are not the target's. */
  readonly foreign: readonly DnsRecord[];
}

export type Rule<View> = (view: View) => Evidence | undefined;

export function viewOf(mapping: Mapping, dns: DnsObservation, target: Target, moment: Moment): DnsView {
  const conclusive = dns.authoritative.filter(({ a }) => isConclusive(a));
  const leading = conclusive.filter((answer) => isRight(answer, target, dns.targetAddresses));
  const right = isOneAlias(conclusive, dns.queried) && leading.length < conclusive.length ? [] : leading;
  const wrong = conclusive.filter((answer) => !right.includes(answer));
  const records = distinct(wrong.flatMap(({ a, aaaa }) => [...a.records, ...aaaa.records]));
  const wanted = wantedAddresses(target, dns.targetAddresses);
  const foreign = records.filter(({ type, value }) => type !== 'CNAME' && !wanted.has(value));
  return { ...moment, mapping, target, dns, conclusive, right, wrong, records, foreign };
}

/** All have the same CNAME: if it leads to different places, that lies where it leads. */
function isOneAlias(answers: readonly ServerAnswer[], queried: string): boolean {
  const values = answers.map(
    ({ a }) => a.records.find(({ name, type }) => type === 'CNAME' && name === queried)?.value,
  );
  return values[0] !== undefined && values.every((value) => value === values[0]);
}

function distinct(records: readonly DnsRecord[]): DnsRecord[] {
  const byText = new Map(records.map((record) => [`${record.name} ${record.type} ${record.value}`, record]));
  return [...byText.values()];
}

/**
 * Does only a wildcard answer for the hostname? Then a random label below it has the same records; it has
 * none if the name exists (RFC 4592 2.2.1: the name is the closest encloser itself). A wildcard hostname is
 * shadowed if a higher wildcard answers for it.
 */
export function isShadowed({ dns, mapping, right, wrong }: DnsView): boolean {
  if (right.length > 0) return false;
  const { below: belowIt, sibling = [], above = [] } = dns.siblings ?? {};
  const below = mapping.hostname === dns.queried ? belowIt : above;
  return wrong.some(({ a, aaaa }) => {
    const values = [...a.records, ...aaaa.records].filter(({ name }) => name === dns.queried);
    if (values.length === 0) return false;
    if (below) return values.every(({ type, value }) => below.includes(`${type} ${value}`));
    return sibling.length > 0 && listed(values.map(({ value }) => value)) === listed(sibling);
  });
}

/** Whose zone delegates the hostname's zone, if that is no registry's: the domain's own, for a subdomain. */
export function delegatingZone({ mapping, dns }: DnsView): FindingParams {
  const zone = dns.zone ?? dns.delegated;
  const domain = registrableDomain(mapping.hostname);
  return zone?.endsWith(`.${domain}`) ? { above: domain } : {};
}

/** Text for a sentence: the servers' answers, and their names. */
export const listed = (values: readonly string[]): string => [...new Set(values)].join(', ');
/** The addresses that a finding is about, and what else the same check saw. */
export function addressesAmong(
  found: readonly { readonly address: string }[],
  all: readonly { readonly address: string }[],
): { readonly addresses: string; readonly others: string } {
  const addresses = new Set(found.map(({ address }) => address));
  const others = all.filter(({ address }) => !addresses.has(address)).map(({ address }) => address);
  return { addresses: listed([...addresses]), others: listed(others) };
}
export const valuesIn = (records: readonly DnsRecord[]): string =>
  listed(records.map(({ type, value }) => `${type} ${value}`));
export const serversIn = (answers: readonly ServerAnswer[]): string =>
  listed(answers.map(({ server }) => server));
/** Of two groups: one name may stand for several machines, which their addresses tell apart. */
export function serversApart(answers: readonly ServerAnswer[], others: readonly ServerAnswer[]): string {
  const isShared = (name: string) => others.some(({ server }) => server === name);
  return listed(answers.map(({ server, address }) => (isShared(server) ? `${server} (${address})` : server)));
}
/** Servers with no address that answered, though the bot could hear them. */
export const silentIn = (dns: DnsObservation): ServerAnswer[] => {
  const heard = new Set(dns.authoritative.filter((answer) => !isSilent(answer)).map(({ server }) => server));
  return inSight(dns).filter(({ server }) => !heard.has(server));
};
export const expectedOf = ({ mapping, target }: DnsView): string =>
  listed(wantedRecords(mapping, target).preferred.map(({ value }) => value));
/** The server's own message, or the meaning of its code (RFC 8914 5.2), or the outcome. */
export const lookupReason = ({ a }: ServerAnswer): string =>
  a.reason || ednsReason(a.reasonCode) || a.outcome;
