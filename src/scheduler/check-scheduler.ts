import { LRUCache } from 'lru-cache';
import type { Claim, Store } from '../store/store.js';
import { backoffMs, type Clock, type Ticker } from '../util/clock.js';
import { Lane, type LaneOptions } from '../util/concurrency/lane.js';
import type { WakeUp } from '../util/concurrency/wake-up.js';
import type { Log } from '../util/log.js';
import { type Lateness, latenessOf, tooLate } from './lateness.js';

/** A claim lasts much longer than the longest check, so that no second worker starts the same check. */
const CHECK_LEASE_MS = 120_000;
/** Pause after a check that threw: a fault of ours or of the disk. */
const AFTER_FAILURE = { firstMs: 2_000, maxMs: 60_000 } as const;
const MAX_FAILING = 10_000;
/** How long a check that a person waits for takes precedence. */
const TRIGGERED = { max: 1_000, ttl: 60_000 } as const;
const WARN_LATE = { ownMs: 60_000, laneMs: 60_000 } as const;
const WARN_LATE_MS = 60_000;

const WAITS = { slowAfterMs: 200, lostAfterMs: CHECK_LEASE_MS } as const;
/**
 * Quick work shares one processor, so a few dozen at a time are fastest; work that waits for a silent server costs only
 * memory. Third parties of one app get only a few slots, so that a hanging one blocks no other.
 */
export const LANES: readonly LaneOptions[] = [
  { name: 'checks', limit: 64, slowLimit: 1_000, perApp: Number.POSITIVE_INFINITY, ...WAITS },
  // Most of them will wait again: start a few at a time, so that checks with a result get the processor.
  { name: 'rechecks', limit: 8, slowLimit: 500, perApp: Number.POSITIVE_INFINITY, ...WAITS },
  { name: 'hosting', limit: 32, slowLimit: 64, perApp: 4, ...WAITS },
  { name: 'wordpress', limit: 32, slowLimit: 64, perApp: 2, ...WAITS },
];

export interface CheckSchedulerOptions {
  readonly store: Pick<Store, 'claimChecks' | 'overdueChecks' | 'release'>;
  /** Advances one mapping one step. */
  readonly advance: (mapping: string) => Promise<void>;
  /** Signals which mappings people wait for. */
  readonly wakeUp: WakeUp;
  /** When the oldest event that Slack could accept but hasn't was stored; epoch ms. */
  readonly oldestEventAt?: () => Promise<number | undefined>;
  readonly ticker: Ticker;
  /** More frequent than `ticker`: moves waiting work to slow slots. */
  readonly pulse?: Ticker;
  /** Whether the processor is idle, so that running work must be waiting for a third party. */
  readonly isIdle?: () => boolean;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** Handles a failed check, besides logging it. */
  readonly onFailure: (mapping: string, error: unknown) => Promise<void>;
  readonly lanes?: readonly LaneOptions[];
  readonly log: Log;
}

export interface CheckScheduler {
  start(): void;
  /** Epoch ms, wall clock. */
  lastTickAt(): number | undefined;
  lateness(): Promise<Lateness>;
  /** Starts nothing new; resolves when the work in progress is done. */
  stop(): Promise<void>;
}

/** Advances due mappings; each kind of work has its own slots, refilled as soon as one is free. */
export const createCheckScheduler = (options: CheckSchedulerOptions): CheckScheduler =>
  new LanedCheckScheduler(options);

class LanedCheckScheduler implements CheckScheduler {
  readonly #lanes: readonly Lane[];
  readonly #inFlight = new Set<Promise<void>>();
  readonly #refilling = new Map<Lane, 'once' | 'again'>();
  readonly #triggered: LRUCache<string, true>;
  readonly #failures = new LRUCache<string, number>({ max: MAX_FAILING });
  #ticking: ReturnType<Ticker> | undefined;
  #pulsing: ReturnType<Ticker> | undefined;
  #stopListening = () => {};
  #tickedAt: number | undefined;
  #warnedLateAt = Number.NEGATIVE_INFINITY;
  #isStopped = false;

  constructor(private readonly options: CheckSchedulerOptions) {
    const perf = { now: options.clock.monotonic };
    this.#lanes = (options.lanes ?? LANES).map((each) => new Lane(each));
    this.#triggered = new LRUCache({ ...TRIGGERED, perf, ttlResolution: 0 });
  }

