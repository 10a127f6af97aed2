import type { Answer } from 'dns-packet';
import type { DnsRecord, Lookup, LookupOutcome } from '../../core/observation/observation.js';
import type { AnswerPacket } from './client/packets.js';
import type { Reply } from './client/query.js';

const MAX_DNS_RECORDS = 100;
const MAX_REASON = 200;
const MAX_TTL_S = 604_800;
const EXTENDED_ERROR = 15;
/** RFC 8914 4.16 to 4.18: blocked, censored, filtered. */
const FILTER_CODES: ReadonlySet<number> = new Set([15, 16, 17]);
/** Addresses that blocking resolvers answer with. */
const NULL_ADDRESSES: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** RFC 1035 4.1.1: the last four bits of the header's flags. */
export const RCODE = { noError: 0, formerr: 1, servfail: 2, nxdomain: 3, notimp: 4, refused: 5 } as const;
export const rcodeOf = ({ flags }: Pick<AnswerPacket, 'flags'>): number => flags & 0xf;

/** An authoritative server must set AA; a resolver need not. */
export type ServerRole = 'authoritative' | 'resolver';

/** Converts one reply to a lookup of the observation. */
export function lookupOf(reply: Reply, role: ServerRole): Lookup {
  if (!reply.ok) return { outcome: reply.outcome, records: [], rttMs: reply.rttMs };
  const { packet, rttMs } = reply;
  const records = dnsRecordsOf(packet);
  const said = extendedErrorOf(packet);
  const outcome = lookupOutcome(packet, records, said, role);
  const isPlain = said === undefined && records.length > 0 && records.length === packet.answers.length;
  return isPlain
    ? { outcome, records, rttMs }
    : { outcome, records, rttMs, ...remarksOn(packet, records, said) };
}

/** What there is to know about an answer besides its records. */
function remarksOn(packet: AnswerPacket, records: readonly DnsRecord[], said: ExtendedError | undefined) {
  const negativeTtlS = records.length === 0 ? negativeTtl(packet) : undefined;
  const dname = dnameIn(packet);
  return {
    ...(packet.answers.length > MAX_DNS_RECORDS ? { isCapped: true } : {}),
    ...(negativeTtlS === undefined ? {} : { negativeTtlS }),
    ...(said?.text ? { reason: said.text } : {}),
    ...(said ? { reasonCode: said.code } : {}),
    ...(dname === undefined ? {} : { dname }),
  };
}

function lookupOutcome(
  packet: AnswerPacket,
  records: readonly DnsRecord[],
  said: ExtendedError | undefined,
  role: ServerRole,
): LookupOutcome {
  if (role === 'resolver' && isFiltered(records, said)) return 'filtered';
  switch (rcodeOf(packet)) {
    case RCODE.noError:
      if (role === 'authoritative' && !packet.flag_aa) return 'lame';
      return records.length > 0 ? 'answer' : 'empty';
    case RCODE.nxdomain:
      // A dangling CNAME: the name itself exists.
      return records.length > 0 ? 'answer' : 'nxdomain';
    case RCODE.refused:
      return 'refused';
    case RCODE.servfail:
      return 'servfail';
    default:
      return 'other-rcode';
  }
}

const isFiltered = (records: readonly DnsRecord[], said: ExtendedError | undefined): boolean =>
  (said !== undefined && FILTER_CODES.has(said.code)) ||
  records.some(({ value }) => NULL_ADDRESSES.has(value));

interface ExtendedError {
  readonly code: number;
  readonly text: string;
}

/** RFC 8914 2: two bytes of code, then text. */
export function extendedErrorOf({ additionals }: AnswerPacket): ExtendedError | undefined {
  for (const record of additionals) {
    if (record.type !== 'OPT' || record.options.length === 0) continue;
    const data = record.options.map(optionData).find((bytes) => bytes !== undefined);
    if (!data || data.length < 2) continue;
    return { code: data.readUInt16BE(0), text: data.toString('utf8', 2, 2 + MAX_REASON) };
  }
  return undefined;
}

