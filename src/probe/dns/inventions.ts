import { randomBytes } from 'node:crypto';
import { ExpiringMap } from '../../util/cache.js';
import type { Ask } from './client/client.js';
import { placeOf, type Server } from './client/udp-channel.js';
import { lookupOf } from './lookup.js';

/** A resolver does this to everyone, so one query every few hours is enough. */
const KNOWN_MS = 6 * 3_600_000;
const MAX_KNOWN = 100;
const LABEL_BYTES = 12;

/**
 * Resolvers that have addresses for names that don't exist, such as those of an advertiser, instead of the
 * registry's NXDOMAIN. They are asked for a random name in `com`, which nobody can have registered.
 */
export class Inventions {
  readonly #known: ExpiringMap<boolean>;

  constructor(now: () => number) {
    this.#known = new ExpiringMap({ max: MAX_KNOWN, now });
  }

  /** Also false if the resolver doesn't answer. */
  async isInventing(ask: Ask, resolver: Server): Promise<boolean> {
    const place = placeOf(resolver);
    const known = this.#known.get(place);
    if (known !== undefined) return known;
    const name = `${randomBytes(LABEL_BYTES).toString('hex')}.com`;
    const { outcome } = lookupOf(
      await ask(resolver, { name, type: 'A', recursionDesired: true }),
      'resolver',
    );
    const isInventing = outcome === 'answer';
    if (isInventing || outcome === 'nxdomain') this.#known.set(place, isInventing, KNOWN_MS);
    return isInventing;
  }
}
