import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  CLOSE,
  closePayload,
  encodeFrame,
  type Frame,
  FrameReader,
  OPCODE,
  WebSocketProtocolError,
} from './websocket-frames.js';

/** RFC 6455, section 1.3. */
const HANDSHAKE_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const CLOSE_GRACE_MS = 1000;
const MAX_FRAGMENTS = 1000;

export interface WebSocketHandlers {
  onText(text: string): void;
  /** Called once, however the connection ends. */
  onClose(): void;
}

/** The server's end of one WebSocket: text messages only. */
export interface WebSocketConnection {
  send(text: string): void;
  ping(): void;
  /** Starts the closing handshake; the socket is destroyed when the peer does not answer. */
  close(code: number, reason: string): void;
  /** Cuts the connection without a word. */
  destroy(): void;
}

/** The upgrade's answer when the request is no WebSocket handshake (RFC 6455, section 4.2.1). */
export function handshakeError(request: IncomingMessage): 400 | 426 | undefined {
  const { upgrade, connection } = request.headers;
  if (request.method !== 'GET' || upgrade?.toLowerCase() !== 'websocket') return 400;
  if (!/(^|,)\s*upgrade\s*(,|$)/i.test(connection ?? '')) return 400;
  if (request.headers['sec-websocket-version'] !== '13') return 426;
  const key = request.headers['sec-websocket-key'];
  return key !== undefined && Buffer.from(key, 'base64').length === 16 ? undefined : 400;
}

/** Answers an upgrade with a plain HTTP status and closes. */
export function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Accepts a checked handshake. Messages longer than `maxBytes` close the connection with 1009. */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  handlers: WebSocketHandlers,
  maxBytes = 1_000_000,
): WebSocketConnection {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}${HANDSHAKE_GUID}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );

  const reader = new FrameReader(maxBytes);
  const messages = new MessageAssembler(maxBytes);
  let closing = false;

  function write(opcode: number, payload: Buffer): void {
    if (socket.writable) socket.write(encodeFrame(opcode, payload));
  }

  function close(code: number, reason: string): void {
    if (closing) return;
    closing = true;
    write(OPCODE.close, closePayload(code, reason));
    setTimeout(() => socket.destroy(), CLOSE_GRACE_MS).unref();
  }

  function handle(frame: Frame): void {
    if (frame.opcode === OPCODE.ping) write(OPCODE.pong, frame.payload);
    if (frame.opcode === OPCODE.ping || frame.opcode === OPCODE.pong) return;
    if (frame.opcode === OPCODE.close) {
      if (!closing) write(OPCODE.close, frame.payload.subarray(0, 2));
      closing = true;
      socket.end();
      return;
    }
    const text = messages.add(frame);
    if (text !== undefined && !closing) handlers.onText(text);
  }

  function receive(chunk: Buffer): void {
    try {
      for (const frame of reader.read(chunk)) handle(frame);
    } catch (error) {
      if (!(error instanceof WebSocketProtocolError)) throw error;
      close(error.code, error.message);
      socket.removeListener('data', receive);
      socket.resume().end();
    }
  }

  socket.on('data', receive);
  socket.on('error', () => socket.destroy());
  // An upgraded socket stays half open until both ends close it.
  socket.on('end', () => socket.end());
  socket.once('close', () => handlers.onClose());
  if (head.length > 0) receive(head);

  return {
    send: (text) => write(OPCODE.text, Buffer.from(text)),
    ping: () => write(OPCODE.ping, Buffer.alloc(0)),
    close,
    destroy: () => socket.destroy(),
  };
}

/** Joins the fragments of a message (RFC 6455, section 5.4). */
class MessageAssembler {
  #fragments: Buffer[] = [];
  #bytes = 0;

  constructor(readonly maxBytes: number) {}

  /** The message's text when `frame` completes it. */
  add(frame: Frame): string | undefined {
    const isContinuation = frame.opcode === OPCODE.continuation;
    if (frame.opcode === OPCODE.binary)
      throw new WebSocketProtocolError(CLOSE.unsupported, 'text messages only');
    if (isContinuation !== this.#fragments.length > 0)
      throw new WebSocketProtocolError(CLOSE.protocol, 'fragments out of order');

    this.#bytes += frame.payload.length;
    if (this.#bytes > this.maxBytes || this.#fragments.length >= MAX_FRAGMENTS)
      throw new WebSocketProtocolError(CLOSE.tooBig, 'message too long');
    this.#fragments.push(frame.payload);
    if (!frame.fin) return undefined;

    const message = Buffer.concat(this.#fragments);
    this.#fragments = [];
    this.#bytes = 0;
    return decodeUtf8(message);
  }
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new WebSocketProtocolError(CLOSE.invalidData, 'text is not UTF-8');
  }
}
