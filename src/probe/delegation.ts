import type { Answer } from 'dns-packet';
import { registrableDomain } from '../mapping/hostname.js';
import type { AddressPolicy } from './address.js';
import type { Ask, Reply, Server } from './dns-client.js';
import type { Question } from './dns-packets.js';
import { RCODE, type Referral, rcodeOf, referralOf, serverName } from './lookup.js';

export interface NameServer extends Server {
  readonly name: string;
}

export type Delegation =
  | { readonly kind: 'found'; readonly zone: string; readonly servers: readonly NameServer[] }
  | { readonly kind: 'nxdomain' | 'none' | 'unknown' };

export interface DelegationOptions {
  readonly resolvers: readonly Server[];
  readonly authoritativePort: number;
  readonly policy: AddressPolicy;
  readonly now: () => number;
}

/** Generous limits of real zones; beyond them somebody is playing. */
const MOST_SERVERS = 13;
const MOST_ADDRESSES = 2;
const MOST_HOPS = 8;
const MOST_REMEMBERED = 1_000;
const LONGEST_REMEMBERED_MS = 3_600_000;

interface Names {
  readonly outcome: 'found' | 'nxdomain' | 'none' | 'unknown';
  readonly values: readonly string[];
  readonly ttlS: number;
}

/** Finds the authoritative servers of names. Public resolvers are asked for registrable domains and server names only. */
export class Delegations {
  readonly #remembered = new Map<string, { readonly until: number; readonly names: Names }>();

  constructor(private readonly options: DelegationOptions) {}

  /** From the registrable domain's servers down each referral to the zone that holds `name`. */
  async find(ask: Ask, name: string): Promise<Delegation> {
    const domain = registrableDomain(name);
    const names = await this.#resolve(ask, domain, 'NS');
    if (names.outcome === 'nxdomain' || names.outcome === 'unknown') return { kind: names.outcome };
    let zone = domain;
    let servers = await this.#addresses(ask, names.values, new Map());
    for (let hop = 0; hop < MOST_HOPS && servers.length > 0; hop++) {
      const referral = await this.#referral(ask, servers, zone, name);
      if (!referral) return { kind: 'found', zone, servers };
      zone = referral.zone;
      servers = await this.#addresses(ask, referral.servers, referral.glue);
    }
    return { kind: 'none' };
  }

  /** The addresses that public resolvers have for a host of ours or of a name server. */
  async hostAddresses(ask: Ask, host: string): Promise<string[]> {
    const [a, aaaa] = await Promise.all([this.#resolve(ask, host, 'A'), this.#resolve(ask, host, 'AAAA')]);
    return [...a.values, ...aaaa.values];
  }

  /** The first server that says anything decides whether the zone goes on below. */
  async #referral(
    ask: Ask,
    servers: readonly NameServer[],
    zone: string,
    name: string,
  ): Promise<Referral | undefined> {
    if (name === zone) return undefined;
    for (const server of servers) {
      const reply = await ask(server, { name, type: 'A', recursionDesired: false });
      if (reply.ok) return referralOf(reply.packet, zone, name);
    }
    return undefined;
  }

  async #addresses(
    ask: Ask,
    names: readonly string[],
    glue: ReadonlyMap<string, readonly string[]>,
  ): Promise<NameServer[]> {
    const { policy, authoritativePort: port } = this.options;
    const found = await Promise.all(
      names.slice(0, MOST_SERVERS).map(async (name) => {
        const addresses = glue.get(name) ?? (await this.hostAddresses(ask, name));
        const allowed = addresses.filter((address) => policy.mayConnect(address));
        return allowed.slice(0, MOST_ADDRESSES).map((address) => ({ name, address, port }));
      }),
    );
    return found.flat();
  }

  async #resolve(ask: Ask, name: string, type: 'NS' | 'A' | 'AAAA'): Promise<Names> {
    const key = `${type} ${name}`;
    const known = this.#remembered.get(key);
    if (known && known.until > this.options.now()) return known.names;
    const names = namesIn(await this.#anyResolver(ask, { name, type, recursionDesired: true }), type);
    if (names.outcome === 'found') this.#remember(key, names);
    return names;
  }

  #remember(key: string, names: Names): void {
    const ms = Math.min(names.ttlS * 1000, LONGEST_REMEMBERED_MS);
    this.#remembered.delete(key);
    this.#remembered.set(key, { until: this.options.now() + ms, names });
    const [oldest] = this.#remembered.keys();
    if (oldest !== undefined && this.#remembered.size > MOST_REMEMBERED) this.#remembered.delete(oldest);
  }

  /** One resolver after another, until one has a definite answer. */
  async #anyResolver(ask: Ask, question: Question): Promise<Reply | undefined> {
    for (const resolver of this.options.resolvers) {
      const reply = await ask(resolver, question);
      if (!reply.ok) continue;
      const rcode = rcodeOf(reply.packet);
      if (rcode === RCODE.noError || rcode === RCODE.nxdomain) return reply;
    }
    return undefined;
  }
}

function namesIn(reply: Reply | undefined, type: 'NS' | 'A' | 'AAAA'): Names {
  if (!reply?.ok) return { outcome: 'unknown', values: [], ttlS: 0 };
  if (rcodeOf(reply.packet) === RCODE.nxdomain) return { outcome: 'nxdomain', values: [], ttlS: 0 };
  const records = (reply.packet.answers ?? []).filter((answer) => answer.type === type);
  const ttlS = Math.min(...records.map((record) => ('ttl' in record ? (record.ttl ?? 0) : 0)), 86_400);
  const values = records.map((record) => (type === 'NS' ? serverName(record) : addressIn(record)));
  return { outcome: values.length > 0 ? 'found' : 'none', values, ttlS };
}

const addressIn = (record: Answer): string =>
  record.type === 'A' || record.type === 'AAAA' ? record.data : '';
