import { countFrom } from '../../tools/settings.js';
import { isSound, printResult, printVerdict, seededRandom } from '../support/report.js';
import { sabotages } from '../support/sabotage.js';
import { outages } from './outages.js';
import { runOutage } from './run.js';

/** `npm run outage`: EVENTS (10000) with 30 % failures, a tenth of them through each of the other outages. */
const EVENTS = countFrom('EVENTS', 10_000);
const random = seededRandom();

let isAllSound = true;
for (const outage of outages) {
  const events = outage === outages.at(-1) ? EVENTS : EVENTS / 10;
  const result = await runOutage(outage, events, random);
  isAllSound &&= isSound(result) && result.events >= events;
  printResult(outage.name, result);
}
const [, unanswered] = outages;
if (!unanswered) throw new Error('there is no such outage');
const { chat } = sabotages['posts again without searching'];
const found = await runOutage(unanswered, EVENTS / 10, random, chat);
printResult('posts again without searching', found);
printVerdict({ isAllSound, isProved: found.duplicated > 0 });
