import { randomInt } from 'node:crypto';
import { createConnection } from 'node:net';
import { Keyed, PatientTurns, QueueFull } from '../../../util/concurrency/queue.js';
import {
  type AnswerPacket,
  decodeAnswer,
  encodeQuestion,
  isFormError,
  type Question,
  withoutEdns,
} from './packets.js';
import { SilentServers } from './silent-servers.js';
import { type Query, type Server, UdpChannels, type UdpOutcome } from './udp-channels.js';

/** A packet, or why there is none. */
export type Reply =
  | { readonly ok: true; readonly packet: AnswerPacket; readonly rttMs: number }
  | { readonly ok: false; readonly outcome: 'timeout' | 'unreachable' | 'malformed'; readonly rttMs: number };

export interface AskOptions {
  /** A person waits: query the server even if it was silent recently. */
  readonly isFresh?: boolean;
  /** Called when the query leaves the queue, if it is sent at all. */
  readonly onStart?: () => void;
}

export type Ask = (server: Server, question: Question) => Promise<Reply>;

export type AskClient = (server: Server, question: Question, options?: AskOptions) => Promise<Reply>;

export interface DnsClientOptions {
  readonly timeoutMs: number;
  readonly tries: number;
  /** How many queries may wait for one server's turn. */
  readonly maxWaiting?: number;
}

/**
 * Concurrent queries per server: few enough for public resolvers. A resolver that waits for a silent name server still
 * answers everything else, so its slow queries don't count while it answers others.
 */
const PER_SERVER = { size: 64, slowAfterMs: 100, slowSize: 1_000 } as const;
const STILL_ANSWERS_MS = 2_000;
/** A few hundred checks at once with all their queries; more would only wait for minutes and fill the memory. */
const MAX_WAITING_QUERIES = 5_000;
const NOT_ASKABLE = { ok: false, outcome: 'malformed', rttMs: 0 } as const;
const MAX_TCP_BYTES = 65_537;

/**
 * Sends one query to one server: over UDP from a connected socket (the kernel drops packets from elsewhere)
 * with a random port and id, over TCP when the answer is truncated. Rejects with `QueueFull` alone,
 * for queries beyond `maxWaiting`, which says nothing about the server. Equal concurrent queries are sent once. A server
 * known to be silent is not waited for again.
 * A server that refuses EDNS is asked again without it.
 */
