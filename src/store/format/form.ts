/** The content of a file or row, as JSON. */
export type StoredJson = Readonly<Record<string, unknown>>;

export const isStoredJson = (value: unknown): value is StoredJson =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The schema of one kind of record: its number, and pure functions from each number to the next, never
 * changed once released. Records from before there were numbers have number 1.
 */
export interface Form {
  readonly schema: number;
  readonly migrations: ReadonlyMap<number, (stored: StoredJson) => StoredJson>;
}

/** Holds what this version doesn't know, as a newer one may have written it; it is left unchanged. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
}

export const newerSchema = (schema: number, known: number): NewerSchema =>
  new NewerSchema(
    `written by a newer version of the bot (schema ${schema}; this version knows up to ${known}). It was left as it is: start the newer version again.`,
  );

/** Whoever edits a file by hand may misspell a value. */
export const unknownValue = (place: string, value: string): NewerSchema =>
  new NewerSchema(
    `${place} is “${value}”, which this version doesn’t know: a newer version wrote it, or somebody edited it. It was left as it is: start the newer version again, or correct the value.`,
  );

/**
 * Migrates JSON to a form, without its number. Throws `NewerSchema`, and on anything that isn't of this form.
 */
export function migrateTo({ schema: newest, migrations }: Form, json: unknown): StoredJson {
  if (!isStoredJson(json)) throw new Error('not a record');
  const { schema = 1, ...stored } = json;
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1)
    throw new Error(`“schema” is ${JSON.stringify(schema)}, not a number`);
  if (schema > newest) throw newerSchema(schema, newest);
  let current: StoredJson = stored;
  for (let number = schema; number < newest; number++) {
    const step = migrations.get(number);
    if (!step) throw new Error(`there is no way from schema ${number} to ${number + 1}`);
    current = step(current);
  }
  return current;
}
