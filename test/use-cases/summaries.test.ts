import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.js';
import type { Store } from '../../src/store/store.js';
import type { App } from '../../src/use-cases/ports.js';
import { home } from '../../src/use-cases/reports/home.js';
import { type ListDeps, list } from '../../src/use-cases/reports/list.js';
import { overview } from '../../src/use-cases/reports/overview.js';
import { createJudge } from '../../src/use-cases/shared/conditions.js';
import { Ranking } from '../../src/util/collections.js';
import { recordingLog, silentLog, temporaryFolder } from '../store/temporary.js';
import { NOON, typicalMapping } from '../store/typical-mapping.js';
import { POLICY, TARGET } from '../support/observations.js';
import { plainSummary } from '../support/plain-summary.js';

const ACTOR = { user: 'U0123456789', team: 'T1', channel: 'C1', requestId: 'r' };
const MAPPINGS = 60;
const HOUR_MS = 3_600_000;

const shop = { target: TARGET, intervalMs: POLICY.intervalMs } as App;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
let apps: Map<string, App>;
let now: number;

const open = () =>
  openLowdbStore({
    dataDir: folder.path,
    now: () => now,
    newToken: randomUUID,
    log: silentLog,
    judge: createJudge({ policy: POLICY, now: () => now }, () => apps),
  });

beforeEach(async () => {
  folder = await temporaryFolder();
  apps = new Map([['shop', shop]]);
  now = NOON + HOUR_MS;
  store = await open();
  await Promise.all(Array.from({ length: MAPPINGS }, (_, at) => store.create(typicalMapping(`m${at}`))));
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

/** Counts the records read; `fails` can't be read. */
function depsOf({ fails = '' } = {}) {
  const read: string[] = [];
  const { log, lines } = recordingLog();
  const load: Store['load'] = async (id) => {
    read.push(id);
    if (id === fails) throw new Error('EIO');
    return store.load(id);
  };
  const deps = {
    store: { ...store, load },
    apps,
    policy: POLICY,
    now: () => now,
    roles: { roleOf: async () => 'admin', operators: [], admins: [] },
    channels: [],
    guestsMayView: false,
    log,
  } as unknown as ListDeps;
  return { deps, read, lines };
}

describe('what is shown of many mappings', () => {
  it('is counted from summaries; only the mappings shown are read', async () => {
    const { deps, read } = depsOf();
    expect(await overview(deps, ACTOR)).toMatchObject({ total: MAPPINGS, counts: { host: MAPPINGS } });
    expect(read).toHaveLength(5);
    await home(deps, ACTOR);
    expect(read).toHaveLength(5 + 6 + 6);
    expect(await list(deps, {}, '', 55, ACTOR)).toMatchObject({ total: MAPPINGS, offset: 55 });
    expect(read).toHaveLength(5 + 6 + 6 + 5);
  });

  it.each([
    [
      'the clock was set back',
      () => {
        now = NOON;
      },
    ],
    [
      'a certificate became late',
      () => {
        now = NOON + 20 * HOUR_MS;
      },
    ],
    [
      'the target changed',
      () => void apps.set('shop', { ...shop, target: { ...TARGET, ipv4: ['192.0.2.99'] } }),
    ],
    ['an admin changed the interval', () => void apps.set('shop', { ...shop, intervalMs: 1_000 })],
  ])('is the same as from the records, even after %s', async (_, happen) => {
    happen();
    const { deps } = depsOf();
    const bare = { ...deps, store: { ...deps.store, summaries: withoutJudgements } };
    expect(await home(deps, ACTOR)).toEqual(await home(bare, ACTOR));
    expect(await overview(deps, ACTOR)).toEqual(await overview(bare, ACTOR));
  });

  it('is judged again once, when another interval counts', async () => {
    // What is in memory is not judged again.
    await store.close();
    store = await open();
    apps.set('shop', { ...shop, intervalMs: 2_000 });
    const { deps, read } = depsOf();
    await overview(deps, ACTOR);
    expect(read).toHaveLength(MAPPINGS + 5);
    await overview(deps, ACTOR);
    expect(read).toHaveLength(MAPPINGS + 5 + 5);
  });

  it('leaves out a mapping that can’t be read, says so in the log, and shows the others', async () => {
    const first = (await list(depsOf().deps, {}, '', 0, ACTOR)).mappings[0]?.mapping.id;
    const { deps, lines } = depsOf({ fails: first ?? '' });
    expect((await list(deps, {}, '', 0, ACTOR)).mappings).toHaveLength(9);
    expect(lines).toMatchObject([{ level: 'error', facts: { mapping: first } }]);
  });
});

async function* withoutJudgements(query: Parameters<Store['summaries']>[0]) {
  for await (const batch of store.summaries(query))
    yield batch.map((summary) => ({ ...plainSummary(summary), judgement: undefined }));
}

it('a ranking’s page is what a sorted list has there', () => {
  const byValue = (one: number, other: number) => one - other;
  fc.assert(
    fc.property(
      fc.array(fc.integer()),
      fc.record({ offset: fc.nat(20), limit: fc.integer({ min: 1, max: 20 }) }),
      (values, range) => {
        const ranking = new Ranking<number>(byValue, range);
        for (const value of values) ranking.add(value);
        expect(ranking.size).toBe(values.length);
        const { offset, limit } = range;
        expect(ranking.page()).toEqual(values.toSorted(byValue).slice(offset, offset + limit));
      },
    ),
  );
});
