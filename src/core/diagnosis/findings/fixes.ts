import { type DnsRecordLine, dnsRecordsFor, panelName } from '../../dns-records.js';
import type { DnsRecord } from '../../observation/observation.js';
import type { DnsRecordFix } from './finding.js';
import { type DnsView, isShadowed } from './view.js';

/**
 * The lines that make the hostname right, in the order in which a DNS panel takes them: what is obsolete goes or is changed
 * before anything comes, because no record may stand beside a CNAME (RFC 1034 3.6.2).
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

/** For records that stand somewhere else: the wanted ones come, nothing goes. */
export const creationsFor = (view: DnsView): DnsRecordFix[] =>
  linesFor(view).map((record) => ({ ...fixOf(record), action: 'create' }));

/** For a record that can't be seen from outside: it is changed, whatever it holds now. */
export const changesFor = (view: DnsView): DnsRecordFix[] =>
  linesFor(view).map((record) => ({ ...fixOf(record), action: 'change' }));

export const deletionsOf = (records: readonly DnsRecord[], view: DnsView): DnsRecordFix[] => {
  const own = ownDnsRecords(view);
  return records.filter((record) => own.includes(record)).map((record) => deletion(record, view));
};

export const hasOwnWanted = (view: DnsView): boolean =>
  ownDnsRecords(view).some((record) => isWanted(record, view));

const linesFor = ({ mapping, target, dns }: DnsView): readonly DnsRecordLine[] =>
  dnsRecordsFor(mapping.hostname, target, dns.zone).preferred;

const fixOf = ({ type, name, host, value, line }: DnsRecordLine) => ({ type, name, host, value, line });

/** Records of the hostname itself: what a CNAME leads to is someone else's, and what a wildcard answers stands elsewhere. */
const ownDnsRecords = (view: DnsView): DnsRecord[] =>
  isShadowed(view) ? [] : view.records.filter(({ name }) => name === view.dns.queried);

const isWanted = ({ type, value }: DnsRecord, { target, foreign, mapping, dns }: DnsView): boolean =>
  type === 'CNAME'
    ? target.cname.includes(value) && mapping.hostname !== dns.zone
    : !foreign.some((record) => record.type === type && record.value === value);

/** A wildcard was asked through a random label: the record is the wildcard's. */
function deletion({ name, type, value, ttlS }: DnsRecord, { mapping, dns }: DnsView): DnsRecordFix {
  const owner = name === dns.queried ? mapping.hostname : name;
  const line = `${owner}. ${ttlS} IN ${type} ${value}${type === 'CNAME' ? '.' : ''}`;
  return { action: 'delete', type, name: owner, host: panelName(owner, dns.zone), value, line };
}
