import type { Answer } from 'dns-packet';
import type { Ask, Reply, Server } from './dns-client.js';
import type { Question } from './dns-packets.js';
import { RCODE, rcodeOf, serverName, soaIn } from './lookup.js';

export interface Names {
  readonly outcome: 'found' | 'nxdomain' | 'none' | 'unknown';
  /** Host names or addresses. */
  readonly values: readonly string[];
}

export interface RecursionOptions {
  readonly resolvers: readonly Server[];
  readonly now: () => number;
}

const MOST_REMEMBERED = 1_000;
const LONGEST_REMEMBERED_MS = 3_600_000;

/** What public resolvers are asked for: infrastructure, never a customer's hostname. Answers are kept for their TTL. */
export class Recursion {
  readonly #remembered = new Map<string, { readonly until: number; readonly names: Names }>();

  constructor(private readonly options: RecursionOptions) {}

  /** The addresses that public resolvers have for a host of ours, or of a name server. */
  async addresses(ask: Ask, host: string): Promise<string[]> {
    const [a, aaaa] = await Promise.all([this.resolve(ask, host, 'A'), this.resolve(ask, host, 'AAAA')]);
    return [...a.values, ...aaaa.values];
  }

  async resolve(ask: Ask, name: string, type: 'NS' | 'A' | 'AAAA'): Promise<Names> {
    const key = `${type} ${name}`;
    const known = this.#remembered.get(key);
    if (known && known.until > this.options.now()) return known.names;
    const reply = await this.ask(ask, { name, type, recursionDesired: true });
    const names = namesIn(reply, type);
    if (names.outcome === 'found' || names.outcome === 'none') this.#remember(key, names, ttlOf(reply, type));
    return names;
  }

  /** One resolver after another, until one has a definite answer. */
  async ask(ask: Ask, question: Question): Promise<Reply | undefined> {
    for (const resolver of this.options.resolvers) {
      const reply = await ask(resolver, question);
      if (!reply.ok) continue;
      const rcode = rcodeOf(reply.packet);
      if (rcode === RCODE.noError || rcode === RCODE.nxdomain) return reply;
    }
    return undefined;
  }

  #remember(key: string, names: Names, ttlS: number): void {
    const ms = Math.min(ttlS * 1000, LONGEST_REMEMBERED_MS);
    this.#remembered.delete(key);
    this.#remembered.set(key, { until: this.options.now() + ms, names });
    const [oldest] = this.#remembered.keys();
    if (oldest !== undefined && this.#remembered.size > MOST_REMEMBERED) this.#remembered.delete(oldest);
  }
}

function namesIn(reply: Reply | undefined, type: 'NS' | 'A' | 'AAAA'): Names {
  if (!reply?.ok) return { outcome: 'unknown', values: [] };
  if (rcodeOf(reply.packet) === RCODE.nxdomain) return { outcome: 'nxdomain', values: [] };
  const values = recordsIn(reply, type).map((record) =>
    type === 'NS' ? serverName(record) : addressIn(record),
  );
  return { outcome: values.length > 0 ? 'found' : 'none', values };
}

const recordsIn = (reply: Reply | undefined, type: string): Answer[] =>
  reply?.ok ? (reply.packet.answers ?? []).filter((answer) => answer.type === type) : [];

/** That there is nothing may be remembered, too (RFC 2308 5). */
function ttlOf(reply: Reply | undefined, type: string): number {
  const records = recordsIn(reply, type);
  const soa = reply?.ok ? soaIn(reply.packet) : undefined;
  if (records.length === 0) return soa ? Math.min(soa.ttlS, soa.minimumS) : 0;
  return Math.min(...records.map((record) => ('ttl' in record ? (record.ttl ?? 0) : 0)));
}

const addressIn = (record: Answer): string =>
  record.type === 'A' || record.type === 'AAAA' ? record.data : '';
