import { bounded } from '../bounded.js';
import { type DueWork, dueWorkOf } from '../due.js';
import { NewerSchema } from '../form.js';
import {
  HostnameTaken,
  type Judge,
  type MappingSummary,
  type SetAside,
  StaleVersion,
  type StoredMapping,
} from '../store.js';
import { summaryOf } from '../summary.js';
import type { Database } from './connection.js';
import {
  RECORD_COLUMNS,
  RECORD_TABLES,
  type RecordRow,
  recordRowOf,
  storedMappingOf,
  WrittenParts,
} from './row.js';

/** Upper bound for a wait: a time written with a wrong clock must not stop checks for days. */
const LATEST_CHECK_MS = 7 * 3_600_000;
const LATEST_DELIVERY_MS = 3_600_000;
/** Of work that isn't due at all, while somebody still holds its lease. */
export const NEVER = Number.MAX_SAFE_INTEGER;
/** A hostname that is taken and freed in turn by others at the same moment. */
const MAX_CREATE_TRIES = 5;

export interface RecordsOptions {
  readonly database: Database;
  readonly now: () => number;
  readonly judge: Judge | undefined;
  /** A record that can't be used by this version. */
  readonly onUnusable: (unusable: SetAside) => void;
}

export interface Records {
  load(id: string): Promise<StoredMapping | undefined>;
  findLive(hostname: string): Promise<StoredMapping | undefined>;
  create(draft: Omit<StoredMapping, 'version'>): Promise<StoredMapping>;
  /** The same with any version. */
  insert(stored: StoredMapping): Promise<StoredMapping>;
  save(stored: StoredMapping): Promise<StoredMapping>;
  /** Undefined for a row that is no record of this version, which is reported. */
  decode(row: RecordRow): StoredMapping | undefined;
}

type SavedRow = RecordRow & { readonly judgement: string | null };

/** Reads and writes whole records: each write is one statement with the record, its outbox and its next check. */
export function createRecords({ database, now, judge, onUnusable }: RecordsOptions): Records {
  const parts = new WrittenParts();

  function decode(row: RecordRow): StoredMapping | undefined {
    try {
      return storedMappingOf(row);
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 500) : String(error);
      const state = error instanceof NewerSchema ? 'newer' : 'damaged';
      onUnusable({ file: `mappings row ${row.id} (${state})`, reason });
      return undefined;
    }
  }

  async function loadWhere(condition: string, value: string): Promise<StoredMapping | undefined> {
    const [row] = await database.query<SavedRow>(
      `select ${RECORD_COLUMNS}, m.judgement::text as judgement from ${RECORD_TABLES} where ${condition}`,
      [value],
    );
    const stored = row && decode(row);
    if (!row || !stored) return undefined;
    parts.remember(row);
    await judgeAgain(stored, row.judgement);
    return stored;
  }

  /** Its judgement may be out of date. */
  async function judgeAgain({ mapping, version }: StoredMapping, before: string | null): Promise<void> {
    const judgement = judge && JSON.stringify(judge(mapping));
    if (judgement === undefined || judgement === before) return;
    // Only a help for lists: a database that can't be written must not stop the reading.
    await database
      .query('update mappings set judgement = $3 where id = $1 and version = $2', [
        mapping.id,
        version,
        judgement,
      ])
      .catch(() => undefined);
  }

  const findLive = (hostname: string) => loadWhere(`m.hostname = $1 and m.stage <> 'removed'`, hostname);

  const create = (draft: Omit<StoredMapping, 'version'>) => insert(bounded({ ...draft, version: 1 }));

  async function insert(stored: StoredMapping): Promise<StoredMapping> {
    const { id, hostname } = stored.mapping;
    for (let tries = 0; tries < MAX_CREATE_TRIES; tries++) {
      const row = recordRowOf(stored);
      const { columns, queues } = writing(stored, row);
      const [created] = await database.query(
        `with written as (
           insert into mappings (${columns.names.join(', ')}, document)
           values (${columns.names.map((_, at) => `$${at + 1}`).join(', ')}, $${columns.names.length + 1})
           on conflict do nothing returning id
         ), seen as (
           insert into observations (mapping, document)
           select id, $${columns.names.length + 2}::json from written
         ) ${queues.sql(columns.names.length + 2)}
         select id from written`,
        [...columns.values, row.document, row.observation, ...queues.values],
      );
      if (created) {
        parts.remember(row);
        return stored;
      }
      const existing = await findLive(hostname);
      if (existing && stored.mapping.stage !== 'removed') throw new HostnameTaken(existing);
      if (await loadWhere('m.id = $1', id)) throw new StaleVersion(`${hostname} was created by another`);
    }
    throw new StaleVersion(`${hostname} is taken by a record that can’t be read`);
  }

  async function save(changed: StoredMapping): Promise<StoredMapping> {
    const stored = bounded({ ...changed, version: changed.version + 1 });
    const row = recordRowOf(stored);
    const { document, observation } = parts.changed(row, changed.version);
    const { columns, queues } = writing(stored, row);
    const [at, seenAt] = [columns.names.length + 1, columns.names.length + 2];
    const [saved] = await database.query(
      `with written as (
         update mappings set ${columns.names.map((name, index) => `${name} = $${index + 1}`).join(', ')},
           document = coalesce($${at}::json, document)
         where id = $1 and version = $2 - 1 returning id
       ), seen as (
         update observations set document = $${seenAt}::json from written
         where mapping = id and $${seenAt}::json is not null
       ) ${queues.sql(seenAt)}
       select id from written`,
      [...columns.values, document, observation, ...queues.values],
    );
    if (!saved)
      throw new StaleVersion(
        `${stored.mapping.hostname} was saved by another since version ${changed.version}`,
      );
    parts.remember(row);
    return stored;
  }

  /** The narrow columns, and the parts of the statement that set what is due next. */
  function writing(stored: StoredMapping, row: RecordRow) {
    const due = dueWorkOf(stored);
    const summary = summaryOf(stored.mapping, judge);
    return {
      columns: columnsOf(stored, row, due, summary),
      queues: queuesOf(row, stored.mapping.app, due, now()),
    };
  }

  return { load: (id) => loadWhere('m.id = $1', id), findLive, create, insert, save, decode };
}

