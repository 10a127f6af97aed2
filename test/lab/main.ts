import { played } from './played.js';
import { play } from './scenario.js';
import { openStage } from './stage.js';

/** `npm run lab`: plays every scenario and prints what was expected and what was found. */
const stage = await openStage();
let [failed, open] = [0, 0];
for (const [index, scenario] of played.entries()) {
  const { got } = await play(stage, scenario, index);
  const [expected, found] = [scenario.expected.join(', ') || '-', got.join(', ') || '-'];
  const isMet = expected === found;
  if (!isMet && scenario.isOpen) open++;
  else if (!isMet) failed++;
  const mark = isMet ? 'ok  ' : scenario.isOpen ? 'open' : 'FAIL';
  process.stdout.write(`${mark} ${scenario.name.padEnd(52)} ${expected.padEnd(36)} ${found}\n`);
}
await stage.stop();
process.stdout.write(`${played.length - failed - open} of ${played.length} as expected, ${open} open\n`);
process.exitCode = failed === 0 ? 0 : 1;
