import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createServer, type Socket } from 'node:net';
import { type DecodedPacket, decode } from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDnsClient } from '../../../src/probe/dns/client/client.js';
import { decodeAnswer, encodeQuestion, type Question } from '../../../src/probe/dns/client/packets.js';
import { answerTo, onOnePort, type Script, scriptedServer } from '../../support/dns-server.js';
import { passed, useIdleTime } from '../../support/idle-time.js';

const NAME = 'shop.example.com';
const QUESTION: Question = { name: NAME, type: 'A', recursionDesired: false };
const A = { name: NAME, type: 'A', ttl: 60, data: '203.0.113.10' } as const;
const TIMEOUT_MS = 200;
const TRUNCATED = 0x0600;

const right = (query: DecodedPacket) => answerTo(query, { answers: [A] });
const header = (query: DecodedPacket, counts: readonly number[], flags = 0x8400): Buffer => {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16BE(query.id ?? 0, 0);
  bytes.writeUInt16BE(flags, 2);
  for (const [at, count] of counts.entries()) bytes.writeUInt16BE(count, 4 + at * 2);
  return bytes;
};
/** The right header, and instead of the question's name whatever a test makes of it. */
const withName = (query: DecodedPacket, name: Buffer): Buffer =>
  Buffer.concat([header(query, [1, 0, 0, 0]), name, Buffer.from([0, 1, 0, 1])]);

async function ask(script: Script, tries = 1) {
  const server = await scriptedServer(script);
  onTestFinished(() => server.stop());
  return passed(createDnsClient({ timeoutMs: TIMEOUT_MS, tries })(server, QUESTION));
}

describe('over UDP', () => {
  useIdleTime();

  it.each<[string, (query: DecodedPacket) => Buffer]>([
    ['nothing', () => Buffer.alloc(0)],
    ['one byte', () => Buffer.from([7])],
    ['a header alone', (query) => header(query, [0, 0, 0, 0])],
    ['a header that promises 65535 records', (query) => header(query, [1, 65_535, 65_535, 65_535])],
    ['half an answer', (query) => right(query).subarray(0, 40)],
    ['all but the last byte', (query) => right(query).subarray(0, -1)],
    ['a name that points at itself', (query) => withName(query, Buffer.from([0xc0, 12]))],
    ['two names that point at each other', (query) => withName(query, Buffer.from([0xc0, 14, 0xc0, 12]))],
    ['a label of 64 bytes', (query) => withName(query, Buffer.concat([Buffer.from([64]), Buffer.alloc(65)]))],
    [
      'a record longer than the packet',
      (query) => Buffer.concat([right(query).subarray(0, -6), Buffer.from([255, 255, 1, 2])]),
    ],
    ['as much as fits into a packet', () => randomBytes(65_000)],
    ['another id', (query) => answerTo(query, { id: ((query.id ?? 0) + 1) % 65_536, answers: [A] })],
    [
      'an answer to another question',
      (query) =>
        answerTo(query, { questions: [{ name: 'evil.example', type: 'A', class: 'IN' }], answers: [A] }),
    ],
    ['no question', (query) => answerTo(query, { questions: [], answers: [A] })],
    [
      'two questions',
      (query) => answerTo(query, { questions: [...(query.questions ?? []), ...(query.questions ?? [])] }),
    ],
    ['the query itself', (query) => encodeQuestion(QUESTION, query.id ?? 0)],
  ])('%s is no answer', async (_, make) => {
    const startedAt = performance.now();
    const reply = await ask((query) => [make(query)]);
    expect(reply.ok).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS * 4);
  });

  it('takes the right answer after a hundred wrong ones', async () => {
    const reply = await ask((query) => [...Array.from({ length: 100 }, () => randomBytes(40)), right(query)]);
    expect(reply.ok).toBe(true);
  });

  it('waits no longer because of garbage', async () => {
    const startedAt = performance.now();
    const reply = await ask(() => Array.from({ length: 500 }, () => randomBytes(40)));
    expect(reply).toMatchObject({ ok: false, outcome: 'malformed' });
    expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS * 4);
  });

  it('takes nothing from another address, though it guessed port and id', async () => {
    const stranger = createSocket('udp4');
    await new Promise<void>((resolve) => stranger.bind(0, '127.0.0.1', resolve));
    onTestFinished(() => void stranger.close());
    const server = createSocket('udp4');
    server.on('message', (bytes, from) => {
      const query = decode(bytes);
      const forged = answerTo(query, { answers: [{ ...A, data: '192.0.2.66' }] });
      stranger.send(forged, from.port, from.address, () =>
        server.send(right(query), from.port, from.address),
      );
    });
    await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address();
    const client = createDnsClient({ timeoutMs: TIMEOUT_MS, tries: 1 });
    const reply = await passed(client({ address: '127.0.0.1', port }, QUESTION));
    expect(reply.ok && reply.packet.answers?.[0]).toMatchObject({ data: A.data });
  });

  it('gives each of many answers in any order to the one who asked', async () => {
    const waiting: (() => void)[] = [];
    const server = createSocket('udp4');
    server.on('message', (bytes, from) => {
      const query = decode(bytes);
      const name = query.questions?.[0]?.name ?? '';
      const data = `198.51.100.${Number(/\d+/.exec(name)?.[0])}`;
      waiting.push(() =>
        server.send(answerTo(query, { answers: [{ ...A, name, data }] }), from.port, from.address),
      );
      if (waiting.length === 50) for (const send of waiting.reverse()) send();
    });
    await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const client = createDnsClient({ timeoutMs: 1_000, tries: 1 });
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        client(
          { address: '127.0.0.1', port: server.address().port },
          { ...QUESTION, name: `n${at}.example.com` },
        ),
      ),
    );
    for (const [at, reply] of replies.entries())
      expect(reply.ok && reply.packet.answers?.[0]).toMatchObject({ data: `198.51.100.${at}` });
  });
});

