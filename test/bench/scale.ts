import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { MappingLinks } from '../../src/core/mapping.js';
import type { DomainRecord, Multisite } from '../../src/multisite/multisite.js';
import { openNetworkSnapshot } from '../../src/multisite/network-snapshot.js';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.js';
import type { Store } from '../../src/store/store.js';
import type { App, Ports } from '../../src/use-cases/ports.js';
import { createJudge } from '../../src/use-cases/shared/conditions.js';
import { reconcileNetwork } from '../../src/use-cases/worker/reconcile-network.js';
import { silentLog } from '../store/temporary.js';
import { NOON, typicalMapping } from '../store/typical-mapping.js';
import { POLICY, TARGET } from '../support/observations.js';
import { measureAnswers } from './answers.js';
import { MIB, median, print, timed } from './figures.js';
import { measureHome, readyMapping, unseenMapping } from './home.js';
import { startOptions } from './processes.js';
import { type MeasuredRow, type Row, rounded, within } from './rows.js';
import { fill } from './store.js';
import { idle, MAX_STRETCH_MS, StretchMeter } from './stretches.js';

const SCALE = 100_000;
const STARTS = 5;
const READINGS = 5;
const MAX_OVERVIEW_MS = 1;
const MAX_MEMORY_MIB = 300;
const MAX_NETWORK_MIB = 100;
const SCALE_NOW = NOON + 3_600_000;

export interface ScaleFigures {
  readonly rows: readonly Row[];
  /** A page of the list that people ask for. */
  readonly pageMs: number;
}

