import type { Clock } from '../../../util/clock.js';
import type { Due } from '../../due.js';
import type { Claim, ClaimFrom, Overdue } from '../../store.js';
import { ChannelLeases } from './channel-leases.js';
import type { IndexEntry } from './index-entry.js';
import { Leases } from './leases.js';

/** Upper bound for a wait: a time written with a wrong clock must not stop checks for days. */
const MAX_CHECK_WAIT_MS = 7 * 3_600_000;
const MAX_DELIVERY_WAIT_MS = 3_600_000;

/** The checks and deliveries of all mappings, in the order in which they are due. */
export class WorkQueues {
  readonly #checks: Leases;
  readonly #deliveries: ChannelLeases;

  constructor(
    newToken: () => string,
    private readonly clock: Clock,
  ) {
    this.#checks = new Leases(newToken, clock);
    this.#deliveries = new ChannelLeases(newToken, clock);
  }

  /** Mappings with a check to come. */
  get watched(): number {
    return this.#checks.size;
  }

  /** Takes over the work that was due when an earlier process ended; that process may have started it. */
  restore(entry: IndexEntry): void {
    this.#checks.restore(entry.id, this.#checkDue(entry));
    this.#deliveries.restore(entry.cardChannel, entry.id, this.#deliveryDue(entry));
  }

  /** `before` is the entry that this one replaces. */
  set(entry: IndexEntry, before: IndexEntry | undefined): void {
    if (before && before.cardChannel !== entry.cardChannel)
      this.#deliveries.set(before.cardChannel, entry.id, undefined);
    this.#checks.set(entry.id, this.#checkDue(entry));
    this.#deliveries.set(entry.cardChannel, entry.id, this.#deliveryDue(entry));
  }

  delete({ id, cardChannel }: IndexEntry): void {
    this.#checks.set(id, undefined);
    this.#deliveries.set(cardChannel, id, undefined);
  }

  claimChecks(at: number, limit: number, leaseMs: number, from?: ClaimFrom): Claim[] {
    return this.#checks.claim(at, limit, leaseMs, from);
  }

  claimCheck(id: string, at: number, leaseMs: number): Claim | undefined {
    return this.#checks.claimOne(id, at, leaseMs);
  }

  overdueChecks(at: number): Overdue[] {
    return this.#checks.overdue(at);
  }

  claimDeliveries(
    at: number,
    perChannel: number,
    leaseMs: number,
    isPaused?: (channel: string) => boolean,
  ): Claim[] {
    return this.#deliveries.claim(at, perChannel, leaseMs, isPaused);
  }

  isDeliveryHeld(claim: Claim): boolean {
    return this.#deliveries.isHeld(claim);
  }

  release(claim: Claim, notBefore?: number): void {
    this.#checks.release(claim, notBefore);
    this.#deliveries.release(claim);
  }

  postponeDelivery(claim: Claim, entry: IndexEntry | undefined, notBefore: number): void {
    const due = entry && this.#deliveryDue(entry);
    if (due) this.#deliveries.set(entry.cardChannel, entry.id, { ...due, at: Math.max(due.at, notBefore) });
    this.#deliveries.release(claim);
  }

  #checkDue({ check }: IndexEntry): Due | undefined {
    return noLaterThan(check, this.clock.now() + MAX_CHECK_WAIT_MS);
  }

  #deliveryDue({ delivery }: IndexEntry): Due | undefined {
    return noLaterThan(delivery, this.clock.now() + MAX_DELIVERY_WAIT_MS);
  }
}

const noLaterThan = (due: Due | undefined, latest: number): Due | undefined =>
  due && due.at > latest ? { ...due, work: due.work ?? due.at, at: latest } : due;
