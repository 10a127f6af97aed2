/** Frames of the WebSocket protocol (RFC 6455, section 5), as a server reads and writes them. */

export const OPCODE = {
  continuation: 0x0,
  text: 0x1,
  binary: 0x2,
  close: 0x8,
  ping: 0x9,
  pong: 0xa,
} as const;

/** Close codes of RFC 6455, section 7.4.1. */
export const CLOSE = {
  normal: 1000,
  protocol: 1002,
  unsupported: 1003,
  invalidData: 1007,
  tooBig: 1009,
} as const;

export interface Frame {
  readonly fin: boolean;
  readonly opcode: number;
  readonly payload: Buffer;
}

/** The peer broke the protocol; `code` is what to close the connection with. */
export class WebSocketProtocolError extends Error {
  override readonly name = 'WebSocketProtocolError';
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** One whole, unmasked frame, as a server sends it. */
export function encodeFrame(opcode: number, payload: Buffer): Buffer {
  return Buffer.concat([header(opcode, payload.length), payload]);
}

function header(opcode: number, length: number): Buffer {
  const first = 0x80 | opcode;
  if (length < 126) return Buffer.from([first, length]);
  if (length < 65_536) {
    const bytes = Buffer.from([first, 126, 0, 0]);
    bytes.writeUInt16BE(length, 2);
    return bytes;
  }
  const bytes = Buffer.alloc(10);
  bytes.set([first, 127]);
  bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes;
}

/** The payload of a close frame; `reason` is cut to what fits. */
export function closePayload(code: number, reason: string): Buffer {
  const payload = Buffer.alloc(2);
  payload.writeUInt16BE(code);
  return Buffer.concat([payload, Buffer.from(reason).subarray(0, 123)]);
}

/** Cuts a client's bytes into frames. Keeps at most one unfinished frame of `maxBytes`. */
export class FrameReader {
  #pending: Buffer = Buffer.alloc(0);

  constructor(readonly maxBytes: number) {}

  /** @throws WebSocketProtocolError */
  read(chunk: Buffer): Frame[] {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    const frames: Frame[] = [];
    for (let frame = this.#next(); frame !== undefined; frame = this.#next()) frames.push(frame);
    return frames;
  }

  #next(): Frame | undefined {
    const bytes = this.#pending;
    if (bytes.length < 2) return undefined;
    const first = bytes.readUInt8(0);
    const second = bytes.readUInt8(1);
    checkHeader(first, second);

    const lengthBytes = { 126: 2, 127: 8 }[second & 0x7f] ?? 0;
    const maskStart = 2 + lengthBytes;
    if (bytes.length < maskStart) return undefined;
    const length = payloadLength(bytes, second & 0x7f);
    if (length > this.maxBytes) throw new WebSocketProtocolError(CLOSE.tooBig, `frame of ${length} bytes`);

    const start = maskStart + 4;
    if (bytes.length < start + length) return undefined;
    const payload = unmask(bytes.subarray(start, start + length), bytes.subarray(maskStart, start));
    this.#pending = bytes.subarray(start + length);
    return { fin: (first & 0x80) !== 0, opcode: first & 0x0f, payload };
  }
}

function checkHeader(first: number, second: number): void {
  const opcode = first & 0x0f;
  const isControl = opcode >= OPCODE.close;
  if ((first & 0x70) !== 0) throw new WebSocketProtocolError(CLOSE.protocol, 'reserved bits set');
  if (!Object.values<number>(OPCODE).includes(opcode))
    throw new WebSocketProtocolError(CLOSE.protocol, `unknown opcode ${opcode}`);
  if ((second & 0x80) === 0) throw new WebSocketProtocolError(CLOSE.protocol, 'client frame not masked');
  if (isControl && ((first & 0x80) === 0 || (second & 0x7f) > 125))
    throw new WebSocketProtocolError(CLOSE.protocol, 'control frame fragmented or too long');
}

function payloadLength(bytes: Buffer, short: number): number {
  if (short === 126) return bytes.readUInt16BE(2);
  if (short === 127) return Number(bytes.readBigUInt64BE(2));
  return short;
}

function unmask(payload: Buffer, mask: Buffer): Buffer {
  return Buffer.from(payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
}
