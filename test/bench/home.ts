import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mapping } from '../../src/core/mapping.js';
import { homeView } from '../../src/slack/views/home.js';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.js';
import type { Store, StoredMapping } from '../../src/store/store.js';
import type { Ports } from '../../src/use-cases/ports.js';
import { home } from '../../src/use-cases/reports/home.js';
import { type ListDeps, list } from '../../src/use-cases/reports/list.js';
import { overview } from '../../src/use-cases/reports/overview.js';
import { createTally } from '../../src/use-cases/reports/tally.js';
import { createJudge, type JudgedApps } from '../../src/use-cases/shared/conditions.js';
import { silentLog } from '../store/temporary.js';
import { NOON, typicalMapping } from '../store/typical-mapping.js';
import { POLICY, TARGET } from '../support/observations.js';
import { translatorFor } from '../support/translator.js';
import { median, print } from './figures.js';
import { fill } from './store.js';

const HOME_MAPPINGS = 10_000;
const RUNS = 30;
const MAX_CPU_MS = 100;
const MAX_BLOCK_MS = 5;
const DAY = 86_400_000;
const NOW = NOON + 3_600_000;
const READER = { user: 'U0123456789', team: 'T1', channel: '', requestId: 'r' };

/** Prints what Home, an overview and a page cost with 10,000 mappings, and how long they block the event loop. */
export async function benchHome(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-home-'));
  try {
    await fill(dataDir, HOME_MAPPINGS, [typicalMapping, readyMapping, readyMapping, unseenMapping]);
    const apps = new Map([['shop', { target: TARGET, intervalMs: POLICY.intervalMs }]]);
    const judge = createJudge({ policy: POLICY, now: () => NOW }, () => apps);
    const store = await openLowdbStore({
      dataDir,
      now: () => NOW,
      newToken: randomUUID,
      log: silentLog,
      judge,
    });
    print(`with ${HOME_MAPPINGS} mappings (limit ${MAX_CPU_MS} ms of CPU, ${MAX_BLOCK_MS} ms at a stretch)`);
    await measureHome(store, apps, HOME_MAPPINGS);
    await store.close();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What people ask for, of a store with so many mappings. */
export async function measureHome(store: Store, apps: JudgedApps, count: number): Promise<void> {
  const deps = {
    store,
    apps,
    policy: POLICY,
    now: () => NOW,
    roles: { roleOf: async () => 'admin', operators: [], admins: [] },
    channels: [],
    guestsMayView: false,
    log: silentLog,
    // What lists don't use is left out.
  } as unknown as ListDeps;
  const counted = { ...deps, tally: createTally(deps as unknown as Ports) };
  const translator = translatorFor({ target: TARGET }, () => NOW);
  await measure('Home, with its view', async () => homeView(await home(counted, READER), translator));
  await measure('overview', () => overview(counted, READER));
  await measure('first page of a list', () => list(counted, {}, '', 0, READER));
  await measure('last page of a list', () => list(counted, {}, '', count - 10, READER));
  await measure('list of a health', () => list(counted, { health: ['good'] }, '', 0, READER));
  await measure('list of a text', () => list(counted, { text: 'm99' }, 'm99', 0, READER));
}

/** Counts CPU and blocking in separate runs: watching the loop costs CPU, too. */
async function measure(name: string, run: () => Promise<unknown>): Promise<void> {
  const cpu: number[] = [];
  const wall: number[] = [];
  for (let at = 0; at < RUNS; at += 1) {
    const startedAt = performance.now();
    const before = process.cpuUsage();
    await run();
    cpu.push(cpuMsSince(before));
    wall.push(performance.now() - startedAt);
  }
  const blocks: Block[] = [];
  for (let at = 0; at < RUNS; at += 1) blocks.push(await longestBlock(run));
  const [first = Number.NaN] = cpu;
  const longest = (by: keyof Block) => Math.max(...blocks.map((block) => block[by])).toFixed(1);
  print(
    `  ${name}: ${median(wall).toFixed(1)} ms, CPU median ${median(cpu).toFixed(1)} ms, first ${first.toFixed(1)} ms; ` +
      `longest block in ${RUNS} runs ${longest('cpuMs')} ms of CPU, ${longest('wallMs')} ms on the clock ` +
      `(median of the longest ${median(blocks.map(({ cpuMs }) => cpuMs)).toFixed(1)} ms of CPU)`,
  );
}

interface Block {
  /** What this process computed meanwhile: others on the machine don't count. */
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** The longest time between two turns of the event loop during a run. */
async function longestBlock(run: () => Promise<unknown>): Promise<Block> {
  let cpuMs = 0;
  let wallMs = 0;
  let isRunning = true;
  let cpu = process.cpuUsage();
  let wall = performance.now();
  const measure = () => {
    cpuMs = Math.max(cpuMs, cpuMsSince(cpu));
    wallMs = Math.max(wallMs, performance.now() - wall);
    cpu = process.cpuUsage();
    wall = performance.now();
    if (isRunning) setImmediate(measure);
  };
  setImmediate(measure);
  await new Promise((resolve) => setImmediate(resolve));
  await run();
  isRunning = false;
  await new Promise((resolve) => setImmediate(resolve));
  return { cpuMs, wallMs };
}

function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Ready a day ago; its certificate ends within three weeks. */
export function readyMapping(id: string): Omit<StoredMapping, 'version'> {
  const stored = typicalMapping(id);
  const { dns, ssl } = stored.mapping;
  const edges = (ssl.observation?.edges ?? []).map((edge) =>
    edge.certificate
      ? {
          ...edge,
          certificate: {
            ...edge.certificate,
            nameMatches: true,
            validFrom: NOON - 70 * DAY,
            validTo: NOON + 20 * DAY,
          },
        }
      : edge,
  );
  const mapping: Mapping = {
    ...stored.mapping,
    stage: 'done',
    outcome: { stage: 'done', at: NOON - DAY },
    dns,
    ssl: {
      ...ssl,
      state: 'valid',
      issuedAt: NOON - DAY,
      watched: { fingerprint: 'AB:CD', validTo: NOON + 20 * DAY },
      observation: ssl.observation && { ...ssl.observation, edges },
    },
  };
  return { ...stored, mapping };
}

/** Its DNS has no record of ours yet. */
export function unseenMapping(id: string): Omit<StoredMapping, 'version'> {
  const stored = typicalMapping(id);
  const { dns, ...others } = stored.mapping;
  const mapping: Mapping = {
    ...others,
    stage: 'checking-dns',
    requestedBy: 'U9876543210',
    dns: { ...dns, state: 'wrong', publishedAt: undefined, propagatedAt: undefined },
    ssl: { state: 'unknown', since: NOON, contradictions: 0 },
  };
  return { ...stored, mapping };
}
