import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.js';
import type { Store, StoredMapping } from '../../src/store/store.js';
import { silentLog } from '../store/temporary.js';
import { NOON, typicalMapping } from '../store/typical-mapping.js';
import { type PostgresServer, postgresPrograms, startPostgres } from '../support/postgres-server.js';
import { timedInPairs } from './pairs.js';
import { benchReplicas } from './postgres-replica.js';
import { benchSaves, SAVES_AT_ONCE } from './postgres-saves.js';
import { type MeasuredRow, type Row, rounded, within } from './rows.js';

const ROWS = 1_000_000;
/** Rows with whole records, for those who work on them; nobody reads the others'. */
const WHOLE_ROWS = 40_000;
const SAVED = 400;
const ROUNDS = { warmUp: 10, measured: 150 };
const LEASE_MS = 60_000;
const NEVER_MS = NOON * 2;
const IDS = Array.from({ length: SAVED }, (_, at) => `s${at}`);
const SAVED_RECORDS = {
  byStore: IDS,
  byHand: IDS.map((id) => id.replace('s', 'b')),
  checkAt: NEVER_MS,
};

/**
 * What the store on PostgreSQL costs beside bare statements, in a table of a million mappings. A bare statement is
 * written by hand, prepared, and does the same durable work in the same rows; what it writes is ready before, and what it
 * reads is only parsed as JSON. Both take turns, so that other work on the machine falls on both alike.
 */
export async function benchPostgres(listedMs: number | undefined): Promise<readonly Row[]> {
  if (!postgresPrograms) return [{ what: 'PostgreSQL', notMeasured: 'PostgreSQL is not installed' }];
  const server = await startPostgres();
  try {
    const url = await server.createDatabase('bench');
    const store = await openPostgresStore({ url, now: () => NOON, newToken: randomUUID, log: silentLog });
    const pool = new pg.Pool({ connectionString: url, max: SAVES_AT_ONCE });
    const releasing = new pg.Pool({ connectionString: url, max: 1 });
    const rows: Row[] = [];
    try {
      await seed(store, server, url);
      rows.push(await benchSaves(store, pool, SAVED_RECORDS));
      rows.push(await benchClaims(store, pool, releasing));
      rows.push(...(await benchPages(store, pool, listedMs)));
      rows.push(await benchWal(store, pool));
    } finally {
      await releasing.end();
      await pool.end();
      await store.close();
    }
    const { one, three, twice } = await benchReplicas(url, NEVER_MS);
    rows.push({
      what: `checks by three processes, ${twice} of them claimed twice`,
      figure: `${three.toFixed(0)}/s`,
      limit: `one process: ${one.toFixed(0)}/s`,
      ratio: three / one,
      aim: { atLeast: 0.85 },
    });
    return rows;
  } finally {
    await server.dispose();
  }
}

/** Rows like the first one, written at once and without the index of texts: that is not what is measured. */
async function seed(store: Store, server: PostgresServer, url: string): Promise<void> {
  for (const ids of [SAVED_RECORDS.byStore, SAVED_RECORDS.byHand])
    await Promise.all(ids.map((id) => store.create(dueLater(id))));
  await server.run(
    url,
    `set session_replication_role = replica;
     drop index if exists mappings_by_text;
     insert into mappings (id, version, schema, hostname, app, channel, stage, requested_at, next_check_at, dns_at, ssl_at,
       http_at, lane, undeliverable, summary, judgement)
     select 'r' || n, version, schema, 'r' || n || '.example.com', app, channel, stage, requested_at, next_check_at,
       dns_at, ssl_at, http_at, lane, undeliverable, summary, judgement
     from mappings, generate_series(1, ${ROWS}) n where id = 's0';
     insert into counts select app, stage, ${ROWS} from mappings where id = 's0';
     insert into records (mapping, document, links, observation)
     select 'r' || n, replace(document::text, 's0', 'r' || n)::json, links, observation
     from records, generate_series(1, ${WHOLE_ROWS}) n where mapping = 's0';
     insert into checks (mapping, schema, app, lane, due_at, work_at, work)
     select 'r' || n, schema, app, lane, due_at + n, work_at, work from checks, generate_series(1, ${ROWS}) n
     where mapping = 's0'`,
  );
  for (const table of ['mappings', 'records', 'checks', 'counts', 'deliveries'])
    await server.run(url, `vacuum analyze ${table}`);
  await server.run(url, 'checkpoint');
}

