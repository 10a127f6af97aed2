import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import type { MappingSummary, Store } from '../../../src/store/store.js';
import { type ListFilter, list } from '../../../src/use-cases/reports/list.js';
import { overview } from '../../../src/use-cases/reports/overview.js';
import { createTally } from '../../../src/use-cases/reports/tally.js';
import { createJudge } from '../../../src/use-cases/shared/conditions.js';
import { silentLog, temporaryFolder } from '../../store/temporary.js';
import { NOON, typicalMapping } from '../../store/typical-mapping.js';
import { stillKept } from '../../support/garbage.js';
import { POLICY, TARGET } from '../../support/observations.js';
import { plainSummary } from '../../support/plain-summary.js';

const reader = { user: 'U1', team: 'T1', channel: '', requestId: 'r' };
const DAY = 86_400_000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
let now = NOON;
interface JudgedApp {
  target: typeof TARGET;
  intervalMs: number;
  inChannels?: Map<string, JudgedApp>;
}
let apps: Map<string, JudgedApp>;

const depsWith = (tally: unknown) =>
  ({
    store,
    apps,
    policy: POLICY,
    now: () => now,
    roles: { roleOf: async () => 'member', operators: [], admins: [] },
    channels: [],
    guestsMayView: false,
    log: silentLog,
    tally,
  }) as unknown as Parameters<typeof overview>[0];

