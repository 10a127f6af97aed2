import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.js';
import type { Store, StoredMapping } from '../../../src/store/store.js';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../support/postgres-server.js';
import { silentLog } from '../temporary.js';
import { NOON, newStoredMapping } from '../typical-mapping.js';

const LEASE_MS = 120_000;

/** A statement sees the rows as they were when it began, and then waits for whoever is changing them. */
describe.skipIf(!postgresPrograms)('what another replica writes at the same moment', () => {
  let server: PostgresServer;
  let url: string;
  let store: Store;
  let other: pg.Client;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.dispose());
  beforeEach(async () => {
    url = await server.createDatabase(`crossing_${randomUUID().replaceAll('-', '')}`);
    store = await openPostgresStore({ url, now: () => NOON, newToken: randomUUID, log: silentLog });
    other = new pg.Client({ connectionString: url });
    await other.connect();
  });
  afterEach(async () => {
    await other.end();
    await store.close();
  });

  const isWaiting = async () => {
    const rows = await server.run(
      url,
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length > 0;
  };

  /** Begins `work` while the other's change is not committed yet, and lets it end after that. */
  async function crossing(change: string, work: () => Promise<unknown>): Promise<void> {
    await other.query('begin');
    await other.query(change);
    const done = work();
    for (let tries = 0; !(await isWaiting()) && tries < 500; tries++) await sleep(10);
    await other.query('commit');
    await done;
  }

  const withoutWork = (stored: StoredMapping): StoredMapping => ({
    ...stored,
    outbox: [],
    mapping: { ...stored.mapping, nextCheckAt: undefined },
    card: { ...stored.card, ts: '1.0', shownRevision: stored.mapping.revision },
  });

  it('is claimed at once when the lease that it found has ended: a delivery', async () => {
    const created = await store.create(newStoredMapping('m1'));
    const [claim] = await store.claimOutbox(NOON, 1, LEASE_MS);
    if (!claim) throw new Error('nothing to claim');
    await store.save(withoutWork(created));
    await crossing(`update deliveries set work_at = 0, pending = 1`, () => store.release(claim));
    expect(await store.claimOutbox(NOON, 1, LEASE_MS)).toHaveLength(1);
  });

  it('is claimed at once when the lease that it found has ended: a check', async () => {
    const created = await store.create(newStoredMapping('m1'));
    const claim = await store.claimCheck('m1', NOON, LEASE_MS);
    if (!claim) throw new Error('nothing to claim');
    await store.save(withoutWork(created));
    await crossing(`update checks set work_at = 0`, () => store.release(claim));
    expect(await store.claimCheck('m1', NOON, LEASE_MS)).toBeDefined();
  });

  it.each(['checks', 'deliveries'])(
    'is not done again when its work has ended meanwhile: %s',
    async (queue) => {
      const created = await store.create(newStoredMapping('m1'));
      const until = NOON + LEASE_MS;
      await crossing(`update ${queue} set token = 'theirs', holder = 'they', due_at = ${until}`, () =>
        store.save(withoutWork(created)),
      );
      await store.release({ mapping: 'm1', token: 'theirs m1', until, repeated: false });
      expect(await server.run(url, `select * from ${queue}`)).toEqual([]);
    },
  );
});
