import { z } from 'zod';
import type { Log } from '../../util/log.js';
import {
  DamagedDocument,
  type DocumentKind,
  type Documents,
  type Journals,
  readJournalEntry,
  type StoredDocument,
} from '../documents.js';
import { encodedInTurns, jsonBytesInTurns } from '../encoding.js';
import { migrateTo, NewerSchema, type StoredJson } from '../format/form.js';
import { type ContentReader, createContentReader } from '../readable-parts.js';
import { StaleVersion } from '../store.js';
import type { Database } from './connection/connection.js';

interface DocumentRow {
  readonly version: number;
  readonly schema: number;
  /** Null if its version is known. */
  readonly content: StoredJson | null;
}

/** Documents as one row each. */
export class TableDocuments implements Documents {
  readonly #readContent: ContentReader;
  /** The version of documents with parts that can't be read. */
  readonly #lossy = new Map<string, number>();
  /** The last ones of kinds that are kept. */
  readonly #kept = new Map<string, StoredDocument<unknown>>();

  constructor(
    private readonly database: Database,
    private readonly now: () => number,
    log: Log,
  ) {
    this.#readContent = createContentReader(log);
  }

  async read<Value>(kind: DocumentKind<Value>, key: string): Promise<StoredDocument<Value> | undefined> {
    const name = `${kind.name} ${key}`;
    const known = this.#kept.get(name);
    const [row] = await this.database.query<DocumentRow>(
      `select version, schema, case when version <> $3 then content end as content from documents
       where kind = $1 and key = $2`,
      [kind.name, key, known?.version ?? 0],
    );
    if (row?.version !== known?.version) this.#kept.delete(name);
    if (!row) return undefined;
    if (row.version === known?.version) return known as StoredDocument<Value>;
    try {
      const stored = migrateTo(kind.form, { ...row.content, schema: row.schema });
      const content = this.#readContent(kind, stored, name);
      if (content.lost) this.#lossy.set(name, row.version);
      const read = { ...content, version: row.version };
      if (kind.isKept && !content.lost) this.#kept.set(name, read);
      return read;
    } catch (error) {
      if (error instanceof NewerSchema) throw error;
      throw await this.#setAside(kind.name, key);
    }
  }

  async write<Value>(
    kind: DocumentKind<Value>,
    key: string,
    value: Value,
    ifVersion: number,
  ): Promise<number> {
    const name = `${kind.name} ${key}`;
    if (this.#lossy.get(name) === ifVersion) await this.#keepCopy(kind.name, key, ifVersion);
    this.#lossy.delete(name);
    const content = await jsonBytesInTurns(await encodedInTurns(kind, value));
    const [written] = await this.database.query<{ version: number }>(
      ifVersion === 0 ? INSERT_DOCUMENT : UPDATE_DOCUMENT,
      [kind.name, key, kind.form.schema, ifVersion, content],
    );
    if (written) {
      if (kind.isKept) this.#kept.set(name, { value, version: written.version });
      return written.version;
    }
    // Throws when it can't be read; that is the reason then.
    await this.read(kind, key);
    throw new StaleVersion(`${kind.name} ${key} was written by another since version ${ifVersion}`);
  }

  async #setAside(kind: string, key: string): Promise<DamagedDocument> {
    const keptAs = this.#damagedName(kind);
    await this.database.query('update documents set kind = $3 where kind = $1 and key = $2', [
      kind,
      key,
      keptAs,
    ]);
    return new DamagedDocument(`${kind} ${key}`, `${keptAs} ${key}`, 'the table documents');
  }

  async #keepCopy(kind: string, key: string, version: number): Promise<void> {
    await this.database.query(
      `insert into documents (kind, key, schema, version, content)
       select $3, key, schema, version, content from documents where kind = $1 and key = $2 and version = $4
       on conflict do nothing`,
      [kind, key, this.#damagedName(kind), version],
    );
  }

  #damagedName(kind: string): string {
    return `${kind}.damaged-${new Date(this.now()).toISOString()}`;
  }
}

const INSERT_DOCUMENT = `insert into documents (kind, key, schema, version, content)
  values ($1, $2, $3, $4::bigint + 1, $5) on conflict do nothing returning version`;
const UPDATE_DOCUMENT = `update documents set schema = $3, version = version + 1, content = $5
  where kind = $1 and key = $2 and version = $4 and schema <= $3 returning version`;

/** Journals with one row for each entry. */
export const createTableJournals = (database: Database): Journals => ({
  read: async (kind, key) => {
    const rows = await database.query<{ content: unknown }>(
      'select content from journals where journal = $1 order by id',
      [key],
    );
    return rows.flatMap(({ content }) => readJournalEntry(kind, content) ?? []);
  },
  append: async (kind, key, entry) => {
    const content = JSON.stringify({ schema: kind.form.schema, ...z.encode(kind.content, entry) });
    await database.query('insert into journals (journal, content) values ($1, $2)', [key, content]);
  },
  clear: async (_, key) => {
    await database.query('delete from journals where journal = $1', [key]);
  },
});
