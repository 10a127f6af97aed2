import { outages } from './outages.js';
import { runOutage } from './run.js';

/** `npm run outage`: EVENTS (10000) with 30 % failures, a tenth of them through each of the other outages. */
const EVENTS = Number(process.env['EVENTS'] ?? 10_000);

let seed = Number(process.env['SEED'] ?? Date.now() % 1e9);
process.stdout.write(`seed ${seed}\n`);
const random = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};

let isSound = true;
for (const outage of outages) {
  const events = outage === outages.at(-1) ? EVENTS : EVENTS / 10;
  const result = await runOutage(outage, events, random);
  const { lost, duplicated, outOfOrder, wrongCards, brokenPromises } = result;
  isSound &&= lost + duplicated + outOfOrder + wrongCards + brokenPromises === 0 && result.events >= events;
  const figures = Object.entries(result).map(([key, value]) => `${key} ${value}`);
  process.stdout.write(`${outage.name}: ${figures.join(', ')}\n`);
}
const [, forgotten] = outages;
const found = forgotten
  ? await runOutage(forgotten, EVENTS / 10, random, (chat) => ({
      ...chat,
      find: async () => undefined,
    }))
  : undefined;
const isProved = (found?.duplicated ?? 0) > 0;
process.stdout.write(`without looking before it posts again: duplicated ${found?.duplicated}\n`);
process.stdout.write(`the harness ${isProved ? 'finds' : 'DOES NOT FIND'} what it must\n`);
process.stdout.write(isSound ? 'sound\n' : 'NOT SOUND\n');
process.exitCode = isSound && isProved ? 0 : 1;
