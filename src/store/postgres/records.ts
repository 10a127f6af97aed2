import type { Mapping } from '../../core/mapping.js';
import { bounded } from '../bounded.js';
import { type DueWork, dueWorkOf } from '../due.js';
import { NewerSchema } from '../form.js';
import { HostnameTaken, type Judge, type SetAside, StaleVersion, type StoredMapping } from '../store.js';
import { linksOf, summaryOf } from '../summary.js';
import type { Database } from './connection.js';
import {
  mappingInRow,
  newestSchema,
  RECORD_COLUMNS,
  RECORD_TABLES,
  type RecordRow,
  recordRowOf,
  storedMappingOf,
  type WrittenRow,
} from './row.js';
import { createSaves, type PreparedSave } from './saves.js';
import { createStatement, type NarrowColumn, type WriteShape } from './write-statements.js';
import { WrittenParts } from './written-parts.js';

/** Upper bound for a wait: a time written with a wrong clock must not stop checks for days. */
const LATEST_CHECK_MS = 7 * 3_600_000;
const LATEST_DELIVERY_MS = 3_600_000;
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
  const write = createSaves(database);

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
    parts.remember(row, stored.mapping);
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
      const { values, narrow, queues } = writing(stored, row);
      const { text, parameters } = createStatement({ ...WHOLE, ...queues });
      const [created] = await database.prepared(
        text,
        parameters.map((name) => values[name]),
      );
      if (created) {
        parts.changed(row, narrow, 0).remember();
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
    const { values, narrow, queues } = writing(stored, row);
    const news = parts.changed(row, narrow, changed.version);
    const shape = {
      hasNarrow: news.narrow !== null,
      hasDocument: news.document !== null,
      hasObservation: news.observation !== null,
      ...queues,
    };
    const isSaved = await write({ shape, values });
    if (!isSaved)
      throw new StaleVersion(
        `${stored.mapping.hostname} was saved by another since version ${changed.version}`,
      );
    news.remember();
    return stored;
  }

  /** The columns, and what is due next. */
  function writing(stored: StoredMapping, row: WrittenRow): Writing {
    const due = dueWorkOf(stored);
    const { check, delivery } = due;
    const { judgement, ...summary } = summaryOf(stored.mapping, judge);
    const narrow = narrowColumns(stored, due, JSON.stringify(summary));
    const at = now();
    return {
      // Name by name: spreading four objects takes V8 as long as everything else together.
      values: {
        id: row.id,
        version: row.version,
        before: row.version - 1,
        next_check_at: row.next_check_at,
        dns_at: row.dns_at,
        ssl_at: row.ssl_at,
        http_at: row.http_at,
        document: row.document,
        observation: row.observation,
        judgement: judgement ? JSON.stringify(judgement) : null,
        links: JSON.stringify(linksOf(stored.mapping)),
        schema: narrow.schema,
        hostname: narrow.hostname,
        app: narrow.app,
        channel: narrow.channel,
        stage: narrow.stage,
        requested_at: narrow.requested_at,
        lane: narrow.lane,
        undeliverable: narrow.undeliverable,
        summary: narrow.summary,
        now: at,
        check_lane: check?.lane ?? '',
        check_at: check?.at,
        check_due_at: check && Math.min(check.at, at + LATEST_CHECK_MS),
        delivery_lane: delivery?.lane ?? '',
        delivery_work: delivery?.work ?? '',
        delivery_due_at: delivery && Math.min(delivery.at, at + LATEST_DELIVERY_MS),
        pending: due.pending,
        pending_since: due.pendingSince ?? null,
      },
      narrow: JSON.stringify(narrow),
      queues: { hasCheck: check !== undefined, hasDelivery: delivery !== undefined },
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

interface Writing extends Pick<PreparedSave, 'values'> {
  readonly narrow: string;
  readonly queues: Pick<WriteShape, 'hasCheck' | 'hasDelivery'>;
}

const WHOLE = { hasNarrow: true, hasDocument: true, hasObservation: true } as const;

const narrowColumns = (
  { mapping }: StoredMapping,
  { cardChannel, check, undeliverable }: DueWork,
  summary: string,
): Readonly<Record<NarrowColumn, unknown>> => ({
  schema: newestSchema,
  hostname: mapping.hostname,
  app: mapping.app,
  channel: cardChannel,
  stage: mapping.stage,
  requested_at: mapping.requestedAt,
  lane: check?.lane ?? null,
  undeliverable,
  summary,
});
