import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { CopyPlace } from '../../src/store/copy/copy-place.js';
import { copyStore } from '../../src/store/copy/copy-store.js';
import { openDatabasePlace } from '../../src/store/copy/database-place.js';
import { openFolderPlace } from '../../src/store/copy/folder-place.js';
import { silentLog } from '../store/temporary.js';
import { postgresPrograms, startPostgres } from '../support/postgres-server.js';
import { MIB, print, timed } from './figures.js';
import { type MeasuredRow, printRows } from './rows.js';
import { fill } from './store.js';

const MAPPINGS = Number(process.env['MAPPINGS'] ?? 4_000);
const ROWS_AT_ONCE = 64;
const FILES_AT_ONCE = 32;
const TABLES = ['mappings', 'records', 'checks', 'deliveries'] as const;

/**
 * Copies a store from files to a database and back, beside the bare work that no copy can do without: reading the same
 * files once and inserting the same rows in groups, and reading the rows once and writing the same files, each flushed.
 * The copy reads everything twice more, to verify it. `MAPPINGS` says how many records.
 */
export async function benchCopy(): Promise<void> {
  if (!postgresPrograms) return print('PostgreSQL is not installed');
  const root = await mkdtemp(join(tmpdir(), 'domain-bot-bench-'));
  const server = await startPostgres();
  try {
    const url = await server.createDatabase('copied');
    const [files, back, bare] = [join(root, 'files'), join(root, 'back'), join(root, 'bare')];
    await fill(files, MAPPINGS);
    const toDatabase = await copied(files, url);
    const toFiles = await copied(url, back);
    const pool = new pg.Pool({ connectionString: url });
    const insertMs = await timed(() => insertBare(pool, files));
    const writeMs = await timed(() => writeBare(pool, join(back, 'mappings'), bare));
    await pool.end();
    printRows([
      rowOf('files to PostgreSQL', toDatabase, insertMs),
      rowOf('PostgreSQL to files', toFiles, writeMs),
    ]);
  } finally {
    await server.dispose();
    await rm(root, { recursive: true, force: true });
  }
}

interface CopyCost {
  readonly ms: number;
  /** Of the whole process, at most, in bytes. */
  readonly memory: number;
}

async function copied(from: string, to: string): Promise<CopyCost> {
  globalThis.gc?.();
  let memory = 0;
  const measure = () => {
    memory = Math.max(memory, process.memoryUsage.rss());
  };
  const source = await placeAt(from, true);
  const target = await placeAt(to, false);
  try {
    return { ms: await timed(() => copyStore(source, target, measure)), memory };
  } finally {
    await target.close();
    await source.close();
  }
}

const placeAt = (place: string, isSource: boolean): Promise<CopyPlace> => {
  const openPlace = place.startsWith('postgres://') ? openDatabasePlace : openFolderPlace;
  return openPlace(place, { log: silentLog, isSource });
};

function rowOf(what: string, { ms, memory }: CopyCost, bareMs: number): MeasuredRow {
  const perSecond = (took: number) => `${Math.round((MAPPINGS * 1_000) / took)}/s`;
  return {
    what: `${what}: ${MAPPINGS} mappings, verified`,
    figure: `${perSecond(ms)}, ${(memory / MIB).toFixed(0)} MiB`,
    limit: `written once: ${perSecond(bareMs)}`,
    ratio: bareMs / ms,
  };
}

/** Reads the files, and inserts the rows that the copy wrote into tables with the same indexes. */
async function insertBare(pool: pg.Pool, dataDir: string): Promise<void> {
  for (const name of readdirSync(join(dataDir, 'mappings')))
    JSON.parse(readFileSync(join(dataDir, 'mappings', name), 'utf8'));
  for (const table of TABLES) {
    await pool.query(`create table bare_${table} (like ${table} including all)`);
    const { rows } = await pool.query<{ row: string }>(`select row_to_json(t)::text as row from ${table} t`);
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const some = rows.slice(at, at + ROWS_AT_ONCE).map(({ row }) => row);
      await pool.query(
        `insert into bare_${table} select * from json_populate_recordset(null::bare_${table}, $1)`,
        [`[${some.join(',')}]`],
      );
    }
  }
}

/** Reads the records, and writes the files that the copy wrote once more. */
async function writeBare(pool: pg.Pool, copiedFolder: string, folder: string): Promise<void> {
  await pool.query('select document::text, observation::text from records');
  await mkdir(folder);
  const names = readdirSync(copiedFolder).values();
  const writer = async () => {
    for (const name of names) await writeFlushed(join(folder, name), readFileSync(join(copiedFolder, name)));
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, writer));
}

async function writeFlushed(path: string, text: Buffer): Promise<void> {
  const file = await open(`${path}.new`, 'w');
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}
