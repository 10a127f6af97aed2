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
import { createStatement, saveStatement } from './write-statements.js';

/** Upper bound for a wait: a time written with a wrong clock must not stop checks for days. */
const LATEST_CHECK_MS = 7 * 3_600_000;
const LATEST_DELIVERY_MS = 3_600_000;
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
  /** The mapping alone, in a part of the time. */
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
      const { given, narrow, links, hasCheck, hasDelivery } = writing(stored, row);
      const { text, parameters } = createStatement({
        mapping: ['id', ...STEADY_COLUMNS, ...NARROW_COLUMNS],
        record: ['document', 'links', 'observation'],
        hasCheck,
        hasDelivery,
      });
      const values = { ...given, ...narrow, links };
      const [created] = await database.prepared(text, valuesOf(parameters, values));
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
    const { given, narrow, links, hasCheck, hasDelivery } = writing(stored, row);
    const news = parts.changed(row, JSON.stringify(narrow), changed.version);
    const { text, parameters } = saveStatement({
      mapping: news.narrow === null ? STEADY_COLUMNS : [...STEADY_COLUMNS, ...NARROW_COLUMNS],
      record: [
        ...(news.document === null ? [] : ['document', 'links']),
        ...(news.observation === null ? [] : ['observation']),
      ],
      hasCheck,
      hasDelivery,
    });
    const values = { ...given, ...narrow, links, before: changed.version };
    const [saved] = await database.prepared(text, valuesOf(parameters, values));
    if (!saved)
      throw new StaleVersion(
        `${stored.mapping.hostname} was saved by another since version ${changed.version}`,
      );
    news.remember();
    return stored;
  }

  /** The columns, and what is due next. */
  function writing(stored: StoredMapping, row: RecordRow) {
    const due = dueWorkOf(stored);
    const { judgement, ...summary } = summaryOf(stored.mapping, judge);
    return {
      given: { ...row, judgement: judgement ? JSON.stringify(judgement) : null, ...queued(due, now()) },
      narrow: narrowColumns(stored, row, due, summary),
      links: JSON.stringify(linksOf(stored.mapping)),
      hasCheck: due.check !== undefined,
      hasDelivery: due.delivery !== undefined,
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

type Values = Readonly<Record<string, unknown>>;

const valuesOf = (parameters: readonly string[], values: Values): unknown[] =>
  parameters.map((name) => values[name]);

/** What a check without news may change; what it does not is in `narrowColumns`. None of these has an index. */
const STEADY_COLUMNS = ['version', 'next_check_at', 'dns_at', 'ssl_at', 'http_at', 'judgement'] as const;

const narrowColumns = (
  { mapping }: StoredMapping,
  row: RecordRow,
  { cardChannel, check, undeliverable }: DueWork,
  summary: Omit<MappingSummary, 'judgement'>,
) => ({
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

const NARROW_COLUMNS: readonly (keyof ReturnType<typeof narrowColumns>)[] = [
  'schema',
  'hostname',
  'app',
  'channel',
  'stage',
  'requested_at',
  'lane',
  'undeliverable',
  'summary',
];

/** The parameters of the queues. */
const queued = ({ check, delivery, pending, pendingSince }: DueWork, now: number): Values => ({
  now,
  checkLane: check?.lane ?? '',
  checkAt: check?.at,
  checkDueAt: check && Math.min(check.at, now + LATEST_CHECK_MS),
  deliveryLane: delivery?.lane ?? '',
  deliveryWork: delivery?.work ?? '',
  deliveryDueAt: delivery && Math.min(delivery.at, now + LATEST_DELIVERY_MS),
  pending,
  pendingSince: pendingSince ?? null,
});
