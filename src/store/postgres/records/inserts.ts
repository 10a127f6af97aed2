import { groupBy, partsOf } from '../../../util/collections.js';
import type { Database } from '../connection/connection.js';
import { createStatement, shapeKey, type WriteShape } from './write-statements.js';
import type { Writing } from './written-values.js';

/** More in one statement save little, and its text grows with each. */
const INSERTED_AT_ONCE = 16;

type InsertedRow = Pick<Writing, 'values' | 'queues'>;

const shapeOf = ({ queues }: InsertedRow): WriteShape => ({
  hasNarrow: true,
  hasDocument: true,
  hasObservation: true,
  ...queues,
});

/** Inserts records with what is due next, several in each statement. Resolves to the ids of those whose id and hostname weren’t taken. */
export async function insertRows(
  database: Pick<Database, 'prepared'>,
  rows: readonly InsertedRow[],
): Promise<ReadonlySet<string>> {
  const byShape = groupBy(rows, (row) => shapeKey(shapeOf(row)));
  const groups = [...byShape.values()].flatMap((group) => [...partsOf(group, INSERTED_AT_ONCE)]);
  const created = await Promise.all(groups.map((group) => insertGroup(database, group)));
  return new Set(created.flat());
}

/** All of the group have the same shape. */
async function insertGroup(
  database: Pick<Database, 'prepared'>,
  group: readonly InsertedRow[],
): Promise<readonly string[]> {
  const [first] = group;
  if (!first) return [];
  const { text, parameters } = createStatement(shapeOf(first), group.length);
  const values = group.flatMap((row) => parameters.map((name) => row.values[name]));
  const created = await database.prepared<{ id: string }>(text, values);
  return created.map(({ id }) => id);
}
