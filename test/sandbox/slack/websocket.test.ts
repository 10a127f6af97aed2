import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { acceptWebSocket, handshakeError, refuseUpgrade } from '../../../src/sandbox/slack/websocket.js';
import { encodeFrame, type Frame, FrameReader } from '../../../src/sandbox/slack/websocket-frames.js';
import { until } from './sandbox.js';

/** A client's frame: masked, whole unless `fin` is 0. */
function frame(opcode: number, payload: string | Buffer, fin = 1): Buffer {
  const bytes = Buffer.from(payload);
  const plain = encodeFrame(opcode, bytes);
  const head = plain.subarray(0, plain.length - bytes.length);
  head.writeUInt8((fin << 7) | opcode, 0);
  head.writeUInt8(head.readUInt8(1) | 0x80, 1);
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, bytes.map((byte, index) => byte ^ (mask[index % 4] ?? 0))]);
}

async function echo(maxBytes = 1000) {
  const server = createServer();
  server.on('upgrade', (request, socket, head) => {
    const problem = handshakeError(request);
    if (problem) return refuseUpgrade(socket, problem);
    const handlers = { onText: (text: string) => connection.send(text), onClose: () => undefined };
    const connection = acceptWebSocket(request, socket, head, handlers, maxBytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

const HANDSHAKE = {
  Host: 'x',
  Upgrade: 'websocket',
  Connection: 'keep-alive, Upgrade',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

async function dial(port: number, headers: Record<string, string> = HANDSHAKE) {
  const socket: Socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let received: Buffer = Buffer.alloc(0);
  let ended = false;
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    ended = true;
  });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET / HTTP/1.1\r\n${lines.join('')}\r\n`);
  const end = await until(() => received.indexOf('\r\n\r\n') + 1);
  const answer = received.subarray(0, end).toString();
  received = received.subarray(end + 3);
  return { socket, answer, bytes: () => received, isEnded: () => ended };
}

it('answers the handshake of RFC 6455, section 1.3', async () => {
  const { answer } = await dial(await echo());
  expect(answer).toMatch(/^HTTP\/1\.1 101 /);
  expect(answer).toContain('Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
});

it.each<[string, Record<string, string>, number]>([
  ['another version', { 'Sec-WebSocket-Version': '8' }, 426],
  ['a short key', { 'Sec-WebSocket-Key': 'c2hvcnQ=' }, 400],
  ['another protocol', { Upgrade: 'h2c' }, 400],
])('turns away %s', async (_, change, status) => {
  const { answer } = await dial(await echo(), { ...HANDSHAKE, ...change });
  expect(answer).toContain(`HTTP/1.1 ${status} `);
});

describe('a connection', () => {
  it.each([0, 1, 125, 126, 65_535, 65_536])('carries %i bytes', async (length) => {
    const { socket, bytes } = await dial(await echo(100_000));
    const text = 'x'.repeat(length);
    socket.write(frame(1, text));
    const expected = encodeFrame(1, Buffer.from(text));
    await until(() => bytes().length >= expected.length);
    expect(bytes().equals(expected)).toBe(true);
  });

  it('joins fragments, also with a ping between them and bytes that trickle', async () => {
    const { socket, bytes } = await dial(await echo());
    const euro = Buffer.from('€');
    const sent = [frame(1, euro.subarray(0, 1), 0), frame(9, 'hi'), frame(0, euro.subarray(1), 1)];
    for (const byte of Buffer.concat(sent)) socket.write(Buffer.of(byte));
    const expected = Buffer.concat([encodeFrame(10, Buffer.from('hi')), encodeFrame(1, euro)]);
    await until(() => bytes().length >= expected.length);
    expect(bytes().equals(expected)).toBe(true);
  });

  it('answers a close and ends', async () => {
    const { socket, bytes, isEnded } = await dial(await echo());
    socket.write(frame(8, Buffer.of(0x03, 0xe8)));
    await until(isEnded);
    expect([...bytes()]).toEqual([0x88, 2, 0x03, 0xe8]);
  });

  it.each<[string, number, Buffer]>([
    ['an unmasked frame', 1002, encodeFrame(1, Buffer.from('x'))],
    ['reserved bits', 1002, Buffer.of(0xc1, 0x80, 0, 0, 0, 0)],
    ['an unknown opcode', 1002, frame(3, 'x')],
    ['a fragmented ping', 1002, frame(9, 'x', 0)],
    ['a continuation of nothing', 1002, frame(0, 'x')],
    ['a message within a message', 1002, Buffer.concat([frame(1, 'x', 0), frame(1, 'y')])],
    ['a binary message', 1003, frame(2, 'x')],
    ['text that is no UTF-8', 1007, frame(1, Buffer.of(0xff))],
    ['a frame that is too long', 1009, frame(1, 'x'.repeat(1001))],
    [
      'fragments that are too long',
      1009,
      Buffer.concat([frame(1, 'x'.repeat(900), 0), frame(0, 'x'.repeat(200))]),
    ],
  ])('is closed after %s with %i', async (_, code, bytes) => {
    const { socket, bytes: received, isEnded } = await dial(await echo());
    socket.write(bytes);
    await until(() => received().length >= 4);
    expect(received().readUInt8(0)).toBe(0x88);
    expect(received().readUInt16BE(2)).toBe(code);
    socket.end();
    await until(isEnded);
  });
});

it('reads the same frames however the bytes are cut', () => {
  const message = fc.record({ opcode: fc.constantFrom(1, 9, 10), text: fc.string({ maxLength: 120 }) });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 5 }), fc.integer({ min: 1, max: 40 }), (messages, size) => {
      const bytes = Buffer.concat(messages.map(({ opcode, text }) => frame(opcode, text)));
      const reader = new FrameReader(10_000);
      const frames: Frame[] = [];
      for (let at = 0; at < bytes.length; at += size)
        frames.push(...reader.read(bytes.subarray(at, at + size)));
      expect(frames.map(({ opcode, payload }) => ({ opcode, text: payload.toString() }))).toEqual(messages);
    }),
  );
});

it('meets hostile bytes with a protocol error or patience, nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        new FrameReader(100).read(Buffer.from(bytes));
      } catch (error) {
        expect(error).toMatchObject({ name: 'WebSocketProtocolError' });
      }
    }),
  );
});
