import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import type { ObservedInput } from '../../core/lifecycle/inputs/observed.js';
import { createMappingProbe, type MappingProbe } from '../../use-cases/shared/probe-mapping.js';
import { checksAtOnce, checksAtRate, claimsOf } from './measured-checks.js';
import {
  bytesPerMapping,
  changesPerSecond,
  flushTimes,
  openMeasuredStore,
  readyMapping,
} from './measured-store.js';
import { type StandIns, startStandIns } from './stand-ins.js';
import { type AskedCapacity, CORE_SHARE, type Measured } from './verdict.js';

const WARM_UP_S = 2;
const AT_ONCE_S = 8;
const AT_RATE_S = 12;
const CHECKED = 50;
/** Besides those that are checked: so that there is some memory to measure. */
const RESTING = 350;
/** CPU of the probes of one steady check, where they can't be run: the highest figure of docs/speed.md. */
const ASSUMED_PROBE_MS = 3.7;

/** Measures this machine for about a minute. Writes only below a new folder beside `dataDir`, which it removes. */
export async function measureMachine(dataDir: string, asked: AskedCapacity): Promise<Measured> {
  const baseBytes = process.memoryUsage().rss;
  const folder = await mkdtemp(join(dirname(dataDir), '.capacity-'));
  const standIns = await startStandIns();
  try {
    const flushMs = await flushTimes(folder);
    return { baseBytes, flushMs, ...machine(), ...(await measuredIn(folder, standIns, asked)) };
  } finally {
    standIns?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Worked = Pick<Measured, 'checkCpuMs' | 'isProbeAssumed' | 'changesPerS' | 'bytesPerMapping' | 'atRate'>;

async function measuredIn(
  dataDir: string,
  standIns: StandIns | undefined,
  { mappings, intervalS }: AskedCapacity,
): Promise<Worked> {
  const probe = standIns && createMappingProbe({ ...standIns.probes, now: Date.now, random: Math.random });
  const store = await openMeasuredStore(dataDir);
  let worked: Omit<Worked, 'bytesPerMapping'>;
  try {
    const drafts = await draftsOf(standIns, probe);
    const stored = await Promise.all(drafts.map((draft) => store.create(draft)));
    const changesPerS = await changesPerSecond(store, stored);
    const work = { store, claims: claimsOf(store), probe, target: standIns?.target };
    await checksAtOnce(work, WARM_UP_S);
    const { checkCpuMs: own } = await checksAtOnce(work, AT_ONCE_S);
    const checkCpuMs = own + (probe ? 0 : ASSUMED_PROBE_MS);
    const rate = mappings / intervalS;
    const isTooMuch = probe === undefined || rate * checkCpuMs > CORE_SHARE * 1_000;
    const atRate = isTooMuch ? undefined : await checksAtRate(work, rate, AT_RATE_S);
    worked = { checkCpuMs, isProbeAssumed: probe === undefined, changesPerS, atRate };
  } finally {
    await store.close();
  }
  return { ...worked, bytesPerMapping: await bytesPerMapping(dataDir, CHECKED + RESTING) };
}

/** Mappings as a first check sees them; most of them rest. */
async function draftsOf(standIns: StandIns | undefined, probe: MappingProbe | undefined) {
  const hostnames =
    standIns?.hostnames ?? Array.from({ length: CHECKED }, (_, at) => `shop-${at}.example.com`);
  let seen: ObservedInput | undefined;
  const drafts: ReturnType<typeof readyMapping>[] = [];
  for (const hostname of hostnames) {
    if (probe && standIns)
      seen = await probe(readyMapping(hostname).mapping, { target: standIns.target }, true);
    drafts.push(readyMapping(hostname, seen));
  }
  for (let at = 0; at < RESTING; at++) {
    const draft = readyMapping(`resting-${at}.example.com`, seen);
    drafts.push({ ...draft, mapping: { ...draft.mapping, nextCheckAt: undefined } });
  }
  return drafts;
}

function machine(): Pick<Measured, 'memoryBytes' | 'cores'> {
  // 0 or absent without a limit; huge where the container has none.
  const contained = process.constrainedMemory() || totalmem();
  const memoryBytes = Math.min(contained, totalmem(), getHeapStatistics().heap_size_limit);
  return { memoryBytes, cores: availableParallelism() };
}
