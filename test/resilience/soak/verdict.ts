/** How much a figure may grow from the first to the last minute that counts: relative to its mean, or by a few units. */
export interface Tolerance {
  readonly share: number;
  /** In the figure's own unit, for figures near zero. */
  readonly units: number;
}

export interface Trend {
  readonly mean: number;
  /** By how much it grew along the fitted line, over all minutes that count. */
  readonly growth: number;
  readonly isFlat: boolean;
}

/** The least-squares line through a figure of each minute; falling is flat. */
export function trendOf(values: readonly number[], { share, units }: Tolerance): Trend {
  const mean = meanOf(values);
  const middle = (values.length - 1) / 2;
  const spread = values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  const slope = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0) / (spread || 1);
  const growth = slope * Math.max(0, values.length - 1);
  return { mean, growth, isFlat: growth <= Math.max(share * Math.abs(mean), units) };
}

/** Of a log in KiB: src/store/lowdb/line-log.ts rewrites it at three times its size after the last time, and 1 MiB. */
const REWRITTEN_AT = { times: 3, kib: 1_024 } as const;

/** What a log may grow to, from the least that it was. */
export const logLimitOf = (kib: readonly number[]): number =>
  Math.min(...kib) * REWRITTEN_AT.times + REWRITTEN_AT.kib;

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const WARM_UP_SHARE = 1 / 3;
const MAX_WARM_UP = 8;

/** Without the start, in which caches fill and code is compiled. */
export const afterWarmUp = <Sample>(samples: readonly Sample[]): readonly Sample[] =>
  samples.slice(Math.min(MAX_WARM_UP, Math.floor(samples.length * WARM_UP_SHARE)));
