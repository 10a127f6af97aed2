import { performance } from 'node:perf_hooks';

/** Share of the time in which the event loop is at work, from which on the process counts as busy. */
const BUSY = 0.7;

/** Was the event loop idle since it was asked last? Then whatever runs waits for somebody else. */
export function createIdleness(): () => boolean {
  let before = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    return utilization < BUSY;
  };
}
