import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabasePlace } from '../../../src/store/copy/database-place.js';
import { StatementCanceled } from '../../../src/store/postgres/connection/database-errors.js';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.js';
import { migrateDatabase } from '../../../src/store/postgres/schema/migrate.js';
import { schemaSteps } from '../../../src/store/postgres/schema/migrations.js';
import type { Store } from '../../../src/store/store.js';
import { createLog } from '../../../src/util/log.js';
import { nameOf } from '../../../src/util/network-errors.js';
import { cuttableLink } from '../../resilience/chaos/cuttable-link.js';
import {
  type PostgresServer,
  pgbouncer,
  postgresPrograms,
  startPooler,
  startPostgres,
} from '../../support/postgres-server.js';
import { recordingLog, silentLog } from '../temporary.js';
import { NOON, newStoredMapping, typicalMapping } from '../typical-mapping.js';

const LEASE_MS = 60_000;

describe.skipIf(!postgresPrograms)('a PostgreSQL database', () => {
  let server: PostgresServer;
  let url: string;
  let databases = 0;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.dispose());
  beforeEach(async () => {
    url = await server.createDatabase(`faults${databases++}`);
  });

  async function open(onWork?: () => void, at = url, log = silentLog): Promise<Store> {
    const store = await openPostgresStore({ url: at, now: () => NOON, newToken: randomUUID, log, onWork });
    onTestFinished(() => store.close());
    return store;
  }
  const eventually = async (attempt: () => Promise<unknown>) => {
    for (let tries = 0; ; tries++)
      try {
        return await attempt();
      } catch (error) {
        if (tries > 100) throw error;
        await sleep(100);
      }
  };
  const rename = (store: Store, stored: Awaited<ReturnType<Store['create']>>) =>
    store.save({ ...stored, mapping: { ...stored.mapping, revision: stored.mapping.revision + 1 } });

  test('a PostgreSQL database that crashes loses nothing: work fails while it is away, goes on after, and the queue of checks is filled again', async () => {
    const store = await open();
    const stored = await store.create(newStoredMapping('m1'));
    await server.halt('immediate');
    await expect(rename(store, stored)).rejects.toThrow();
    await expect(store.claimChecks(NOON, 9, LEASE_MS)).rejects.toThrow();
    await expect(store.assertWritable()).rejects.toThrow();
    await server.start();
    await eventually(() => store.assertWritable());
    expect(await store.watched()).toBe(1);
    expect(await store.claimChecks(NOON, 9, LEASE_MS)).toMatchObject([{ mapping: 'm1' }]);
    expect(await store.claimOutbox(NOON, 9, LEASE_MS)).toMatchObject([{ mapping: 'm1' }]);
    expect(await rename(store, stored)).toMatchObject({ version: 2 });
  });

  test('a PostgreSQL database that is read-only still answers, refuses writes, and says so', async () => {
    const store = await open();
    const stored = await store.create(newStoredMapping('m1'));
    const owner = url.replace(/\/[^/]*$/, '/postgres');
    const name = url.split('/').at(-1);
    await server.run(owner, `alter database ${name} set default_transaction_read_only = on`);
    await server.run(
      owner,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    );
    await eventually(async () => expect(await store.load('m1')).toEqual(stored));
    await expect(rename(store, stored)).rejects.toThrow(/read-only/);
    await expect(store.assertWritable()).rejects.toThrow(/read-only/);
    await expect(open()).rejects.toThrow(/can’t be used: it is read-only/);
    await server.run(owner, `alter database ${name} reset default_transaction_read_only`);
    await server.run(
      owner,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    );
    await eventually(() => rename(store, stored));
  });

  test('a PostgreSQL database that fails over to a standby at its address is read-only until that is promoted, and goes on', async () => {
    const store = await open();
    const stored = await store.create(newStoredMapping('m1'));
    const standby = await server.standBy();
    await standby.takeOver();
    await eventually(async () => expect(await store.load('m1')).toEqual(stored));
    await expect(rename(store, stored)).rejects.toThrow(/read-only/);
    await expect(store.assertWritable()).rejects.toThrow();
    await standby.promote();
    await eventually(() => store.assertWritable());
    expect(await rename(store, stored)).toMatchObject({ version: 2 });
    expect(await store.claimChecks(NOON, 9, LEASE_MS)).toMatchObject([{ mapping: 'm1' }]);
  });

  test('a PostgreSQL database whose disk is full still answers, refuses what needs room, and goes on once there is some', async ({
    skip,
  }) => {
    const disk = await mkdtemp(join(tmpdir(), 'domain-bot-small-disk-'));
    onTestFinished(() => rm(disk, { recursive: true, force: true }));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=777', 'none', disk], { stdio: 'ignore' });
    } catch {
      skip('only root may mount a small disk');
    }
    onTestFinished(() => void execFileSync('umount', ['--lazy', disk]));
    execFileSync('chown', ['postgres', disk]);
    await server.run(url, `create tablespace small location '${disk}'`);
    await server.run(url, 'create database filled tablespace small');
    const full = url.replace(/\/[^/]*$/, '/filled');
    const store = await open(undefined, full);
    const stored = await store.create(newStoredMapping('m1'));
    await server.run(full, 'create table filler (text text)');
    const fill = (rows: number) =>
      server.run(full, `insert into filler select repeat('x', 1900) from generate_series(1, ${rows})`);
    for (const rows of [2_000, 400, 100, 20, 4, 1, 1])
      for (let isRoom = true; isRoom; )
        isRoom = await fill(rows).then(
          () => true,
          () => false,
        );
    const refused = await eventually(async () => {
      const note = Array.from({ length: 500 }, () => randomUUID()).join('');
      const error = await store
        .create(newStoredMapping(randomUUID(), { note }))
        .then(() => undefined, String);
      if (error === undefined) throw new Error('there was room');
      return error;
    });
    expect(refused).toMatch(/No space left on device|could not extend/);
    expect(await store.load('m1')).toEqual(stored);
    await server.run(full, 'drop table filler');
    await eventually(() => store.create(newStoredMapping('m2')));
    await store.close();
    await server.run(url, 'drop database filled with (force)');
    await server.run(url, 'drop tablespace small');
  });

  test('a PostgreSQL database whose row is locked by somebody else makes one save fail in time and for good; others go on', async () => {
    const store = await open();
    const [one, other] = [
      await store.create(newStoredMapping('m1')),
      await store.create(newStoredMapping('m2')),
    ];
    const intruder = new pg.Client({ connectionString: url });
    await intruder.connect();
    await intruder.query(`begin; update mappings set app = app where id = 'm1'`);
    const stuck = rename(store, one).catch((error: unknown) => error);
    expect(await rename(store, other)).toMatchObject({ version: 2 });
    expect(await stuck).toBeInstanceOf(StatementCanceled);
    await intruder.query('rollback');
    await intruder.end();
    expect(await store.load('m1')).toEqual(one);
    expect(await rename(store, one)).toMatchObject({ version: 2 });
  });

  test('with all connections taken refuses work for a moment, says why, and takes it again', async () => {
    const store = await open();
    const stored = await Promise.all(
      Array.from({ length: 30 }, (_, at) => store.create(newStoredMapping(`m${at}`))),
    );
    const intruder = new pg.Client({ connectionString: url });
    await intruder.connect();
    await intruder.query('begin; lock table mappings');
    const loads = await Promise.allSettled(stored.map(({ mapping }) => store.load(mapping.id)));
    const reasons = loads.map((load) => (load.status === 'rejected' ? nameOf(load.reason) : 'done'));
    expect(new Set(reasons)).toEqual(new Set(['StatementCanceled', 'NoFreeConnection']));
    await intruder.query('rollback');
    await intruder.end();
    const after = await eventually(() => store.load('m3'));
    expect(after).toMatchObject({ mapping: { id: 'm3' } });
  });

  test('whose link falls silent makes a save fail with its outcome unknown', async () => {
    const link = await cuttableLink(server.port);
    const store = await open(undefined, url.replace(String(server.port), String(link.port)));
    // Before the store, whose last words would wait for an answer.
    onTestFinished(() => link.close());
    const stored = await store.create(newStoredMapping('m1'));
    link.forget();
    await expect(rename(store, stored)).rejects.toThrow(/didn’t answer in time.*may or may not be stored/);
  });

  test('whose connection is lost is logged in a short line, without the connection’s key', async () => {
    const lines: string[] = [];
    const log = createLog({
      level: 'warn',
      secrets: [],
      destination: { write: (line: string) => void lines.push(line) },
    });
    const store = await open(undefined, url, log);
    await server.run(
      url,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await eventually(async () => expect(lines.join('')).toContain('connection to the database was lost'));
    expect(lines.join('')).not.toMatch(/secretKey|connectionParameters/);
    await eventually(() => store.assertWritable());
  });

  test.skipIf(!pgbouncer)('behind a proxy that pools transactions works the same', async () => {
    const pooler = await startPooler(url);
    onTestFinished(() => pooler.dispose());
    const store = await open(undefined, pooler.url);
    const other = await open(undefined, pooler.url);
    const ids = Array.from({ length: 40 }, (_, at) => `m${at}`);
    const stored = await Promise.all(ids.map((id) => store.create(newStoredMapping(id))));
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 ? store : other).claimChecks(NOON, 3, LEASE_MS)),
    );
    const claimed = claims.flat().map(({ mapping }) => mapping);
    expect(new Set(claimed).size).toBe(claimed.length);
    await Promise.all(stored.map((each) => rename(other, each)));
    expect((await store.list({ offset: 0, limit: 1 })).total).toBe(40);
  });

  test.skipIf(!pgbouncer)(
    'behind such a proxy, too, a copy keeps bots and other copies out until it ends',
    async () => {
      const pooler = await startPooler(url);
      onTestFinished(() => pooler.dispose());
      const copyTo = () => openDatabasePlace(pooler.url, { log: silentLog, isSource: false });
      const copying = await copyTo();
      await expect(copyTo()).rejects.toThrow(/is being copied/);
      await expect(open(undefined, pooler.url)).rejects.toThrow(/is being copied/);
      await copying.close();
      const store = await eventually(() => open(undefined, pooler.url));
      expect(await (store as Store).watched()).toBe(0);
    },
  );

  test('a replica that dies loses what it held to another; its late word counts for nothing', async () => {
    const [dying, other] = [await open(), await open()];
    await dying.create(newStoredMapping('m1'));
    const [check] = await dying.claimChecks(NOON, 9, LEASE_MS);
    const [delivery] = await dying.claimOutbox(NOON, 9, LEASE_MS);
    expect(await dying.isMine('network shop')).toBe(true);
    expect(await other.isMine('network shop')).toBe(false);
    expect(await other.claimChecks(NOON, 9, LEASE_MS)).toEqual([]);
    expect(await other.claimOutbox(NOON, 9, LEASE_MS)).toEqual([]);
    // As if no heartbeat had come for a minute.
    await server.run(
      url,
      `update replicas set seen_at = now() - interval '1 minute'
       where id = (select holder from duties where name = 'network shop')`,
    );
    await other.assertWritable();
    expect(await other.isMine('network shop')).toBe(true);
    expect(await other.claimChecks(NOON, 9, LEASE_MS)).toMatchObject([{ mapping: 'm1' }]);
    expect(await other.claimOutbox(NOON, 9, LEASE_MS)).toMatchObject([{ mapping: 'm1', repeated: true }]);
    for (const claim of [check, delivery]) if (claim) await dying.release(claim);
    expect(await dying.claimChecks(NOON, 9, LEASE_MS)).toEqual([]);
    expect(await dying.claimOutbox(NOON, 9, LEASE_MS)).toEqual([]);
  });

  test('three replicas that claim at once share the work: each mapping once, and each channel at one of them', async () => {
    const stores = [await open(), await open(), await open()];
    const [first] = stores;
    for (let at = 0; at < 60; at++) {
      const stored = newStoredMapping(`m${at}`, { app: `app${at % 4}` });
      await first?.create({ ...stored, card: { ...stored.card, channel: `C${at % 5}` } });
    }
    const from = { lane: 'hosting', perApp: 6, first: [] };
    const checks = await Promise.all(
      stores.flatMap((store) => Array.from({ length: 10 }, () => store.claimChecks(NOON, 4, LEASE_MS, from))),
    );
    const claimed = checks.flat().map(({ mapping }) => mapping);
    expect(new Set(claimed).size).toBe(claimed.length);
    const deliveries = await Promise.all(
      stores.flatMap((store) => Array.from({ length: 10 }, () => store.claimOutbox(NOON, 2, LEASE_MS))),
    );
    const delivered = deliveries.flat().map(({ mapping }) => mapping);
    expect(new Set(delivered).size).toBe(delivered.length);
    const holders = await server.run(
      url,
      'select channel from deliveries where holder is not null group by channel having count(distinct holder) > 1',
    );
    expect(holders).toEqual([]);
  });

  test('a claim reads no more checks than it takes, however many are due at the same moment', async () => {
    const store = await open();
    await store.create(newStoredMapping('m0'));
    await server.run(
      url,
      `insert into checks (mapping, schema, app, lane, due_at, work_at, work)
       select 'r' || n, schema, app, lane, due_at, work_at, work from checks, generate_series(1, 5000) n;
       analyze checks`,
    );
    const [{ lane } = {}] = await server.run(url, 'select lane from checks limit 1');
    const fetched = async () => {
      await server.run(url, 'select pg_stat_force_next_flush()');
      const [row] = await server.run(
        url,
        `select pg_stat_get_tuples_fetched(indexrelid)::integer as fetched from pg_index where indexrelid = 'checks_due'::regclass`,
      );
      return Number(row?.['fetched']);
    };
    const before = await fetched();
    const from = { lane: String(lane), perApp: Number.POSITIVE_INFINITY, first: [] };
    expect(await store.claimChecks(NOON, 16, LEASE_MS, from)).toHaveLength(16);
    await store.close();
    expect((await fetched()) - before).toBeLessThan(100);
  });

  test('wakes the other replicas when there is something to post', async () => {
    let woken = 0;
    await open(() => woken++);
    const store = await open();
    await eventually(async () => expect(woken).toBeGreaterThan(0));
    const before = woken;
    await store.create(newStoredMapping('m1'));
    await eventually(async () => expect(woken).toBeGreaterThan(before));
  });

  test('a check without news writes neither the document nor what was seen', async () => {
    const store = await open();
    const created = await store.create(typicalMapping('m1'));
    const before = await server.run(url, 'select ctid::text from records');
    const { mapping } = created;
    const { dns, ssl } = mapping;
    const saved = await store.save({
      ...created,
      mapping: {
        ...mapping,
        nextCheckAt: NOON + 600_000,
        dns: {
          ...dns,
          ...(dns.observation ? { observation: { ...dns.observation, at: NOON + 300_000 } } : {}),
        },
        ssl: {
          ...ssl,
          ...(ssl.observation ? { observation: { ...ssl.observation, at: NOON + 300_000 } } : {}),
        },
      },
    });
    expect(await store.load('m1')).toEqual(saved);
    expect(await server.run(url, 'select ctid::text from records')).toEqual(before);
  });

  test('keeps every character, also those that jsonb refuses', async () => {
    const store = await open();
    const draft = newStoredMapping('m1', { note: 'a\u0000b \ud800 “ü”' });
    const created = await store.create(draft);
    expect(await store.load('m1')).toEqual(created);
    expect(created.mapping.note).toBe(draft.mapping.note);
  });

  test.each([
    ['damaged', `update records set document = '{"mapping": 1}' where mapping`],
    ['of a newer version', 'update mappings set schema = 999 where id'],
  ])('a record that is %s is skipped and named; the others go on', async (_, sql) => {
    const { log, lines } = recordingLog();
    const store = await open(undefined, url, log);
    await store.create(newStoredMapping('m1'));
    await server.run(url, `${sql} = 'm1'`);
    await store.create(newStoredMapping('m2'));
    expect((await store.list({ offset: 0, limit: 9 })).mappings.map(({ id }) => id)).toEqual(['m2']);
    expect(await store.load('m1')).toBeUndefined();
    expect(store.setAside()).toMatchObject([{ file: expect.stringContaining('m1') }]);
    expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  test('is brought up to date once, however many replicas start together', async () => {
    const done = await Promise.all(Array.from({ length: 4 }, () => migrateDatabase(url)));
    expect(done.filter((steps) => steps.length > 0)).toHaveLength(1);
  });

  test('a change that older bots bear lets them go on; one that they don’t keeps them from starting', async () => {
    await migrateDatabase(url);
    const next = (needs: number) => [
      ...schemaSteps,
      { number: 99, needs, sql: 'alter table mappings add column if not exists later text' },
    ];
    await migrateDatabase(url, next(1));
    const old = await open();
    const created = await old.create(newStoredMapping('m1'));
    expect(await rename(old, created)).toMatchObject({ version: 2 });
    await server.run(url, 'update schema_steps set needs = 99 where number = 99');
    await expect(open()).rejects.toThrow(/changed by a newer version.*start the newer version/);
  });
});
