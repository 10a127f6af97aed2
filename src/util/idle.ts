import { performance } from 'node:perf_hooks';

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
