import {
  type Answer,
  AUTHORITATIVE_ANSWER,
  CHECKING_DISABLED,
  DNSSEC_OK,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
} from 'dns-packet';
import { INTERNET, OPT, OPT_BYTES, POINTER, QUESTION_AT, RecordReader } from './records.js';

export interface Question {
  readonly name: string;
  /** `UNKNOWN_65` is the codec's name for HTTPS (RFC 9460). */
  readonly type: 'A' | 'AAAA' | 'CNAME' | 'NS' | 'SOA' | 'CAA' | 'TXT' | 'MX' | 'DNAME' | 'UNKNOWN_65';
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
const HEADER_BYTES = QUESTION_AT;
const DOT_CODE = 0x2e;
/** Smallest entry: a name pointer or root, type and class make 5 bytes for a question. */
const MIN_DNS_RECORD_BYTES = 5;
/**
 * Following compressed names takes at most the records times the pointers, which an attacker can make point at
 * each other: 4,000 records times 8,000 pointers would block the event loop for most of a second.
 */
const MAX_DECODING_STEPS = 300_000;
/** Pointers have 14 bits (RFC 1035 4.1.4). */
const POINTABLE_BYTES = 0x4000;

const QUERY_TYPES: Readonly<Record<Question['type'], number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  DNAME: 39,
  UNKNOWN_65: 65,
  CAA: 257,
};
/** QR, in the header's flags. */
const RESPONSE_BIT = 0x8000;
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
  const flags = (recursionDesired ? RECURSION_DESIRED : 0) | (checkingDisabled ? CHECKING_DISABLED : 0);
  put16(bytes, 0, id);
  put16(bytes, 2, flags);
  put16(bytes, 4, 1);
  put16(bytes, 6, 0);
  put16(bytes, 8, 0);
  put16(bytes, 10, question.isPlain ? 0 : 1);
  bytes.write(name, HEADER_BYTES + 1, 'latin1');
  // Each label is preceded by its length, where the name has a dot (RFC 1035 3.1).
  let end = name.length;
  for (let dot = end - 1; dot >= -1; dot--) {
    if (dot >= 0 && name.charCodeAt(dot) !== DOT_CODE) continue;
    bytes[HEADER_BYTES + 1 + dot] = end - dot - 1;
    end = dot;
  }
  bytes[nameEnd - 1] = 0;
  put16(bytes, nameEnd, QUERY_TYPES[type]);
  put16(bytes, nameEnd + 2, INTERNET);
  if (question.isPlain) return bytes;
  bytes[questionEnd] = 0;
  put16(bytes, questionEnd + 1, OPT);
  put16(bytes, questionEnd + 3, UDP_SIZE);
  put16(bytes, questionEnd + 5, 0);
  put16(bytes, questionEnd + 7, dnssecOk ? DNSSEC_OK : 0);
  put16(bytes, questionEnd + 9, 0);
  return bytes;
}

/** Without the checks of Buffer's own. */
function put16(bytes: Buffer, at: number, value: number): void {
  bytes[at] = value >> 8;
  bytes[at + 1] = value;
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

/**
 * The answer to this query; undefined for another id, another question, a query, or malformed bytes. The codec reads
 * unusual records alone: for header and question it takes as long as for two of them.
 */
export function decodeAnswer(bytes: Buffer, question: Question, id: number): AnswerPacket | undefined {
  if (bytes.length < HEADER_BYTES || bytes.readUInt16BE(0) !== id) return undefined;
  const flags = bytes.readUInt16BE(2) - RESPONSE_BIT;
  const isErrorAlone = bytes.length === HEADER_BYTES && isFormError({ flags });
  if (flags < 0 || !(isErrorAlone || repeats(bytes, question)) || !isReadable(bytes)) return undefined;
  const { name } = question;
  const reader = new RecordReader(bytes, name, HEADER_BYTES + name.length + 2 + QUESTION_END_BYTES);
  try {
    const packet = {
      flags,
      flag_aa: (flags & AUTHORITATIVE_ANSWER) !== 0,
      flag_tc: (flags & TRUNCATED_RESPONSE) !== 0,
      name,
      answers: readSection(reader, bytes.readUInt16BE(6)),
      authorities: readSection(reader, bytes.readUInt16BE(8)),
      additionals: readSection(reader, bytes.readUInt16BE(10)),
    };
    // The codec reads past the end of a truncated packet.
    return isErrorAlone || reader.at <= bytes.length ? packet : undefined;
  } catch {
    return undefined;
  }
}

const NO_RECORDS: readonly Answer[] = [];

function readSection(reader: RecordReader, count: number): readonly Answer[] {
  if (count === 0) return NO_RECORDS;
  // An array that grows takes room for 17.
  if (count === 1) return [reader.next()];
  const records: Answer[] = [];
  for (let left = count; left > 0; left--) records.push(reader.next());
  return records;
}
