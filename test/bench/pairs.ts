import { median, timed } from './figures.js';

type Work = () => Promise<unknown>;

/** Medians in ms of the two, and of the rounds' ratios of the first to the second. */
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
 * Two works in turn. In each round, each is first once and second once, since the database still cleans up after the first
 * while the second runs. The ratio is the median of the rounds' ratios: a checkpoint, an autovacuum or another program
 * spoils a round, not the figure.
 */
export async function timedInPairs(ours: Work, bare: Work, rounds: PairRounds): Promise<PairedTimes> {
  const { warmUp, measured, after } = rounds;
  const found: Omit<PairedTimes, 'ratio'>[] = [];
  const once = async (work: Work): Promise<number> => {
    const ms = await timed(work);
    await after?.();
    return ms;
  };
  for (let round = 0; round < warmUp + measured; round++) {
    const oursFirstMs = await once(ours);
    const bareSecondMs = await once(bare);
    const bareFirstMs = await once(bare);
    const oursSecondMs = await once(ours);
    if (round < warmUp) continue;
    found.push({ oursMs: (oursFirstMs + oursSecondMs) / 2, bareMs: (bareFirstMs + bareSecondMs) / 2 });
  }
  return {
    oursMs: median(found.map(({ oursMs }) => oursMs)),
    bareMs: median(found.map(({ bareMs }) => bareMs)),
    ratio: median(found.map(({ oursMs, bareMs }) => oursMs / bareMs)),
  };
}
