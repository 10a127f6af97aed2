import type { MappingLinks } from '../../../core/mapping.js';
import type { MappingPage, MappingQuery, MappingSummary, StoredMapping } from '../../store.js';
import { linksOf } from '../../summary.js';
import type { Database } from '../connection/connection.js';
import type { RecordDecoder } from './decoder.js';
import { RECORD_COLUMNS, RECORD_TABLES, type RecordRow } from './row.js';

const SUMMARIES_BATCH = 1_000;
const RECORDS_BATCH = 200;
const LINKS_BATCH = 1_000;

export interface Queries {
  list(query: MappingQuery): Promise<MappingPage>;
  summaries(query: Pick<MappingQuery, 'app' | 'stage'>): AsyncIterable<readonly MappingSummary[]>;
  links(app: string): AsyncIterable<readonly MappingLinks[]>;
  all(): AsyncIterable<StoredMapping>;
}

/** Reads many mappings: by pages, or all of them in batches along the primary key. */
export const createQueries = (database: Database, decoder: RecordDecoder, isJudged: boolean): Queries => ({
  list: (query) => readPage(database, decoder, query),
  summaries: (query) => summariesOf(database, isJudged, query),
  links: (app) => linksOfApp(database, decoder, app),
  all: () => allRecords(database, decoder),
});

async function readPage(
  database: Database,
  decoder: RecordDecoder,
  query: MappingQuery,
): Promise<MappingPage> {
  const { where, values } = filterOf(query);
  const { offset, limit } = query;
  const total = countOf(query, where);
  const page = `select ${RECORD_COLUMNS}, (${total}) as total from ${RECORD_TABLES} where ${where}
      order by ${listOrder(query)} limit ${limit} offset ${offset}`;
  const read = isFirstOfIndex(query) ? database.prepared : database.query;
  const rows = limit === 0 ? [] : await read<RecordRow & { readonly total: number }>(page, values);
  const mappings = rows.flatMap((row) => decoder.mapping(row) ?? []);
  if (rows[0]) return { mappings, total: rows[0].total };
  const [counted] = await database.prepared<{ total: number }>(`select (${total}) as total`, values);
  return { mappings, total: counted?.total ?? 0 };
}

async function* summariesOf(
  database: Database,
  isJudged: boolean,
  query: Pick<MappingQuery, 'app' | 'stage'>,
): AsyncIterable<readonly MappingSummary[]> {
  const { where, values } = filterOf(query);
  const batches = inBatches<SummaryRow>(
    SUMMARIES_BATCH,
    ({ id }) => id,
    (after) =>
      database.query(
        `select m.id, m.summary, m.judgement from mappings m
         where ${where} and m.id > $${values.length + 1} order by m.id limit ${SUMMARIES_BATCH}`,
        [...values, after],
      ),
  );
  for await (const rows of batches) yield rows.map((row) => summaryIn(row, isJudged));
}

async function* allRecords(database: Database, decoder: RecordDecoder): AsyncIterable<StoredMapping> {
  const batches = inBatches<RecordRow>(
    RECORDS_BATCH,
    ({ id }) => id,
    (after) =>
      database.query(
        `select ${RECORD_COLUMNS} from ${RECORD_TABLES} where m.id > $1 order by m.id limit ${RECORDS_BATCH}`,
        [after],
      ),
  );
  for await (const rows of batches) yield* rows.flatMap((row) => decoder.stored(row) ?? []);
}

