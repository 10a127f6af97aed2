import { dependencies, sabotages } from './dependencies.js';
import { INTERVAL_MS, type Result, runLiveness } from './run.js';

/** `npm run liveness`: every bad dependency beside healthy mappings, and what must be found out. */
const LIMIT_S = INTERVAL_MS / 1_000;
const t = (name: string, { lateS, checks, calls, accepted }: Result): void =>
  void process.stdout.write(
    `${name}: latest healthy check ${lateS.toFixed(1)} s after its interval (limit ${LIMIT_S}), healthy checks ${checks}, checks in all ${calls}, accepted ${accepted}\n`,
  );

let isLive = true;
for (const bad of dependencies) {
  const result = await runLiveness(bad);
  isLive &&= result.lateS <= LIMIT_S;
  t(bad.name, result);
}
let isProved = true;
for (const { name, bad, sabotage } of sabotages) {
  const dependency = dependencies.find((each) => each.name === bad);
  if (!dependency) throw new Error(`there is no dependency ${bad}`);
  const result = await runLiveness(dependency, sabotage);
  isProved &&= result.lateS > LIMIT_S;
  t(`sabotage, ${name}`, result);
}
process.stdout.write(`the harness ${isProved ? 'finds' : 'DOES NOT FIND'} what it must\n`);
process.stdout.write(isLive ? 'live\n' : 'NOT LIVE\n');
process.exitCode = isLive && isProved ? 0 : 1;
