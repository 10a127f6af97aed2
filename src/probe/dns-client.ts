import { randomInt } from 'node:crypto';
import { createConnection } from 'node:net';
import type { DecodedPacket } from 'dns-packet';
import { Semaphore } from '../semaphore.js';
import { decodeAnswer, encodeQuestion, type Question } from './dns-packets.js';
import { UdpChannels } from './udp-channels.js';

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
  const channels = new UdpChannels();

  async function exchange(server: Server, question: Question, key: string): Promise<Reply> {
    const reply = isAskable(question.name)
      ? await overUdp(server, question)
      : ({ ok: false, outcome: 'malformed', rttMs: 0 } as const);
    const whole = reply.ok && reply.packet.flag_tc ? await overTcp(server, question, timeoutMs) : reply;
    underWay.delete(key);
    return whole;
  }

  async function overUdp({ address, port }: Server, question: Question): Promise<Reply> {
    let startedAt = performance.now();
    let outcome = await channels.ask(address, port, question, timeoutMs);
    for (let attempt = 1; attempt < tries && outcome === 'timeout'; attempt++) {
      startedAt = performance.now();
      outcome = await channels.ask(address, port, question, timeoutMs);
    }
    return replyOf(outcome, startedAt);
  }

  return (server, question) => {
    const key = keyOf(server, question);
    const joined = underWay.get(key);
    if (joined) return joined;
    const reply = inFlight.run(() => exchange(server, question, key));
    underWay.set(key, reply);
    return reply;
  };
}

const keyOf = ({ address, port }: Server, question: Question): string => {
  const { name, type, recursionDesired, checkingDisabled = false, dnssecOk = false } = question;
  return `${address} ${port} ${type} ${recursionDesired} ${checkingDisabled} ${dnssecOk} ${name}`;
};

/** Names come out of strangers' answers, too (RFC 1035 2.3.4). */
const isAskable = (name: string): boolean =>
  name.length <= 253 && name.split('.').every((label) => label.length > 0 && label.length <= 63);

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
