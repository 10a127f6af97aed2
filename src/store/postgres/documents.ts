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
import { encodedInTurns } from '../encoding.js';
import { migrateTo, NewerSchema, type StoredJson } from '../form.js';
import { createContentReader } from '../readable-parts.js';
import { StaleVersion } from '../store.js';
import type { Database } from './connection.js';

interface DocumentRow {
  readonly version: number;
  readonly schema: number;
  readonly content: StoredJson;
}

/** Documents and journals as one row each. */
export function createTableDocuments(
  database: Database,
  now: () => number,
  log: Log,
): { readonly documents: Documents; readonly journals: Journals } {
  const readContent = createContentReader(log);
  /** The version of documents with parts that can't be read. */
  const lossy = new Map<string, number>();
  const damagedName = (kind: string): string => `${kind}.damaged-${new Date(now()).toISOString()}`;

  async function read<Value>(
    kind: DocumentKind<Value>,
    key: string,
  ): Promise<StoredDocument<Value> | undefined> {
    const [row] = await database.query<DocumentRow>(
      'select version, schema, content from documents where kind = $1 and key = $2',
      [kind.name, key],
    );
    if (!row) return undefined;
    try {
      const name = `${kind.name} ${key}`;
      const content = readContent(kind, migrateTo(kind.form, { ...row.content, schema: row.schema }), name);
      if (content.lost) lossy.set(name, row.version);
      return { ...content, version: row.version };
    } catch (error) {
      if (error instanceof NewerSchema) throw error;
      throw await setAside(kind.name, key);
    }
  }

  async function setAside(kind: string, key: string): Promise<DamagedDocument> {
    const keptAs = damagedName(kind);
    await database.query('update documents set kind = $3 where kind = $1 and key = $2', [kind, key, keptAs]);
    return new DamagedDocument(`${kind} ${key}`, `${keptAs} ${key}`, 'the table documents');
  }

  const keepCopy = (kind: string, key: string, version: number) =>
    database.query(
      `insert into documents (kind, key, schema, version, content)
       select $3, key, schema, version, content from documents where kind = $1 and key = $2 and version = $4
       on conflict do nothing`,
      [kind, key, damagedName(kind), version],
    );

  async function write<Value>(
    kind: DocumentKind<Value>,
    key: string,
    value: Value,
    ifVersion: number,
  ): Promise<number> {
    const { schema } = kind.form;
    const name = `${kind.name} ${key}`;
    if (lossy.get(name) === ifVersion) await keepCopy(kind.name, key, ifVersion);
    lossy.delete(name);
    const content = JSON.stringify(await encodedInTurns(kind, value));
    const sql =
      ifVersion === 0
        ? `insert into documents (kind, key, schema, version, content) values ($1, $2, $3, $4::bigint + 1, $5)
           on conflict do nothing returning version`
        : `update documents set schema = $3, version = version + 1, content = $5
           where kind = $1 and key = $2 and version = $4 and schema <= $3 returning version`;
    const [written] = await database.query<{ version: number }>(sql, [
      kind.name,
      key,
      schema,
      ifVersion,
      content,
    ]);
    if (written) return written.version;
    // Throws when it can't be read; that is the reason then.
    await read(kind, key);
    throw new StaleVersion(`${kind.name} ${key} was written by another since version ${ifVersion}`);
  }

  const journals: Journals = {
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
  };

  return { documents: { read, write }, journals };
}