  start(): void {
    const { ticker, pulse = ticker, wakeUp } = this.options;
    this.#ticking = ticker(() => this.#tick());
    this.#pulsing = pulse(() => this.#pulse());
    this.#stopListening = wakeUp.listen((mapping) => {
      this.#triggered.set(mapping, true);
      this.#refillAll();
    });
  }

  lastTickAt(): number | undefined {
    const { clock } = this.options;
    return this.#tickedAt && clock.now() - (clock.monotonic() - this.#tickedAt);
  }

  async lateness(): Promise<Lateness> {
    const { store, oldestEventAt: readOldest, clock } = this.options;
    const [at, now] = [clock.monotonic(), clock.now()];
    const [checks, oldestEventAt] = await Promise.all([store.overdueChecks(now), readOldest?.()]);
    const lanes = this.#lanes.map((lane) => lane.snapshot(at));
    return latenessOf(lanes, { checks, oldestEventAt }, now);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopListening();
    this.#ticking?.cancel();
    this.#pulsing?.cancel();
    await Promise.all(this.#inFlight);
  }

  #tick(): void {
    const { clock, log } = this.options;
    if (this.#isStopped) return;
    this.#tickedAt = clock.monotonic();
    for (const lane of this.#lanes) {
      const lost = lane.giveUpLost(this.#tickedAt);
      if (lost > 0) log.error({ lane: lane.name, count: lost }, 'stalled checks were abandoned');
    }
    this.#refillAll();
    this.#warnLate().catch((error: unknown) =>
      log.error({ err: error }, 'scheduler lateness could not be measured'),
    );
  }

  #pulse(): void {
    const { clock, isIdle = () => true } = this.options;
    if (this.#isStopped) return;
    const idle = isIdle();
    for (const lane of this.#lanes) {
      lane.moveSlow(clock.monotonic(), idle);
      if (lane.free > 0) this.#refill(lane);
    }
  }

  async #warnLate(): Promise<void> {
    const { clock, log } = this.options;
    if (clock.monotonic() - this.#warnedLateAt < WARN_LATE_MS) return;
    const found = await this.lateness();
    if (!tooLate(found, WARN_LATE)) return;
    this.#warnedLateAt = clock.monotonic();
    log.warn({ ...found }, 'the bot is late');
  }

  #refillAll(): void {
    for (const lane of this.#lanes) this.#refill(lane);
  }

  /** One claim of a lane at a time; a call meanwhile causes one more. */
  #refill(lane: Lane): void {
    if (this.#isStopped) return;
    if (this.#refilling.has(lane)) {
      this.#refilling.set(lane, 'again');
      return;
    }
    this.#refilling.set(lane, 'once');
    this.#claimFor(lane)
      .catch((error: unknown) =>
        this.options.log.error({ err: error, lane: lane.name }, 'checks could not be claimed'),
      )
      .finally(() => {
        const isAskedAgain = this.#refilling.get(lane) === 'again';
        this.#refilling.delete(lane);
        if (isAskedAgain) this.#refill(lane);
      });
  }

  async #claimFor(lane: Lane): Promise<void> {
    const { store, clock } = this.options;
    if (lane.free <= 0) return;
    const from = { lane: lane.name, perApp: lane.options.perApp, first: [...this.#triggered.keys()] };
    for (const claim of await store.claimChecks(clock.now(), lane.free, CHECK_LEASE_MS, from))
      this.#start(claim, lane);
  }

  #start(claim: Claim, lane: Lane): void {
    const { clock, log } = this.options;
    this.#triggered.delete(claim.mapping);
    lane.start(claim.token, clock.monotonic());
    const work = this.#run(claim)
      .catch((error: unknown) =>
        log.error({ err: error, mapping: claim.mapping }, 'check lease could not be released'),
      )
      .finally(() => {
        lane.end(claim.token);
        this.#inFlight.delete(work);
        this.#refill(lane);
      });
    this.#inFlight.add(work);
  }

  async #run(claim: Claim): Promise<void> {
    const { store, advance } = this.options;
    try {
      await advance(claim.mapping);
      this.#failures.delete(claim.mapping);
      await store.release(claim);
    } catch (error) {
      await this.#pause(claim, error);
    }
  }

  /** The claim is kept until the failure is stored: its result must not start the next attempt. */
  async #pause(claim: Claim, error: unknown): Promise<void> {
    const { store, onFailure, clock, random, log } = this.options;
    const { mapping } = claim;
    const count = (this.#failures.get(mapping) ?? 0) + 1;
    this.#failures.set(mapping, count);
    await onFailure(mapping, error).catch((second: unknown) =>
      log.error({ err: second, mapping }, 'failed check could not be reported'),
    );
    await store.release(claim, clock.now() + backoffMs(count, AFTER_FAILURE, random()));
  }
}
