import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { countFrom, countOf } from '../../tools/settings.js';
import { isSound, printResult, printVerdict, seededRandom } from '../support/report.js';
import { crashPoints, finds, runAtCrashPoint } from './crash-points.js';
import { replicasChaos, sideBySideChaos } from './replicas-main.js';
import { run } from './run.js';

/** `npm run chaos`: KILLS (300) of the real bot at random moments, then a few exactly where the order of steps counts. */
const KILLS = countFrom('KILLS', 300);
const MAIN = fileURLToPath(new URL('../../../src/main.js', import.meta.url));
const BOT = fileURLToPath(new URL('bot.js', import.meta.url));

async function oneBotChaos(): Promise<void> {
  const random = seededRandom();

  const startedAt = performance.now();
  const real = await run({ killed: [MAIN], last: [MAIN] }, KILLS, random);
  printResult(`${KILLS} kills, ${Math.round((performance.now() - startedAt) / 1_000)} s`, real);

  let isAllSound = isSound(real) && real.events > 0;
  let isProved = true;
  for (const point of crashPoints) {
    const sound = await runAtCrashPoint(BOT, point, random);
    printResult(`killed ${point.at}`, sound);
    isAllSound &&= isSound(sound) && sound.events > 0;
    const found = await runAtCrashPoint(BOT, point, random, point.sabotage);
    printResult(`killed ${point.at}, ${point.sabotage}`, found);
    isProved &&= finds(point, found);
  }
  printVerdict({ isAllSound, isProved });
}

const { values } = parseArgs({ options: { replicas: { type: 'string' }, beside: { type: 'string' } } });
const { beside, replicas } = values;
if (beside !== undefined) await sideBySideChaos(beside);
else if (replicas === undefined) await oneBotChaos();
else await replicasChaos(countOf('--replicas', replicas));
