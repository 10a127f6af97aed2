import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.js';
import type { Store, StoredMapping } from '../../src/store/store.js';
import { silentLog } from '../store/temporary.js';
import { NOON, typicalMapping } from '../store/typical-mapping.js';
import { type PostgresServer, postgresPrograms, startPostgres } from '../support/postgres-server.js';

const ROWS = 100_000;
const SAVED = 400;
const AT_ONCE = 8;
const ROUNDS = 200;
const LEASE_MS = 60_000;
const NEVER_MS = NOON * 2;

/** Prints what the store on PostgreSQL costs beside the bare statements, in a table of 100,000 mappings. */
export async function benchPostgres(): Promise<void> {
  if (!postgresPrograms) return;
  const server = await startPostgres();
  try {
    const url = await server.createDatabase('bench');
    const store = await openPostgresStore({ url, now: () => NOON, newToken: randomUUID, log: silentLog });
    const pool = new pg.Pool({ connectionString: url, max: AT_ONCE });
    try {
      await seed(store, server, url);
      await benchSaves(store, pool);
      await benchClaims(store, pool);
      await benchPages(store, pool);
      await benchWal(store, pool);
    } finally {
      await pool.end();
      await store.close();
    }
  } finally {
    await server.dispose();
  }
}

/** Rows like the first one, written at once: that is not what is measured. */
async function seed(store: Store, server: PostgresServer, url: string): Promise<void> {
  for (let at = 0; at < SAVED; at++)
    for (const kind of ['s', 'b']) await store.create(dueLater(`${kind}${at}`));
  await server.run(
    url,
    `insert into mappings select 'r' || n, version, schema, 'r' || n || '.example.com', app, channel, stage, requested_at,
       next_check_at, dns_at, ssl_at, http_at, lane, undeliverable, summary, judgement, document
     from mappings, generate_series(1, ${ROWS}) n where id = 's0';
     insert into observations select 'r' || n, document from observations, generate_series(1, ${ROWS}) n
     where mapping = 's0';
     insert into checks (mapping, schema, app, lane, due_at, work_at, work)
     select 'r' || n, schema, app, lane, due_at + n, work_at, work from checks, generate_series(1, ${ROWS}) n
     where mapping = 's0';
     analyze;
     checkpoint`,
  );
}

function dueLater(id: string): Omit<StoredMapping, 'version'> {
  const draft = typicalMapping(id);
  return { ...draft, mapping: { ...draft.mapping, nextCheckAt: NEVER_MS } };
}

const say = (what: string, limit: string, bot: string, ratio: number) =>
  process.stdout.write(`| ${what} | ${limit} | ${bot} | ${ratio.toFixed(2)} |\n`);
const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1_000;
};
const medianMs = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await seconds(work));
  return (times.sort((one, other) => one - other)[ROUNDS / 2] ?? 0) * 1_000;
};

async function benchSaves(store: Store, pool: pg.Pool): Promise<void> {
  const ids = Array.from({ length: SAVED }, (_, at) => `s${at}`);
  const loaded = new Map<string, StoredMapping>();
  for (const id of ids) {
    const stored = await store.load(id);
    if (stored) loaded.set(id, stored);
  }
  const document = JSON.stringify(loaded.get('s0')?.events);
  const bare = (id: string) =>
    pool.query(
      `with written as (
         update mappings set version = version + 1, document = $2::json where id = $1 returning id)
       insert into deliveries (mapping, schema, channel, due_at, work_at, work, pending)
       select id, 1, 'C1', $3, $3, 'e', 1 from written
       on conflict (mapping) do update set work_at = excluded.work_at, work = excluded.work`,
      [id, document, NOON],
    );
  const saved = async (id: string) => {
    const stored = loaded.get(id);
    if (!stored) return;
    const outbox = [{ event: stored.events.at(-1)?.id ?? '', attempts: 0, notBefore: NOON }];
    const mapping = { ...stored.mapping, revision: stored.mapping.revision + 1 };
    loaded.set(id, await store.save({ ...stored, mapping, outbox }));
  };
  const eight = async (work: (id: string) => Promise<unknown>) => {
    const left = ids.values();
    const worker = async () => {
      for (const id of left) await work(id);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  };
  let [bareS, savedS] = [0, 0];
  // The store first: its versions are those it has read.
  for (let round = 0; round < 3; round++) savedS += await seconds(() => eight(saved));
  for (let round = 0; round < 3; round++)
    bareS += await seconds(() => eight((id) => bare(id.replace('s', 'b'))));
  const perSecond = (s: number) => `${Math.round((3 * SAVED) / s)}/s`;
  say('save with outbox, 8 connections', `bare: ${perSecond(bareS)}`, perSecond(savedS), bareS / savedS);
}

async function benchClaims(store: Store, pool: pg.Pool): Promise<void> {
  const from = { lane: 'checks', perApp: Number.POSITIVE_INFINITY, first: [] };
  const bareMs = await medianMs(() =>
    pool.query(
      `update checks c set due_at = c.due_at + 60000, holder = null from (
         select mapping from checks where lane = 'checks' and app = 'shop' and due_at <= $1 order by due_at limit 16
         for update skip locked) due where c.mapping = due.mapping returning c.mapping`,
      [NEVER_MS],
    ),
  );
  const claimMs = await medianMs(() => store.claimChecks(NEVER_MS, 16, LEASE_MS, from));
  say(
    `claim of 16 due of ${ROWS}`,
    `bare: ${bareMs.toFixed(2)} ms`,
    `${claimMs.toFixed(2)} ms`,
    claimMs / bareMs,
  );
}

async function benchPages(store: Store, pool: pg.Pool): Promise<void> {
  const bareMs = await medianMs(() =>
    pool.query(
      `select m.*, o.document from mappings m join observations o on o.mapping = m.id
       where stage <> 'removed' order by hostname limit 20`,
    ),
  );
  const pageMs = await medianMs(() => store.list({ offset: 0, limit: 20 }));
  say(
    `page of 20 of ${ROWS}, with the total`,
    `bare, without: ${bareMs.toFixed(2)} ms`,
    `${pageMs.toFixed(2)} ms`,
    pageMs / bareMs,
  );
}

/** Claim, save and release, as the scheduler does them. */
async function benchWal(store: Store, pool: pg.Pool): Promise<void> {
  const position = async () =>
    Number((await pool.query(`select pg_current_wal_insert_lsn() - '0/0' as at`)).rows[0]?.['at']);
  const ids = Array.from({ length: SAVED }, (_, at) => `s${at}`);
  let bytes = 0;
  for (let round = 0; round < 2; round++) {
    const before = await position();
    for (const id of ids) {
      const stored = await store.load(id);
      const claim = await store.claimCheck(id, NEVER_MS * 2, LEASE_MS);
      if (!stored) continue;
      await store.save({
        ...stored,
        outbox: [],
        mapping: { ...stored.mapping, nextCheckAt: NEVER_MS + round },
      });
      if (claim) await store.release(claim);
    }
    // The first round ends what the benchmark of saves left.
    bytes = (await position()) - before;
  }
  const perCheck = bytes / SAVED;
  say('WAL of a check without news', '400 B', `${Math.round(perCheck)} B`, perCheck / 400);
}
