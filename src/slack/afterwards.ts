import { setTimeout as sleep } from 'node:timers/promises';
import { Semaphore } from '../semaphore.js';

/** No request for so long: nobody waits for an acknowledgement. */
const QUIET_MS = 25;
/** But an answer waits for quiet no longer than this. */
const LONGEST_WAIT_MS = 1_000;
/** Most of them wait for DNS, whose own client keeps to its limits. */
const AT_ONCE = 64;

export interface Afterwards {
  /** A request has come in that is to be acknowledged. */
  requested(): void;
  /** Runs work once the acknowledgements are out; a bounded number at a time. */
  run(work: () => Promise<void>): Promise<void>;
}

/**
 * Acknowledgements before answers: Slack gives up on the first after 3 s, while nobody sees an answer come 25 ms later.
 * Without it, the answers of one moment delay the acknowledgements of the next.
 */
export function createAfterwards(now: () => number): Afterwards {
  let lastRequestAt = Number.NEGATIVE_INFINITY;
  const atOnce = new Semaphore(AT_ONCE);
  let waiting: Promise<void> | undefined;

  /** One wait for all who wait. */
  function quiet(): Promise<void> {
    waiting ??= untilQuiet().finally(() => {
      waiting = undefined;
    });
    return waiting;
  }

  async function untilQuiet(): Promise<void> {
    const endsAt = now() + LONGEST_WAIT_MS;
    for (;;) {
      const leftMs = Math.min(lastRequestAt + QUIET_MS, endsAt) - now();
      if (leftMs <= 0) return;
      await sleep(leftMs);
    }
  }

  return {
    requested: () => {
      lastRequestAt = now();
    },
    run: (work) =>
      atOnce.run(async () => {
        await quiet();
        await work();
      }),
  };
}
