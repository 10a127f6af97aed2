import { countFrom } from '../../tools/settings.js';
import type { Differences } from './compare.js';

/** A small generator, so that a run can be repeated as far as processes and clocks allow: SEED, or one that is printed. */
export function seededRandom(): () => number {
  let seed = countFrom('SEED', Date.now() % 1e9);
  process.stdout.write(`seed ${seed}\n`);
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
}

export function printResult(name: string, result: object): void {
  const figures = Object.entries(result).filter(([, value]) => !Array.isArray(value));
  process.stdout.write(`${name}: ${figures.map(([key, value]) => `${key} ${value}`).join(', ')}\n`);
  for (const line of Object.values(result).filter(Array.isArray).flat()) process.stdout.write(`  ${line}\n`);
}

/** The differences that none may have; all 0 when the run was sound. */
export const faultsIn = ({ lost, duplicated, outOfOrder, wrongCards, brokenPromises }: Differences) => ({
  lost,
  duplicated,
  outOfOrder,
  wrongCards,
  brokenPromises,
});

export const NO_FAULTS: ReturnType<typeof faultsIn> = {
  lost: 0,
  duplicated: 0,
  outOfOrder: 0,
  wrongCards: 0,
  brokenPromises: 0,
};

export const isSound = (differences: Differences): boolean =>
  Object.values(faultsIn(differences)).every((count) => count === 0);

/** Says what was found and sets the exit code. */
export function printVerdict({ isAllSound, isProved }: { isAllSound: boolean; isProved: boolean }): void {
  const proof = isProved ? 'finds' : 'DOES NOT FIND';
  process.stdout.write(`${isAllSound ? 'sound' : 'NOT SOUND'}; the harness ${proof} what it must\n`);
  process.exitCode = isAllSound && isProved ? 0 : 1;
}