/** The codec reads more options than its types declare. */
function optionData(option: { readonly code: number }): Buffer | undefined {
  const { code, data }: { code: number; data?: unknown } = option;
  return code === EXTENDED_ERROR && Buffer.isBuffer(data) ? data : undefined;
}

/** The owner of a DNAME is above the names it redirects; the server synthesizes the CNAME (RFC 6672 2.2). */
const dnameIn = ({ answers, name: asked }: AnswerPacket): string | undefined => {
  const owners = answers.filter(({ type }) => type === 'DNAME').map(({ name }) => recordHost(name));
  return owners.find((owner) => asked.endsWith(`.${owner}`));
};

function dnsRecordsOf({ answers, name: asked }: AnswerPacket): DnsRecord[] {
  const records: DnsRecord[] = [];
  for (const answer of answers.length > MAX_DNS_RECORDS ? answers.slice(0, MAX_DNS_RECORDS) : answers) {
    if (answer.type !== 'A' && answer.type !== 'AAAA' && answer.type !== 'CNAME') continue;
    const { name, type, data, ttl = 0 } = answer;
    records.push({ name: recordHost(name), type, value: recordHost(data), ttlS: ttlIn(ttl) });
  }
  return isInOrder(records, asked) ? records : onTheWay(records, asked);
}

/** Does each record belong to the name asked for, or follow from the one before? */
const isInOrder = (records: readonly DnsRecord[], asked: string): boolean =>
  records.every(({ name }, at) => {
    const before = records[at - 1];
    return before === undefined ? name === asked : name === before.name || name === before.value;
  });

/**
 * The records of a name, then of those that its CNAMEs lead to: servers may send them in another order. What else they send
 * answers nothing (RFC 2181 5.4.1).
 */
function onTheWay(records: readonly DnsRecord[], asked: string): DnsRecord[] {
  const names = new Set([asked]);
  const found: DnsRecord[] = [];
  for (const name of names)
    for (const record of records) {
      if (record.name !== name) continue;
      found.push(record);
      if (record.type === 'CNAME') names.add(record.value);
    }
  return found;
}

/** RFC 2308 5: the smaller of the SOA's TTL and its minimum field; a resolver counts the TTL down. */
function negativeTtl(packet: AnswerPacket): number | undefined {
  const soa = soaIn(packet);
  return soa && Math.min(soa.ttlS, soa.minimumS);
}

interface Soa {
  /** The zone whose apex holds the SOA. */
  readonly zone: string;
  readonly serial: number;
  readonly mname: string;
  readonly rname: string;
  readonly ttlS: number;
  readonly minimumS: number;
}

/** Caches keep nothing for longer than a week (RFC 8767 4), and take a TTL above 2^31 - 1 as 0 (RFC 2181 8). */
const ttlIn = (ttlS = 0): number => (ttlS > 0x7fffffff ? 0 : Math.min(ttlS, MAX_TTL_S));

/** The SOA in the answer, or in the authority section of a negative answer. */
export function soaIn({ answers, authorities }: AnswerPacket): Soa | undefined {
  const isSoa = ({ type }: Answer) => type === 'SOA';
  const record = answers.find(isSoa) ?? authorities.find(isSoa);
  if (record?.type !== 'SOA') return undefined;
  const { name, data, ttl = 0 } = record;
  return {
    zone: recordHost(name),
    serial: data.serial ?? 0,
    mname: recordHost(data.mname),
    rname: recordHost(data.rname),
    ttlS: ttlIn(ttl),
    minimumS: ttlIn(data.minimum),
  };
}

/** TXT records; the pieces of a text longer than 255 bytes are joined (RFC 1035 3.3.14). */
export const txtRecordsIn = ({ answers }: AnswerPacket): string[] =>
  answers
    .slice(0, MAX_DNS_RECORDS)
    .flatMap((answer) => (answer.type === 'TXT' ? [[answer.data].flat().map(String).join('')] : []));

export function recordHost(wireName: string): string {
  const name = wireName.toLowerCase();
  return name.endsWith('.') ? name.slice(0, -1) : name;
}
