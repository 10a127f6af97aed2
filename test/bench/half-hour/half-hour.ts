import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { countFrom } from '../../tools/settings.js';
import { MIB, print } from '../figures.js';
import { cpuMsOf, end, type Running, residentMiB, run, startOptions } from '../processes.js';
import { firstDueMs, hostnameOf, idOf, kindOf } from './domains.js';
import { CheckFollower, isWrittenSince } from './follow-checks.js';

/** `MINUTES` and `MAPPINGS` make it shorter and smaller, `LEAD_S` lets it begin later on a busy machine. */
const MINUTES = countFrom('MINUTES', 30);
const MAPPINGS = countFrom('MAPPINGS', 100_000);
/** For records, certificates and zones, and for the bot's start. */
const LEAD_MS = 1_000 * countFrom('LEAD_S', Math.ceil(20 + MAPPINGS / 500));
/** What `npm start` tells Node, and what counts beside the bot. */
const NODE_OPTIONS = [
  ...startOptions,
  `--import=${new URL('./count-flushes.js', import.meta.url).href}`,
].join(' ');
const MAX_LATE_MS = 5_000;
const MAX_CPU_PERCENT = 60;
const MAX_RESIDENT_MIB = 300;

/**
 * The whole bot with 100,000 domains for half an hour: one in twenty waits and is checked every 300 s, the others are
 * Ready and checked once an hour. Everything else runs in a process of its own.
 */
export async function benchHalfHour(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-half-hour-'));
  const startsAt = Date.now() + LEAD_MS;
  const standIns = startStandIns(dataDir, startsAt);
  try {
    const environment = await standIns.environment;
    print(
      `${MAPPINGS} domains, ${MINUTES} minutes; seeded ${seconds(startsAt - Date.now())} before the first check`,
    );
    const bot = await run('../../src/main.js', {
      ...environment,
      DATA_DIR: dataDir,
      PORT: '0',
      DISK_WRITES_FILE: join(dataDir, 'disk-writes.json'),
      NODE_OPTIONS,
    });
    try {
      print(
        `bot started in ${seconds(bot.startMs)}, ${seconds(startsAt - Date.now())} before the first check`,
      );
      if (Date.now() > startsAt)
        throw new Error('the first checks were due before the bot had started: begin later, by LEAD_S');
      await sleep(startsAt - Date.now());
      await measure(bot, dataDir, startsAt);
    } finally {
      await end(bot);
    }
  } finally {
    standIns.process.kill('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface StandIns {
  readonly process: ChildProcess;
  readonly environment: Promise<Record<string, string>>;
}

function startStandIns(dataDir: string, startsAt: number): StandIns {
  const script = fileURLToPath(new URL('./stand-ins.js', import.meta.url));
  const child = spawn(process.execPath, [script], {
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: dataDir,
      STARTS_AT: String(startsAt),
      MAPPINGS: String(MAPPINGS),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const read = async () => {
    for await (const line of createInterface({ input: child.stdout }))
      return (JSON.parse(line) as { environment: Record<string, string> }).environment;
    throw new Error('the stand-ins ended before they were ready');
  };
  return { process: child, environment: read() };
}

interface Usage {
  readonly at: number;
  readonly cpuMs: number;
  readonly bytes: number;
  readonly flushes: number;
}

async function measure(bot: Running, dataDir: string, startsAt: number): Promise<void> {
  const firstDue = new Map(
    Array.from({ length: MAPPINGS }, (_, at) => [idOf(at), startsAt + firstDueMs(at, MAPPINGS)] as const),
  );
  const follower = new CheckFollower(join(dataDir, 'checks.jsonl'), firstDue);
  const first = await usageOf(bot, dataDir);
  const checkedBefore = await checksOf(bot.port);
  let last = first;
  let peakMiB = 0;
  for (let minute = 1; minute <= MINUTES; minute++) {
    for (let second = 0; second < 60; second++) {
      await sleep(Math.max(0, startsAt + ((minute - 1) * 60 + second + 1) * 1_000 - Date.now()));
      await follower.read();
      peakMiB = Math.max(peakMiB, await residentMiB(bot));
    }
    const usage = await usageOf(bot, dataDir);
    print(
      `  minute ${minute}: ${shownUsage(last, usage)}; ${shownLateness(follower.lateMs)}; ${peakMiB.toFixed(0)} MiB at most`,
    );
    last = usage;
  }
  const checks = (await checksOf(bot.port)) - checkedBefore;
  const numberOf = new Map(Array.from({ length: MAPPINGS }, (_, at) => [idOf(at), at] as const));
  const overdueMs = await follower.oldestOverdueMs(Date.now(), (id) => {
    const name = `${hostnameOf(numberOf.get(id) ?? 0)}.${id}.json`;
    return isWrittenSince(join(dataDir, 'mappings', name), startsAt);
  });
  const cpuPercent = cpuPercentOf(first, last);
  const latestMs = Math.max(
    overdueMs,
    follower.lateMs.reduce((most, each) => Math.max(most, each), 0),
  );
  const tooLate = follower.lateMs.filter((each) => each > MAX_LATE_MS).length;
  const waiting = [...numberOf.values()].filter((at) => kindOf(at) !== 'ready').length;
  print(
    `in all: ${MAPPINGS} domains, ${waiting} of them waiting: ${checks} checks, ${follower.lateMs.length} of them without news`,
  );
  print(
    `  lateness until DNS was seen: ${shownLateness(follower.lateMs)}; oldest overdue at the end ${seconds(overdueMs)}; ${tooLate} over ${seconds(MAX_LATE_MS)} (aim 0)`,
  );
  print(
    `  CPU of the bot: ${cpuPercent.toFixed(1)} % of a core (aim ${MAX_CPU_PERCENT}), ${((last.cpuMs - first.cpuMs) / checks).toFixed(2)} ms a check`,
  );
  print(
    `  resident memory at most ${peakMiB.toFixed(0)} MiB (aim ${MAX_RESIDENT_MIB}); ${((last.bytes - first.bytes) / MIB).toFixed(1)} MiB written, ${last.flushes - first.flushes} flushes, ${(checks / (last.flushes - first.flushes)).toFixed(1)} checks a flush`,
  );
  const isMet = latestMs <= MAX_LATE_MS && cpuPercent <= MAX_CPU_PERCENT && peakMiB <= MAX_RESIDENT_MIB;
  if (!isMet) process.exitCode = 1;
}

async function usageOf(bot: Running, dataDir: string): Promise<Usage> {
  const cpuMs = await cpuMsOf(bot.process);
  const written = await readFile(join(dataDir, 'disk-writes.json'), 'utf8').catch(() => '{}');
  return { at: performance.now(), cpuMs, bytes: 0, flushes: 0, ...(JSON.parse(written || '{}') as object) };
}

async function checksOf(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith('domain_bot_check_duration_seconds_count'));
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}

const cpuPercentOf = (from: Usage, to: Usage): number => ((to.cpuMs - from.cpuMs) / (to.at - from.at)) * 100;

const shownUsage = (from: Usage, to: Usage): string =>
  `CPU ${cpuPercentOf(from, to).toFixed(1)} % of a core, ${to.flushes - from.flushes} flushes`;

function shownLateness(lateMs: readonly number[]): string {
  const sorted = Float64Array.from(lateMs).sort();
  const quantile = (share: number) => seconds(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return `${sorted.length} checks, median ${quantile(0.5)}, p99 ${quantile(0.99)}, latest ${quantile(1)}`;
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;
