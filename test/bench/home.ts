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
import { measureAudit } from './answers.js';
import { print } from './figures.js';
import { fill } from './store.js';
import { MAX_STRETCH_MS, StretchMeter } from './stretches.js';

const HOME_MAPPINGS = 10_000;
const MAX_CPU_MS = 100;
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
    print(
      `with ${HOME_MAPPINGS} mappings (limit ${MAX_CPU_MS} ms of CPU, ${MAX_STRETCH_MS} ms at a stretch)`,
    );
    const meter = new StretchMeter();
    await measureHome(meter, store, apps, HOME_MAPPINGS);
    await measureAudit(meter, store, () => NOW);
    await store.close();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What people ask for, of a store with so many mappings. */
export async function measureHome(
  { measure }: StretchMeter,
  store: Store,
  apps: JudgedApps,
  count: number,
): Promise<void> {
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

/** Ready a day ago; its certificate ends within three weeks. */
export function readyMapping(id: string, hostname?: string): Omit<StoredMapping, 'version'> {
  const stored = typicalMapping(id, hostname);
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
export function unseenMapping(id: string, hostname?: string): Omit<StoredMapping, 'version'> {
  const stored = typicalMapping(id, hostname);
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
