import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Counters since the start, and what is so at the moment. */
export interface Sample {
  readonly rssMiB: number;
  readonly heapMiB: number;
  readonly descriptors: number;
  readonly lagMs: number;
  readonly checks: number;
  readonly calls: number;
  readonly delivered: number;
  readonly pending: number;
  readonly lateS: number;
  readonly filesMiB: number;
  readonly largestKiB: number;
}

const MIB = 1024 * 1024;

/** As `/metrics` and the disk say. */
export async function takeSample(port: number, dataDir: string): Promise<Sample> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const sizes = await sizesIn(dataDir);
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
    filesMiB: sizes.reduce((sum, size) => sum + size, 0) / MIB,
    largestKiB: Math.max(0, ...sizes) / 1024,
  };
}

const valuesOf = (text: string, name: string): number[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
    .map((line) => Number(line.slice(line.lastIndexOf(' '))));

const sumOf = (text: string, name: string): number =>
  valuesOf(text, name).reduce((sum, value) => sum + value, 0);

async function sizesIn(folder: string): Promise<number[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(
      async ({ parentPath, name }) => (await stat(join(parentPath, name)).catch(() => undefined))?.size,
    ),
  );
  return sizes.flatMap((size) => size ?? []);
}
