import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { databaseUrl } from '../../../src/config/values.js';
import { configurationEn } from '../../../src/locale/en/operator/configuration.js';
import { createCertificateAuthority } from '../../../src/sandbox/edge/certificate-authority.js';
import { databaseName } from '../../../src/store/postgres/connection/probe-database.js';
import { createDatabaseWakeUps } from '../../../src/store/postgres/connection/wake-ups.js';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.js';
import { migrateDatabase } from '../../../src/store/postgres/schema/migrate.js';
import type { Store } from '../../../src/store/store.js';
import { cuttableLink } from '../../resilience/chaos/cuttable-link.js';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../support/postgres-server.js';
import { silentLog } from '../temporary.js';
import { NOON, newStoredMapping } from '../typical-mapping.js';

const LEASE_MS = 60_000;
const NEW_USER = 'create role "user" login superuser';

describe.skipIf(!postgresPrograms)('a database that somebody set up in another way', () => {
  let server: PostgresServer;
  let url: string;
  let databases = 0;
  beforeAll(async () => {
    server = await startPostgres(['max_connections=30']);
    await server.run(adminUrl(), NEW_USER);
  });
  afterAll(() => server?.dispose());
  beforeEach(async () => {
    url = await server.createDatabase(`strange${databases++}`);
  });

  const adminUrl = () => `postgres://bot@127.0.0.1:${server.port}/postgres`;
  const dataFolder = async () =>
    String((await server.run(adminUrl(), 'show data_directory'))[0]?.['data_directory']);
  const asUser = (at: string) => at.replace('bot@', 'user@');
  async function open(at = url): Promise<Store> {
    const store = await openPostgresStore({ url: at, now: () => NOON, newToken: randomUUID, log: silentLog });
    onTestFinished(() => store.close());
    return store;
  }

  test.each([
    [
      'a password with every special character, encoded',
      (at: string) => at.replace('bot@', 'bot:p%40%23%2F%3F%25%20%C3%A4@'),
    ],
    ['a name in %-codes', (at: string) => at.replace('bot@', '%62ot@')],
    ['options of the connection', (at: string) => `${at}?options=-c%20search_path%3Dpublic&sslmode=disable`],
  ])('is found by a URL with %s', async (_, change) => {
    const changed = change(url);
    expect(databaseUrl.safeParse(changed).success).toBe(true);
    expect(await (await open(changed)).create(newStoredMapping('m1'))).toMatchObject({ version: 1 });
  });

  test('is found through a socket, however the URL names its folder', async () => {
    const [row] = await server.run(url, 'show unix_socket_directories');
    const folder = String(row?.['unix_socket_directories']);
    const name = url.split('/').at(-1);
    for (const at of [
      `postgres://bot@/${name}?host=${folder}&port=${server.port}`,
      `postgresql:///${name}?host=${folder}&port=${server.port}&user=bot`,
      `postgres://bot@${encodeURIComponent(folder)}:${server.port}/${name}`,
    ]) {
      expect(databaseUrl.safeParse(at).success).toBe(true);
      expect(databaseName(at)).toContain(folder);
      await (await open(at)).assertWritable();
    }
  });

  test.each(['p#ss', 'p/ss', 'p?ss'])(
    'a URL whose password is %s is refused, and never shown',
    (password) => {
      const problem = databaseUrl.safeParse(`postgres://bot:${password}@127.0.0.1/domains`).error?.issues[0]
        ?.message;
      expect(problem).toBe('isn’t a postgres:// URL');
      expect(configurationEn['variable.DATABASE_URL']).toMatch(/of its password as codes: %23 for #/);
      expect(problem).not.toContain(password);
    },
  );

  test('is refused in one sentence with the true reason: TLS, encoding, rights, a password that is missing', async () => {
    const at = (name: string, user = 'bot') => `postgres://${user}@127.0.0.1:${server.port}/${name}`;
    for (const sql of [
      'create role weak login',
      'create database barred',
      'revoke connect on database barred from public',
      `create database latin encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0`,
    ])
      await server.run(adminUrl(), sql);
    const name = url.split('/').at(-1) ?? '';
    await expect(open(`${url}?sslmode=require`)).rejects.toThrow(/has no TLS: use sslmode=disable/);
    await expect(open(at('latin'))).rejects.toThrow(/encoding is LATIN1.*create database domains_utf8/);
    await expect(open(at('barred', 'weak'))).rejects.toThrow(/permission denied for database/);
    await expect(open(at(name, 'weak'))).rejects.toThrow(/permission denied for schema public/);
  });

  test('with TLS is used if its certificate is right, or asked for without verification, and says what else to do', async () => {
    const authority = await createCertificateAuthority();
    const { cert, key } = await authority.issue(['localhost']);
    const root = join(await mkdtemp(join(tmpdir(), 'domain-bot-ca-')), 'root.pem');
    onTestFinished(() => rm(dirname(root), { recursive: true }));
    await writeFile(root, authority.rootPem);
    const data = await dataFolder();
    for (const [file, text] of [
      ['server.crt', cert],
      ['server.key', key],
    ] as const) {
      const path = join(data, file);
      await server.run(adminUrl(), `copy (select unnest(string_to_array('${text}', E'\\n'))) to '${path}'`);
      await chmod(path, 0o600);
    }
    await server.run(adminUrl(), 'alter system set ssl = on');
    await server.run(adminUrl(), 'select pg_reload_conf()');
    onTestFinished(async () => void (await server.run(adminUrl(), 'alter system reset ssl')));
    await sleep(500);
    const at = url.replace('127.0.0.1', 'localhost');
    await expect(open(`${at}?sslmode=require`)).rejects.toThrow(
      /nobody vouches for the server’s certificate: add sslrootcert=/,
    );
    await (await open(`${at}?sslmode=require&sslrootcert=${root}`)).assertWritable();
    await (await open(`${url}?sslmode=no-verify`)).assertWritable();
  });

  test('whose usual isolation is serializable, with other settings of a session, works: what collides is tried again', async () => {
    for (const setting of [
      `default_transaction_isolation = 'serializable'`,
      'standard_conforming_strings = off',
      `datestyle = 'German'`,
      `timezone = 'Pacific/Auckland'`,
      `client_encoding = 'LATIN1'`,
      `idle_in_transaction_session_timeout = '1ms'`,
      `idle_session_timeout = '200ms'`,
    ])
      await server.run(adminUrl(), `alter role "user" set ${setting}`);
    const [one, other] = [await open(asUser(url)), await open(asUser(url))];
    const by = (at: number) => (at % 2 === 0 ? one : other);
    const created = await Promise.all(
      Array.from({ length: 40 }, (_, at) => by(at).create(newStoredMapping(`m${at}`))),
    );
    await Promise.all(
      created.map((each, at) => by(at).save({ ...each, mapping: { ...each.mapping, note: 'ü “…” 🙂' } })),
    );
    expect((await other.load('m7'))?.mapping.note).toBe('ü “…” 🙂');
    const claims = [
      ...(await one.claimChecks(NOON, 25, LEASE_MS)),
      ...(await other.claimChecks(NOON, 25, LEASE_MS)),
    ];
    expect(new Set(claims.map(({ mapping }) => mapping)).size).toBe(40);
  });

  test('whose connections are all taken is used through those that are open', async () => {
    const store = await open();
    await store.assertWritable();
    const hogs: pg.Client[] = [];
    for (let isRoom = true; isRoom; ) {
      const hog = new pg.Client({ connectionString: url });
      hog.on('error', () => undefined);
      isRoom = await hog.connect().then(
        () => hogs.push(hog) > 0,
        () => false,
      );
    }
    await expect(open()).rejects.toThrow(/has no connection left/);
    await Promise.all(Array.from({ length: 6 }, (_, at) => store.create(newStoredMapping(`m${at}`))));
    for (const hog of hogs) await hog.end();
  });

  test('whose statement_timeout ends a start says so, and what to check', async () => {
    await migrateDatabase(url);
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    onTestFinished(() => holder.end());
    await holder.query('begin; lock table replicas');
    await expect(open(`${url}?options=-c%20statement_timeout%3D100`)).rejects.toThrow(
      /a statement that took too long \(57014\)\. Check the URL, the server/,
    );
  });

  test('whose clock is an hour off, or set back while it runs, has live and dead replicas in seconds', async () => {
    const setClock = (by: string) =>
      server.run(
        url,
        `create or replace function public.clock_timestamp() returns timestamptz language sql as
         $$ select pg_catalog.clock_timestamp() + interval '${by}' $$`,
      );
    await setClock('1 hour');
    await server.run(url, `alter database ${url.split('/').at(-1)} set search_path = public, pg_catalog`);
    const [one, other] = [await open(), await open()];
    expect(await one.isMine('network shop')).toBe(true);
    expect(await other.isMine('network shop')).toBe(false);
    // A dead replica's last heartbeat is in the future then.
    await server.run(
      url,
      `insert into replicas select 'dead', clock_timestamp();
      insert into duties values ('network other', 'dead')`,
    );
    await setClock('-1 hour');
    await other.assertWritable();
    expect(await other.isMine('network other')).toBe(true);
  });

  test('whose password is changed lets open connections go on, refuses new ones, and works with the old one again', async () => {
    const store = await open();
    const [file] = await server.run(adminUrl(), 'show hba_file');
    await server.run(
      adminUrl(),
      `drop role if exists secret;
       create role secret login superuser password 'one';
       create temporary table lines (line text);
       copy lines from '${file?.['hba_file']}' (delimiter E'\\x01');
       copy (select 'host all secret all scram-sha-256' union all select line from lines)
         to '${file?.['hba_file']}' (delimiter E'\\x01')`,
    );
    await server.run(adminUrl(), 'select pg_reload_conf()');
    await sleep(500);
    const at = url.replace('bot@', 'secret:one@');
    const secret = await open(at);
    const { mapping } = await secret.create(newStoredMapping('m1'));
    await server.run(adminUrl(), `alter role secret password 'two'`);
    expect(await secret.load(mapping.id)).toBeDefined();
    await server.run(
      adminUrl(),
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'secret'`,
    );
    await sleep(200);
    await expect(secret.assertWritable()).rejects.toThrow(/password authentication failed/);
    await expect(open(at)).rejects.toThrow(/the password is wrong/);
    await expect(open(at.replace(':one', ''))).rejects.toThrow(/asks for a password, and the URL has none/);
    expect(await store.load(mapping.id)).toBeDefined();
    await server.run(adminUrl(), `alter role secret password 'one'`);
    await secret.assertWritable();
  });

  test('that crashes while it is brought up to date ends the start with its reason, and the next one does it', async () => {
    const going = migrateDatabase(url, [{ number: 1, needs: 1, sql: 'select pg_sleep(9)' }]).catch(String);
    await sleep(500);
    await server.halt('immediate');
    expect(await going).toMatch(/terminat|ECONNRESET/);
    await server.start();
    expect(await migrateDatabase(url)).toHaveLength(4);
  });

  async function listening(askEveryMs: number) {
    const link = await cuttableLink(server.port);
    onTestFinished(() => link.close());
    const found = { woken: 0 };
    const wakeUps = createDatabaseWakeUps({
      url: url.replace(String(server.port), String(link.port)),
      database: {
        query: async () => [],
        prepared: async () => [],
        losses: () => 0,
        close: async () => undefined,
      },
      onWork: () => found.woken++,
      log: silentLog,
      askEveryMs,
    });
    onTestFinished(() => wakeUps.stop());
    wakeUps.start();
    await expect.poll(() => found.woken, { timeout: 10_000 }).toBe(1);
    return { link, wakeUps, found };
  }

  test('whose notifications a firewall swallows is asked, and listened to again', async () => {
    const { link, found } = await listening(300);
    link.forget();
    await expect.poll(() => found.woken, { timeout: 30_000 }).toBe(2);
  });

  test('whose notifications a firewall swallows doesn’t hold up a stop', async () => {
    const { link, wakeUps } = await listening(60_000);
    link.forget();
    const startedAt = performance.now();
    await wakeUps.stop();
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  test('a row of a queue that somebody holds keeps its neighbours of a shared save for a second', async () => {
    const store = await open();
    const created = await Promise.all(
      ['m0', 'm1', 'm2', 'm3'].map((id) => store.create(newStoredMapping(id))),
    );
    const intruder = new pg.Client({ connectionString: url });
    await intruder.connect();
    onTestFinished(() => intruder.end());
    for (const queue of ['deliveries', 'checks']) {
      await intruder.query(`begin; select from ${queue} where mapping = 'm1' for update`);
      const records = await Promise.all(created.map(({ mapping }) => store.load(mapping.id)));
      const startedAt = performance.now();
      const saves = records.flatMap((each) =>
        each
          ? [store.save({ ...each, mapping: { ...each.mapping, note: queue, nextCheckAt: NOON + 1 } })]
          : [],
      );
      const [locked, ...neighbours] = [saves[1], saves[0], saves[2], saves[3]];
      await Promise.all(neighbours);
      expect(performance.now() - startedAt).toBeLessThan(5_000);
      await intruder.query('rollback');
      expect((await locked)?.mapping.note).toBe(queue);
    }
  });
});
