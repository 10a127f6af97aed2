import type pg from 'pg';
import type { Store, StoredMapping } from '../../src/store/store.js';
import { NOON } from '../store/typical-mapping.js';
import { timedInPairs } from './pairs.js';
import type { MeasuredRow } from './rows.js';

const ROUNDS = { warmUp: 3, measured: 13 };
export const SAVES_AT_ONCE = 8;

const BARE_SAVE = `with written as (
    update mappings set version = $2, next_check_at = $3, dns_at = $4, ssl_at = $5
    where id = $1 and version = $2 - 1 returning id),
  recorded as (update records set document = $6::json, links = $7::json from written where mapping = id),
  watched as (
    insert into checks as c (mapping, schema, app, lane, due_at, work_at, work)
    select id, 1, 'shop', 'checks', $3, $3, $3 from written
    on conflict (mapping) do update set due_at = excluded.due_at, work_at = excluded.work_at, work = excluded.work),
  queued as (
    insert into deliveries as d (mapping, schema, channel, due_at, work_at, work, lane, pending)
    select id, 1, 'C0123456789', $4, $4, $8, 'reply', 1 from written
    on conflict (mapping) do update set due_at = excluded.due_at, work_at = excluded.work_at, work = excluded.work)
  select id from written`;

/** IDs of records of the same shape. */
export interface SavedRecords {
  readonly byStore: readonly string[];
  readonly byHand: readonly string[];
  /** When their next check is due, epoch ms. */
  readonly checkAt: number;
}

/** Short rounds, in each of which the store and the bare statement save all their records. */
export async function benchSaves(store: Store, pool: pg.Pool, records: SavedRecords): Promise<MeasuredRow> {
  const ours = await savesByStore(store, records);
  const bare = await savesByHand(pool, records);
  const { oursMs, bareMs, ratio } = await timedInPairs(ours, bare, ROUNDS);
  const perSecond = (ms: number) => `${Math.round((records.byHand.length * 1_000) / ms)}/s`;
  return {
    what: 'save with outbox, 8 connections',
    figure: perSecond(oursMs),
    limit: `bare statement: ${perSecond(bareMs)}`,
    ratio: 1 / ratio,
    aim: { atLeast: 0.8 },
  };
}

/** A save with one pending event and a newer card. */
async function savesByStore(store: Store, { byStore }: SavedRecords): Promise<() => Promise<void>> {
  const loaded = new Map<string, StoredMapping>();
  for (const id of byStore) {
    const stored = await store.load(id);
    if (stored) loaded.set(id, stored);
  }
  return () =>
    atOnce(byStore, async (id) => {
      const stored = loaded.get(id);
      if (!stored) return;
      const outbox = [{ event: stored.events.at(-1)?.id ?? '', attempts: 0, notBefore: NOON }];
      const mapping = { ...stored.mapping, revision: stored.mapping.revision + 1 };
      loaded.set(id, await store.save({ ...stored, mapping, outbox }));
    });
}

/** The same rows and columns, with texts that are ready before. */
async function savesByHand(pool: pg.Pool, { byHand, checkAt }: SavedRecords): Promise<() => Promise<void>> {
  const { rows } = await pool.query<{ document: string; links: string }>(
    'select document::text, links::text from records where mapping = $1',
    [byHand[0]],
  );
  const [{ document, links } = {}] = rows;
  let version = 1;
  return () => {
    version++;
    return atOnce(byHand, async (id) => {
      const values = [id, version, checkAt, NOON, NOON, document, links, `event ${version}`];
      await pool.query({ name: 'save', text: BARE_SAVE, values });
    });
  };
}

async function atOnce(ids: readonly string[], save: (id: string) => Promise<void>): Promise<void> {
  const left = ids.values();
  const worker = async () => {
    for (const id of left) await save(id);
  };
  await Promise.all(Array.from({ length: SAVES_AT_ONCE }, worker));
}
