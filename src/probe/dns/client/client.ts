import { LRUCache } from 'lru-cache';
import { PatientTurns, QueueFull, type Turn } from '../../../util/concurrency/queue.js';
import { type AnswerPacket, isFormError, type Question, withoutEdns } from './packets.js';
import { Silence } from './silence.js';
import { askOverTcp } from './tcp.js';
import { type QueryOutcome, type Server, UdpChannels } from './udp-channels.js';

/** A packet, or why there is none. */
export type Reply =
  | { readonly ok: true; readonly packet: AnswerPacket; readonly rttMs: number }
  | { readonly ok: false; readonly outcome: 'timeout' | 'unreachable' | 'malformed'; readonly rttMs: number };

export interface AskOptions {
  /** A person waits: query the server even if it was silent recently. */
  readonly isFresh?: boolean;
  /** Called when the query leaves the queue, if it is sent at all. */
  readonly onStart?: () => void;
  /** Called when a query that has started has its reply. */
  readonly onEnd?: () => void;
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
const MAX_KNOWN_SERVERS = 10_000;
const NOT_ASKABLE: Promise<Reply> = Promise.resolve({ ok: false, outcome: 'malformed', rttMs: 0 });

/** A server, and what the client knows about it. */
interface KnownServer {
  readonly place: string;
  readonly server: Server;
  readonly turns: PatientTurns;
  readonly silence: Silence;
  readonly underWay: Map<string, Query>;
}

/** Equal queries join it. */
interface Query {
  readonly known: KnownServer;
  readonly key: string;
  readonly question: Question;
  readonly options: AskOptions;
  /** Undefined once it is there: V8 keeps what a Map once held until a major collection. */
  reply: Promise<Reply> | undefined;
}

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
  const servers = new LRUCache<string, KnownServer>({ max: MAX_KNOWN_SERVERS });
  const channels = new UdpChannels();
  const now = () => performance.now();

  function knownServer(server: Server): KnownServer {
    const place = `${server.address} ${server.port}`;
    const known = servers.get(place);
    if (known) return known;
    const silence = new Silence(now);
    const mayMakeRoom = () => silence.answeredWithin(STILL_ANSWERS_MS);
    const turns = new PatientTurns({ ...PER_SERVER, maxWaiting, mayMakeRoom });
    const added = { place, server, silence, turns, underWay: new Map() };
    servers.set(place, added);
    return added;
  }

  function inTurn(query: Query): Promise<Reply> {
    const turn = query.known.turns.enter();
    return turn instanceof Promise ? turn.then((given) => asked(query, given)) : asked(query, turn);
  }

  /** One promise for the usual case, in which the first packet is answered: more would be most of a query's cost. */
  function asked(query: Query, turn: Turn): Promise<Reply> {
    const { known, key, options } = query;
    return new Promise((resolve, reject) => {
      let isStarted = false;
      const start = () => {
        isStarted = true;
        options.onStart?.();
      };
      const leave = () => {
        known.underWay.delete(key);
        query.reply = undefined;
        known.turns.leave(turn);
        if (isStarted) options.onEnd?.();
      };
      const end = (reply: Reply) => {
        leave();
        resolve(reply);
      };
      const fail = (error: unknown) => {
        leave();
        reject(error);
      };
      if (known.silence.isKnown) return void askSilent(query, start).then(end, fail);
      start();
      const { startedAt } = turn;
      sendOver(query, startedAt, (first) => {
        if (isLastAnswer(first)) end(heard(known, first, startedAt));
        else askOn(query, first, startedAt).then(end, fail);
      });
    });
  }

  async function askSilent(query: Query, onStart: () => void): Promise<Reply> {
    const { known, options } = query;
    const waitedMs = await known.silence.waitedMs(options.isFresh ?? false);
    if (waitedMs !== undefined) return { ok: false, outcome: 'timeout', rttMs: Math.round(waitedMs) };
    return known.silence.watch(() => {
      onStart();
      return overWire(query);
    });
  }

  function sendOver(
    { known: { place, server }, question }: Query,
    at: number,
    onOutcome: (outcome: QueryOutcome) => void,
  ): void {
    channels.ask({ place, server, question, endsAt: at + timeoutMs }, onOutcome);
  }

  const sent = (query: Query, at: number): Promise<QueryOutcome> =>
    new Promise((resolve) => sendOver(query, at, resolve));

  async function overWire(query: Query): Promise<Reply> {
    const startedAt = now();
    return askOn(query, await sent(query, startedAt), startedAt);
  }

  function heard({ silence }: KnownServer, packet: AnswerPacket, triedAt: number): Reply {
    const at = now();
    silence.answered(at);
    return { ok: true, packet, rttMs: Math.round(at - triedAt) };
  }

  /** Tries again after a timeout, over TCP after a truncated answer, and without EDNS if the server refuses it. */
  async function askOn(query: Query, first: QueryOutcome, startedAt: number): Promise<Reply> {
    const { known, question } = query;
    let triedAt = startedAt;
    let outcome = first;
    for (let attempt = 1; attempt < tries && outcome === 'timeout'; attempt++) {
      triedAt = now();
      outcome = await sent(query, triedAt);
    }
    if (outcome === 'timeout') known.silence.unanswered(question, startedAt);
    else known.silence.answered();
    if (typeof outcome !== 'string' && outcome.flag_tc) {
      triedAt = now();
      outcome = await askOverTcp(known.server, question, timeoutMs);
    }
    const reply = replyOf(outcome, triedAt);
    if (!reply.ok || question.isPlain || !isFormError(reply.packet)) return reply;
    // EDNS was our choice: retry without it before blaming the zone.
    const plain = await overWire({ ...query, question: withoutEdns(question) });
    return plain.ok ? plain : reply;
  }

  return (server, question, options = {}) => {
    if (!isAskable(question.name)) return NOT_ASKABLE;
    const known = knownServer(server);
    const key = questionKey(question);
    const joined = known.underWay.get(key)?.reply;
    if (joined) return joined;
    if (known.turns.isFull) return Promise.reject(new QueueFull());
    const query: Query = { known, key, question, options, reply: undefined };
    known.underWay.set(key, query);
    query.reply = inTurn(query);
    return query.reply;
  };
}

/** An answer after which nothing is left to try. */
const isLastAnswer = (outcome: QueryOutcome): outcome is AnswerPacket =>
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

function replyOf(outcome: QueryOutcome, startedAt: number): Reply {
  const rttMs = Math.round(performance.now() - startedAt);
  return typeof outcome === 'string' ? { ok: false, outcome, rttMs } : { ok: true, packet: outcome, rttMs };
}
