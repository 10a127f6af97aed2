import { type DnsRecordLine, dnsRecordsFor, panelName, wantedRecords } from '../../dns-records.js';
import { registrableDomain } from '../../hostname.js';
import type { DnsRecord } from '../../observation/observation.js';
import type { DnsRecordFix } from './finding.js';
import { type DnsView, isShadowed } from './view.js';

/**
 * The record changes that fix the hostname, in the order a DNS panel accepts: delete or change before
 * creating, because no record may exist beside a CNAME (RFC 1034 3.6.2).
 */
export function fixesFor(view: DnsView): DnsRecordFix[] {
  const own = ownDnsRecords(view);
  const obsolete = own.filter((record) => !isWanted(record, view));
  const isMissing = view.right.length === 0 && !own.some((record) => isWanted(record, view));
  const wanted = isMissing ? linesFor(view) : [];
  const left = [...obsolete];
  const steps = wanted.map((record) => {
    const at = left.findIndex(({ type }) => type === record.type);
    if (at >= 0) left.splice(at, 1);
    return { ...fixOf(record), action: at >= 0 ? ('change' as const) : ('create' as const) };
  });
  return [
    ...left.map((record) => deletion(record, view)),
    ...steps.filter(({ action }) => action === 'change'),
    ...steps.filter(({ action }) => action === 'create'),
  ];
}

/** When the present records belong elsewhere: create the right ones, delete nothing. */
export const creationsFor = (view: DnsView): DnsRecordFix[] => linesFor(view).map(creation);

/** If only some of the right records exist: the others, or a CNAME in place of all. */
export function completionsFor(view: DnsView): DnsRecordFix[] {
  const own = ownDnsRecords(view);
  const wanted = creationsFor(view);
  if (wanted.some(({ type }) => type === 'CNAME'))
    return [...own.map((record) => deletion(record, view)), ...wanted];
  return wanted.filter(({ type, value }) => !own.some((each) => each.type === type && each.value === value));
}

/** The right record in place of an NS record that names no DNS server; only the deletion if other servers work. */
export function insteadOf(zone: string, servers: readonly string[], view: DnsView): DnsRecordFix[] {
  const { mapping, target } = view;
  const above = registrableDomain(mapping.hostname);
  const host = panelName(zone, above);
  const deletions = servers.map((value) => {
    const line = `${zone}. IN NS ${value}.`;
    return { action: 'delete' as const, type: 'NS', name: zone, host, value, line };
  });
  if (view.right.length > 0) return deletions;
  return [...deletions, ...dnsRecordsFor(mapping.hostname, target, above).preferred.map(creation)];
}

/** For a record that can't be seen from outside: change it, whatever it holds. */
export const changesFor = (view: DnsView): DnsRecordFix[] =>
  linesFor(view).map((record) => ({ ...fixOf(record), action: 'change' }));

export const deletionsOf = (records: readonly DnsRecord[], view: DnsView): DnsRecordFix[] => {
  const own = ownDnsRecords(view);
  // An alias of the domain itself shows the domain's records; no wildcard answers there (RFC 4592 2.1.1).
  const isTheirs = (record: DnsRecord) => own.includes(record) || record.name === view.dns.zone;
  return records.filter(isTheirs).map((record) => deletion(record, view));
};

export const hasOwnWanted = (view: DnsView): boolean =>
  ownDnsRecords(view).some((record) => isWanted(record, view));

const linesFor = ({ mapping, target }: DnsView): readonly DnsRecordLine[] =>
  wantedRecords(mapping, target).preferred;

const fixOf = ({ type, name, host, value, line }: DnsRecordLine) => ({ type, name, host, value, line });

const creation = (record: DnsRecordLine): DnsRecordFix => ({ ...fixOf(record), action: 'create' });

/** The hostname's own records, without those behind a CNAME or from a wildcard. */
const ownDnsRecords = (view: DnsView): DnsRecord[] =>
  isShadowed(view) ? [] : view.records.filter(({ name }) => name === view.dns.queried);

const isWanted = ({ type, value }: DnsRecord, { target, foreign, mapping, dns }: DnsView): boolean =>
  type === 'CNAME'
    ? target.cname.includes(value) && mapping.hostname !== dns.zone
    : !foreign.some((record) => record.type === type && record.value === value);

/** The wildcard was queried through a random label; the record to delete is the wildcard's. */
function deletion({ name, type, value, ttlS }: DnsRecord, { mapping, dns }: DnsView): DnsRecordFix {
  const owner = name === dns.queried ? mapping.hostname : name;
  const line = `${owner}. ${ttlS} IN ${type} ${value}${type === 'CNAME' ? '.' : ''}`;
  return { action: 'delete', type, name: owner, host: panelName(owner, dns.zone), value, line };
}
