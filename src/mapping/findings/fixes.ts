import type { DnsRecord } from '../observation.js';
import { type RecordLine, recordsFor } from '../records.js';
import type { RecordFix } from './finding.js';
import type { DnsView } from './view.js';

/** The lines that make the hostname right: wrong records of its own go, the wanted ones come. */
export function fixesFor(view: DnsView): RecordFix[] {
  const { mapping, target } = view;
  const obsolete = ownRecords(view).filter((record) => !isWanted(record, view));
  const missing = view.right.length === 0 && !hasRightRecord(view);
  const wanted = missing ? recordsFor(mapping.hostname, target).preferred : [];
  const replaced = wanted.flatMap(({ type }) => obsolete.find((record) => record.type === type) ?? []);
  return [
    ...wanted.map((record) => {
      const isChange = replaced.some(({ type }) => type === record.type);
      return { ...fixOf(record), action: isChange ? ('change' as const) : ('create' as const) };
    }),
    ...obsolete.filter((record) => !replaced.includes(record)).map((record) => deletion(record, view)),
  ];
}

/** For records that stand somewhere else: the wanted ones come, nothing goes. */
export const creationsFor = ({ mapping, target }: DnsView): RecordFix[] =>
  recordsFor(mapping.hostname, target).preferred.map((record) => ({ ...fixOf(record), action: 'create' }));

export const deletionsOf = (records: readonly DnsRecord[], view: DnsView): RecordFix[] =>
  records.map((record) => deletion(record, view));

const fixOf = ({ type, name, value, line }: RecordLine) => ({ type, name, value, line });

/** Records of the hostname itself; what a CNAME leads to is someone else's. */
const ownRecords = ({ records, dns }: DnsView): DnsRecord[] =>
  records.filter(({ name }) => name === dns.queried);

const isWanted = ({ type, value }: DnsRecord, { target, foreign }: DnsView): boolean =>
  type === 'CNAME'
    ? target.cname.includes(value)
    : !foreign.some((record) => record.type === type && record.value === value);

const hasRightRecord = (view: DnsView): boolean => ownRecords(view).some((record) => isWanted(record, view));

/** A wildcard was asked through a random label: the record is the wildcard's. */
function deletion({ name, type, value, ttlS }: DnsRecord, { mapping, dns }: DnsView): RecordFix {
  const owner = name === dns.queried ? mapping.hostname : name;
  const line = `${owner}. ${ttlS} IN ${type} ${value}${type === 'CNAME' ? '.' : ''}`;
  return { action: 'delete', type, name: owner, value, line };
}
