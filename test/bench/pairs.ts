import { median, timed } from './figures.js';

type Work = () => Promise<unknown>;

/** Medians in ms, and the median of the pairs' ratios of the first to the second. */
export interface PairedTimes {
  readonly oursMs: number;
  readonly bareMs: number;
  readonly ratio: number;
}

export interface PairRounds {
  /** Until the statements are prepared and the code is compiled, as in a bot that has run for a minute. */
  readonly warmUp: number;
  readonly measured: number;
  /** After each of the two; isn't measured. */
  readonly after?: Work;
}

/**
 * Two works in pairs. They take turns at being first, since the database still cleans up after the first while the second
 * runs. The ratio is the median of the pairs' ratios: a checkpoint, an autovacuum or another program spoils a pair, not
 * the figure.
 */
export async function timedInPairs(ours: Work, bare: Work, rounds: PairRounds): Promise<PairedTimes> {
  const { warmUp, measured, after } = rounds;
  const pairs: Omit<PairedTimes, 'ratio'>[] = [];
  const once = async (work: Work): Promise<number> => {
    const ms = await timed(work);
    await after?.();
    return ms;
  };
  for (let round = 0; round < warmUp + measured; round++) {
    const isOursFirst = round % 2 === 0;
    const firstMs = await once(isOursFirst ? ours : bare);
    const secondMs = await once(isOursFirst ? bare : ours);
    if (round < warmUp) continue;
    pairs.push(isOursFirst ? { oursMs: firstMs, bareMs: secondMs } : { oursMs: secondMs, bareMs: firstMs });
  }
  return {
    oursMs: median(pairs.map(({ oursMs }) => oursMs)),
    bareMs: median(pairs.map(({ bareMs }) => bareMs)),
    ratio: median(pairs.map(({ oursMs, bareMs }) => oursMs / bareMs)),
  };
}
