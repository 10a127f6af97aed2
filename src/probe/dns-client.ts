import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createConnection, isIPv6 } from 'node:net';
import type { DecodedPacket } from 'dns-packet';
import { Semaphore } from '../semaphore.js';
import { decodeAnswer, encodeQuestion, type Question } from './dns-packets.js';

export interface Server {
  readonly address: string;
  readonly port: number;
}

/** What came back: a packet, or why there is none. */
export type Reply =
  | { readonly ok: true; readonly packet: DecodedPacket; readonly rttMs: number }
  | { readonly ok: false; readonly outcome: 'timeout' | 'unreachable' | 'malformed'; readonly rttMs: number };

export type Ask = (server: Server, question: Question) => Promise<Reply>;

export interface DnsClientOptions {
  readonly timeoutMs: number;
  readonly tries: number;
}

const MAX_IN_FLIGHT = 64;
const MAX_TCP_BYTES = 65_537;

/**
 * Asks one server one question: over UDP from a connected socket (the kernel drops what comes from elsewhere) with a random
 * port and id, over TCP when the answer is truncated. Never throws. Equal questions under way are asked once.
 */
export function createDnsClient({ timeoutMs, tries }: DnsClientOptions): Ask {
  const inFlight = new Semaphore(MAX_IN_FLIGHT);
  const underWay = new Map<string, Promise<Reply>>();

  async function exchange(server: Server, question: Question): Promise<Reply> {
    if (!isAskable(question.name)) return { ok: false, outcome: 'malformed', rttMs: 0 };
    let reply = await overUdp(server, question, timeoutMs);
    for (let attempt = 1; attempt < tries && !reply.ok && reply.outcome === 'timeout'; attempt++)
      reply = await overUdp(server, question, timeoutMs);
    return reply.ok && reply.packet.flag_tc ? overTcp(server, question, timeoutMs) : reply;
  }

  return (server, question) => {
    const key = JSON.stringify([server.address, server.port, question]);
    const joined = underWay.get(key);
    if (joined) return joined;
    const reply = inFlight.run(() => exchange(server, question)).finally(() => underWay.delete(key));
    underWay.set(key, reply);
    return reply;
  };
}

/** Names come out of strangers' answers, too (RFC 1035 2.3.4). */
const isAskable = (name: string): boolean =>
  name.length <= 253 && name.split('.').every((label) => label.length > 0 && label.length <= 63);

function overUdp({ address, port }: Server, question: Question, timeoutMs: number): Promise<Reply> {
  return new Promise((resolve) => {
    const id = randomInt(0x10000);
    const query = encodeQuestion(question, id);
    const startedAt = performance.now();
    let isFinished = false;
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    let sawGarbage = false;
    const finish = (outcome: DecodedPacket | 'timeout' | 'unreachable' | 'malformed') => {
      if (isFinished) return;
      isFinished = true;
      clearTimeout(timer);
      socket.close();
      resolve(replyOf(outcome, startedAt));
    };
    // A stranger's packet must not end the wait for the right one.
    const timer = setTimeout(() => finish(sawGarbage ? 'malformed' : 'timeout'), timeoutMs);
    socket.on('error', () => finish('unreachable'));
    socket.on('message', (bytes) => {
      const packet = decodeAnswer(bytes, question, id);
      if (packet) finish(packet);
      else sawGarbage = true;
    });
    // Without a route (no IPv6 here, say) it is the callback that is told.
    socket.connect(port, address, (error?: Error) => {
      if (error) finish('unreachable');
      else socket.send(query);
    });
  });
}

function overTcp({ address, port }: Server, question: Question, timeoutMs: number): Promise<Reply> {
  return new Promise((resolve) => {
    const id = randomInt(0x10000);
    const query = encodeQuestion(question, id);
    const startedAt = performance.now();
    const socket = createConnection({ host: address, port });
    let received = Buffer.alloc(0);
    const finish = (outcome: DecodedPacket | 'timeout' | 'unreachable' | 'malformed') => {
      clearTimeout(timer);
      socket.destroy();
      resolve(replyOf(outcome, startedAt));
    };
    const timer = setTimeout(() => finish('timeout'), timeoutMs);
    socket.on('error', () => finish('unreachable'));
    socket.on('close', () => finish('malformed'));
    socket.on('connect', () => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(query.length);
      socket.write(Buffer.concat([length, query]));
    });
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      if (received.length > MAX_TCP_BYTES) return finish('malformed');
      if (received.length < 2 || received.length < 2 + received.readUInt16BE(0)) return;
      finish(decodeAnswer(received.subarray(2, 2 + received.readUInt16BE(0)), question, id) ?? 'malformed');
    });
  });
}

function replyOf(outcome: DecodedPacket | 'timeout' | 'unreachable' | 'malformed', startedAt: number): Reply {
  const rttMs = Math.round(performance.now() - startedAt);
  return typeof outcome === 'string' ? { ok: false, outcome, rttMs } : { ok: true, packet: outcome, rttMs };
}