/** What one process costs with 100,000 mappings: its start, its memory, what people ask for, a network's reading. */
export async function benchScale(): Promise<ScaleFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-scale-'));
  try {
    await fill(dataDir, SCALE, [typicalMapping, readyMapping, readyMapping, unseenMapping]);
    return await benchScaleOf(dataDir);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function benchScaleOf(dataDir: string): Promise<ScaleFigures> {
  const starts = await benchStarts(dataDir);
  const apps = new Map([['shop', { target: TARGET, intervalMs: POLICY.intervalMs }]]);
  const store = await openLowdbStore({
    dataDir,
    now: () => SCALE_NOW,
    newToken: randomUUID,
    log: silentLog,
    judge: createJudge({ policy: POLICY, now: () => SCALE_NOW }, () => apps),
  });
  const network = await benchNetwork(store);
  print(`what people ask for, ${SCALE} mappings`);
  const meter = new StretchMeter();
  await meter.measure('nothing, in turns, for comparison', idle);
  await measureHome(meter, store, apps, SCALE);
  await measureAnswers(meter, store, () => SCALE_NOW, SCALE);
  await store.close();
  const rows = [
    ...starts,
    ...network,
    within(`overview of ${SCALE}`, meter.wallMsOf('overview'), MAX_OVERVIEW_MS, 'ms'),
    ...meter.results.map(({ name, longestMs }) =>
      within(`event loop at a stretch: ${name}`, longestMs, MAX_STRETCH_MS, 'ms'),
    ),
  ];
  const pages = ['first page of a list', 'last page of a list'];
  return { rows, pageMs: Math.max(...pages.map((page) => meter.wallMsOf(page))) };
}

interface Start {
  readonly openMs: number;
  readonly limitMs: number;
  readonly rss: number;
  readonly peak: number;
}

/** Each start in a process of its own. */
async function benchStarts(dataDir: string): Promise<readonly MeasuredRow[]> {
  const script = fileURLToPath(new URL('./store-start.js', import.meta.url));
  const start = async (): Promise<Start> =>
    JSON.parse(
      (await promisify(execFile)(process.execPath, [...startOptions, '--expose-gc', script, dataDir])).stdout,
    );
  const full = await start();
  const later: Start[] = [];
  for (let at = 0; at < STARTS; at += 1) later.push(await start());
  const best = later.toSorted((one, other) => one.openMs / one.limitMs - other.openMs / other.limitMs)[
    Math.floor(STARTS / 2)
  ] as Start;
  print(`start with ${SCALE} mappings, reading every file: ${seconds(full.openMs)}, ${mib(full.rss)} MiB`);
  return [
    {
      what: `start with ${SCALE} mappings`,
      figure: seconds(best.openMs),
      limit: `index read and parsed, stat of each file: ${seconds(best.limitMs)}`,
      ratio: best.openMs / best.limitMs,
      aim: { atMost: 2 },
    },
    within(`memory with ${SCALE} mappings, store alone, at most`, best.peak / MIB, MAX_MEMORY_MIB, 'MiB'),
    within('the same after reading every file, garbage collected', full.rss / MIB, MAX_MEMORY_MIB, 'MiB'),
  ];
}

/** Every mapping has its record, and nothing has changed. */
async function benchNetwork(store: Store): Promise<readonly MeasuredRow[]> {
  const domainRecords = Array.from(
    { length: SCALE },
    (_, at): DomainRecord => ({
      id: at + 1,
      domain: `m${at}.example.com`,
      siteId: at + 2,
      stage: 'done',
      isActive: true,
      isPrimary: true,
      isSecure: true,
    }),
  );
  const rest = { listDomainRecords: async () => ({ domainRecords, unreadable: [] }) } as unknown as Multisite;
  const app = {
    name: 'other',
    hosting: { internalDomains: ['closte.com'] },
    multisite: { url: 'https://network.example.org', host: 'network.example.org', rest },
  } as unknown as App;
  const linked = await linkedStore(store);
  const deps = { store: linked, log: silentLog, now: () => SCALE_NOW } as unknown as Ports;
  const known = openNetworkSnapshot(store.documents, 'other');
  await reconcileNetwork(deps, known, app);
  const readings: number[] = [];
  const passes: number[] = [];
  global.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  for (let at = 0; at < READINGS; at += 1) {
    passes.push(await timed(() => onePass(linked, domainRecords)));
    readings.push(await timed(() => reconcileNetwork(deps, known, app)));
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const [limit, reading] = [median(passes), median(readings)];
  return [
    {
      what: `reading a network of ${SCALE} domains`,
      figure: `${rounded(reading)} ms`,
      limit: `one pass over index and list: ${rounded(limit)} ms`,
      ratio: reading / limit,
      aim: { atMost: 3 },
    },
    within('its memory beyond that', (peak - before) / MIB, MAX_NETWORK_MIB, 'MiB'),
  ];
}

/**
 * As if the mappings were linked with the records, without the 100,000 writes that it takes first. `domainRecordOf`: the id of
 * the record that a mapping is linked with, by the mapping's number.
 */
export async function linkedStore(
  store: Store,
  domainRecordOf: (at: number) => number = (at) => at + 1,
): Promise<Store> {
  const batches: (readonly MappingLinks[])[] = [];
  for await (const batch of store.links('shop'))
    batches.push(
      batch.map((links) => {
        const at = Number(links.hostname.slice(1, -'.example.com'.length));
        return new LinkedMapping(links, at, domainRecordOf(at));
      }),
    );
  return {
    ...store,
    links: async function* () {
      yield* batches;
    },
  };
}

/** Makes what it is asked for, as the index does, which holds no object for it either. */
class LinkedMapping implements MappingLinks {
  constructor(
    private readonly links: MappingLinks,
    private readonly number: number,
    private readonly domainRecordId: number,
  ) {}

  get id() {
    return this.links.id;
  }

  get hostname() {
    return this.links.hostname;
  }

  get stage() {
    return this.links.stage;
  }

  get primary() {
    return this.links.primary;
  }

  get alias() {
    return this.links.alias;
  }

  get dns() {
    return this.links.dns;
  }

  get ssl() {
    return this.links.ssl;
  }

  get site() {
    const at = this.number;
    const record = { id: at + 1, siteId: at + 2, stage: 'done', isActive: true, isSecure: true };
    return { state: this.links.site.state, record };
  }

  get siteLink() {
    return { siteId: this.number + 2, domainRecordId: this.domainRecordId, state: 'present' } as const;
  }
}

/** Looks up each mapping's record, and nothing else. */
async function onePass(store: Store, domainRecords: readonly DomainRecord[]): Promise<void> {
  const byDomain = new Map(domainRecords.map((domainRecord) => [domainRecord.domain, domainRecord]));
  let found = 0;
  for await (const batch of store.links('shop'))
    for (const { hostname } of batch) if (byDomain.has(hostname)) found += 1;
  if (found !== SCALE) throw new Error(`the pass found ${found} records`);
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;
const mib = (bytes: number): string => (bytes / MIB).toFixed(0);
