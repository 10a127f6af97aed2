import { fileURLToPath } from 'node:url';
import { isSound, printResult, printVerdict, seededRandom } from '../support/report.js';
import type { Sabotage } from '../support/sabotage.js';
import { run } from './run.js';

/** `npm run chaos`: KILLS (300) of the real bot, then half as many of each sabotaged bot. */
const KILLS = Number(process.env['KILLS'] ?? 300);
const MAIN = fileURLToPath(new URL('../../../src/main.js', import.meta.url));
const SABOTAGED = fileURLToPath(new URL('bot.js', import.meta.url));
const random = seededRandom();

const real = await run([MAIN], KILLS, random);
printResult(`${KILLS} kills`, real);

async function runSabotaged(sabotage: Sabotage) {
  const result = await run([SABOTAGED, sabotage], KILLS / 2, random);
  printResult(sabotage, result);
  return result;
}
const forgetful = await runSabotaged('posts again without looking');
const late = await runSabotaged('stores what is pending in a second write');
printVerdict({
  isAllSound: isSound(real) && real.events > 0,
  isProved: forgetful.duplicated > 0 && late.lost > 0,
});
