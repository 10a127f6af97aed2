import { played } from './played.js';
import { play } from './scenario.js';
import { openStage } from './stage.js';

/** `npm run lab`: plays every scenario and prints what was expected and what was found. */
const stage = await openStage();
let failed = 0;
for (const [index, scenario] of played.entries()) {
  const { got } = await play(stage, scenario, index);
  const [expected, found] = [scenario.expected.join(', ') || '-', got.join(', ') || '-'];
  if (expected !== found) failed++;
  const mark = expected === found ? 'ok  ' : 'FAIL';
  process.stdout.write(`${mark} ${scenario.name.padEnd(52)} ${expected.padEnd(36)} ${found}\n`);
}
await stage.stop();
process.stdout.write(`${played.length - failed} of ${played.length} as expected\n`);
process.exitCode = failed === 0 ? 0 : 1;
