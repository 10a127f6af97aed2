import { LRUCache } from 'lru-cache';
import { PatientTurns } from '../../../util/concurrency/queue.js';
import type { Question } from './packets.js';
import { type KnownServer, Query, type QueryListener, type Reply } from './query.js';
import { Silence } from './silence.js';
import { type Server, serverKey } from './udp-channel.js';
import { UdpChannels } from './udp-channels.js';

export type Ask = (server: Server, question: Question) => Promise<Reply>;

export type AskClient = (server: Server, question: Question, listener?: QueryListener) => Promise<Reply>;

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
const NO_LISTENER: QueryListener = {};
const NOT_ASKED: Promise<Reply> = Promise.resolve({ ok: false, outcome: 'unreachable', rttMs: 0 });

/**
 * Sends one query to one server: over UDP from a connected socket (the kernel drops packets from elsewhere)
 * with a random port and id, over TCP when the answer is truncated. Equal concurrent queries are sent once. A server
 * known to be silent is not waited for again.
 * A server that refuses EDNS is asked again without it.
 */
export function createDnsClient({
  timeoutMs,
  tries,
  maxWaiting = MAX_WAITING_QUERIES,
}: DnsClientOptions): AskClient {
  const servers = new LRUCache<string, KnownServer>({ max: MAX_KNOWN_SERVERS });
  const sending = { channels: new UdpChannels(), timeoutMs, tries };

  function knownServer(server: Server): KnownServer {
    const place = serverKey(server);
    const known = servers.get(place);
    if (known) return known;
    const added = newServer(place, server, maxWaiting);
    servers.set(place, added);
    return added;
  }

  return (server, question, listener = NO_LISTENER) => {
    if (!isAskable(question.name)) return NOT_ASKABLE;
    const known = knownServer(server);
    const key = questionKey(question);
    const equal = known.underWay.get(key)?.reply;
    if (equal) return joinQuery(equal, known, listener);
    if (known.turns.isFull) {
      listener.onNotAsked?.();
      return NOT_ASKED;
    }
    return new Query(sending, known, key, question, listener).run();
  };
}

function newServer(place: string, server: Server, maxWaiting: number): KnownServer {
  const silence = new Silence(() => performance.now());
  const mayMakeRoom = () => silence.answeredWithin(STILL_ANSWERS_MS);
  const turns = new PatientTurns({ ...PER_SERVER, maxWaiting, mayMakeRoom });
  return { place, destination: { server, channel: undefined }, silence, turns, underWay: new Map() };
}

/** The reply to another's equal query. */
async function joinQuery(
  equal: Promise<Reply>,
  { place }: KnownServer,
  { onReply }: QueryListener,
): Promise<Reply> {
  const reply = await equal;
  onReply?.(place, reply);
  return reply;
}

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
export const isAskable = (name: string): boolean =>
  name.length <= 253 && /^(?:[!-\-/-~]{1,63}\.)*[!-\-/-~]{1,63}$/.test(name);
