import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorld } from '../../../src/sandbox/world.js';
import { print } from '../../bench/figures.js';
import { end, run } from '../../bench/processes.js';
import { countFrom } from '../../tools/settings.js';
import { seededRandom } from '../support/report.js';
import { startFlapping } from './flapping.js';
import { type Sample, sampleMinute } from './sample.js';
import { hostnameOf, seed } from './seed.js';
import { afterWarmUp, logLimitOf, type Tolerance, trendOf } from './verdict.js';

/**
 * `npm run soak`: the whole bot for MINUTES (30) with MAPPINGS (5000) Ready mappings, each checked every twelve times
 * INTERVAL (20 s), while DNS and TLS of some of them flap. Prints its figures each minute, and whether they stay flat.
 */
const MINUTES = countFrom('MINUTES', 30);
const MAPPINGS = countFrom('MAPPINGS', 5_000);
const INTERVAL_S = countFrom('INTERVAL', 20);
const MINUTE_MS = 60_000;
const ISSUED_WITHIN_MS = 15 * MINUTE_MS;
/** Fewer say nothing: a collector's rhythm takes minutes. */
const MIN_COUNTED = 10;
const NOTHING = { checks: 0, calls: 0 } as const;

interface Figure {
  readonly name: string;
  readonly unit: string;
  /** Of one minute, from its last sample and the one before. */
  readonly of: (now: Sample, before: Pick<Sample, 'checks' | 'calls'>) => number;
  readonly tolerance: Tolerance;
}

const figures: readonly Figure[] = [
  { name: 'memory', unit: 'MiB', of: ({ rssMiB }) => rssMiB, tolerance: { share: 0.1, units: 15 } },
  { name: 'heap', unit: 'MiB', of: ({ heapMiB }) => heapMiB, tolerance: { share: 0.15, units: 15 } },
  {
    name: 'descriptors',
    unit: '',
    of: ({ descriptors }) => descriptors,
    tolerance: { share: 0.1, units: 20 },
  },
  { name: 'event loop p99', unit: 'ms', of: ({ lagMs }) => lagMs, tolerance: { share: 0.25, units: 20 } },
  {
    name: 'checks per mapping',
    unit: '/min',
    of: (now, before) => (now.checks - before.checks) / MAPPINGS,
    tolerance: { share: 0.1, units: 0.02 },
  },
  {
    name: 'calls per mapping',
    unit: '/min',
    of: (now, before) => (now.calls - before.calls) / MAPPINGS,
    tolerance: { share: 0.25, units: 0.02 },
  },
  { name: 'pending', unit: '', of: ({ pending }) => pending, tolerance: { share: 0.25, units: 20 } },
  { name: 'lateness', unit: 's', of: ({ lateS }) => lateS, tolerance: { share: 0.25, units: 10 } },
  { name: 'files', unit: 'MiB', of: ({ filesMiB }) => filesMiB, tolerance: { share: 0.05, units: 0.5 } },
  {
    name: 'largest file',
    unit: 'KiB',
    of: ({ largestKiB }) => largestKiB,
    tolerance: { share: 0.1, units: 64 },
  },
];

const shown = (value: number): string => value.toFixed(Math.abs(value) < 10 ? 2 : 0);

const random = seededRandom();
const world = await startWorld({ issuanceDelayMs: 0, ttlS: 60, negativeTtlS: 60 });
const dataDir = await mkdtemp(join(tmpdir(), 'soak-'));
try {
  const startedAt = performance.now();
  await seed(world, dataDir, MAPPINGS);
  await issued();
  print(`seeded in ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
  const bot = await run('../../src/main.js', {
    ...world.environment,
    DNS_CHECK_INTERVAL: String(INTERVAL_S),
    DATA_DIR: dataDir,
    PORT: '0',
  });
  const flapping = startFlapping(world, MAPPINGS, random);
  try {
    judge(await measure(bot.port));
  } finally {
    flapping.stop();
    await end(bot);
  }
} finally {
  await world.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function issued(): Promise<void> {
  const endsAt = Date.now() + ISSUED_WITHIN_MS;
  for (let at = 0; at < MAPPINGS; at++)
    while (world.edge.servingOf(hostnameOf(at)) !== 'issued') {
      if (Date.now() > endsAt) throw new Error('the certificates were not issued in time');
      await sleep(100);
    }
}

interface Minute {
  readonly sample: Sample;
  /** One for each of the figures. */
  readonly values: readonly number[];
}

async function measure(port: number): Promise<readonly Minute[]> {
  const minutes: Minute[] = [];
  let before: Sample | undefined;
  print(`${MAPPINGS} mappings, ${MINUTES} minutes`);
  for (let minute = 1; minute <= MINUTES; minute++) {
    const now = await sampleMinute(port, dataDir);
    const values = figures.map(({ of }) => of(now, before ?? NOTHING));
    const shownValues = figures.map(({ name, unit }, at) => `${name} ${shown(values[at] ?? 0)}${unit}`);
    print(
      [
        `minute ${minute}`,
        ...shownValues,
        `largest log ${shown(now.logKiB)}KiB`,
        `delivered ${now.delivered}`,
      ].join(', '),
    );
    minutes.push({ sample: now, values });
    before = now;
  }
  return minutes;
}

function judge(minutes: readonly Minute[]): void {
  const counted = afterWarmUp(minutes);
  if (counted.length < MIN_COUNTED) {
    print(`no verdict: ${counted.length} minutes after the warm-up, at least ${MIN_COUNTED} are needed`);
    process.exitCode = 2;
    return;
  }
  let isAllFlat = true;
  for (const [at, { name, unit, tolerance }] of figures.entries()) {
    const values = counted.map((each) => each.values[at] ?? 0);
    const { mean, growth, isFlat } = trendOf(values, tolerance);
    isAllFlat &&= isFlat;
    const verdict = isFlat ? 'flat' : 'NOT FLAT';
    print(
      `${name}: mean ${shown(mean)}${unit}, grew ${shown(growth)}${unit} in ${counted.length} minutes: ${verdict}`,
    );
  }
  const logs = minutes.map(({ sample }) => sample.logKiB);
  const [largest, limit] = [Math.max(...logs), logLimitOf(logs)];
  const isRewritten = largest <= limit;
  isAllFlat &&= isRewritten;
  print(
    `largest log: ${shown(Math.min(...logs))} to ${shown(largest)}KiB, rewritten at ${shown(limit)}KiB: ${isRewritten ? 'flat' : 'NOT FLAT'}`,
  );
  print(isAllFlat ? 'flat' : 'NOT FLAT');
  process.exitCode = isAllFlat ? 0 : 1;
}
