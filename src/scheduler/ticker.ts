import { scheduleJob } from 'node-schedule';
import type { Ticker } from '../util/clock.js';

/** Once a night. */
export const everyNight: Ticker = (work) => {
  const job = scheduleJob('17 3 * * *', work);
  return { cancel: () => void job.cancel() };
};

/** Ticks immediately the first time. */
export const atOnceAnd =
  (ticker: Ticker): Ticker =>
  (work) => {
    const ticking = ticker(work);
    work();
    return ticking;
  };

const PULSE_MS = 100;

/** Ten times a second, for cheap work. */
export const everyPulse: Ticker = (work) => {
  const timer = setInterval(work, PULSE_MS);
  return { cancel: () => clearInterval(timer) };
};

const TICK_EARLY_MS = 500;
const TICKER_SILENT_MS = 3_000;

/**
 * At the start of every second. node-schedule plans from the second it last planned: if the clock is set back, it is
 * silent until the old time returns, and after a laptop's sleep it runs every missed second at once. A
 * monotonic clock detects both, and the job is scheduled again.
 */
export const everySecond: Ticker = (work) => {
  let tickedAt = Number.NEGATIVE_INFINITY;
  const tick = () => {
    if (performance.now() - tickedAt < TICK_EARLY_MS) return again();
    tickedAt = performance.now();
    work();
  };
  const schedule = () => scheduleJob('* * * * * *', tick);
  let job = schedule();
  const again = () => {
    job.cancel();
    job = schedule();
  };
  const guard = setInterval(() => {
    if (performance.now() - tickedAt >= TICKER_SILENT_MS) again();
  }, TICKER_SILENT_MS);
  return {
    cancel: () => {
      clearInterval(guard);
      job.cancel();
    },
  };
};
