import { fileURLToPath } from 'node:url';
import { countFrom } from '../../tools/settings.js';
import { isSound, printResult, printVerdict, seededRandom } from '../support/report.js';
import { runReplicas } from './replicas.js';

const REAL = fileURLToPath(new URL('../../../src/main.js', import.meta.url));
const TAMPERED = fileURLToPath(new URL('bot.js', import.meta.url));
const DUPLICATES = 'posts again without searching';
const FORGETS = 'says that it stored what it did not';
const DEATHS_FOR_SABOTAGE = 4;

/** `npm run chaos -- --replicas 3`: KILLS (300) faults at random, then some with replicas that are built wrongly. */
export async function replicasChaos(replicas: number): Promise<void> {
  const faults = countFrom('KILLS', 300);
  const random = seededRandom();
  const times = <Value>(value: Value): Value[] => Array.from({ length: replicas }, () => value);
  const sound = await runReplicas(times([REAL]), faults, random);
  printResult(`${replicas} replicas, ${faults} faults`, sound);
  const dying = [TAMPERED, 'between a post and its mark', DUPLICATES];
  const duplicating = await runReplicas(
    [dying, ...times([TAMPERED, DUPLICATES]).slice(1)],
    0,
    random,
    DEATHS_FOR_SABOTAGE,
  );
  printResult(`${replicas} replicas, ${DUPLICATES}`, duplicating);
  const forgetting = await runReplicas(times([TAMPERED, FORGETS]), 0, random);
  printResult(`${replicas} replicas, each ${FORGETS}`, forgetting);
  const isProved = duplicating.duplicated > 0 && forgetting.brokenPromises > 0;
  printVerdict({ isAllSound: isSound(sound) && sound.events > 0, isProved });
}

/**
 * `npm run chaos -- --beside OTHER/dist/src/main.js`: two replicas of another version, built elsewhere, beside two of this
 * one, as during an update; KILLS (40) faults, so that each goes on with what the other wrote.
 */
export async function sideBySideChaos(other: string): Promise<void> {
  const faults = countFrom('KILLS', 40);
  const mixed = await runReplicas([[other], [REAL], [other], [REAL]], faults, seededRandom());
  printResult(`two versions side by side, ${faults} faults`, mixed);
  process.exitCode = isSound(mixed) && mixed.events > 0 ? 0 : 1;
}
