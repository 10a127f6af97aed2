import { randomInt } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import type { DecodedPacket } from 'dns-packet';
import { LRUCache } from 'lru-cache';
import { decodeAnswer, encodeQuestion, type Question } from './packets.js';

export type UdpOutcome = DecodedPacket | 'timeout' | 'unreachable' | 'malformed';

interface Waiter {
  readonly question: Question;
  /** On the clock of `performance.now()`. */
  readonly endsAt: number;
  readonly resolve: (outcome: UdpOutcome) => void;
  sawGarbage: boolean;
}

interface Channel {
  readonly socket: Socket;
  readonly send: (query: Buffer) => void;
  /** By message id. */
  readonly waiters: Map<number, Waiter>;
  idleSince: number;
  /** Packets that wait for the socket to be connected; undefined when it is. */
  waiting: Buffer[] | undefined;
  asked: number;
}

/** A port is used for so many questions and then left: guessing it has to begin again (RFC 5452 9.2). */
const MAX_QUESTIONS = 1_000;
const IDLE_MS = 1_000;
/** Cheaper than a timer for each question, and late by no more than this. */
const SWEEP_MS = 20;
const MAX_UDP_CHANNELS = 256;

/**
 * Connected sockets, one a server, each on a random port: the kernel drops what comes from elsewhere. Answers are told
 * apart by random ids and have to repeat the question.
 */
export class UdpChannels {
  readonly #channels = new LRUCache<string, Channel>({ max: MAX_UDP_CHANNELS });

  /** Never rejects. */
  ask(address: string, port: number, question: Question, timeoutMs: number): Promise<UdpOutcome> {
    const channel = this.#channelTo(address, port);
    channel.asked++;
    return new Promise((resolve) => {
      const id = freeId(channel.waiters);
      const endsAt = performance.now() + timeoutMs;
      channel.waiters.set(id, { question, endsAt, resolve, sawGarbage: false });
      const query = encodeQuestion(question, id);
      if (channel.waiting) channel.waiting.push(query);
      else channel.send(query);
    });
  }

  #channelTo(address: string, port: number): Channel {
    const key = `${address} ${port}`;
    const known = this.#channels.get(key);
    if (known && known.asked < MAX_QUESTIONS) return known;
    const channel = this.#open(key, address, port);
    this.#channels.set(key, channel);
    return channel;
  }

  #open(key: string, address: string, port: number): Channel {
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    const forget = () => {
      if (this.#channels.get(key) === channel) this.#channels.delete(key);
    };
    const fail = () => {
      forget();
      for (const id of channel.waiters.keys()) settle(channel, id, 'unreachable');
    };
    // Gives up what has waited too long, and the socket when nobody uses it.
    const sweeper = setInterval(() => {
      const now = performance.now();
      for (const [id, { endsAt, sawGarbage }] of channel.waiters)
        if (endsAt <= now) settle(channel, id, sawGarbage ? 'malformed' : 'timeout');
      if (channel.waiters.size > 0 || now - channel.idleSince < IDLE_MS) return;
      forget();
      clearInterval(sweeper);
      socket.close();
    }, SWEEP_MS);
    const channel: Channel = {
      socket,
      // A refusal that came for an earlier packet (ICMP: nobody listens) is handed to the next one's send, and nowhere else.
      send: (query) => socket.send(query, (error) => error && fail()),
      waiters: new Map(),
      idleSince: performance.now(),
      waiting: [],
      asked: 0,
    };
    // Without a route (no IPv6 here, say) it is the callback that is told.
    socket.connect(port, address, (error?: Error) => {
      if (error) return fail();
      for (const query of channel.waiting ?? []) channel.send(query);
      channel.waiting = undefined;
    });
    socket.on('error', fail);
    socket.on('message', (bytes) => receive(channel, bytes));
    return channel;
  }
}

function receive(channel: Channel, bytes: Buffer): void {
  if (bytes.length < 2) return;
  const id = bytes.readUInt16BE(0);
  const waiter = channel.waiters.get(id);
  if (!waiter) return markGarbage(channel);
  const packet = decodeAnswer(bytes, waiter.question, id);
  if (packet) settle(channel, id, packet);
  else waiter.sawGarbage = true;
}

/** Nobody's answer: where only one waits, it was meant for that one. */
function markGarbage({ waiters }: Channel): void {
  const [only] = waiters.values();
  if (only && waiters.size === 1) only.sawGarbage = true;
}

function settle(channel: Channel, id: number, outcome: UdpOutcome): void {
  const waiter = channel.waiters.get(id);
  if (!waiter) return;
  channel.waiters.delete(id);
  if (channel.waiters.size === 0) channel.idleSince = performance.now();
  waiter.resolve(outcome);
}

function freeId(waiters: ReadonlyMap<number, Waiter>): number {
  for (;;) {
    const id = randomInt(0x10000);
    if (!waiters.has(id)) return id;
  }
}
