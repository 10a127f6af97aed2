import { scheduleJob } from 'node-schedule';
import type { Ticker } from '../util/clock.js';

/** Once a night. */
export const everyNight: Ticker = (work) => {
  const job = scheduleJob('17 3 * * *', work);
  return { cancel: () => void job.cancel() };
};

/** The first time at once. */
export const atOnceAnd =
  (ticker: Ticker): Ticker =>
  (work) => {
    const ticking = ticker(work);
    work();
    return ticking;
  };

const PULSE_MS = 100;

/** Ten times a second, for what is cheap. */
export const everyPulse: Ticker = (work) => {
  const timer = setInterval(work, PULSE_MS);
  return { cancel: () => clearInterval(timer) };
};

const TICK_EARLY_MS = 500;
const TICKER_SILENT_MS = 3_000;

/**
 * At the beginning of every second. node-schedule counts on from the second that it planned last: a clock that is set
 * back would silence it until it is the old time again, and after a laptop's sleep it would make up for every second at
 * once. Both are noticed by a clock that nobody sets, and it is scheduled again.
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