export function createDnsClient({
  timeoutMs,
  tries,
  maxWaiting = MAX_WAITING_QUERIES,
}: DnsClientOptions): AskClient {
  const silent = new SilentServers(() => performance.now());
  const inFlight = new Keyed(
    (place, onIdle) =>
      new PatientTurns({
        ...PER_SERVER,
        maxWaiting,
        mayMakeRoom: () => silent.answeredWithin(place, STILL_ANSWERS_MS),
        onIdle,
      }),
  );
  const underWay = new Map<string, UnderWay>();
  const channels = new UdpChannels();

  /** One promise for the usual case, in which the first packet is answered: more would be most of a query's cost. */
  async function inTurn(turns: PatientTurns, key: string, query: Query, options: AskOptions): Promise<Reply> {
    const entered = turns.enter();
    const turn = entered instanceof Promise ? await entered : entered;
    try {
      if (silent.has(query.place)) return await askSilent(query, options);
      options.onStart?.();
      const { startedAt } = turn;
      const first = await channels.ask(query, startedAt + timeoutMs);
      return isLastAnswer(first) ? heard(query, first, startedAt) : await askOn(query, first, startedAt);
    } finally {
      underWay.delete(key);
      turns.leave(turn);
    }
  }

  async function askSilent(query: Query, options: AskOptions): Promise<Reply> {
    const { place } = query;
    const waitedMs = await silent.waitedMs(place, options.isFresh ?? false);
    if (waitedMs !== undefined) return { ok: false, outcome: 'timeout', rttMs: Math.round(waitedMs) };
    return silent.watch(place, () => overWire(query, options));
  }

  async function overWire(query: Query, { onStart }: AskOptions): Promise<Reply> {
    onStart?.();
    const startedAt = performance.now();
    return askOn(query, await channels.ask(query, startedAt + timeoutMs), startedAt);
  }

  function heard({ place }: Query, packet: AnswerPacket, triedAt: number): Reply {
    const now = performance.now();
    silent.answered(place, now);
    return { ok: true, packet, rttMs: Math.round(now - triedAt) };
  }

  /** Tries again after a timeout, over TCP after a truncated answer, and without EDNS if the server refuses it. */
  async function askOn(query: Query, first: UdpOutcome, startedAt: number): Promise<Reply> {
    const { place, server, question } = query;
    let triedAt = startedAt;
    let outcome = first;
    for (let attempt = 1; attempt < tries && outcome === 'timeout'; attempt++) {
      triedAt = performance.now();
      outcome = await channels.ask(query, triedAt + timeoutMs);
    }
    if (outcome === 'timeout') silent.unanswered(place, question, startedAt);
    else silent.answered(place);
    const isTruncated = typeof outcome !== 'string' && outcome.flag_tc;
    const reply = isTruncated ? await overTcp(server, question, timeoutMs) : replyOf(outcome, triedAt);
    if (!reply.ok || question.isPlain || !isFormError(reply.packet)) return reply;
    // EDNS was our choice: without it instead of blaming the zone.
    const plain = await overWire({ ...query, question: withoutEdns(question) }, {});
    return plain.ok ? plain : reply;
  }

  return (server, question, options = {}) => {
    if (!isAskable(question.name)) return Promise.resolve(NOT_ASKABLE);
    const place = `${server.address} ${server.port}`;
    const key = `${place} ${questionKey(question)}`;
    const joined = underWay.get(key)?.reply;
    if (joined) return joined;
    const turns = inFlight.of(place);
    if (turns.isFull) return Promise.reject(new QueueFull());
    const asked: UnderWay = { reply: undefined };
    underWay.set(key, asked);
    asked.reply = inTurn(turns, key, { place, server, question }, options);
    return asked.reply;
  };
}

/** A query that equal ones join. */
interface UnderWay {
  reply: Promise<Reply> | undefined;
}

/** An answer after which nothing is left to try. */
const isLastAnswer = (outcome: UdpOutcome): outcome is AnswerPacket =>
  typeof outcome !== 'string' && !outcome.flag_tc && !isFormError(outcome);

const questionKey = ({
  name,
  type,
  recursionDesired,
  checkingDisabled,
  dnssecOk,
  isPlain,
}: Question): string => {
  const flags =
    (recursionDesired ? 1 : 0) + (checkingDisabled ? 2 : 0) + (dnssecOk ? 4 : 0) + (isPlain ? 8 : 0);
  return `${type} ${flags} ${name}`;
};

/** Names also come from untrusted answers (RFC 1035 2.3.4): printable ASCII, no empty or long labels. */
const isAskable = (name: string): boolean =>
  name.length <= 253 && /^(?:[!-\-/-~]{1,63}\.)*[!-\-/-~]{1,63}$/.test(name);

function overTcp({ address, port }: Server, question: Question, timeoutMs: number): Promise<Reply> {
  return new Promise((resolve) => {
    const id = randomInt(0x10000);
    const query = encodeQuestion(question, id);
    const startedAt = performance.now();
    const socket = createConnection({ host: address, port });
    let received = Buffer.alloc(0);
    const finish = (outcome: AnswerPacket | 'timeout' | 'unreachable' | 'malformed') => {
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

function replyOf(outcome: AnswerPacket | 'timeout' | 'unreachable' | 'malformed', startedAt: number): Reply {
  const rttMs = Math.round(performance.now() - startedAt);
  return typeof outcome === 'string' ? { ok: false, outcome, rttMs } : { ok: true, packet: outcome, rttMs };
}
