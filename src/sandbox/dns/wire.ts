import {
  type Answer,
  AUTHORITATIVE_ANSWER,
  type CaaData,
  CHECKING_DISABLED,
  type DecodedPacket,
  decode,
  encode,
  type Packet,
  type PacketOpt,
  type Question,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
} from 'dns-packet';
import type { Zone, ZoneRecord } from './zone.js';

export type Rcode = 'NOERROR' | 'FORMERR' | 'SERVFAIL' | 'NXDOMAIN' | 'NOTIMP' | 'REFUSED';
const RCODES: Readonly<Record<Rcode, number>> = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
};

export interface WireAnswer {
  readonly rcode: Rcode;
  readonly isAuthoritative?: boolean;
  readonly isRecursive?: boolean;
  readonly answers?: readonly ZoneRecord[];
  /** NS records of a referral. */
  readonly referral?: readonly ZoneRecord[];
  readonly glue?: readonly ZoneRecord[];
  /**
   * The zone, and how long a negative answer may be cached: for negative answers, and for queries of the SOA itself.
   */
  readonly soa?: { readonly zone: Zone; readonly ttlS: number };
  /** RFC 8914. */
  readonly extendedError?: { readonly code: number; readonly text: string };
  /** With DO: signatures of this zone, with or without proof of what is missing. Their bytes are not real. */
  readonly signed?: { readonly zone: string; readonly endsInS: number; readonly hasDenial: boolean };
}

export interface Asked {
  /** Lower case, without the final dot; the root is the empty string. */
  readonly name: string;
  readonly type: string;
  readonly recursionDesired?: boolean;
  /** CD (RFC 4035 3.2.2). */
  readonly checkingDisabled?: boolean;
  /** DO (RFC 3225). */
  readonly dnssecOk?: boolean;
  readonly hasEdns?: boolean;
  readonly transport?: 'udp' | 'tcp';
}

/** Undefined: no answer at all. */
export type Answerer = (asked: Asked) => Promise<WireAnswer | undefined>;

const PLAIN_UDP_BYTES = 512;
const DNS_HEADER_BYTES = 12;
/** RD and CD come back as they were sent (RFC 1035 4.1.1, RFC 4035 3.2.2). */
const COPIED_FLAGS = RECURSION_DESIRED | CHECKING_DISABLED;
const RESPONSE = 0x8000;
const OPCODE = 0x7800;
/** BADVERS is 16: the upper eight bits are in the OPT record. */
const BADVERS_HIGH_BITS = 1;
const ZONE_TRANSFERS: ReadonlySet<string> = new Set(['AXFR', 'IXFR']);

/** The response to one message; undefined when there is none to send. */
export async function reply(
  bytes: Buffer,
  answer: Answerer,
  transport: 'udp' | 'tcp',
): Promise<Buffer | undefined> {
  if (bytes.length < DNS_HEADER_BYTES || (bytes.readUInt16BE(2) & RESPONSE) !== 0) return undefined;
  if ((bytes.readUInt16BE(2) & OPCODE) !== 0) return headerOnly(bytes, 'NOTIMP');
  const query = decoded(bytes);
  const question = query?.questions?.[0];
  if (!query || !question) return headerOnly(bytes, 'FORMERR');
  const found = await answerTo(query, question, (asked) => answer({ ...asked, transport }));
  if (!found) return undefined;
  const packet = encode(packetOf(query, found));
  return transport === 'tcp' || packet.length <= udpLimit(query)
    ? packet
    : encode({
        ...packetOf(query, { rcode: found.rcode }),
        flags: flagsOf(query, found) | TRUNCATED_RESPONSE,
      });
}

async function answerTo(
  query: DecodedPacket,
  { name, type, class: of }: Question,
  answer: Answerer,
): Promise<WireAnswer | undefined> {
  if (isNewerEdns(query)) return { rcode: 'NOERROR' };
  if (of !== 'IN' || ZONE_TRANSFERS.has(type)) return { rcode: 'REFUSED' };
  return answer({
    name: readName(name),
    type: String(type) === 'UNKNOWN_65' ? 'HTTPS' : type,
    recursionDesired: query.flag_rd,
    checkingDisabled: query.flag_cd,
    hasEdns: query.additionals?.some((record) => record.type === 'OPT') ?? false,
    dnssecOk: query.additionals?.some((record) => record.type === 'OPT' && record.flag_do) ?? false,
  });
}

