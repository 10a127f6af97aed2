import { fileURLToPath } from 'node:url';
import { run } from './run.js';
import { sabotages, tamper } from './sabotage.js';

/** `npm run chaos`: KILLS (300) of the real bot, then fewer of two bots that were tampered with. */
const KILLS = Number(process.env['KILLS'] ?? 300);
const MAIN = fileURLToPath(new URL('../../../src/main.js', import.meta.url));

let seed = Number(process.env['SEED'] ?? Date.now() % 1e9);
process.stdout.write(`seed ${seed}\n`);
/** A small generator, so that a run can be repeated as far as processes and clocks allow. */
const random = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};

const print = (name: string, result: object) =>
  process.stdout.write(
    `${name}: ${Object.entries(result)
      .map(([key, value]) => `${key} ${value}`)
      .join(', ')}\n`,
  );

const real = await run(MAIN, KILLS, random);
print(`${KILLS} kills`, real);
const { lost, duplicated, outOfOrder, wrongCards, brokenPromises } = real;
const isSound = lost + duplicated + outOfOrder + wrongCards + brokenPromises === 0 && real.events > 0;

const forgetful = await run(await tamper(sabotages.noLookUp), KILLS / 2, random);
print(sabotages.noLookUp.name, forgetful);
const late = await run(await tamper(sabotages.markedLater), KILLS / 2, random);
print(sabotages.markedLater.name, late);
const isProved = forgetful.duplicated > 0 && late.lost > 0;
process.stdout.write(
  `${isSound ? 'sound' : 'NOT SOUND'}; the harness ${isProved ? 'finds' : 'DOES NOT FIND'} what it must\n`,
);
process.exitCode = isSound && isProved ? 0 : 1;
