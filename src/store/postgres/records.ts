import type { Mapping } from '../../core/mapping.js';
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
import { linksOf, summaryOf } from '../summary.js';
import type { Database } from './connection.js';
import {
  mappingInRow,
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
/** Others may take and free the hostname at the same moment. */
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
  /** Inserts a record with any version. */
  insert(stored: StoredMapping): Promise<StoredMapping>;
  save(stored: StoredMapping): Promise<StoredMapping>;
  /** Undefined for a row that is no record of this version, which is reported. */
  decode(row: RecordRow): StoredMapping | undefined;
  /** Only the mapping, which is faster. */
  decodeMapping(row: RecordRow): Mapping | undefined;
}

type SavedRow = RecordRow & { readonly judgement: string | null };

/** Reads and writes whole records: each write is one statement with the record, its outbox and its next check. */
export function createRecords({ database, now, judge, onUnusable }: RecordsOptions): Records {
  const parts = new WrittenParts();

  const reading =
    <Read>(read: (row: RecordRow) => Read) =>
    (row: RecordRow): Read | undefined => {
      try {
        return read(row);
      } catch (error) {
        const reason = error instanceof Error ? error.message.slice(0, 500) : String(error);
        const state = error instanceof NewerSchema ? 'newer' : 'damaged';
        onUnusable({ file: `mappings row ${row.id} (${state})`, reason });
        return undefined;
      }
    };
  const decode = reading(storedMappingOf);

  async function loadWhere(condition: string, value: string): Promise<StoredMapping | undefined> {
    const [row] = await database.prepared<SavedRow>(
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
    // Only helps lists: a database that can't be written must not stop reading.
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
      const { steady, narrow, links, queues } = writing(stored, row);
      const { values, given } = parameters();
      const columns = { id, ...steady, ...narrow };
      const [created] = await database.prepared(
        `with written as (
           insert into mappings (${Object.keys(columns).join(', ')})
           values (${Object.values(columns).map(given).join(', ')})
           on conflict do nothing returning id
         ), recorded as (
           insert into records (mapping, document, links, observation)
           select id, ${given(row.document)}::json, ${given(links)}::json, ${given(row.observation)}::json from written
         )${queues(given)}
         select id from written`,
        values,
      );
      if (created) {
        parts.changed(row, JSON.stringify(narrow), 0).remember();
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
    const { steady, narrow, links, queues } = writing(stored, row);
    const news = parts.changed(row, JSON.stringify(narrow), changed.version);
    const { values, given } = parameters();
    const set = (columns: Columns) =>
      Object.entries(columns).map(([name, value]) => `${name} = ${given(value)}${COLUMN_TYPES[name] ?? ''}`);
    const recorded = {
      ...(news.document === null ? {} : { document: news.document, links }),
      ...(news.observation === null ? {} : { observation: news.observation }),
    };
    const [saved] = await database.prepared(
      `with written as (
         update mappings set ${set({ ...steady, ...(news.narrow === null ? {} : narrow) }).join(', ')}
         where id = ${given(row.id)} and version = ${given(changed.version)} returning id
       )${Object.keys(recorded).length > 0 ? `, recorded as (update records set ${set(recorded).join(', ')} from written where mapping = id)` : ''}
       ${queues(given)}
       select id from written`,
      values,
    );
    if (!saved)
      throw new StaleVersion(
        `${stored.mapping.hostname} was saved by another since version ${changed.version}`,
      );
    news.remember();
    return stored;
  }

  /** The columns, and the parts of the statement that set what is due next. */
  function writing(stored: StoredMapping, row: RecordRow) {
    const due = dueWorkOf(stored);
    const { judgement, ...summary } = summaryOf(stored.mapping, judge);
    return {
      steady: steadyColumns(row, judgement),
      narrow: narrowColumns(stored, row, due, summary),
      links: JSON.stringify(linksOf(stored.mapping)),
      queues: (given: Given) => queuesOf(row, stored.mapping.app, due, now(), given),
    };
  }

  return {
    load: (id) => loadWhere('m.id = $1', id),
    findLive,
    create,
    insert,
    save,
    decode,
    decodeMapping: reading(mappingInRow),
  };
}

type Columns = Readonly<Record<string, unknown>>;
/** Makes a value a parameter of the statement, and names it. */
type Given = (value: unknown) => string;

function parameters(): { readonly values: unknown[]; readonly given: Given } {
  const values: unknown[] = [];
  return { values, given: (value) => `$${values.push(value)}` };
}

const COLUMN_TYPES: Columns = { document: '::json', observation: '::json', links: '::json' };

/** What a check without news may change; what it does not is in `narrowColumns`. None of these has an index. */
const steadyColumns = (row: RecordRow, judgement: MappingSummary['judgement']): Columns => ({
  version: row.version,
  next_check_at: row.next_check_at,
  dns_at: row.dns_at,
  ssl_at: row.ssl_at,
  http_at: row.http_at,
  judgement: judgement ? JSON.stringify(judgement) : null,
});

const narrowColumns = (
  { mapping }: StoredMapping,
  row: RecordRow,
  { cardChannel, check, undeliverable }: DueWork,
  summary: Omit<MappingSummary, 'judgement'>,
): Columns => ({
  schema: row.schema,
  hostname: mapping.hostname,
  app: mapping.app,
  channel: cardChannel,
  stage: mapping.stage,
  requested_at: mapping.requestedAt,
  lane: check?.lane ?? null,
  undeliverable,
  summary: JSON.stringify(summary),
});

function queuesOf(
  row: RecordRow,
  app: string,
  { cardChannel, check, delivery, pending, pendingSince }: DueWork,
  now: number,
  given: Given,
): string {
  const queued = () => ({ mapping: 'id', schema: `${given(row.schema)}::integer` });
  const at = (moment: number) => `${given(moment)}::bigint`;
  return [
    check
      ? setCheck(
          { ...queued(), app: given(app), lane: given(check.lane ?? ''), work: at(check.at) },
          at(Math.min(check.at, now + LATEST_CHECK_MS)),
          at(now),
        )
      : END_CHECK,
    delivery
      ? setDelivery(
          {
            ...queued(),
            channel: given(cardChannel),
            lane: given(delivery.lane ?? ''),
            work: given(delivery.work ?? ''),
            pending: `${given(pending)}::integer`,
            pending_since: `${given(pendingSince ?? null)}::bigint`,
          },
          at(Math.min(delivery.at, now + LATEST_DELIVERY_MS)),
          at(now),
        )
      : END_DELIVERY,
  ].join(' ');
}

type Expressions = Readonly<Record<string, string>>;

const setCheck = (row: Expressions, dueAt: string, now: string): string =>
  `, watched as (${upsert('checks', row, dueAt, now)})`;
const setDelivery = (row: Expressions, dueAt: string, now: string): string =>
  `, queued as (${upsert('deliveries', row, dueAt, now)})`;

/** A held lease stays held: `due_at` is when it can be claimed, at the lease's end or when the work is due. */
function upsert(queue: string, row: Expressions, dueAt: string, now: string): string {
  const others = Object.keys(row).filter((name) => name !== 'mapping');
  return `insert into ${queue} as q (${Object.keys(row).join(', ')}, due_at, work_at)
    select ${Object.values(row).join(', ')}, ${dueAt}, ${dueAt} from written
    on conflict (mapping) do update set ${others.map((name) => `${name} = excluded.${name}`).join(', ')},
      due_at = case when q.token is not null and q.due_at > ${now} then q.due_at else excluded.due_at end,
      work_at = excluded.work_at, tried = q.tried and q.work = excluded.work`;
}

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
