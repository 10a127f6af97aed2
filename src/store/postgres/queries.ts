import type { MappingLinks } from '../../core/mapping.js';
import type { MappingPage, MappingQuery, MappingSummary, StoredMapping } from '../store.js';
import { linksOf, sharedText } from '../summary.js';
import type { Database } from './connection.js';
import type { Records } from './records.js';
import { RECORD_COLUMNS, RECORD_TABLES, type RecordRow } from './row.js';

const SUMMARIES_BATCH = 1_000;
const RECORDS_BATCH = 200;

export interface Queries {
  list(query: MappingQuery): Promise<MappingPage>;
  summaries(query: Pick<MappingQuery, 'app' | 'stage'>): AsyncIterable<readonly MappingSummary[]>;
  links(app: string): AsyncIterable<readonly MappingLinks[]>;
  all(): AsyncIterable<StoredMapping>;
}

/** Reads many mappings: by pages, or all of them in batches along the primary key. */
export function createQueries(
  database: Database,
  { decode }: Pick<Records, 'decode'>,
  isJudged: boolean,
): Queries {
  const decoded = (rows: readonly RecordRow[]) => rows.flatMap((row) => decode(row) ?? []);

  async function list(query: MappingQuery): Promise<MappingPage> {
    const { where, values } = filterOf(query);
    const { offset, limit } = query;
    const rows =
      limit === 0
        ? []
        : await database.query<RecordRow>(
            `select ${RECORD_COLUMNS} from ${RECORD_TABLES} where ${where}
             order by m.hostname, m.requested_at limit $${values.length + 1} offset $${values.length + 2}`,
            [...values, limit, offset],
          );
    const mappings = decoded(rows).map(({ mapping }) => mapping);
    // The last page says by itself how many there are.
    const isLast = rows.length < limit && (rows.length > 0 || offset === 0);
    if (isLast) return { mappings, total: offset + rows.length };
    const [counted] = await database.query<{ count: number }>(
      `select count(*) from mappings m where ${where}`,
      values,
    );
    return { mappings, total: counted?.count ?? 0 };
  }

  async function* summaries(query: Pick<MappingQuery, 'app' | 'stage'>) {
    const { where, values } = filterOf(query);
    for (let after = ''; ; ) {
      const rows = await database.query<SummaryRow>(
        `select m.id, m.summary, m.judgement from mappings m
         where ${where} and m.id > $${values.length + 1} order by m.id limit ${SUMMARIES_BATCH}`,
        [...values, after],
      );
      if (rows.length > 0) yield rows.map((row) => summaryIn(row, isJudged));
      const last = rows.at(-1);
      if (!last || rows.length < SUMMARIES_BATCH) return;
      after = last.id;
    }
  }

  async function* all() {
    for (let after = ''; ; ) {
      const rows = await database.query<RecordRow>(
        `select ${RECORD_COLUMNS} from ${RECORD_TABLES} where m.id > $1 order by m.id limit ${RECORDS_BATCH}`,
        [after],
      );
      yield* decoded(rows);
      const last = rows.at(-1);
      if (!last || rows.length < RECORDS_BATCH) return;
      after = last.id;
    }
  }

  async function* links(app: string) {
    for await (const { mapping } of all())
      if (mapping.app === app && mapping.stage !== 'removed') yield [linksOf(mapping)];
  }

  return { list, summaries, links, all };
}

interface SummaryRow {
  readonly id: string;
  readonly summary: Omit<MappingSummary, 'judgement'>;
  readonly judgement: MappingSummary['judgement'] | null;
}

function summaryIn({ summary, judgement }: SummaryRow, isJudged: boolean): MappingSummary {
  return {
    ...summary,
    app: sharedText(summary.app),
    channel: sharedText(summary.channel),
    responsible: sharedText(summary.responsible),
    readyAt: summary.readyAt,
    certificateEnd: summary.certificateEnd,
    dnsProvider: summary.dnsProvider,
    judgement: isJudged ? (judgement ?? undefined) : undefined,
  };
}

type Filter = Omit<MappingQuery, 'offset' | 'limit'>;

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