describe('over TCP', () => {
  useIdleTime();

  const framed = (packet: Buffer): Buffer => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(packet.length);
    return Buffer.concat([length, packet]);
  };

  /** Truncated over UDP; over TCP the test has the socket and the query. */
  async function over(talk: (socket: Socket, query: DecodedPacket) => void) {
    const udp = createSocket('udp4');
    udp.on('message', (bytes, from) =>
      udp.send(answerTo(decode(bytes), { flags: TRUNCATED }), from.port, from.address),
    );
    const sockets = new Set<Socket>();
    const tcp = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('data', (bytes) => talk(socket, decode(bytes.subarray(2))));
    });
    const port = await onOnePort(udp, tcp);
    onTestFinished(() => {
      udp.close();
      tcp.close();
      for (const socket of sockets) socket.destroy();
    });
    return passed(
      createDnsClient({ timeoutMs: TIMEOUT_MS, tries: 1 })({ address: '127.0.0.1', port }, QUESTION),
    );
  }

  it('puts an answer together that comes byte by byte', async () => {
    const reply = await over((socket, query) => {
      for (const byte of framed(right(query))) socket.write(Buffer.from([byte]));
    });
    expect(reply.ok).toBe(true);
  });

  it.each<[string, (socket: Socket, query: DecodedPacket) => void]>([
    [
      'slow drops of an answer',
      (socket, query) => {
        const bytes = [...framed(right(query))];
        const timer = setInterval(() => {
          const byte = bytes.shift();
          if (byte === undefined || socket.destroyed) clearInterval(timer);
          else socket.write(Buffer.from([byte]));
        }, 20);
      },
    ],
    ['an empty message', (socket) => void socket.write(Buffer.from([0, 0]))],
    ['a long message that never comes', (socket) => void socket.write(Buffer.from([255, 255]))],
    ['the end at once', (socket) => void socket.end()],
    ['a reset', (socket) => void socket.resetAndDestroy()],
    [
      'endless data',
      (socket) => {
        const write = () => {
          while (!socket.destroyed && socket.write(randomBytes(65_536)));
          if (!socket.destroyed) socket.once('drain', write);
        };
        write();
      },
    ],
    [
      'another id',
      (socket, query) => void socket.write(framed(answerTo(query, { id: ((query.id ?? 0) + 1) % 65_536 }))),
    ],
  ])('%s is no answer and ends in time', async (_, talk) => {
    const startedAt = performance.now();
    expect((await over(talk)).ok).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS * 5);
  });
});

describe('whatever the bytes are', () => {
  const query = decode(encodeQuestion(QUESTION, 7));
  const valid = answerTo(query, {
    answers: [A, { name: NAME, type: 'CNAME', ttl: 9, data: 'x.example.net' }],
    authorities: [{ name: 'example.com', type: 'NS', data: 'ns1.example.com' }],
  });

  const readsOnlyItsOwn = (bytes: Buffer) => {
    const packet = decodeAnswer(bytes, QUESTION, 7);
    if (!packet) return;
    const { answers, authorities, additionals } = packet;
    const questions = [{ type: 'A' }];
    expect(decode(bytes)).toMatchObject({
      ...{ id: 7, type: 'response', questions },
      ...{ answers, authorities, additionals },
    });
  };

  it('reads 10,000 random packets without fail', () => {
    const bytes = fc
      .uint8Array({ maxLength: 600 })
      .map((tail) => Buffer.concat([header(query, [1, 1, 0, 0]), tail]));
    fc.assert(fc.property(bytes, readsOnlyItsOwn), { numRuns: 10_000 });
  });

  it('reads 10,000 damaged answers without fail', () => {
    const damage = fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    const damaged = damage.map((changes) => {
      const bytes = Buffer.from(valid);
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
    fc.assert(fc.property(damaged, readsOnlyItsOwn), { numRuns: 10_000 });
  });

  it('outlives 10,000 of them from the wire, with every question answered or given up', async () => {
    const server = createSocket('udp4');
    server.on('message', (bytes, from) => {
      const packet = Buffer.from(valid);
      bytes.copy(packet, 0, 0, 2);
      for (let change = 0; change < 6; change++)
        packet[2 + Math.floor(Math.random() * (packet.length - 2))] = Math.floor(Math.random() * 256);
      server.send(packet, from.port, from.address);
    });
    await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const client = createDnsClient({ timeoutMs: 30, tries: 1 });
    const place = { address: '127.0.0.1', port: server.address().port };
    const heapBefore = process.memoryUsage().heapUsed;
    for (let batch = 0; batch < 50; batch++)
      await Promise.all(
        Array.from({ length: 200 }, (_, at) =>
          client(place, { ...QUESTION, name: `n${batch}-${at}.example.com` }),
        ),
      );
    expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(100 * 2 ** 20);
  });
});
