import { bounded } from '../../bounded.js';
import { glimpseOf } from '../../glimpse.js';
import {
  HostnameTaken,
  type IndexedMapping,
  type Judge,
  RecordUnreadable,
  StaleVersion,
  type StoredMapping,
} from '../../store.js';
import { linksOf, summaryOf } from '../../summary.js';
import type { Database } from '../connection/connection.js';
import type { RecordDecoder } from './decoder.js';
import { insertRows } from './inserts.js';
import { RECORD_COLUMNS, RECORD_TABLES, type RecordRow, recordRowOf, type WrittenRow } from './row.js';
import { GatheredSaves } from './saves.js';
import { WrittenParts } from './written-parts.js';
import { type Writing, writingOf } from './written-values.js';

/** Others may take and free the hostname at the same moment. */
const MAX_CREATE_TRIES = 5;

export interface TableRecordsOptions {
  readonly database: Database;
  readonly decoder: RecordDecoder;
  readonly now: () => number;
  readonly judge: Judge | undefined;
}

type SavedRow = RecordRow & { readonly judgement: string | null };

/** Reads and writes whole records: each write is one statement with the record, its outbox and its next check. */
export class TableRecords {
  readonly #parts = new WrittenParts();
  readonly #saves: GatheredSaves;

  constructor(private readonly options: TableRecordsOptions) {
    this.#saves = new GatheredSaves(options.database);
  }

  async load(id: string): Promise<StoredMapping | undefined> {
    const row = await this.#rowWhere('m.id = $1', id);
    return row && this.#storedIn(row);
  }

  /** In the order of their IDs; undefined for those that aren't there. */
  async loadAll(ids: readonly string[]): Promise<readonly (StoredMapping | undefined)[]> {
    const rows = await this.options.database.query<RecordRow>(
      `select ${RECORD_COLUMNS} from ${RECORD_TABLES} where m.id = any($1)`,
      [ids],
    );
    const found = new Map(rows.map((row) => [row.id, this.options.decoder.stored(row)]));
    return ids.map((id) => found.get(id));
  }

  async findLive(hostname: string): Promise<StoredMapping | undefined> {
    const row = await this.#rowWhere(`m.hostname = $1 and m.stage <> 'removed'`, hostname);
    if (!row) return undefined;
    const stored = await this.#storedIn(row);
    if (!stored) throw unreadable(hostname, row);
    return stored;
  }

  async unreadable(id: string): Promise<RecordUnreadable | undefined> {
    const [row] = await this.options.database.query<RecordRow & { readonly hostname: string }>(
      `select ${RECORD_COLUMNS}, m.hostname from ${RECORD_TABLES} where m.id = $1`,
      [id],
    );
    return row && !this.options.decoder.stored(row) ? unreadable(row.hostname, row) : undefined;
  }

  async findIndexed(hostname: string): Promise<IndexedMapping | undefined> {
    const { mapping } = (await this.findLive(hostname)) ?? {};
    return mapping && { ...summaryOf(mapping, this.options.judge), ...linksOf(mapping) };
  }

  create(draft: Omit<StoredMapping, 'version'>): Promise<StoredMapping> {
    return this.#insert(bounded({ ...draft, version: 1 }));
  }

  /** Inserts records with any versions, several in each statement. */
  async insertAll(some: readonly StoredMapping[]): Promise<void> {
    const created = await this.#inserted(some);
    // Alone, it fails with its reason.
    for (const stored of some) if (!created.has(stored.mapping.id)) await this.#insert(stored);
  }

  async #insert(stored: StoredMapping): Promise<StoredMapping> {
    const { id, hostname } = stored.mapping;
    for (let tries = 0; tries < MAX_CREATE_TRIES; tries++) {
      if ((await this.#inserted([stored])).has(id)) return stored;
      const existing = stored.mapping.stage === 'removed' ? undefined : await this.findLive(hostname);
      if (existing) throw new HostnameTaken(existing);
      if (await this.load(id)) throw new StaleVersion(`${hostname} was created by another`);
    }
    throw (await this.unreadable(id)) ?? new StaleVersion(`${hostname} was taken and freed by others`);
  }

  async save(changed: StoredMapping): Promise<StoredMapping> {
    const stored = bounded({ ...changed, version: changed.version + 1 });
    const row = recordRowOf(stored);
    const { values, narrow, queues } = this.#writing(stored, row);
    const news = this.#parts.changed(row, narrow, changed.version);
    const shape = {
      hasNarrow: news.narrow !== null,
      hasDocument: news.document !== null,
      hasObservation: news.observation !== null,
      ...queues,
    };
    const isSaved = await this.#saves.save({ shape, values });
    if (!isSaved)
      throw new StaleVersion(
        `${stored.mapping.hostname} was saved by another since version ${changed.version}`,
      );
    news.remember();
    return stored;
  }

  /** The ids of those whose id and hostname weren’t taken. */
  async #inserted(some: readonly StoredMapping[]): Promise<ReadonlySet<string>> {
    const writings = some.map((stored) => {
      const row = recordRowOf(stored);
      return { row, ...this.#writing(stored, row) };
    });
    const created = await insertRows(this.options.database, writings);
    for (const { row, narrow } of writings)
      if (created.has(row.id)) this.#parts.changed(row, narrow, 0).remember();
    return created;
  }

  #writing(stored: StoredMapping, row: WrittenRow): Writing {
    return writingOf(stored, row, this.options.now(), this.options.judge);
  }

  async #rowWhere(condition: string, value: string): Promise<SavedRow | undefined> {
    const [row] = await this.options.database.prepared<SavedRow>(
      `select ${RECORD_COLUMNS}, m.judgement::text as judgement from ${RECORD_TABLES} where ${condition}`,
      [value],
    );
    return row;
  }

  async #storedIn(row: SavedRow): Promise<StoredMapping | undefined> {
    const stored = this.options.decoder.stored(row);
    if (!stored) return undefined;
    this.#parts.remember(row, stored.mapping);
    await this.#judgeAgain(stored, row.judgement);
    return stored;
  }

  /** Its judgement may be out of date. */
  async #judgeAgain({ mapping, version }: StoredMapping, before: string | null): Promise<void> {
    const { database, judge } = this.options;
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
}

const unreadable = (hostname: string, { document }: RecordRow): RecordUnreadable =>
  new RecordUnreadable(hostname, glimpseOf(document).channel ?? '');
