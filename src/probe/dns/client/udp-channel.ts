import { randomInt } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { swapRemove } from '../../../util/concurrency/queue.js';
import { type AnswerPacket, decodeAnswer, encodeQuestion, type Question } from './packets.js';

export interface Server {
  readonly address: string;
  readonly port: number;
}

/** A key for one. */
export const serverKey = ({ address, port }: Server): string => `${address} ${port}`;

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
  readonly receiver: OutcomeReceiver;
  /** Of the message; chosen when it is sent. */
  id: number;
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
  /** Few at a time. Not a Map: V8 keeps its outgrown tables, and what they hold, until a major collection. */
  readonly #waiters: Waiter[] = [];
  /** Queries queued until the socket is connected; undefined once it is. */
  #queued: Buffer[] | undefined = [];
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
    waiter.id = this.#freeId();
    this.#waiters.push(waiter);
    const query = encodeQuestion(waiter.question, waiter.id);
    if (this.#queued) this.#queued.push(query);
    else this.#socket.send(query, this.#sent);
  }

  /** A refusal of an earlier packet (ICMP port unreachable) is reported only by the next send. */
  readonly #sent = (error: Error | null): void => {
    if (error) this.#fail();
  };

  #sendAll(): void {
    for (const query of this.#queued ?? []) this.#socket.send(query, this.#sent);
    this.#queued = undefined;
  }

  #fail(): void {
    this.onGone(this);
    for (const waiter of [...this.#waiters]) this.#settle(waiter, 'unreachable');
  }

  /** Ends overdue queries, and closes an unused socket. */
  #sweep(): void {
    const now = performance.now();
    for (const waiter of this.#waiters.filter(({ endsAt }) => endsAt <= now))
      this.#settle(waiter, waiter.sawGarbage ? 'malformed' : 'timeout');
    if (this.#waiters.length > 0 || now - this.#idleSince < IDLE_MS) return;
    this.onGone(this);
    clearInterval(this.#sweeper);
    this.#socket.close();
  }

  #receive(bytes: Buffer): void {
    if (bytes.length < 2) return;
    const id = bytes.readUInt16BE(0);
    const waiter = this.#waiterOf(id);
    if (!waiter) return this.#markGarbage();
    const packet = decodeAnswer(bytes, waiter.question, id);
    if (packet) this.#settle(waiter, packet);
    else waiter.sawGarbage = true;
  }

  /** Matches no query; if only one is waiting, the packet was meant for it. */
  #markGarbage(): void {
    const [only] = this.#waiters;
    if (only && this.#waiters.length === 1) only.sawGarbage = true;
  }

  #waiterOf(id: number): Waiter | undefined {
    for (const waiter of this.#waiters) if (waiter.id === id) return waiter;
    return undefined;
  }

  #settle(waiter: Waiter, outcome: QueryOutcome): void {
    if (!swapRemove(this.#waiters, waiter)) return;
    if (this.#waiters.length === 0) this.#idleSince = performance.now();
    waiter.receiver.onOutcome(outcome);
  }

  #freeId(): number {
    for (;;) {
      const id = randomInt(0x10000);
      if (!this.#waiterOf(id)) return id;
    }
  }
}
