import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../../../src/store/postgres/postgres-store.js';
import { StaleVersion, type Store, type StoredMapping } from '../../../../src/store/store.js';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../../support/postgres-server.js';
import { silentLog } from '../../temporary.js';
import { NOON, newStoredMapping } from '../../typical-mapping.js';

const noted = (stored: StoredMapping, note: string): StoredMapping => ({
  ...stored,
  mapping: { ...stored.mapping, note },
});

describe.skipIf(!postgresPrograms)('saves that come together', () => {
  let server: PostgresServer;
  let url: string;
  let store: Store;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.dispose());
  beforeEach(async () => {
    url = await server.createDatabase(`saves_${randomUUID().replaceAll('-', '')}`);
    store = await openPostgresStore({ url, now: () => NOON, newToken: randomUUID, log: silentLog });
  });
  afterEach(() => store.close());

  const created = (ids: readonly string[]) =>
    Promise.all(ids.map((id) => store.create(newStoredMapping(id))));
  const noteOf = (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => (await store.load(id))?.mapping.note));

  it('take few statements, and each is there with its queue', async () => {
    const ids = Array.from({ length: 40 }, (_, at) => `m${at}`);
    const records = await created(ids);
    const before = await server.run(url, 'select pg_current_xact_id()::text::bigint as at');
    await Promise.all(
      records.map((stored, at) =>
        store.save({
          ...stored,
          mapping: { ...stored.mapping, note: `note ${at}`, nextCheckAt: NOON + at },
        }),
      ),
    );
    const after = await server.run(url, 'select pg_current_xact_id()::text::bigint as at');
    expect(Number(after[0]?.['at']) - Number(before[0]?.['at'])).toBeLessThan(ids.length / 2);
    expect(await noteOf(ids)).toEqual(ids.map((_, at) => `note ${at}`));
    const due = await server.run(url, 'select mapping from checks order by work_at');
    expect(due.map(({ mapping }) => mapping)).toEqual(ids);
    const queued = await server.run(url, 'select count(*)::integer as count from deliveries');
    expect(queued).toEqual([{ count: ids.length }]);
  });

  it('fail each for itself: one upon an old version, one that the database refuses', async () => {
    const ids = ['m0', 'm1', 'm2', 'm3', 'm4', 'm5'];
    const records = await created(ids);
    const [stale, taking] = records;
    if (!stale || !taking) throw new Error('nothing was created');
    await store.save(noted(stale, 'by another'));
    const asM5 = { ...taking, mapping: { ...taking.mapping, hostname: 'm5.example.com' } };
    const outcomes = await Promise.allSettled([
      store.save(noted(stale, 'too late')),
      store.save(asM5),
      ...records.slice(2).map((each) => store.save(noted(each, 'mine'))),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      ...Array.from({ length: 4 }, () => 'fulfilled'),
    ]);
    expect(outcomes[0]).toMatchObject({ reason: expect.any(StaleVersion) });
    expect(outcomes[1]).toMatchObject({ reason: { code: '23505' } });
    expect(await noteOf(ids)).toEqual(['by another', undefined, 'mine', 'mine', 'mine', 'mine']);
  });

  it('of one record, at once, one gets through', async () => {
    const [stored] = await created(['m0']);
    if (!stored) throw new Error('nothing was created');
    const outcomes = await Promise.allSettled(
      ['one', 'two', 'three', 'four'].map((note) => store.save(noted(stored, note))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await store.load('m0'))?.version).toBe(2);
  });

  it('by two replicas of the same records in any order never stay stuck', async () => {
    const other = await openPostgresStore({ url, now: () => NOON, newToken: randomUUID, log: silentLog });
    try {
      const ids = Array.from({ length: 16 }, (_, at) => `m${at}`);
      const records = await created(ids);
      const outcomes = await Promise.allSettled(
        [
          ...records.map((each) => [store, each] as const),
          ...records.toReversed().map((each) => [other, each] as const),
        ].map(([by, each]) => by.save(noted(each, 'saved'))),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(ids.length);
      const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
      expect(refused.every((reason) => reason instanceof StaleVersion)).toBe(true);
    } finally {
      await other.close();
    }
  });
});