function columnsOf(
  { mapping }: StoredMapping,
  row: RecordRow,
  { cardChannel, check, undeliverable }: DueWork,
  { judgement, ...summary }: MappingSummary,
) {
  const columns: Readonly<Record<string, unknown>> = {
    id: row.id,
    version: row.version,
    schema: row.schema,
    hostname: mapping.hostname,
    app: mapping.app,
    channel: cardChannel,
    stage: mapping.stage,
    requested_at: mapping.requestedAt,
    next_check_at: row.next_check_at,
    dns_at: row.dns_at,
    ssl_at: row.ssl_at,
    http_at: row.http_at,
    lane: check?.lane ?? null,
    undeliverable,
    summary: JSON.stringify(summary),
    judgement: judgement ? JSON.stringify(judgement) : null,
  };
  return { names: Object.keys(columns), values: Object.values(columns) };
}

/** `sql` numbers its parameters after `from`. */
function queuesOf(
  row: RecordRow,
  app: string,
  { cardChannel, check, delivery, pending, pendingSince }: DueWork,
  now: number,
) {
  const checkAt = check && Math.min(check.at, now + LATEST_CHECK_MS);
  const deliveryAt = delivery && Math.min(delivery.at, now + LATEST_DELIVERY_MS);
  const checkValues =
    checkAt === undefined ? [] : [row.schema, app, check?.lane ?? '', checkAt, check?.at ?? 0, now];
  const deliveryValues =
    deliveryAt === undefined
      ? []
      : [
          row.schema,
          cardChannel,
          deliveryAt,
          delivery?.work ?? '',
          delivery?.lane ?? '',
          pending,
          pendingSince ?? null,
          now,
        ];
  return {
    sql: (from: number) =>
      [
        checkValues.length > 0 ? setCheck(from) : END_CHECK,
        deliveryValues.length > 0 ? setDelivery(from + checkValues.length) : END_DELIVERY,
      ].join(' '),
    values: [...checkValues, ...deliveryValues],
  };
}

/** What is held stays held: `due_at` is when it can be claimed, at the lease's end or when the work is due. */
const setCheck = (from: number): string => `, watched as (
  insert into checks as c (mapping, schema, app, lane, due_at, work_at, work)
  select id, $${from + 1}::integer, $${from + 2}, $${from + 3}, $${from + 4}::bigint, $${from + 4}, $${from + 5}::bigint
  from written
  on conflict (mapping) do update set schema = excluded.schema, app = excluded.app, lane = excluded.lane,
    due_at = case when c.token is not null and c.due_at > $${from + 6}::bigint then c.due_at else excluded.due_at end,
    work_at = excluded.work_at, work = excluded.work, tried = c.tried and c.work = excluded.work)`;

const setDelivery = (from: number): string => `, queued as (
  insert into deliveries as d (mapping, schema, channel, due_at, work_at, work, lane, pending, pending_since)
  select id, $${from + 1}::integer, $${from + 2}, $${from + 3}::bigint, $${from + 3}, $${from + 4}, $${from + 5},
    $${from + 6}::integer, $${from + 7}::bigint from written
  on conflict (mapping) do update set schema = excluded.schema, channel = excluded.channel,
    due_at = case when d.token is not null and d.due_at > $${from + 8}::bigint then d.due_at else excluded.due_at end,
    work_at = excluded.work_at, work = excluded.work, lane = excluded.lane,
    tried = d.tried and d.work = excluded.work, pending = excluded.pending, pending_since = excluded.pending_since)`;

/** The row of a held lease stays until its release, so that nobody else begins; whether it is held, the locked row says. */
const END_CHECK = `, ended_check as materialized (
    select c.mapping, c.token is not null as held from checks c, written where c.mapping = id for update of c),
  unwatched as (delete from checks c using ended_check e where c.mapping = e.mapping and not e.held),
  left_check as (update checks c set work_at = ${NEVER} from ended_check e where c.mapping = e.mapping and e.held)`;
const END_DELIVERY = `, ended_delivery as materialized (
    select d.mapping, d.token is not null as held from deliveries d, written where d.mapping = id for update of d),
  unqueued as (delete from deliveries d using ended_delivery e where d.mapping = e.mapping and not e.held),
  left_delivery as (update deliveries d set work_at = ${NEVER}, pending = 0, pending_since = null
    from ended_delivery e where d.mapping = e.mapping and e.held)`;
