import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mappingForm } from '../../src/store/format/migrations.js';
import { EntryTable } from '../../src/store/lowdb/index/entry-table.js';
import { entryOf, type IndexEntry, pathFor } from '../../src/store/lowdb/index/index-entry.js';
import { writeSnapshot } from '../../src/store/lowdb/index/snapshot.js';
import { stampOf } from '../../src/store/lowdb/index/stamp.js';
import type { Judge } from '../../src/store/store.js';
import { version } from '../../src/util/version.js';
import type { typicalMapping } from '../store/typical-mapping.js';
import { fill, hostnameAt, idAt } from './store.js';

/** A file that is younger than that counts as changed since. */
const SETTLED_MS = 2_100;

/** The same with the snapshot that a bot leaves when it stops: reading so many files takes longer than most measurements. */
export async function fillIndexed(
  dataDir: string,
  count: number,
  drafts: readonly (typeof typicalMapping)[],
  judge: Judge,
): Promise<void> {
  await fill(dataDir, count, [...drafts]);
  const folder = join(dataDir, 'mappings');
  const kinds = drafts.map((draft, at) => {
    const stored = { ...draft(idAt(at), hostnameAt(at)), version: 1 };
    const path = pathFor(folder, stored.mapping);
    return entryOf(stored, { path, fileVersion: 1, ...stampOf(statSync(path)) }, judge);
  });
  const table = new EntryTable();
  const rows = Array.from({ length: count }, (_, at) => {
    const own = { id: idAt(at), hostname: hostnameAt(at) };
    const entry = { ...(kinds[at % kinds.length] as IndexEntry), ...own };
    return table.add({ ...entry, ...stampOf(statSync(pathFor(folder, entry))) });
  });
  await sleep(SETTLED_MS);
  const basis = { bot: version, schema: mappingForm.schema, isJudged: true };
  await writeSnapshot(join(dataDir, 'index.jsonl'), basis, table, rows);
}
