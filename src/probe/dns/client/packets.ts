import {
  type Answer,
  AUTHORITATIVE_ANSWER,
  answer,
  CHECKING_DISABLED,
  DNSSEC_OK,
  type OptAnswer,
  RECURSION_DESIRED,
  record,
  TRUNCATED_RESPONSE,
} from 'dns-packet';

declare module 'dns-packet' {
  /** The codec exports it, its types don't. */
  export const answer: {
    readonly decode: ((bytes: Buffer, at: number) => Answer) & { readonly bytes: number };
  };
  /** The codec of a type's data. */
  export const record: (type: string) => {
    readonly decode: ((bytes: Buffer, at: number) => unknown) & { readonly bytes: number };
  };
}

export interface Question {
  readonly name: string;
  /** `UNKNOWN_65` is the codec's name for HTTPS (RFC 9460). */
  readonly type: 'A' | 'AAAA' | 'NS' | 'SOA' | 'CAA' | 'TXT' | 'UNKNOWN_65';
  readonly recursionDesired: boolean;
  /** CD: answer even if validation fails (RFC 4035 3.2.2). */
  readonly checkingDisabled?: boolean;
  /** DO: a referral then shows whether the child zone is signed (RFC 3225, RFC 4035 3.1.4). */
  readonly dnssecOk?: boolean;
  /** Without EDNS, for servers that don't support it. */
  readonly isPlain?: boolean;
}

/** An EDNS size that avoids fragmentation (DNS Flag Day 2020). */
const UDP_SIZE = 1232;
const HEADER_BYTES = 12;
const DOT_CODE = 0x2e;
/** Smallest entry: a name pointer or root, type and class make 5 bytes for a question. */
const MIN_DNS_RECORD_BYTES = 5;
/**
 * Following compressed names takes at most the records times the pointers, which an attacker can make point at
 * each other: 4,000 records times 8,000 pointers would block the event loop for most of a second.
 */
const MAX_DECODING_STEPS = 300_000;
const POINTER = 0xc0;
/** Pointers have 14 bits (RFC 1035 4.1.4). */
const POINTABLE_BYTES = 0x4000;

const QUERY_TYPES: Readonly<Record<Question['type'], number>> = {
  A: 1,
  NS: 2,
  SOA: 6,
  TXT: 16,
  AAAA: 28,
  UNKNOWN_65: 65,
  CAA: 257,
};
const USUAL_TYPES: Readonly<Record<number, string>> = { 1: 'A', 2: 'NS', 5: 'CNAME', 6: 'SOA', 28: 'AAAA' };
const INTERNET = 1;
/** QR, in the header's flags. */
const RESPONSE_BIT = 0x8000;
/** QDCOUNT and ANCOUNT. */
const ONE_QUESTION = 0x0001_0000;
const OPT = 41;
const OPT_BYTES = 11;
const QUESTION_END_BYTES = 4;

/**
 * The packet of one query: its only names are the question's and OPT's root, for which the codec takes four times as
 * long. The name must be ASCII without empty labels, or labels over 63 characters.
 */
export function encodeQuestion(question: Question, id: number): Buffer {
  const { name, type, recursionDesired, checkingDisabled = false, dnssecOk = false } = question;
  const nameEnd = HEADER_BYTES + name.length + 2;
  const questionEnd = nameEnd + QUESTION_END_BYTES;
  // From a pool, so every byte is written.
  const bytes = Buffer.allocUnsafe(question.isPlain ? questionEnd : questionEnd + OPT_BYTES);
  bytes.writeUInt16BE(id, 0);
  const flags = (recursionDesired ? RECURSION_DESIRED : 0) | (checkingDisabled ? CHECKING_DISABLED : 0);
  bytes.writeUInt16BE(flags, 2);
  bytes.writeUInt32BE(ONE_QUESTION, 4);
  bytes.writeUInt32BE(question.isPlain ? 0 : 1, 8);
  bytes.write(name, HEADER_BYTES + 1, 'latin1');
  // Each label is preceded by its length, where the name has a dot (RFC 1035 3.1).
  let end = name.length;
  for (let dot = end - 1; dot >= -1; dot--) {
    if (dot >= 0 && name.charCodeAt(dot) !== DOT_CODE) continue;
    bytes[HEADER_BYTES + 1 + dot] = end - dot - 1;
    end = dot;
  }
  bytes[nameEnd - 1] = 0;
  bytes.writeUInt16BE(QUERY_TYPES[type], nameEnd);
  bytes.writeUInt16BE(INTERNET, nameEnd + 2);
  if (question.isPlain) return bytes;
  bytes[questionEnd] = 0;
  bytes.writeUInt16BE(OPT, questionEnd + 1);
  bytes.writeUInt16BE(UDP_SIZE, questionEnd + 3);
  bytes.writeUInt32BE(dnssecOk ? DNSSEC_OK : 0, questionEnd + 5);
  bytes.writeUInt16BE(0, questionEnd + 9);
  return bytes;
}

/** An answer to a query; its question is the query's. */
export interface AnswerPacket {
  /** Without QR (RFC 1035 4.1.1). */
  readonly flags: number;
  readonly flag_aa: boolean;
  readonly flag_tc: boolean;
  /** The name that was asked for. */
  readonly name: string;
  readonly answers: readonly Answer[];
  readonly authorities: readonly Answer[];
  readonly additionals: readonly Answer[];
}

/** FORMERR and NOTIMP. */
const FORM_ERRORS: ReadonlySet<number> = new Set([1, 4]);

