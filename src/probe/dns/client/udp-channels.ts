import { randomInt } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';
import { type AnswerPacket, decodeAnswer, encodeQuestion, type Question } from './packets.js';

export interface Server {
  readonly address: string;
  readonly port: number;
}

/** What came of sending a query once. */
export type QueryOutcome = AnswerPacket | 'timeout' | 'unreachable' | 'malformed';

export type OnOutcome = (outcome: QueryOutcome) => void;

export interface UdpQuery {
  /** The server's address and port. */
  readonly place: string;
  readonly server: Server;
  readonly question: Question;
  /** On the clock of `performance.now()`. */
  readonly endsAt: number;
}

interface Waiter {
  readonly question: Question;
  readonly endsAt: number;
  /** Undefined once called: V8 keeps what a Map once held until a major collection, and with it the whole answer. */
  onOutcome: OnOutcome | undefined;
  sawGarbage: boolean;
}

interface Channel {
  readonly socket: Socket;
  readonly send: (query: Buffer) => void;
  /** By message id. */
  readonly waiters: Map<number, Waiter>;
  idleSince: number;
  /** Packets queued until the socket is connected; undefined once it is. */
  waiting: Buffer[] | undefined;
  asked: number;
}

/** Queries per port before it is changed, so that guessing the port starts over (RFC 5452 9.2). */
const MAX_QUESTIONS = 1_000;
const IDLE_MS = 1_000;
/** Cheaper than a timer per query, and late by at most this. */
const SWEEP_MS = 20;
const MAX_UDP_CHANNELS = 256;

/**
 * One connected socket per server, each on a random port: the kernel drops packets from elsewhere. Answers
 * are matched by random id and must repeat the question.
 */
export class UdpChannels {
  readonly #channels = new LRUCache<string, Channel>({ max: MAX_UDP_CHANNELS });

  /** Calls `onOutcome` once, later. */
  ask({ place, server, question, endsAt }: UdpQuery, onOutcome: OnOutcome): void {
    const channel = this.#channelTo(place, server);
    channel.asked++;
    const id = freeId(channel.waiters);
    channel.waiters.set(id, { question, endsAt, onOutcome, sawGarbage: false });
    const query = encodeQuestion(question, id);
    if (channel.waiting) channel.waiting.push(query);
    else channel.send(query);
  }

  #channelTo(place: string, server: Server): Channel {
    const known = this.#channels.get(place);
    if (known && known.asked < MAX_QUESTIONS) return known;
    const channel = this.#open(place, server);
    this.#channels.set(place, channel);
    return channel;
  }

  #open(place: string, { address, port }: Server): Channel {
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    const forget = () => {
      if (this.#channels.get(place) === channel) this.#channels.delete(place);
    };
    const fail = () => {
      forget();
      for (const id of channel.waiters.keys()) settle(channel, id, 'unreachable');
    };
    // A refusal of an earlier packet (ICMP port unreachable) is reported only by the next send.
    const sent = (error: Error | null) => error && fail();
    // Ends overdue queries, and closes an unused socket.
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
      send: (query) => socket.send(query, sent),
      waiters: new Map(),
      idleSince: performance.now(),
      waiting: [],
      asked: 0,
    };
    // A missing route (such as no IPv6) is reported to this callback.
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

/** Matches no query; if only one is waiting, the packet was meant for it. */
function markGarbage({ waiters }: Channel): void {
  const [only] = waiters.values();
  if (only && waiters.size === 1) only.sawGarbage = true;
}

function settle(channel: Channel, id: number, outcome: QueryOutcome): void {
  const waiter = channel.waiters.get(id);
  if (!waiter) return;
  channel.waiters.delete(id);
  if (channel.waiters.size === 0) channel.idleSince = performance.now();
  const { onOutcome } = waiter;
  waiter.onOutcome = undefined;
  onOutcome?.(outcome);
}

function freeId(waiters: ReadonlyMap<number, Waiter>): number {
  for (;;) {
    const id = randomInt(0x10000);
    if (!waiters.has(id)) return id;
  }
}
