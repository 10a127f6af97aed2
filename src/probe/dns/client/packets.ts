import { CHECKING_DISABLED, type DecodedPacket, DNSSEC_OK, decode, RECURSION_DESIRED } from 'dns-packet';

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
 * The work of following compressed names is at most the records times the pointers, which an attacker can make point at
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
const INTERNET = 1;
/** QDCOUNT and ANCOUNT. */
const ONE_QUESTION = 0x0001_0000;
const OPT = 41;
const OPT_BYTES = 11;
const QUESTION_END_BYTES = 4;

/**
 * The packet of one query: its only names are the question's and OPT's root, which the codec takes four times as long
 * for. The name must be ASCII without empty labels, or labels over 63 characters.
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
  // Each label's length stands in front of it, where the name has a dot (RFC 1035 3.1).
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

/** FORMERR and NOTIMP. */
const FORM_ERRORS: ReadonlySet<number> = new Set([1, 4]);

/** They may be a header alone (RFC 6891 7). */
const isHeaderError = (bytes: Buffer): boolean =>
  bytes.length === HEADER_BYTES &&
  bytes.readUInt16BE(2) >= 0x8000 &&
  FORM_ERRORS.has(bytes.readUInt16BE(2) & 0xf);

/** What a server without EDNS answers to an OPT record (RFC 6891 7). */
export const isFormError = ({ flags = 0 }: DecodedPacket): boolean => FORM_ERRORS.has(flags & 0xf);

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

/**
 * The answer to this query; undefined for another id, another question, a query, or malformed bytes. Headers
 * that declare more records than fit are rejected before parsing.
 */
export function decodeAnswer(bytes: Buffer, { name, type }: Question, id: number): DecodedPacket | undefined {
  if (bytes.length < HEADER_BYTES || bytes.readUInt16BE(0) !== id) return undefined;
  const counts = [4, 6, 8, 10].reduce((sum, at) => sum + bytes.readUInt16BE(at), 0);
  if (counts > (bytes.length - HEADER_BYTES) / MIN_DNS_RECORD_BYTES) return undefined;
  if (counts * bytes.length > MAX_DECODING_STEPS && counts * pointersIn(bytes) > MAX_DECODING_STEPS)
    return undefined;
  try {
    const packet = decode(bytes);
    // The codec reads past the end of a truncated packet.
    if (decode.bytes > bytes.length) return undefined;
    const [asked] = packet.questions ?? [];
    if (isHeaderError(bytes)) return packet;
    const isAnswer = packet.type === 'response' && packet.questions?.length === 1;
    return isAnswer && asked?.name.toLowerCase() === name.toLowerCase() && asked.type === type
      ? packet
      : undefined;
  } catch {
    return undefined;
  }
}