/** Undefined for what is no query of one question, or promises more records than its bytes could hold. */
function decoded(bytes: Buffer): DecodedPacket | undefined {
  const records = [4, 6, 8, 10].reduce((sum, offset) => sum + bytes.readUInt16BE(offset), 0);
  if (bytes.readUInt16BE(4) !== 1 || records > (bytes.length - DNS_HEADER_BYTES) / 5) return undefined;
  try {
    return decode(bytes);
  } catch {
    return undefined;
  }
}

/** An error for a query whose body can't be trusted. */
function headerOnly(query: Buffer, rcode: Rcode): Buffer {
  const response = Buffer.alloc(DNS_HEADER_BYTES);
  query.copy(response, 0, 0, 2);
  response.writeUInt16BE(RESPONSE | (query.readUInt16BE(2) & (OPCODE | COPIED_FLAGS)) | RCODES[rcode], 2);
  return response;
}

/** A version we don't know is answered with BADVERS (RFC 6891 6.1.3). */
function isNewerEdns({ additionals = [] }: DecodedPacket): boolean {
  return additionals.some((record) => record.type === 'OPT' && record.ednsVersion > 0);
}

function udpLimit({ additionals = [] }: DecodedPacket): number {
  const opt = additionals.find((record) => record.type === 'OPT');
  return opt?.type === 'OPT' ? Math.max(opt.udpPayloadSize, PLAIN_UDP_BYTES) : PLAIN_UDP_BYTES;
}

const flagsOf = ({ flags = 0 }: DecodedPacket, { rcode, isAuthoritative, isRecursive }: WireAnswer): number =>
  (flags & COPIED_FLAGS) |
  (isAuthoritative ? AUTHORITATIVE_ANSWER : 0) |
  (isRecursive ? RECURSION_AVAILABLE : 0) |
  RCODES[rcode];

function packetOf(query: DecodedPacket, found: WireAnswer): Packet {
  const { answers = [], referral = [], glue = [], soa } = found;
  const hasEdns = query.additionals?.some((record) => record.type === 'OPT');
  const soaRecords = soa ? [soaOf(soa.zone, soa.ttlS)] : [];
  const isSoaAsked = soa !== undefined && isApexSoa(query, soa.zone);
  return {
    type: 'response',
    id: query.id ?? 0,
    flags: flagsOf(query, found),
    questions: query.questions ?? [],
    answers: signedBy(found, [...answers.map(recordOf), ...(isSoaAsked ? soaRecords : [])]),
    authorities: [
      ...referral.map(recordOf),
      ...signedBy(found, isSoaAsked ? [] : soaRecords),
      ...denialOf(found, answers.length === 0 && !isSoaAsked),
    ],
    additionals: [
      ...glue.map(recordOf),
      ...(hasEdns
        ? [
            {
              type: 'OPT' as const,
              name: '.' as const,
              udpPayloadSize: 1232,
              extendedRcode: isNewerEdns(query) ? BADVERS_HIGH_BITS : 0,
              ednsVersion: 0,
              flags: 0,
              flag_do: false,
              options: extendedErrorOption(found),
            },
          ]
        : []),
    ],
  };
}

/** Each set of records with its signature (RFC 4035 3.1.1). */
function signedBy({ signed }: WireAnswer, records: readonly Answer[]): Answer[] {
  if (!signed) return [...records];
  const nowS = Math.floor(Date.now() / 1000);
  const sets = new Map(records.map((record) => [`${record.name} ${record.type}`, record]));
  const signatures = [...sets.values()].map(({ name, type }) => ({
    name,
    type: 'RRSIG' as const,
    ttl: 60,
    class: 'IN' as const,
    data: {
      typeCovered: type,
      algorithm: 13,
      labels: name.split('.').length,
      originalTTL: 60,
      inception: nowS - 86_400,
      expiration: nowS + signed.endsInS,
      keyTag: 12_345,
      signersName: signed.zone,
      signature: Buffer.alloc(64, 1),
    },
  }));
  return [...records, ...signatures];
}

