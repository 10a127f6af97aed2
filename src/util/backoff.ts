export interface Backoff {
  readonly firstMs: number;
  readonly maxMs: number;
}

/** Share of a pause by which it may be longer or shorter, so that what failed together does not come back together. */
const JITTER = 0.1;
/** Beyond this, doubling leaves the range of whole numbers. */
const MAX_DOUBLINGS = 30;

/** The pause after so many failures in a row (from 1): doubles up to `maxMs`, ±10 %. `random` is in [0, 1). */
export function backoffMs(failures: number, { firstMs, maxMs }: Backoff, random: number): number {
  const doublings = Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS);
  const pauseMs = Math.min(firstMs * 2 ** doublings, maxMs);
  return Math.round(pauseMs * (1 - JITTER + 2 * JITTER * random));
}
