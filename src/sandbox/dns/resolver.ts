import type { Asked, WireAnswer } from './wire.js';
import type { ZoneRecord } from './zone.js';

export interface ResolverOptions {
  /** Asks the authoritative servers; undefined when none of them has data on the name. */
  readonly ask: (asked: Asked) => Promise<WireAnswer | undefined>;
  readonly now: () => number;
  /** Whether the signatures of the zone that holds a name are broken, as far as this resolver checks them. */
  readonly isBogus?: (name: string) => boolean;
}

/**
 * `filtering`: hides every name from its users, as a blocking resolver does with those on its list. `waiting`: waits
 * for silent servers longer than clients wait for it. `inventing`: has an advertiser's address for names that don't
 * exist.
 */
export type ResolverBehaviour = 'normal' | 'silent' | 'servfail' | 'filtering' | 'waiting' | 'inventing';

const BOGUS = { code: 6, text: 'DNSSEC Bogus: no keys have a DS with algorithm ECDSAP256SHA256' };
const FILTERED = { code: 17, text: 'Filtered' };

interface Cache {
  readonly answer: WireAnswer;
  readonly at: number;
  readonly until: number;
}

const MAX_RESOLVED_CNAMES = 8;
const MAX_CACHED_ANSWERS = 10_000;
const MAX_S = 86_400;
const ADVERTISER = '192.0.2.66';

/** A caching resolver: positive answers for their TTL, negative ones by RFC 2308, a missing name for every type at once. */
export class SandboxResolver {
  readonly #cache = new Map<string, Cache>();
  behaviour: ResolverBehaviour = 'normal';

  constructor(private readonly options: ResolverOptions) {}

  flush(): void {
    this.#cache.clear();
  }

  /** Refuses queries without RD, so that nobody can read its cache (unbound's default). */
  async answer(asked: Asked): Promise<WireAnswer | undefined> {
    const { name, type, recursionDesired = true, checkingDisabled = false } = asked;
    if (this.behaviour === 'silent') return undefined;
    if (!recursionDesired) return { rcode: 'REFUSED', isRecursive: true };
    if (this.behaviour === 'servfail') return { rcode: 'SERVFAIL', isRecursive: true };
    if (this.behaviour === 'filtering' && type === 'A') return filtered(name);
    const chain: ZoneRecord[] = [];
    let current = name;
    for (let hop = 0; hop <= MAX_RESOLVED_CNAMES; hop++) {
      if (!checkingDisabled && this.options.isBogus?.(current))
        return { rcode: 'SERVFAIL', isRecursive: true, extendedError: BOGUS };
      const found = await this.#lookUp({ name: current, type });
      if (!found && this.behaviour === 'waiting') return undefined;
      if (!found) return { rcode: 'SERVFAIL', isRecursive: true };
      if (this.behaviour === 'inventing' && type === 'A' && found.rcode === 'NXDOMAIN') return invented(name);
      chain.push(...(found.answers ?? []));
      const last = chain.at(-1);
      if (found.rcode !== 'NOERROR' || last?.type !== 'CNAME' || type === 'CNAME' || found.soa)
        return { ...found, isAuthoritative: false, isRecursive: true, answers: chain };
      current = last.value.toLowerCase();
    }
    return { rcode: 'SERVFAIL', isRecursive: true };
  }

  /** What this resolver would answer from its cache now, for the panel. */
  cached({ name, type }: Asked): WireAnswer | undefined {
    return this.#recall(`${name} ANY`) ?? this.#recall(`${name} ${type}`);
  }

  async #lookUp(asked: Asked): Promise<WireAnswer | undefined> {
    const known = this.cached(asked);
    if (known) return known;
    const answer = await this.options.ask(asked);
    if (!answer) return undefined;
    const negativeTtlS = answer.soa ? Math.min(answer.soa.ttlS, answer.soa.zone.negativeTtlS) : MAX_S;
    const ttlS = Math.min(...(answer.answers ?? []).map((record) => record.ttlS), negativeTtlS);
    const key =
      answer.rcode === 'NXDOMAIN' && !answer.answers?.length
        ? `${asked.name} ANY`
        : `${asked.name} ${asked.type}`;
    const at = this.options.now();
    this.#cache.delete(key);
    this.#cache.set(key, { answer, at, until: at + ttlS * 1000 });
    const [oldest] = this.#cache.keys();
    if (oldest !== undefined && this.#cache.size > MAX_CACHED_ANSWERS) this.#cache.delete(oldest);
    return answer;
  }

  /** Cached answers carry their remaining TTL. */
  #recall(key: string): WireAnswer | undefined {
    const entry = this.#cache.get(key);
    const now = this.options.now();
    if (!entry || entry.until <= now) return undefined;
    const passedS = Math.floor((now - entry.at) / 1000);
    const { answer } = entry;
    return {
      ...answer,
      answers: (answer.answers ?? []).map((record) => ({
        ...record,
        ttlS: Math.max(0, record.ttlS - passedS),
      })),
      ...(answer.soa ? { soa: { ...answer.soa, ttlS: Math.max(0, answer.soa.ttlS - passedS) } } : {}),
    };
  }
}

const invented = (name: string): WireAnswer => ({
  rcode: 'NOERROR',
  isRecursive: true,
  answers: [{ name, type: 'A', value: ADVERTISER, ttlS: 60 }],
});

const filtered = (name: string): WireAnswer => ({
  rcode: 'NOERROR',
  isRecursive: true,
  answers: [{ name, type: 'A', value: '0.0.0.0', ttlS: 60 }],
  extendedError: FILTERED,
});