/** What a server without EDNS answers to an OPT record (RFC 6891 7). */
export const isFormError = ({ flags }: Pick<AnswerPacket, 'flags'>): boolean => FORM_ERRORS.has(flags & 0xf);

export const withoutEdns = ({ name, type, recursionDesired }: Question): Question => ({
  name,
  type,
  recursionDesired,
  isPlain: true,
});

/** An upper bound: every byte that may begin one. */
function pointersIn(bytes: Buffer): number {
  let count = 0;
  for (let at = HEADER_BYTES; at < Math.min(bytes.length, POINTABLE_BYTES); at++)
    if ((bytes[at] ?? 0) >= POINTER) count++;
  return count;
}

/** Rejects headers that declare more records than fit, before parsing. */
function isReadable(bytes: Buffer): boolean {
  const records =
    bytes.readUInt16BE(4) + bytes.readUInt16BE(6) + bytes.readUInt16BE(8) + bytes.readUInt16BE(10);
  if (records > (bytes.length - HEADER_BYTES) / MIN_DNS_RECORD_BYTES) return false;
  return records * bytes.length <= MAX_DECODING_STEPS || records * pointersIn(bytes) <= MAX_DECODING_STEPS;
}

const lowerCase = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);

/** Is the packet's only question this one? Names are equal in letters of any case (RFC 4343). */
function repeats(bytes: Buffer, { name, type }: Question): boolean {
  const nameEnd = HEADER_BYTES + name.length + 2;
  if (bytes.length < nameEnd + QUESTION_END_BYTES || bytes.readUInt16BE(4) !== 1) return false;
  if (bytes.readUInt16BE(nameEnd) !== QUERY_TYPES[type] || bytes[nameEnd - 1] !== 0) return false;
  let end = name.length;
  for (let dot = end - 1; dot >= -1; dot--) {
    const byte = bytes[HEADER_BYTES + 1 + dot] ?? 0;
    const code = dot < 0 ? DOT_CODE : name.charCodeAt(dot);
    if (code === DOT_CODE ? byte !== end - dot - 1 : lowerCase(byte) !== lowerCase(code)) return false;
    if (code === DOT_CODE) end = dot;
  }
  return true;
}

interface ReadRecord {
  readonly record: Answer;
  readonly length: number;
}

function anyRecord(bytes: Buffer, at: number): ReadRecord {
  const decoded = answer.decode(bytes, at);
  return { record: decoded, length: answer.decode.bytes };
}

/** Every answer ends with one; without options it is all fixed fields (RFC 6891 6.1.2). */
function emptyOpt(bytes: Buffer, at: number): ReadRecord | undefined {
  if (bytes[at] !== 0 || bytes.readUInt16BE(at + 1) !== OPT || bytes.readUInt16BE(at + 9) !== 0)
    return undefined;
  const flags = bytes.readUInt16BE(at + 7);
  const opt: OptAnswer = {
    name: '.',
    type: 'OPT',
    udpPayloadSize: bytes.readUInt16BE(at + 3),
    extendedRcode: bytes.readUInt8(at + 5),
    ednsVersion: bytes.readUInt8(at + 6),
    flags,
    flag_do: (flags & DNSSEC_OK) !== 0,
    options: [],
  };
  return { record: opt, length: OPT_BYTES };
}

/** A usual record whose owner is a pointer to the question: the codec would read that name again for each. */
function recordOfName(bytes: Buffer, at: number, name: string): ReadRecord | undefined {
  if (bytes[at] !== POINTER || bytes[at + 1] !== HEADER_BYTES) return undefined;
  const type = USUAL_TYPES[bytes.readUInt16BE(at + 2)];
  if (type === undefined || bytes.readUInt16BE(at + 4) !== INTERNET) return undefined;
  const ttl = bytes.readUInt32BE(at + 6);
  const { decode } = record(type);
  const data = decode(bytes, at + 10);
  const read = { name, type, class: 'IN', ttl, flush: false, data } as Answer;
  return { record: read, length: 10 + decode.bytes };
}

/**
 * The answer to this query; undefined for another id, another question, a query, or malformed bytes. The codec reads its
 * records alone: for header and question it takes as long as for two of them.
 */
export function decodeAnswer(bytes: Buffer, question: Question, id: number): AnswerPacket | undefined {
  if (bytes.length < HEADER_BYTES || bytes.readUInt16BE(0) !== id) return undefined;
  const flags = bytes.readUInt16BE(2) - RESPONSE_BIT;
  const isErrorAlone = bytes.length === HEADER_BYTES && isFormError({ flags });
  if (flags < 0 || !(isErrorAlone || repeats(bytes, question)) || !isReadable(bytes)) return undefined;
  let end = HEADER_BYTES + question.name.length + 2 + QUESTION_END_BYTES;
  const recordsOf = (count: number): Answer[] => {
    const records: Answer[] = [];
    for (let left = count; left > 0; left--) {
      const read = emptyOpt(bytes, end) ?? recordOfName(bytes, end, question.name) ?? anyRecord(bytes, end);
      records.push(read.record);
      end += read.length;
    }
    return records;
  };
  try {
    const packet = {
      flags,
      flag_aa: (flags & AUTHORITATIVE_ANSWER) !== 0,
      flag_tc: (flags & TRUNCATED_RESPONSE) !== 0,
      name: question.name,
      answers: recordsOf(bytes.readUInt16BE(6)),
      authorities: recordsOf(bytes.readUInt16BE(8)),
      additionals: recordsOf(bytes.readUInt16BE(10)),
    };
    // The codec reads past the end of a truncated packet.
    return isErrorAlone || end <= bytes.length ? packet : undefined;
  } catch {
    return undefined;
  }
}
