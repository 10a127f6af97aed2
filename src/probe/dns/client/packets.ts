import {
  CHECKING_DISABLED,
  type DecodedPacket,
  DNSSEC_OK,
  decode,
  encode,
  RECURSION_DESIRED,
  type RecordType,
} from 'dns-packet';

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
/** Smallest entry: a name pointer or root, type and class make 5 bytes for a question. */
const MIN_DNS_RECORD_BYTES = 5;

export function encodeQuestion(question: Question, id: number): Buffer {
  const { name, type, recursionDesired, checkingDisabled = false, dnssecOk = false } = question;
  return encode({
    type: 'query',
    id,
    flags: (recursionDesired ? RECURSION_DESIRED : 0) | (checkingDisabled ? CHECKING_DISABLED : 0),
    questions: [{ name, type: type as RecordType, class: 'IN' }],
    additionals: question.isPlain
      ? []
      : [
          {
            type: 'OPT',
            name: '.',
            udpPayloadSize: UDP_SIZE,
            flags: dnssecOk ? DNSSEC_OK : 0,
            options: [],
            extendedRcode: 0,
            ednsVersion: 0,
            flag_do: dnssecOk,
          },
        ],
  });
}

const HEADER_ERRORS: ReadonlySet<number> = new Set([1, 4]);

/** FORMERR and NOTIMP may be a header alone (RFC 6891 7). */
const isHeaderError = (bytes: Buffer): boolean =>
  bytes.length === HEADER_BYTES &&
  bytes.readUInt16BE(2) >= 0x8000 &&
  HEADER_ERRORS.has(bytes.readUInt16BE(2) & 0xf);

/**
 * The answer to this query; undefined for another id, another question, a query, or malformed bytes. Headers
 * that declare more records than fit are rejected before parsing.
 */
export function decodeAnswer(bytes: Buffer, { name, type }: Question, id: number): DecodedPacket | undefined {
  if (bytes.length < HEADER_BYTES || bytes.readUInt16BE(0) !== id) return undefined;
  const counts = [4, 6, 8, 10].reduce((sum, at) => sum + bytes.readUInt16BE(at), 0);
  if (counts > (bytes.length - HEADER_BYTES) / MIN_DNS_RECORD_BYTES) return undefined;
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
