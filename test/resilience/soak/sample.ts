import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MIB } from '../../bench/figures.js';
import { FLAPPING } from './flapping.js';

/** Counters since the start, and what is so at the moment. */
interface Scrape {
  readonly rssMiB: number;
  readonly heapMiB: number;
  readonly descriptors: number;
  readonly lagMs: number;
  readonly checks: number;
  readonly calls: number;
  readonly delivered: number;
  readonly pending: number;
  readonly lateS: number;
}

export interface Sample extends Scrape {
  /** Of mappings that do not flap: their files get no new events. */
  readonly filesMiB: number;
  /** Of files that are not logs. */
  readonly largestKiB: number;
  /** The largest log: it grows and is rewritten. */
  readonly logKiB: number;
}

const SCRAPES_PER_MINUTE = 12;

/** One minute. Of what the collector frees again and a burst holds open: the least; of delays: the mean. */
export async function sampleMinute(port: number, dataDir: string): Promise<Sample> {
  const scrapes: Scrape[] = [];
  for (let at = 0; at < SCRAPES_PER_MINUTE; at++) {
    await sleep(60_000 / SCRAPES_PER_MINUTE);
    scrapes.push(await scrape(port));
  }
  const last = scrapes.at(-1);
  if (!last) throw new Error('nothing was scraped');
  const least = (of: (each: Scrape) => number) => Math.min(...scrapes.map(of));
  return {
    ...last,
    rssMiB: least(({ rssMiB }) => rssMiB),
    heapMiB: least(({ heapMiB }) => heapMiB),
    descriptors: least(({ descriptors }) => descriptors),
    lagMs: scrapes.reduce((sum, { lagMs }) => sum + lagMs, 0) / scrapes.length,
    lateS: Math.max(...scrapes.map(({ lateS }) => lateS)),
    ...(await filesIn(dataDir)),
  };
}

async function scrape(port: number): Promise<Scrape> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return {
    rssMiB: sumOf(text, 'process_resident_memory_bytes') / MIB,
    heapMiB: sumOf(text, 'nodejs_heap_size_used_bytes') / MIB,
    descriptors: sumOf(text, 'process_open_fds'),
    lagMs: sumOf(text, 'nodejs_eventloop_lag_p99_seconds') * 1_000,
    checks: sumOf(text, 'domain_bot_check_duration_seconds_count'),
    calls: sumOf(text, 'domain_bot_call_duration_seconds_count'),
    delivered: sumOf(text, 'domain_bot_deliveries_total'),
    pending: sumOf(text, 'domain_bot_deliveries_pending'),
    lateS: Math.max(0, ...valuesOf(text, 'domain_bot_lane_lateness_seconds')),
  };
}

const valuesOf = (text: string, name: string): number[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
    .map((line) => Number(line.slice(line.lastIndexOf(' '))));

const sumOf = (text: string, name: string): number =>
  valuesOf(text, name).reduce((sum, value) => sum + value, 0);

const mayFlap = (name: string): boolean => Number(/soak-(\d+)\.com/.exec(name)?.[1] ?? FLAPPING) < FLAPPING;

async function filesIn(folder: string): Promise<Pick<Sample, 'filesMiB' | 'largestKiB' | 'logKiB'>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let steady = 0;
  let largest = 0;
  let log = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    // It may be renamed just now.
    const { size } = (await stat(join(entry.parentPath, entry.name)).catch(() => undefined)) ?? { size: 0 };
    if (entry.name.endsWith('.jsonl')) {
      log = Math.max(log, size);
      continue;
    }
    largest = Math.max(largest, size);
    if (!mayFlap(entry.name)) steady += size;
  }
  return { filesMiB: steady / MIB, largestKiB: largest / 1024, logKiB: log / 1024 };
}
