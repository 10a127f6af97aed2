import type { Clock } from '../../../util/clock.js';
import { DELIVERY_LANES } from '../../due.js';
import type { Claim } from '../../store.js';
import { Leases } from './leases.js';

/** Due work with one queue per channel, so that a long queue doesn't delay other channels. */
export class ChannelLeases {
  readonly #channels = new Map<string, Leases>();

  constructor(
    private readonly newToken: () => string,
    private readonly clock: Clock,
  ) {}

  of(channel: string): Leases {
    const known = this.#channels.get(channel);
    if (known) return known;
    const leases = new Leases(this.newToken, this.clock);
    this.#channels.set(channel, leases);
    return leases;
  }

  /** Claims at most `perChannel` per channel, replies first, and none of a paused one. */
  claim(
    now: number,
    perChannel: number,
    leaseMs: number,
    isPaused: (channel: string) => boolean = () => false,
  ): Claim[] {
    return [...this.#channels].flatMap(([channel, leases]) => {
      if (isPaused(channel)) return [];
      return DELIVERY_LANES.flatMap((lane) =>
        leases.claim(now, perChannel - leases.held(now), leaseMs, { lane, perApp: perChannel, first: [] }),
      );
    });
  }

  release(claim: Claim): void {
    for (const leases of this.#channels.values()) leases.release(claim);
  }
}
