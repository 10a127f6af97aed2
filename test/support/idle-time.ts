import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, vi } from 'vitest';

/** Of the event loop: more than a packet and its answer on loopback need. */
const TURNS = 20;
/** After which clients close idle sockets. */
const CLOSED_MS = 2_000;

/** In the tests beside it, timers and `performance.now()` stand still unless `passed` moves them. */
export function useIdleTime(): void {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    });
  });
  afterEach(async () => {
    await vi.advanceTimersByTimeAsync(CLOSED_MS);
    vi.useRealTimers();
  });
}

/** Waits for work; time passes only while no packet is under way, so that a busy machine counts for nothing. */
export async function passed<Result>(work: Promise<Result>): Promise<Result> {
  let isDone = false;
  const end = () => {
    isDone = true;
  };
  work.then(end, end);
  while (!isDone) {
    for (let count = 0; count < TURNS && !isDone; count++) await turn();
    if (!isDone) vi.advanceTimersToNextTimer();
  }
  return work;
}