function dueLater(id: string): Omit<StoredMapping, 'version'> {
  const draft = typicalMapping(id);
  return { ...draft, mapping: { ...draft.mapping, nextCheckAt: NEVER_MS } };
}

const BARE_CLAIM = `update checks c set due_at = $2, token = $3, holder = $4, tried = true from (
    select mapping from checks where lane = 'checks' and app = 'shop' and due_at <= $1 order by due_at limit 16
    for update skip locked) due
  where c.mapping = due.mapping returning c.mapping`;
const RELEASE_ALL =
  'update checks set token = null, holder = null, due_at = work_at where holder is not null';

/** `releasing`: a connection of its own, or the claim on the one that has just released would find the rows in its cache. */
async function benchClaims(store: Store, pool: pg.Pool, releasing: pg.Pool): Promise<MeasuredRow> {
  const from = { lane: 'checks', perApp: Number.POSITIVE_INFINITY, first: [] };
  // As long as those that the store writes.
  const values = [NEVER_MS, NEVER_MS + LEASE_MS, randomUUID(), randomUUID()];
  const { oursMs, bareMs, ratio } = await timedInPairs(
    () => store.claimChecks(NEVER_MS, 16, LEASE_MS, from),
    () => pool.query({ name: 'claim', text: BARE_CLAIM, values }),
    { ...ROUNDS, after: () => releasing.query(RELEASE_ALL) },
  );
  return {
    what: `claim of 16 due of ${ROWS}`,
    figure: `${rounded(oursMs)} ms`,
    limit: `bare query: ${rounded(bareMs)} ms`,
    ratio,
    aim: { atMost: 1.5 },
  };
}

async function benchPages(
  store: Store,
  pool: pg.Pool,
  listedMs: number | undefined,
): Promise<readonly MeasuredRow[]> {
  const { oursMs, bareMs, ratio } = await timedInPairs(
    () => store.list({ offset: 0, limit: 20 }),
    () => pool.query({ name: 'page', text: BARE_PAGE }),
    ROUNDS,
  );
  const limit = `bare query, without the total: ${rounded(bareMs)} ms`;
  return [
    {
      what: `page of 20 of ${ROWS}, with the total`,
      figure: `${rounded(oursMs)} ms`,
      limit,
      ratio,
      aim: { atMost: 2 },
    },
    ...(listedMs === undefined
      ? []
      : [
          {
            what: 'page of a list of 100,000 in files, PostgreSQL as its limit',
            figure: `${rounded(listedMs)} ms`,
            limit,
            ratio: listedMs / bareMs,
            aim: { atMost: 10 },
          },
        ]),
  ];
}

const BARE_PAGE = `select m.id, m.version, m.schema, next_check_at, dns_at, ssl_at, http_at, r.document, r.observation
  from mappings m join records r on r.mapping = m.id where stage <> 'removed' order by hostname limit 20`;

/** Claim, save and release of one mapping after the other; without the whole pages that follow a checkpoint. */
async function benchWal(store: Store, pool: pg.Pool): Promise<MeasuredRow> {
  const position = async () =>
    Number((await pool.query(`select pg_current_wal_insert_lsn() - '0/0' as at`)).rows[0]?.['at']);
  await pool.query('checkpoint');
  let bytes = 0;
  for (let round = 0; round < 2; round++) {
    const before = await position();
    for (const id of IDS) {
      const stored = await store.load(id);
      const claim = await store.claimCheck(id, NEVER_MS * 2, LEASE_MS);
      if (!stored) continue;
      await store.save({
        ...stored,
        outbox: [],
        card: { ...stored.card, shownRevision: stored.mapping.revision },
        mapping: { ...stored.mapping, nextCheckAt: NEVER_MS + round },
      });
      if (claim) await store.release(claim);
    }
    // The first round ends what the benchmark of saves left.
    bytes = (await position()) - before;
  }
  const perCheck = bytes / SAVED;
  return within('log (WAL) of a check without news', perCheck, 400, 'B');
}
