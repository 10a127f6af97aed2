import { keepNewest } from '../keep-newest.js';
import type { DnsObservation } from '../mapping/observation.js';
import type { Ask, Server } from './dns-client.js';
import { extendedErrorOf, RCODE, rcodeOf, soaIn } from './lookup.js';

export interface Health {
  readonly health: NonNullable<DnsObservation['health']>;
  readonly healthReason?: string;
}

/** Of different operators, so that at least one validates. */
const MOST_ASKED = 3;
const LONGEST_REMEMBERED_MS = 600_000;
const MOST_REMEMBERED = 1_000;

/**
 * What public resolvers make of a zone. They are asked for its SOA, which is there whatever the customer's record is: no
 * negative answer gets into a cache. SERVFAIL that CD turns into an answer is DNSSEC's (RFC 4035 3.2.2, 5.5).
 */
export class ZoneHealth {
  readonly #fineUntil = new Map<string, number>();

  constructor(
    private readonly resolvers: readonly Server[],
    private readonly now: () => number,
  ) {}

  async look(ask: Ask, zone: string): Promise<Health> {
    if ((this.#fineUntil.get(zone) ?? 0) > this.now()) return { health: 'fine' };
    const seen = await Promise.all(
      this.resolvers.slice(0, MOST_ASKED).map((resolver) => this.#ask(ask, resolver, zone)),
    );
    const worst = (['bogus', 'fine', 'dead'] as const).find((health) =>
      seen.some((each) => each.health === health),
    );
    return seen.find(({ health }) => health === worst) ?? { health: 'unknown' };
  }

  async #ask(ask: Ask, resolver: Server, zone: string): Promise<Health> {
    const question = { name: zone, type: 'SOA', recursionDesired: true } as const;
    const reply = await ask(resolver, question);
    if (!reply.ok) return { health: 'unknown' };
    const rcode = rcodeOf(reply.packet);
    if (rcode === RCODE.noError || rcode === RCODE.nxdomain) {
      this.#remember(zone, soaIn(reply.packet)?.ttlS ?? 0);
      return { health: 'fine' };
    }
    if (rcode !== RCODE.servfail) return { health: 'unknown' };
    const reason = extendedErrorOf(reply.packet)?.text;
    const unchecked = await ask(resolver, { ...question, checkingDisabled: true });
    const isBogus = unchecked.ok && rcodeOf(unchecked.packet) === RCODE.noError;
    return { health: isBogus ? 'bogus' : 'dead', ...(reason ? { healthReason: reason } : {}) };
  }

  #remember(zone: string, ttlS: number): void {
    const until = this.now() + Math.min(ttlS * 1000, LONGEST_REMEMBERED_MS);
    keepNewest(this.#fineUntil, zone, until, MOST_REMEMBERED);
  }
}
