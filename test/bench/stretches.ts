import { openSync, readSync } from 'node:fs';
import { type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { countInTurns } from '../../src/util/concurrency/event-loop.js';
import { median, print } from './figures.js';

const RUNS = 20;
export const MAX_STRETCH_MS = 5;

/** What something that people ask for costs. */
export interface Stretches {
  readonly name: string;
  /** The median, ms. */
  readonly wallMs: number;
  /** The longest of all runs, ms. */
  readonly longestMs: number;
}

/** Measures one thing after another, and keeps the results. */
export class StretchMeter {
  readonly #results: Stretches[] = [];

  get results(): readonly Stretches[] {
    return this.#results;
  }

  /** The median of one of them, ms. */
  wallMsOf(name: string): number {
    return this.#results.find((result) => result.name === name)?.wallMs ?? Number.NaN;
  }

  readonly measure = async (name: string, run: () => Promise<unknown>, runs = RUNS): Promise<void> => {
    this.#results.push(await measured(name, run, runs));
  };
}

/** Counts CPU and blocking in separate runs: watching the loop costs CPU, too. */
async function measured(name: string, run: () => Promise<unknown>, runs: number): Promise<Stretches> {
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
  for (let at = 0; at < runs; at += 1) stretches.push((await longestStretch(run)).ms);
  const [first = Number.NaN] = cpu;
  const longest = Math.max(...stretches);
  print(
    `  ${name}: ${median(wall).toFixed(1)} ms, CPU median ${median(cpu).toFixed(1)} ms, first ${first.toFixed(1)} ms; ` +
      `longest stretch of ${runs} runs ${longest.toFixed(1)} ms (aim ${MAX_STRETCH_MS}), median of the longest ${median(stretches).toFixed(1)} ms`,
  );
  return { name, wallMs: median(wall), longestMs: longest };
}

const IDLE_VISITS = 2_000_000;

/**
 * For comparison: some tenth of a second in turns of half a millisecond that do nothing and leave no garbage. Where one takes
 * longer, the machine does it.
 */
export const idle = (): Promise<void> => countInTurns(IDLE_VISITS, () => undefined);

export interface Stretch {
  readonly ms: number;
  /** How much of it V8 collected garbage, on the clock: never more than `ms`. */
  readonly gcMs: number;
}

/**
 * The longest time between two turns of the event loop during a run: the lesser of the thread's CPU and the time on the
 * clock, since other programs count as time.
 */
export async function longestStretch(run: () => Promise<unknown>): Promise<Stretch> {
  const pauses: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => pauses.push(...list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  let longest = { ms: 0, from: 0, to: 0 };
  let isRunning = true;
  let cpu = threadCpuMs();
  let wall = performance.now();
  const sample = () => {
    const to = performance.now();
    const ms = Math.min(threadCpuMs() - cpu, to - wall);
    if (ms > longest.ms) longest = { ms, from: wall, to };
    cpu = threadCpuMs();
    wall = performance.now();
    if (isRunning) setImmediate(sample);
  };
  setImmediate(sample);
  await new Promise((resolve) => setImmediate(resolve));
  await run();
  isRunning = false;
  await new Promise((resolve) => setImmediate(resolve));
  pauses.push(...observer.takeRecords());
  observer.disconnect();
  const { ms, from, to } = longest;
  const gcMs = pauses.reduce(
    (sum, { startTime, duration }) =>
      sum + Math.max(0, Math.min(to, startTime + duration) - Math.max(from, startTime)),
    0,
  );
  return { ms, gcMs: Math.min(ms, gcMs) };
}

/** Where Linux tells what this thread has used; elsewhere all threads count, those included that collect garbage beside it. */
const SCHEDSTAT = openOrNone('/proc/self/schedstat');
const schedstat = Buffer.alloc(64);

function threadCpuMs(): number {
  // The kernel brings its figure up to date when it is asked for this.
  const ofAll = cpuMsSince({ user: 0, system: 0 });
  if (SCHEDSTAT === undefined) return ofAll;
  const length = readSync(SCHEDSTAT, schedstat, 0, schedstat.length, 0);
  return Number.parseInt(schedstat.toString('latin1', 0, length), 10) / 1_000_000;
}

function openOrNone(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch {
    return undefined;
  }
}

function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
