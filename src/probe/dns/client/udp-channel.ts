import { randomInt } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { type AnswerPacket, decodeAnswer, encodeQuestion, type Question } from './packets.js';

export interface Server {
  readonly address: string;
  readonly port: number;
}

/** A key for one. */
export const placeOf = ({ address, port }: Server): string => `${address} ${port}`;

/** What came of sending a query once. */
export type QueryOutcome = AnswerPacket | 'timeout' | 'unreachable' | 'malformed';

export interface OutcomeReceiver {
  /** Called once, later. */
  onOutcome(outcome: QueryOutcome): void;
}

/** A query that waits for its answer. */
export interface Waiter {
  readonly question: Question;
  /** On the clock of `performance.now()`. */
  readonly endsAt: number;
  /** Undefined once called: V8 keeps what a Map once held until a major collection, and with it the whole answer. */
  receiver: OutcomeReceiver | undefined;
  sawGarbage: boolean;
}

/** Queries per port before it is changed, so that guessing the port starts over (RFC 5452 9.2). */
const MAX_QUESTIONS = 1_000;
const IDLE_MS = 1_000;
/** Cheaper than a timer per query, and late by at most this. */
const SWEEP_MS = 20;

/**
 * A connected socket on a random port: the kernel drops packets from elsewhere. Answers are matched by random id and
 * must repeat the question.
 */
export class UdpChannel {
  readonly #socket: Socket;
  readonly #sweeper: NodeJS.Timeout;
  /** By message id. */
  readonly #waiters = new Map<number, Waiter>();
  /** Queries queued until the socket is connected; undefined once it is. */
  #unsent: Buffer[] | undefined = [];
  #questionsLeft = MAX_QUESTIONS;
  #idleSince = performance.now();

  constructor(
    { address, port }: Server,
    /** Called when it closes or has failed, maybe several times. */
    private readonly onGone: (channel: UdpChannel) => void,
  ) {
    this.#socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    this.#sweeper = setInterval(() => this.#sweep(), SWEEP_MS);
    // A missing route (such as no IPv6) is reported to this callback.
    this.#socket.connect(port, address, (error?: Error) => (error ? this.#fail() : this.#sendAll()));
    this.#socket.on('error', () => this.#fail());
    this.#socket.on('message', (bytes) => this.#receive(bytes));
  }

  get isUsedUp(): boolean {
    return this.#questionsLeft <= 0;
  }

  /** It takes no more queries, and closes when it has answered those it has. */
  retire(): void {
    this.#questionsLeft = 0;
  }

  ask(waiter: Waiter): void {
    this.#questionsLeft--;
    const id = this.#freeId();
    this.#waiters.set(id, waiter);
    const query = encodeQuestion(waiter.question, id);
    if (this.#unsent) this.#unsent.push(query);
    else this.#socket.send(query, this.#sent);
  }

  /** A refusal of an earlier packet (ICMP port unreachable) is reported only by the next send. */
  readonly #sent = (error: Error | null): void => {
    if (error) this.#fail();
  };

  #sendAll(): void {
    for (const query of this.#unsent ?? []) this.#socket.send(query, this.#sent);
    this.#unsent = undefined;
  }

  #fail(): void {
    this.onGone(this);
    for (const id of this.#waiters.keys()) this.#settle(id, 'unreachable');
  }

  /** Ends overdue queries, and closes an unused socket. */
  #sweep(): void {
    const now = performance.now();
    for (const [id, { endsAt, sawGarbage }] of this.#waiters)
      if (endsAt <= now) this.#settle(id, sawGarbage ? 'malformed' : 'timeout');
    if (this.#waiters.size > 0 || now - this.#idleSince < IDLE_MS) return;
    this.onGone(this);
    clearInterval(this.#sweeper);
    this.#socket.close();
  }

  #receive(bytes: Buffer): void {
    if (bytes.length < 2) return;
    const id = bytes.readUInt16BE(0);
    const waiter = this.#waiters.get(id);
    if (!waiter) return this.#markGarbage();
    const packet = decodeAnswer(bytes, waiter.question, id);
    if (packet) this.#settle(id, packet);
    else waiter.sawGarbage = true;
  }

  /** Matches no query; if only one is waiting, the packet was meant for it. */
  #markGarbage(): void {
    const [only] = this.#waiters.values();
    if (only && this.#waiters.size === 1) only.sawGarbage = true;
  }

  #settle(id: number, outcome: QueryOutcome): void {
    const waiter = this.#waiters.get(id);
    if (!waiter) return;
    this.#waiters.delete(id);
    if (this.#waiters.size === 0) this.#idleSince = performance.now();
    const { receiver } = waiter;
    waiter.receiver = undefined;
    receiver?.onOutcome(outcome);
  }

  #freeId(): number {
    for (;;) {
      const id = randomInt(0x10000);
      if (!this.#waiters.has(id)) return id;
    }
  }
}
