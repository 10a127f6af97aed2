import { type Job, scheduleJob } from 'node-schedule';
import type { Log } from '../log.js';
import type { Claim, Store } from '../store/store.js';

/** A claim outlives the longest check by far, so that no second worker starts the same one. */
const LEASE_MS = 120_000;
const MAX_IN_FLIGHT = 16;
const SMALLEST_BATCH = 4;

export interface WatchOptions {
  readonly store: Pick<Store, 'watched' | 'claimChecks' | 'claimCheck' | 'release'>;
  /** Takes one mapping a step on. */
  readonly advance: (mapping: string) => Promise<void>;
  readonly intervalMs: number;
  readonly now: () => number;
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
export function createWatch({ store, advance, intervalMs, now, log }: WatchOptions): Watch {
  const inFlight = new Set<Promise<void>>();
  let job: Job | undefined;
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
      .catch((error) => log.error({ err: error, mapping: claim.mapping }, 'check failed'))
      .finally(() => inFlight.delete(work));
    inFlight.add(work);
  }

  async function tick(): Promise<void> {
    if (isTicking || isStopped) return;
    isTicking = true;
    try {
      const pace = Math.ceil(((await store.watched()) * 1000 * 2) / intervalMs);
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
      job = scheduleJob('* * * * * *', () => void tick());
    },
    ring: (mapping) => {
      ring(mapping).catch((error) => log.error({ err: error, mapping }, 'check out of turn failed'));
    },
    lastTickAt: () => lastTickAt,
    stop: async () => {
      isStopped = true;
      job?.cancel();
      await Promise.all(inFlight);
    },
  };
}