beforeEach(async () => {
  now = NOON;
  apps = new Map([['shop', { target: TARGET, intervalMs: POLICY.intervalMs }]]);
  folder = await temporaryFolder();
  const judge = createJudge({ policy: POLICY, now: () => now }, () => apps);
  const options = { dataDir: folder.path, now: () => now, monotonic: () => now, log: silentLog };
  store = await openLowdbStore({ ...options, newToken: randomUUID, judge });
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

const filters: readonly ListFilter[] = [
  {},
  { health: ['good', 'waiting', 'blocked'] },
  { stages: ['removed'] },
  { stages: ['checking-dns', 'checking-ssl-cert'] },
  { person: 'U0123456789' },
  { text: 'shop' },
  { text: 'm1' },
];

it('says what a walk through all mappings says: after changes, as time passes, and for another target', async () => {
  for (const id of ['m1', 'm2', 'm3']) await store.create(typicalMapping(id));
  const tally = createTally(depsWith(undefined) as never);
  const expectSame = async () => {
    const kept = await overview(depsWith(tally), reader);
    expect(kept).toEqual(await overview(depsWith(undefined), reader));
    for (const filter of filters)
      for (const offset of [0, 2]) {
        const walked = await list(depsWith(undefined), filter, '', offset, reader);
        expect(await list(depsWith(tally), filter, '', offset, reader)).toEqual(walked);
      }
    return kept;
  };
  expect((await expectSame()).total).toBe(3);

  const first = await store.load('m1');
  if (!first) throw new Error('m1 is missing');
  await store.save({ ...first, mapping: { ...first.mapping, approval: { by: 'U2', until: now + DAY } } });
  await store.create(typicalMapping('m4'));
  expect((await expectSame()).counts.agency).toBeGreaterThan(0);

  const fourth = await store.load('m4');
  if (!fourth) throw new Error('m4 is missing');
  const { mapping } = fourth;
  const alias = { ...mapping.alias, intent: 'remove', state: 'removed' } as const;
  await store.save({ ...fourth, mapping: { ...mapping, alias, stage: 'removed' } });
  expect((await expectSame()).total).toBe(3);

  now += 3 * DAY;
  await expectSame();
  apps.set('shop', { target: { ipv4: ['198.51.100.9'], ipv6: [], cname: [] }, intervalMs: 1_000 });
  await expectSame();
});

it.each([
  ['got settings of its own', undefined, 1_000],
  ['changed its settings', 1_000, 300_000],
  ['lost its settings', 1_000, undefined],
])('judges again once a channel has %s', async (_, before, after) => {
  const stored = typicalMapping('m1');
  const { channel } = stored.mapping;
  const withInterval = (intervalMs: number | undefined): JudgedApp => {
    const usual = { target: TARGET, intervalMs: 60_000 };
    return intervalMs === undefined
      ? usual
      : { ...usual, inChannels: new Map([[channel, { ...usual, intervalMs }]]) };
  };
  apps.set('shop', withInterval(before));
  await store.create(stored);
  const load = vi.spyOn(store, 'load');
  const tally = createTally(depsWith(undefined) as never);
  const elsewhere = typicalMapping('m2');
  await store.create({ ...elsewhere, mapping: { ...elsewhere.mapping, channel: 'C0987654321' } });
  await tally?.read(1);
  expect(load).not.toHaveBeenCalled();
  apps.set('shop', withInterval(after));
  await tally?.read(1);
  expect(load.mock.calls).toEqual([['m1']]);
});

/** As a check without news saves it. */
async function check(id: string): Promise<void> {
  const stored = await store.load(id);
  if (!stored) throw new Error(`${id} is missing`);
  now += 60_000;
  await store.save({ ...stored, mapping: { ...stored.mapping, nextCheckAt: now + 60_000 } });
}

async function summaryOf(id: string): Promise<MappingSummary> {
  for await (const some of store.summaries({}))
    for (const summary of some) if (summary.id === id) return summary;
  throw new Error(`${id} is missing`);
}

it('counts checks without news in the one summary that there is', async () => {
  await store.create(typicalMapping('m1'));
  const tally = createTally(depsWith(undefined) as never);
  const summaries = new Set<MappingSummary>();
  for (let round = 0; round < 5; round++) {
    summaries.add(await summaryOf('m1'));
    await check('m1');
  }
  expect(summaries.size).toBe(1);
  expect(await tally?.read(1)).toMatchObject({ total: 1 });
});

it('lists each that fits once, in order, when the first of them leave and others come during the walk', async () => {
  await store.create(typicalMapping('m1'));
  const summary = plainSummary(await summaryOf('m1'));
  let change: (id: string, summary?: MappingSummary) => void = () => undefined;
  const onSummary: Store['onSummary'] = (listener) => {
    change = listener;
  };
  const watched = { ...store, onSummary };
  const tally = createTally({ ...depsWith(undefined), store: watched } as never);
  const named = (at: number) => `m${String(at).padStart(4, '0')}`;
  const add = (id: string) => change(id, { ...summary, id, hostname: `${id}.example.com` });
  const before = Array.from({ length: 2_000 }, (_, at) => named(at));
  before.forEach(add);
  let isFirst = true;
  const fits = ({ id }: MappingSummary) => {
    if (isFirst) {
      for (const gone of before.slice(0, 900)) change(gone, undefined);
      for (let at = 0; at < 900; at += 1) add(`a${at}`);
    }
    isFirst = false;
    return id.endsWith('5');
  };
  const expected = before.filter((id) => id.endsWith('5'));
  const found = await tally?.pageOf(fits, 60, 100);
  expect(found?.total).toBe(expected.length);
  expect(found?.page.map(({ id }) => id)).toEqual(expected.slice(60, 160));
});

it('keeps little of what changes have replaced while nobody reads', async () => {
  await store.create(typicalMapping('m1'));
  let change: ((id: string, summary: MappingSummary) => void) | undefined;
  const changing = { ...store, onSummary: (listener: typeof change) => (change = listener) };
  const tally = createTally({ ...depsWith(undefined), store: changing } as never);
  const replaced: WeakRef<MappingSummary>[] = [];
  const summary = plainSummary(await summaryOf('m1'));
  for (let since = 0; summary.judgement && since < 5_000; since++) {
    const changed = { ...summary, judgement: { ...summary.judgement, since } };
    replaced.push(new WeakRef(changed));
    change?.('m1', changed);
  }
  expect(replaced).toHaveLength(5_000);
  expect((await stillKept(replaced)).length).toBeLessThan(2_100);
  expect(await tally?.read(1)).toMatchObject({ total: 1 });
});
