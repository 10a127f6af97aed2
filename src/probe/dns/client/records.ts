import { type Answer, answer, DNSSEC_OK, type OptAnswer, record } from 'dns-packet';

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

/** The question's name stands after the header, where answers point to it. */
export const QUESTION_AT = 12;
/** The two high bits of a length byte: what follows is an offset (RFC 1035 4.1.4). */
export const POINTER = 0xc0;
const OFFSET_BITS = 0x3f;
const MAX_LABEL_BYTES = 0x3f;
const DOT = 0x2e;
const ASCII_END = 0x80;
/** As text, without the final dot (RFC 1035 2.3.4). */
const MAX_NAME_CHARACTERS = 253;
const UNUSUAL = -1;

const OPT = 41;
const OPT_BYTES = 11;
const INTERNET = 1;
const IPV4_BYTES = 4;
/** Type, class, TTL and the data's length. */
const FIXED_BYTES = 10;
const SOA_NUMBERS_BYTES = 20;
const USUAL_TYPES: Readonly<Record<number, string>> = { 1: 'A', 2: 'NS', 5: 'CNAME', 6: 'SOA', 28: 'AAAA' };

/** Filled and read without a pause. */
const scratch = Buffer.alloc(MAX_NAME_CHARACTERS);

/**
 * Reads an answer's records one after another. Usual ones take the codec most of a query's time, so they are read here;
 * whatever is unusual or wrong about a record or a name is left to the codec, which throws at what is malformed.
 */
export class RecordReader {
  constructor(
    private readonly bytes: Buffer,
    private readonly questionName: string,
    /** Where the next one begins. */
    public at: number,
  ) {}

  next(): Answer {
    return this.#emptyOpt() ?? this.#usual() ?? this.#any();
  }

  #any(): Answer {
    const decoded = answer.decode(this.bytes, this.at);
    this.at += answer.decode.bytes;
    return decoded;
  }

  /** Every answer ends with one; without options it is all fixed fields (RFC 6891 6.1.2). */
  #emptyOpt(): OptAnswer | undefined {
    const { bytes, at } = this;
    if (bytes[at] !== 0 || bytes.readUInt16BE(at + 1) !== OPT || bytes.readUInt16BE(at + 9) !== 0)
      return undefined;
    const flags = bytes.readUInt16BE(at + 7);
    this.at += OPT_BYTES;
    return {
      name: '.',
      type: 'OPT',
      udpPayloadSize: bytes.readUInt16BE(at + 3),
      extendedRcode: bytes.readUInt8(at + 5),
      ednsVersion: bytes.readUInt8(at + 6),
      flags,
      flag_do: (flags & DNSSEC_OK) !== 0,
      options: [],
    };
  }

  #usual(): Answer | undefined {
    const start = this.at;
    const name = this.#owner();
    if (name === undefined) return this.#backTo(start);
    const { bytes, at } = this;
    const type = USUAL_TYPES[bytes.readUInt16BE(at)];
    if (type === undefined || bytes.readUInt16BE(at + 2) !== INTERNET) return this.#backTo(start);
    const ttl = bytes.readUInt32BE(at + 4);
    this.at += FIXED_BYTES;
    const data = this.#data(type, bytes.readUInt16BE(at + 8));
    if (data === undefined) return this.#backTo(start);
    return { name, type, ttl, class: 'IN', flush: false, data } as Answer;
  }

  #backTo(at: number): undefined {
    this.at = at;
  }

  #owner(): string | undefined {
    const { bytes, at } = this;
    if (bytes[at] !== POINTER || bytes[at + 1] !== QUESTION_AT) return this.#name();
    this.at += 2;
    return this.questionName;
  }

  #data(type: string, length: number): unknown {
    const end = this.at + length;
    const data = this.#dataOf(type, length);
    return this.at === end ? data : undefined;
  }

  #dataOf(type: string, length: number): unknown {
    switch (type) {
      case 'A':
        return length === IPV4_BYTES ? this.#ipv4() : undefined;
      case 'AAAA':
        return this.#byCodec(type);
      case 'SOA':
        return this.#soa();
      default:
        return this.#name();
    }
  }

  #byCodec(type: string): unknown {
    const { decode } = record(type);
    const data = decode(this.bytes, this.at - 2);
    this.at += decode.bytes - 2;
    return data;
  }

  #ipv4(): string {
    const { bytes, at } = this;
    this.at += IPV4_BYTES;
    return `${bytes.readUInt8(at)}.${bytes.readUInt8(at + 1)}.${bytes.readUInt8(at + 2)}.${bytes.readUInt8(at + 3)}`;
  }

  #soa() {
    const mname = this.#name();
    const rname = mname === undefined ? undefined : this.#name();
    if (mname === undefined || rname === undefined) return undefined;
    const { bytes, at } = this;
    this.at += SOA_NUMBERS_BYTES;
    return {
      mname,
      rname,
      serial: bytes.readUInt32BE(at),
      refresh: bytes.readUInt32BE(at + 4),
      retry: bytes.readUInt32BE(at + 8),
      expire: bytes.readUInt32BE(at + 12),
      minimum: bytes.readUInt32BE(at + 16),
    };
  }

  /** Undefined for letters beyond ASCII, dots in labels, and whatever else the codec shall decide about. */
  #name(): string | undefined {
    const { bytes } = this;
    let at = this.at;
    let start = at;
    let end = -1;
    let size = 0;
    for (let length = bytes[at]; length !== 0; length = bytes[at]) {
      if (length === undefined || size === UNUSUAL) return undefined;
      if (length >= POINTER) {
        if (end === -1) end = at + 2;
        at = ((length & OFFSET_BITS) << 8) | (bytes[at + 1] ?? 0);
        // Each leads further back, so there is no loop.
        if (at >= start) return undefined;
        start = at;
      } else {
        size = appended(size, bytes, at + 1, length);
        at += 1 + length;
      }
    }
    if (size === UNUSUAL) return undefined;
    this.at = end === -1 ? at + 1 : end;
    return size === 0 ? '.' : scratch.toString('latin1', 0, size);
  }
}

/** Appends a label to the `size` characters in `scratch`; how many there are then, or `UNUSUAL`. */
function appended(size: number, bytes: Buffer, from: number, length: number): number {
  let to = size;
  if (to > 0) scratch[to++] = DOT;
  if (length > MAX_LABEL_BYTES || to + length > MAX_NAME_CHARACTERS) return UNUSUAL;
  for (let at = from; at < from + length; at++) {
    const byte = bytes[at] ?? DOT;
    if (byte === DOT || byte >= ASCII_END) return UNUSUAL;
    scratch[to++] = byte;
  }
  return to;
}
