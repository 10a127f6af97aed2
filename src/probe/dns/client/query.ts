import type { PatientTurns, Turn } from '../../../util/concurrency/queue.js';
import { type AnswerPacket, isFormError, type Question, withoutEdns } from './packets.js';
import type { Silence } from './silence.js';
import { askOverTcp } from './tcp.js';
import type { OutcomeReceiver, QueryOutcome } from './udp-channel.js';
import type { ServerChannel, UdpChannels } from './udp-channels.js';

type FailedOutcome = Extract<QueryOutcome, string>;

/** A packet, or why there is none; `truncated`: one came over UDP, and the whole answer not over TCP. */
export type Reply =
  | { readonly ok: true; readonly packet: AnswerPacket; readonly rttMs: number }
  | { readonly ok: false; readonly outcome: FailedOutcome | 'truncated'; readonly rttMs: number };

/** The caller of a query, with what it wants to know of its progress. */
export interface QueryListener {
  /** A person waits: query the server even if it was silent recently. */
  readonly isFresh?: boolean;
  /** Called when the query leaves the queue, if it is sent at all; `at` is on the clock of `performance.now()`. */
  readonly onStart?: (at: number) => void;
  /** Called when a query that has started has its reply. */
  readonly onEnd?: (at: number) => void;
  /** Called with each reply, before whoever awaits it. */
  readonly onReply?: (place: string, reply: Reply) => void;
  /** Called instead of queueing the query when too many wait; its reply says nothing about the server then. */
  readonly onNotAsked?: () => void;
}

/** A server, and what the client knows about it. */
export interface KnownServer {
  readonly place: string;
  readonly destination: ServerChannel;
  readonly turns: PatientTurns;
  readonly silence: Silence;
  /** By question. */
  readonly underWay: Map<string, Joinable>;
}

/** A query under way, for equal ones. */
export interface Joinable {
  /** Undefined once it is there: V8 keeps what a Map once held until a major collection. */
  reply: Promise<Reply> | undefined;
}

/** How queries are sent. */
export interface Sending {
  readonly channels: UdpChannels;
  readonly timeoutMs: number;
  readonly tries: number;
}

const nobody = (): void => undefined;

/**
 * One query to one server, until its reply. Most are answered by the first packet: further promises and closures would be
 * most of their cost.
 */
export class Query {
  readonly #joinable: Joinable = { reply: undefined };
  #resolve: (reply: Reply) => void = nobody;
  #reject: (error: unknown) => void = nobody;
  #turn: Turn | undefined;
  #isStarted = false;

  constructor(
    private readonly sending: Sending,
    private readonly known: KnownServer,
    private readonly key: string,
    private readonly question: Question,
    private readonly listener: QueryListener,
  ) {}

  /** Sends it when it is its turn. */
  run(): Promise<Reply> {
    const reply = new Promise<Reply>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#joinable.reply = reply;
    this.known.underWay.set(this.key, this.#joinable);
    const turn = this.known.turns.enter();
    if (turn instanceof Promise) turn.then((given) => this.#begin(given));
    else this.#begin(turn);
    return reply;
  }

  #begin(turn: Turn): void {
    this.#turn = turn;
    if (this.known.silence.isKnown) return this.#endWith(this.#askSilent());
    this.#start(turn.startedAt);
    this.#send(this.question, turn.startedAt, this);
  }

  /** Of the first packet. */
  onOutcome(outcome: QueryOutcome): void {
    const startedAt = this.#turn?.startedAt ?? 0;
    if (!isLastAnswer(outcome)) return this.#endWith(this.#askOn(this.question, outcome, startedAt));
    const now = performance.now();
    this.known.silence.answered(now);
    this.#end({ ok: true, packet: outcome, rttMs: Math.round(now - startedAt) }, now);
  }

  #start(at: number): void {
    this.#isStarted = true;
    this.listener.onStart?.(at);
  }

  #endWith(reply: Promise<Reply>): void {
    reply.then(
      (found) => this.#end(found, performance.now()),
      (error) => {
        this.#leave(performance.now());
        this.#reject(error);
      },
    );
  }

  #end(reply: Reply, at: number): void {
    this.#leave(at);
    this.listener.onReply?.(this.known.place, reply);
    this.#resolve(reply);
  }

  #leave(at: number): void {
    const { known, key } = this;
    known.underWay.delete(key);
    this.#joinable.reply = undefined;
    if (this.#turn) known.turns.leave(this.#turn);
    if (this.#isStarted) this.listener.onEnd?.(at);
  }

  async #askSilent(): Promise<Reply> {
    const { known, question } = this;
    const waitedMs = await known.silence.waitedMs(this.listener.isFresh ?? false);
    if (waitedMs !== undefined) return { ok: false, outcome: 'timeout', rttMs: Math.round(waitedMs) };
    return known.silence.watch(() => {
      this.#start(performance.now());
      return this.#overWire(question);
    });
  }

  #send(question: Question, at: number, receiver: OutcomeReceiver): void {
    const { channels, timeoutMs } = this.sending;
    channels.ask(this.known.destination, {
      question,
      endsAt: at + timeoutMs,
      receiver,
      id: 0,
      sawGarbage: false,
    });
  }

  #sent(question: Question, at: number): Promise<QueryOutcome> {
    return new Promise((onOutcome) => this.#send(question, at, { onOutcome }));
  }

  async #overWire(question: Question): Promise<Reply> {
    const startedAt = performance.now();
    return this.#askOn(question, await this.#sent(question, startedAt), startedAt);
  }

  /** Tries again after a timeout, over TCP after a truncated answer, and without EDNS if the server refuses it. */
  async #askOn(question: Question, first: QueryOutcome, startedAt: number): Promise<Reply> {
    const { timeoutMs, tries } = this.sending;
    const { silence, destination } = this.known;
    let triedAt = startedAt;
    let outcome = first;
    for (let attempt = 1; attempt < tries && outcome === 'timeout'; attempt++) {
      triedAt = performance.now();
      outcome = await this.#sent(question, triedAt);
    }
    if (outcome === 'timeout') silence.unanswered(question, startedAt);
    else silence.answered();
    if (typeof outcome !== 'string' && outcome.flag_tc) {
      triedAt = performance.now();
      outcome = await askOverTcp(destination.server, question, timeoutMs);
      if (typeof outcome === 'string') return { ok: false, outcome: 'truncated', rttMs: msSince(triedAt) };
    }
    const reply = replyOf(outcome, triedAt);
    if (!reply.ok || question.isPlain || !isFormError(reply.packet)) return reply;
    // EDNS was our choice: retry without it before blaming the zone.
    const plain = await this.#overWire(withoutEdns(question));
    return plain.ok ? plain : reply;
  }
}

/** An answer after which nothing is left to try. */
const isLastAnswer = (outcome: QueryOutcome): outcome is AnswerPacket =>
  typeof outcome !== 'string' && !outcome.flag_tc && !isFormError(outcome);

const msSince = (startedAt: number): number => Math.round(performance.now() - startedAt);

function replyOf(outcome: QueryOutcome, startedAt: number): Reply {
  const rttMs = msSince(startedAt);
  return typeof outcome === 'string' ? { ok: false, outcome, rttMs } : { ok: true, packet: outcome, rttMs };
}
