import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';

/** For a long walk through memory: tells when it has kept the event loop long enough, and lets other work run. */
export interface Breather {
  isDue(): boolean;
  breathe(): Promise<void>;
}

export function createBreather(turnMs: number): Breather {
  let since = performance.now();
  return {
    isDue: () => performance.now() - since >= turnMs,
    breathe: async () => {
      await turn();
      since = performance.now();
    },
  };
}

/** Event loop utilisation from which the process counts as busy. */
const BUSY = 0.7;

/** Whether the event loop was idle since the last call, so that running work must be waiting for a third party. */
export function createIdleness(): () => boolean {
  let before = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    return utilization < BUSY;
  };
}