/** Along the index of the app's live mappings, whose hostnames differ. */
async function* linksOfApp(
  database: Database,
  decoder: RecordDecoder,
  app: string,
): AsyncIterable<readonly MappingLinks[]> {
  const batches = inBatches<LinksRow>(
    LINKS_BATCH,
    ({ hostname }) => hostname,
    (after) =>
      database.query(
        `select m.hostname, r.links, case when r.links is null then m.id end as unlinked from ${RECORD_TABLES}
         where m.app = $1 and m.stage <> 'removed' and m.hostname > $2 order by m.hostname limit ${LINKS_BATCH}`,
        [app, after],
      ),
  );
  for await (const rows of batches) {
    const unlinked = rows.flatMap(({ unlinked: id }) => id ?? []);
    const links = rows.flatMap(({ links: found }) => found ?? []);
    const batch = [...links, ...(await linksFromRecords(database, decoder, unlinked))];
    if (batch.length > 0) yield batch;
  }
}

/** The links of records that were written before links existed. */
async function linksFromRecords(
  database: Database,
  decoder: RecordDecoder,
  ids: readonly string[],
): Promise<readonly MappingLinks[]> {
  if (ids.length === 0) return [];
  const rows = await database.query<RecordRow>(
    `select ${RECORD_COLUMNS} from ${RECORD_TABLES} where m.id = any($1)`,
    [ids],
  );
  return rows.flatMap((row) => decoder.mapping(row) ?? []).map(linksOf);
}

/** Reads on after the key of the last row, until a batch isn't full. */
async function* inBatches<Row>(
  size: number,
  keyOf: (row: Row) => string,
  read: (after: string) => Promise<readonly Row[]>,
): AsyncIterable<readonly Row[]> {
  for (let after = ''; ; ) {
    const rows = await read(after);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    after = keyOf(last);
  }
}

interface LinksRow {
  readonly hostname: string;
  readonly links: MappingLinks | null;
  /** Its id, if its links were never written. */
  readonly unlinked: string | null;
}

interface SummaryRow {
  readonly id: string;
  readonly summary: Omit<MappingSummary, 'judgement'>;
  readonly judgement: MappingSummary['judgement'] | null;
}

const summaryIn = ({ summary, judgement }: SummaryRow, isJudged: boolean): MappingSummary => ({
  ...summary,
  // JSON has no field for what is undefined.
  setback: summary.setback,
  readyAt: summary.readyAt,
  certificateEnd: summary.certificateEnd,
  dnsProvider: summary.dnsProvider,
  judgement: isJudged ? (judgement ?? undefined) : undefined,
});

type Filter = Omit<MappingQuery, 'offset' | 'limit'>;

/** All mappings, or those of an app or a stage. */
const isUnsearched = ({ channel, hostname, text }: Filter): boolean =>
  channel === undefined && hostname === undefined && text === undefined;

/** The counts of all, of an app's and of a stage's mappings are stored; others are small, or part of a search. */
const countOf = (filter: Filter, where: string): string =>
  isUnsearched(filter)
    ? `select coalesce(sum(m.mappings), 0)::bigint from counts m where ${where}`
    : `select count(*) from mappings m where ${where}`;

/** One index begins with such a page, whatever the app or stage: the database keeps its plan. Others depend on what is asked. */
const isFirstOfIndex = (query: MappingQuery): boolean =>
  query.offset === 0 && isUnsearched(query) && (query.app === undefined || query.stage === undefined);

/** Live mappings have different hostnames: their index gives the order, and nothing is sorted. */
const listOrder = ({ stage }: Filter): string =>
  stage === 'removed' ? 'm.hostname, m.requested_at' : 'm.hostname';

function filterOf({ app, channel, stage, hostname, text }: Filter): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const given = (value: unknown) => `$${values.push(value)}`;
  const conditions = [
    stage === undefined ? `m.stage <> 'removed'` : `m.stage = ${given(stage)}`,
    ...(app === undefined ? [] : [`m.app = ${given(app)}`]),
    ...(channel === undefined ? [] : [`m.channel = ${given(channel)}`]),
    ...(hostname === undefined ? [] : [`m.hostname = ${given(hostname)}`]),
    ...(text === undefined ? [] : [`m.hostname like ${given(`%${text.replace(/[\\%_]/g, '\\$&')}%`)}`]),
  ];
  return { where: conditions.join(' and '), values };
}
