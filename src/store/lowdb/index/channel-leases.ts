import type { Clock } from '../../../util/clock.js';
import { DELIVERY_LANES, type Due } from '../../due.js';
import type { Claim } from '../../store.js';
import { DueQueue, type Ticket } from './due-queue.js';
import { Leases } from './leases.js';

/** How often channels with unreleased claims are examined. */
const LOST_CLAIMS_MS = 1_000;

interface DueChannel extends Ticket {
  readonly channel: string;
}

/**
 * Due work with one queue per channel, so that a long queue doesn't delay other channels. A claim examines only
 * channels that have something due.
 */
export class ChannelLeases {
  readonly #channels = new Map<string, Leases>();
  /** When each channel has something to claim next. */
  readonly #next = new DueQueue<DueChannel>();
  readonly #planned = new Map<string, DueChannel>();
  /** Channels with something due that were paused at the last claim. */
  readonly #paused = new Set<string>();
  /** Channels with unreleased claims. */
  readonly #claimed = new Set<string>();
  /** Channels with as many unreleased claims as they may have. */
  readonly #full = new Set<string>();
  #checkedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly newToken: () => string,
    private readonly clock: Clock,
  ) {}

  set(channel: string, id: string, due: Due | undefined): void {
    this.#of(channel).set(id, due);
    this.#plan(channel);
  }

  /** Sets the work that was due when an earlier process ended; that process may have started it. */
  restore(channel: string, id: string, due: Due | undefined): void {
    if (!due) return;
    this.#of(channel).restore(id, due);
    this.#plan(channel);
  }

  /** Claims at most `perChannel` per channel, replies first, and none of a paused one. */
  claim(
    now: number,
    perChannel: number,
    leaseMs: number,
    isPaused: (channel: string) => boolean = () => false,
  ): Claim[] {
    const at = this.clock.monotonic() + (now - this.clock.now());
    const due = new Set([...this.#paused, ...this.#dueAt(at), ...this.#lost(at)]);
    this.#paused.clear();
    return [...due].flatMap((channel) => {
      const leases = this.#of(channel);
      if (isPaused(channel)) {
        this.#paused.add(channel);
        return [];
      }
      const claims = DELIVERY_LANES.flatMap((lane) =>
        leases.claim(now, perChannel - leases.held(now), leaseMs, { lane, perApp: perChannel, first: [] }),
      );
      const held = leases.held(now);
      if (held > 0) this.#claimed.add(channel);
      if (held >= perChannel) this.#full.add(channel);
      else this.#full.delete(channel);
      this.#plan(channel);
      return claims;
    });
  }

  isHeld(claim: Claim): boolean {
    return this.#channels.get(channelOf(claim.token))?.isHeld(claim) === true;
  }

  release(claim: Claim): void {
    const channel = channelOf(claim.token);
    const leases = this.#channels.get(channel);
    if (!leases) return;
    leases.release(claim);
    this.#full.delete(channel);
    if (leases.held(this.clock.now()) === 0) this.#claimed.delete(channel);
    this.#plan(channel);
  }

  #of(channel: string): Leases {
    const known = this.#channels.get(channel);
    if (known) return known;
    const leases = new Leases(() => `${channel} ${this.newToken()}`, this.clock);
    this.#channels.set(channel, leases);
    return leases;
  }

  #plan(channel: string): void {
    if (this.#full.has(channel)) return;
    const at = this.#of(channel).firstAt();
    const before = this.#planned.get(channel);
    if (before?.isQueued && before.at === at) return;
    if (before) before.isQueued = false;
    this.#planned.delete(channel);
    if (at === undefined) return;
    const planned = { channel, at, isQueued: true };
    this.#planned.set(channel, planned);
    this.#next.add(planned);
  }

  *#dueAt(at: number): Generator<string, void> {
    for (let next = this.#next.take(at); next; next = this.#next.take(at)) yield next.channel;
  }

  /** Now and then, all channels whose leases may have expired. */
  #lost(at: number): readonly string[] {
    if (at < this.#checkedAt + LOST_CLAIMS_MS) return [];
    this.#checkedAt = at;
    const claimed = [...this.#claimed];
    this.#claimed.clear();
    return claimed;
  }
}

/** A claim's token begins with its channel; a check's has none. */
const channelOf = (token: string): string => token.slice(0, Math.max(0, token.indexOf(' ')));
