import { median, print } from './figures.js';

const RUNS = 20;
export const MAX_STRETCH_MS = 5;

/** Counts CPU and blocking in separate runs: watching the loop costs CPU, too. */
export async function measure(name: string, run: () => Promise<unknown>, runs = RUNS): Promise<void> {
  const cpu: number[] = [];
  const wall: number[] = [];
  for (let at = 0; at < runs; at += 1) {
    const startedAt = performance.now();
    const before = process.cpuUsage();
    await run();
    cpu.push(cpuMsSince(before));
    wall.push(performance.now() - startedAt);
  }
  const stretches: number[] = [];
  for (let at = 0; at < runs; at += 1) stretches.push(await longestStretchMs(run));
  const [first = Number.NaN] = cpu;
  const longest = Math.max(...stretches);
  print(
    `  ${name}: ${median(wall).toFixed(1)} ms, CPU median ${median(cpu).toFixed(1)} ms, first ${first.toFixed(1)} ms; ` +
      `longest stretch of ${runs} runs ${longest.toFixed(1)} ms (aim ${MAX_STRETCH_MS}), median of the longest ${median(stretches).toFixed(1)} ms`,
  );
}

/**
 * The longest time between two turns of the event loop during a run: the lesser of the process's CPU and the time on the
 * clock. Threads that collect garbage beside it count as CPU, other programs as time.
 */
async function longestStretchMs(run: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isRunning = true;
  let cpu = process.cpuUsage();
  let wall = performance.now();
  const sample = () => {
    longest = Math.max(longest, Math.min(cpuMsSince(cpu), performance.now() - wall));
    cpu = process.cpuUsage();
    wall = performance.now();
    if (isRunning) setImmediate(sample);
  };
  setImmediate(sample);
  await new Promise((resolve) => setImmediate(resolve));
  await run();
  isRunning = false;
  await new Promise((resolve) => setImmediate(resolve));
  return longest;
}

function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
