import type { DnsObservation } from '../../../core/observation/observation.js';
import { ExpiringMap } from '../../../util/cache.js';
import type { Ask } from '../client/client.js';
import type { Server } from '../client/udp-channel.js';
import { extendedErrorOf, RCODE, rcodeOf, soaIn } from '../lookup.js';

export interface ZoneVerdict {
  readonly health: NonNullable<DnsObservation['health']>;
  readonly healthReason?: string;
  /** RFC 8914 5.2. */
  readonly healthReasonCode?: number;
}

/** Resolvers of several operators, so that at least one validates. */
const MAX_ASKED = 3;
const MAX_CACHED_MS = 600_000;
const MAX_CACHED_ZONES = 1_000;

/**
 * What public resolvers answer about a zone. They are asked for its SOA, which exists whatever the customer's
 * record is, so no negative answer is cached. SERVFAIL that becomes an answer with CD set is a DNSSEC failure
 * (RFC 4035 3.2.2, 5.5).
 */
export class ZoneHealth {
  readonly #fine: ExpiringMap<true>;

  constructor(
    private readonly resolvers: readonly Server[],
    now: () => number,
  ) {
    this.#fine = new ExpiringMap({ max: MAX_CACHED_ZONES, now });
  }

  async probe(ask: Ask, zone: string): Promise<ZoneVerdict> {
    if (this.#fine.get(zone)) return { health: 'fine' };
    const asked = this.resolvers.slice(0, MAX_ASKED);
    const control = this.#canSee(ask, asked, zone);
    const seen = await Promise.all(asked.map((resolver) => this.#ask(ask, resolver, zone)));
    const worst = (['bogus', 'fine', 'dead'] as const).find((health) =>
      seen.some((each) => each.health === health),
    );
    // Another resolver may validate more strictly.
    const ttls = seen.flatMap(({ ttlS }) => ttlS ?? []);
    if (seen.every(({ health }) => health === 'fine'))
      this.#fine.set(zone, true, Math.min(Math.min(...ttls) * 1000, MAX_CACHED_MS));
    const found = seen.find(({ health }) => health === worst);
    if (found) return healthIn(found);
    const isWaiting = seen.some(({ isSilent }) => isSilent);
    return { health: isWaiting && (await control) ? 'dead' : 'unknown' };
  }

  /**
   * If a resolver answers for the parent zone but not for this one, it is waiting for this zone's servers.
   */
  async #canSee(ask: Ask, asked: readonly Server[], zone: string): Promise<boolean> {
    const above = zone.slice(zone.indexOf('.') + 1);
    const replies = await Promise.all(
      asked.map((resolver) => ask(resolver, { name: above, type: 'SOA', recursionDesired: true })),
    );
    return replies.some((reply) => reply.ok && rcodeOf(reply.packet) === RCODE.noError);
  }

  async #ask(ask: Ask, resolver: Server, zone: string): Promise<SeenHealth> {
    const question = { name: zone, type: 'SOA', recursionDesired: true } as const;
    const reply = await ask(resolver, question);
    if (!reply.ok) return { health: 'unknown', isSilent: reply.outcome === 'timeout' };
    const rcode = rcodeOf(reply.packet);
    if (rcode === RCODE.noError || rcode === RCODE.nxdomain)
      return { health: 'fine', ttlS: soaIn(reply.packet)?.ttlS ?? 0 };
    if (rcode !== RCODE.servfail) return { health: 'unknown' };
    const said = extendedErrorOf(reply.packet);
    const unchecked = await ask(resolver, { ...question, checkingDisabled: true });
    const isBogus = unchecked.ok && rcodeOf(unchecked.packet) === RCODE.noError;
    return {
      health: isBogus ? 'bogus' : 'dead',
      ...(said?.text ? { healthReason: said.text } : {}),
      ...(said ? { healthReasonCode: said.code } : {}),
    };
  }
}

interface SeenHealth extends ZoneVerdict {
  readonly ttlS?: number;
  readonly isSilent?: boolean;
}

const healthIn = ({ ttlS: _ttlS, isSilent: _isSilent, ...health }: SeenHealth): ZoneVerdict => health;
