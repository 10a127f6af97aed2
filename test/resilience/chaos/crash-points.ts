import { setTimeout as sleep } from 'node:timers/promises';
import type { Differences } from '../support/compare.js';
import type { KillPoint } from '../support/kill-points.js';
import type { Sabotage } from '../support/sabotage.js';
import { run } from './run.js';

/** Where the bot dies, and what would then go wrong in a bot that was built wrongly. */
interface CrashPoint {
  readonly at: KillPoint;
  readonly sabotage: Sabotage;
  readonly fault: 'duplicated' | 'lost';
}

export const crashPoints: readonly CrashPoint[] = [
  { at: 'between a post and its mark', sabotage: 'posts again without searching', fault: 'duplicated' },
  {
    at: 'after a write that brings new events',
    sabotage: 'stores what is pending in a second write',
    fault: 'lost',
  },
];

const KILLS_THERE = 4;
/** Each life ends at its crash point, long before this. */
const MAX_LIFE_MS = 30_000;

/** `bot`: the script that takes sabotages and kill points as arguments. */
export const runAtCrashPoint = (
  bot: string,
  { at }: CrashPoint,
  random: () => number,
  sabotage?: Sabotage,
): Promise<Differences> => {
  const tampered = sabotage === undefined ? [] : [sabotage];
  const programs = { killed: [bot, at, ...tampered], last: [bot, ...tampered] };
  return run(programs, KILLS_THERE, random, () => sleep(MAX_LIFE_MS));
};

export const finds = ({ fault }: CrashPoint, differences: Differences): boolean => differences[fault] > 0;
