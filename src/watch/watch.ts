import type { Log } from '../log.js';
import type { Claim, Store } from '../store/store.js';
import type { Ticker } from '../ticker.js';

/** A claim outlives the longest check by far, so that no second worker starts the same one. */
const LEASE_MS = 120_000;
const MAX_IN_FLIGHT = 16;
const SMALLEST_BATCH = 4;
/** Clocks are corrected by less every day. */
const SET_BACK_MS = 30_000;

export interface WatchOptions {
  readonly store: Pick<Store, 'watched' | 'claimChecks' | 'claimCheck' | 'release' | 'setBack'>;
  /** Takes one mapping a step on. */
  readonly advance: (mapping: string) => Promise<void>;
  /** The shortest interval of any app. */
  readonly intervalMs: () => number;
  readonly ticker: Ticker;
  readonly now: () => number;
  /** What to do about a check that could not be made, besides logging it. */
  readonly onFailure: (mapping: string, error: unknown) => Promise<void>;
  readonly log: Log;
}

export interface Watch {
  start(): void;
  /** Checks one mapping now, out of turn. */
  ring(mapping: string): void;
  lastTickAt(): number | undefined;
  /** Starts nothing new and resolves when what is in flight has ended. */
  stop(): Promise<void>;
}

/** Ticks every second and advances what is due, a bounded number at a time and no faster than twice the steady pace. */
export function createWatch({
  store,
  advance,
  intervalMs,
  ticker,
  now,
  onFailure,
  log,
}: WatchOptions): Watch {
  const inFlight = new Set<Promise<void>>();
  let ticking: ReturnType<Ticker> | undefined;
  let lastTickAt: number | undefined;
  let isTicking = false;
  let isStopped = false;

  /** A check that throws keeps its claim until the lease ends: that is the pause before it is tried again. */
  async function run(claim: Claim): Promise<void> {
    await advance(claim.mapping);
    await store.release(claim);
  }

  function start(claim: Claim): void {
    const work = run(claim)
      .catch((error) => onFailure(claim.mapping, error))
      .catch((error) => log.error({ err: error, mapping: claim.mapping }, 'a failed check could not be told'))
      .finally(() => inFlight.delete(work));
    inFlight.add(work);
  }

  /** What was due in an hour is due in an hour still when the clock was set back by one. */
  async function followClock(): Promise<void> {
    const byMs = (lastTickAt ?? now()) - now();
    if (byMs < SET_BACK_MS) return;
    log.warn({ byMs }, 'the clock was set back: the watch keeps its pace');
    await store.setBack(byMs);
  }

  async function tick(): Promise<void> {
    if (isTicking || isStopped) return;
    isTicking = true;
    try {
      await followClock();
      const pace = Math.ceil(((await store.watched()) * 1000 * 2) / intervalMs());
      const limit = Math.min(Math.max(pace, SMALLEST_BATCH), MAX_IN_FLIGHT - inFlight.size);
      if (limit > 0) for (const claim of await store.claimChecks(now(), limit, LEASE_MS)) start(claim);
      lastTickAt = now();
    } catch (error) {
      log.error({ err: error }, 'nothing could be claimed for a check');
    } finally {
      isTicking = false;
    }
  }

  async function ring(mapping: string): Promise<void> {
    if (isStopped) return;
    const claim = await store.claimCheck(mapping, now(), LEASE_MS);
    if (claim) start(claim);
  }

  return {
    start: () => {
      ticking = ticker(() => void tick());
    },
    ring: (mapping) => {
      ring(mapping).catch((error) => log.error({ err: error, mapping }, 'check out of turn failed'));
    },
    lastTickAt: () => lastTickAt,
    stop: async () => {
      isStopped = true;
      ticking?.cancel();
      await Promise.all(inFlight);
    },
  };
}
