import { LRUCache } from 'lru-cache';
import type { Claim, Store } from '../store/store.js';
import { backoffMs, type Clock, type Ticker } from '../util/clock.js';
import { Lane, type LaneOptions } from '../util/concurrency/lane.js';
import type { WakeUp } from '../util/concurrency/wake-up.js';
import type { Log } from '../util/log.js';
import { type Lateness, latenessOf, tooLate } from './lateness.js';

/** A claim far outlives the longest check, so that no second worker starts the same one. */
const CHECK_LEASE_MS = 120_000;
/** Pause after a check that threw, which is our fault or the disk's. */
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
  // Most of them wait again; a few at a time, so that they leave the processor to checks with a result.
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
export function createCheckScheduler(options: CheckSchedulerOptions): CheckScheduler {
  const { store, advance, wakeUp, ticker, clock, random, onFailure, log, isIdle = () => true } = options;
  const lanes = (options.lanes ?? LANES).map((each) => new Lane(each));
  const inFlight = new Set<Promise<void>>();
  const refilling = new Map<Lane, 'once' | 'again'>();
  const perf = { now: clock.monotonic };
  const triggered = new LRUCache<string, true>({ ...TRIGGERED, perf, ttlResolution: 0 });
  const failures = new LRUCache<string, number>({ max: MAX_FAILING });
  let ticking: ReturnType<Ticker> | undefined;
  let pulsing: ReturnType<Ticker> | undefined;
  let stopListening = () => {};
  let tickedAt: number | undefined;
  let warnedLateAt = Number.NEGATIVE_INFINITY;
  let isStopped = false;

  async function run(claim: Claim): Promise<void> {
    try {
      await advance(claim.mapping);
      failures.delete(claim.mapping);
      await store.release(claim);
    } catch (error) {
      await pause(claim, error);
    }
  }

  /** The claim is kept until the failure is stored: its result must not start the next attempt. */
  async function pause(claim: Claim, error: unknown): Promise<void> {
    const { mapping } = claim;
    const count = (failures.get(mapping) ?? 0) + 1;
    failures.set(mapping, count);
    await onFailure(mapping, error).catch((second: unknown) =>
      log.error({ err: second, mapping }, 'failed check could not be reported'),
    );
    await store.release(claim, clock.now() + backoffMs(count, AFTER_FAILURE, random()));
  }

  function start(claim: Claim, lane: Lane): void {
    triggered.delete(claim.mapping);
    lane.start(claim.token, clock.monotonic());
    const work = run(claim)
      .catch((error: unknown) =>
        log.error({ err: error, mapping: claim.mapping }, 'check lease could not be released'),
      )
      .finally(() => {
        lane.end(claim.token);
        inFlight.delete(work);
        refill(lane);
      });
    inFlight.add(work);
  }

  async function claimFor(lane: Lane): Promise<void> {
    if (lane.free <= 0) return;
    const from = { lane: lane.name, perApp: lane.options.perApp, first: [...triggered.keys()] };
    for (const claim of await store.claimChecks(clock.now(), lane.free, CHECK_LEASE_MS, from))
      start(claim, lane);
  }

  /** One claim of a lane at a time; a call meanwhile causes one more. */
  function refill(lane: Lane): void {
    if (isStopped) return;
    if (refilling.has(lane)) {
      refilling.set(lane, 'again');
      return;
    }
    refilling.set(lane, 'once');
    claimFor(lane)
      .catch((error: unknown) => log.error({ err: error, lane: lane.name }, 'checks could not be claimed'))
      .finally(() => {
        const isAskedAgain = refilling.get(lane) === 'again';
        refilling.delete(lane);
        if (isAskedAgain) refill(lane);
      });
  }

  const refillAll = () => {
    for (const lane of lanes) refill(lane);
  };

  function pulse(): void {
    if (isStopped) return;
    const idle = isIdle();
    for (const lane of lanes) {
      lane.moveSlow(clock.monotonic(), idle);
      if (lane.free > 0) refill(lane);
    }
  }

  function tick(): void {
    if (isStopped) return;
    tickedAt = clock.monotonic();
    for (const lane of lanes) {
      const lost = lane.giveUpLost(tickedAt);
      if (lost > 0) log.error({ lane: lane.name, count: lost }, 'stalled checks were abandoned');
    }
    refillAll();
    warnLate().catch((error: unknown) =>
      log.error({ err: error }, 'scheduler lateness could not be measured'),
    );
  }

  async function lateness(): Promise<Lateness> {
    const [at, now] = [clock.monotonic(), clock.now()];
    const [checks, oldestEventAt] = await Promise.all([store.overdueChecks(now), options.oldestEventAt?.()]);
    const waiting = { checks, oldestEventAt };
    return latenessOf(
      lanes.map((lane) => lane.snapshot(at)),
      waiting,
      now,
    );
  }

  async function warnLate(): Promise<void> {
    if (clock.monotonic() - warnedLateAt < WARN_LATE_MS) return;
    const found = await lateness();
    if (!tooLate(found, WARN_LATE)) return;
    warnedLateAt = clock.monotonic();
    log.warn({ ...found }, 'the bot is late');
  }

  return {
    start: () => {
      ticking = ticker(tick);
      pulsing = (options.pulse ?? ticker)(pulse);
      stopListening = wakeUp.listen((mapping) => {
        triggered.set(mapping, true);
        refillAll();
      });
    },
    lastTickAt: () => tickedAt && clock.now() - (clock.monotonic() - tickedAt),
    lateness,
    stop: async () => {
      isStopped = true;
      stopListening();
      ticking?.cancel();
      pulsing?.cancel();
      await Promise.all(inFlight);
    },
  };
}
