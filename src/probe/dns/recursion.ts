import type { Answer } from 'dns-packet';
import { ExpiringMap } from '../../util/cache.js';
import type { Ask } from './client/client.js';
import { firstOf, hedgeMs } from './client/hedge.js';
import type { AnswerPacket, Question } from './client/packets.js';
import type { Reply } from './client/query.js';
import type { Server } from './client/udp-channel.js';
import { RCODE, rcodeOf, soaIn, txtRecordsIn } from './lookup.js';
import { serverName } from './referral.js';

export interface Names {
  readonly outcome: 'found' | 'nxdomain' | 'none' | 'unknown';
  /** Host names or addresses. */
  readonly values: readonly string[];
  /** The name is a CNAME, whatever its target. */
  readonly isAlias?: boolean;
}

export interface HostNames {
  readonly a: Names;
  readonly aaaa: Names;
}

export interface RecursionOptions {
  readonly resolvers: readonly Server[];
  readonly now: () => number;
  /** Timeout of one attempt, in ms. */
  readonly timeoutMs: number;
}

type ResolvedAnswer = Reply & { readonly ok: true };

interface Resolved {
  readonly reply: ResolvedAnswer;
  readonly names: Names;
}

const MAX_CACHED_NAMES = 2_000;
const MAX_CACHED_S = 3_600;
/** Cache time of a negative answer without an SOA, which gives no TTL. */
const UNTIMED_S = 10;

/**
 * Queries to public resolvers, for infrastructure names only, never for a customer's hostname. Answers are
 * cached for their TTL.
 */
export class Recursion {
  readonly #cached: ExpiringMap<Resolved>;

  constructor(private readonly options: RecursionOptions) {
    this.#cached = new ExpiringMap({ max: MAX_CACHED_NAMES, now: options.now });
  }

  /** The addresses of the target's hosts and of name servers, from public resolvers. */
  async addresses(ask: Ask, host: string): Promise<string[]> {
    const { a, aaaa } = await this.both(ask, host);
    return [...a.values, ...aaaa.values];
  }

  /** Follows CNAMEs. Throws when no resolver answers. */
  async texts(ask: Ask, name: string): Promise<string[]> {
    const reply = await this.ask(ask, name, 'TXT');
    if (!reply) throw new Error(`no resolver answers for ${name}`);
    return txtRecordsIn(reply.packet);
  }

  /** A host's addresses of both kinds; at once if they are cached. */
  both(ask: Ask, host: string): HostNames | Promise<HostNames> {
    const [a, aaaa] = [this.#known(host, 'A'), this.#known(host, 'AAAA')];
    return a && aaaa ? { a: a.names, aaaa: aaaa.names } : this.#both(ask, host);
  }

  async #both(ask: Ask, host: string): Promise<HostNames> {
    const [a, aaaa] = await Promise.all([this.resolve(ask, host, 'A'), this.resolve(ask, host, 'AAAA')]);
    return { a, aaaa };
  }

  async resolve(ask: Ask, name: string, type: 'NS' | 'A' | 'AAAA'): Promise<Names> {
    const resolved = this.#known(name, type) ?? (await this.#ask(ask, name, type));
    return resolved?.names ?? { outcome: 'unknown', values: [] };
  }

  /** An answer, if any resolver gives one; at once if it is cached. */
  ask(ask: Ask, name: string, type: Question['type']): ResolvedAnswer | Promise<ResolvedAnswer | undefined> {
    return this.#known(name, type)?.reply ?? this.#ask(ask, name, type).then((resolved) => resolved?.reply);
  }

  #known(name: string, type: Question['type']): Resolved | undefined {
    return this.#cached.get(`${type} ${name}`);
  }

  /** Queries resolvers in order, the next when one is slow, until one gives a definite answer. */
  async #ask(ask: Ask, name: string, type: Question['type']): Promise<Resolved | undefined> {
    const attempts = this.options.resolvers.map((resolver) => async () => {
      const reply = await ask(resolver, { name, type, recursionDesired: true });
      const rcode = reply.ok ? rcodeOf(reply.packet) : RCODE.servfail;
      return reply.ok && (rcode === RCODE.noError || rcode === RCODE.nxdomain) ? reply : undefined;
    });
    const reply = await firstOf(attempts, hedgeMs(this.options.timeoutMs));
    if (!reply) return undefined;
    const resolved = { reply, names: namesIn(reply.packet, type) };
    this.#cached.set(`${type} ${name}`, resolved, Math.min(ttlS(reply), MAX_CACHED_S) * 1000);
    return resolved;
  }
}

/** Like `Promise.all`, but at once where nothing has to be waited for. */
export function whenAll<Value>(values: readonly (Value | Promise<Value>)[]): Value[] | Promise<Value[]> {
  const known: Value[] = [];
  for (const value of values) {
    if (value instanceof Promise) return Promise.all(values);
    known.push(value);
  }
  return known;
}

function namesIn(packet: AnswerPacket, type: Question['type']): Names {
  const { answers } = packet;
  const isAlias = answers.some((answer) => answer.type === 'CNAME');
  if (rcodeOf(packet) === RCODE.nxdomain) return { outcome: 'nxdomain', values: [], isAlias };
  const records = answers.filter((answer) => answer.type === type);
  const values = records.map(type === 'NS' ? serverName : addressIn);
  return { outcome: values.length > 0 ? 'found' : 'none', values, isAlias };
}

/** Negative answers are cached too (RFC 2308 5). */
function ttlS({ packet }: ResolvedAnswer): number {
  const soa = soaIn(packet);
  const ttls = packet.answers.flatMap((record) => ('ttl' in record ? [record.ttl ?? 0] : []));
  if (ttls.length === 0) return soa ? Math.min(soa.ttlS, soa.minimumS) : UNTIMED_S;
  return Math.min(...ttls);
}

const addressIn = (record: Answer): string =>
  record.type === 'A' || record.type === 'AAAA' ? record.data : '';