const denialOf = ({ signed }: WireAnswer, isNegative: boolean): Answer[] =>
  signed?.hasDenial && isNegative
    ? [
        {
          name: signed.zone,
          type: 'NSEC',
          ttl: 60,
          class: 'IN',
          data: { nextDomain: `zz.${signed.zone}`, rrtypes: ['SOA'] },
        },
      ]
    : [];

function isApexSoa({ questions = [] }: DecodedPacket, zone: Zone): boolean {
  const [question] = questions;
  return question?.type === 'SOA' && readName(question.name) === zone.name;
}

const readName = (wireName: string): string => wireName.toLowerCase().replace(/\.$/, '');
const wireNameOf = (name: string): string => (name === '' ? '.' : name);

const EXTENDED_ERROR_CODE = 15;

/** The codec takes options that its types don't know. */
function extendedErrorOption({ extendedError }: WireAnswer): PacketOpt[] {
  if (!extendedError) return [];
  const code = Buffer.alloc(2);
  code.writeUInt16BE(extendedError.code);
  return [
    { code: EXTENDED_ERROR_CODE, data: Buffer.concat([code, Buffer.from(extendedError.text)]) } as never,
  ];
}

function recordOf({ name, type, value, ttlS }: ZoneRecord): Answer {
  const common = { name: wireNameOf(name), ttl: ttlS, class: 'IN' as const };
  if (type === 'CAA') return { ...common, type, data: caaOf(value) };
  if (type === 'HTTPS') return { ...common, type: 'UNKNOWN_65', data: httpsOf(value) } as never;
  if (type === 'DS') return { ...common, type, data: dsOf(value) };
  if (type === 'MX') return { ...common, type, data: mxOf(value) };
  return { ...common, type, data: value };
}

/** `0 issue "letsencrypt.org"` (RFC 8659 4.1.1). */
function caaOf(text: string): CaaData {
  const [, flags = '0', tag = '', value = ''] = /^(\d+) (\S+) "(.*)"$/.exec(text) ?? [];
  return { flags: Number(flags), tag: tag as CaaData['tag'], value };
}

/**
 * Priority 1 and the name itself, with `alpn=h2` or an IPv4 address as its hint; or, as `0 <name>`, an alias
 * (RFC 9460 2.2, 2.4.2, 7.1, 7.3).
 */
function httpsOf(value: string): Buffer {
  if (value.startsWith('0 ')) return Buffer.concat([Buffer.from([0, 0]), encodeName(value.slice(2))]);
  if (value === 'alpn=h2') return Buffer.from([0, 1, 0, 0, 1, 0, 3, 2, ...Buffer.from('h2')]);
  return Buffer.from([0, 1, 0, 0, 4, 0, 4, ...value.split('.').map(Number)]);
}

const encodeName = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.from([0]),
  ]);

/** `10 mail.example.com` (RFC 1035 3.3.9). */
function mxOf(text: string) {
  const [preference, exchange = ''] = text.split(' ');
  return { preference: Number(preference), exchange };
}

/** `12345 13 2 <hexadecimal digest>` (RFC 4034 5.3). */
function dsOf(text: string) {
  const [keyTag, algorithm, digestType, digest = ''] = text.split(' ');
  return {
    keyTag: Number(keyTag),
    algorithm: Number(algorithm),
    digestType: Number(digestType),
    digest: Buffer.from(digest, 'hex'),
  };
}

const soaOf = ({ name, nameServers, serial, negativeTtlS }: Zone, ttlS: number) => ({
  name: wireNameOf(name),
  type: 'SOA' as const,
  ttl: ttlS,
  class: 'IN' as const,
  data: {
    mname: nameServers[0] ?? wireNameOf(name),
    rname: name === '' ? 'hostmaster' : `hostmaster.${name}`,
    serial,
    refresh: 3600,
    retry: 600,
    expire: 604_800,
    minimum: negativeTtlS,
  },
});
