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

/** Written by a newer version of the bot; it is left unchanged. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';
  /** `unknown`: what in it this version doesn't know. */
  constructor(unknown: string) {
    super(
      `written by a newer version of the bot (${unknown}). The file was left as it is: start the newer version again.`,
    );
  }
}

/**
 * Migrates JSON to a form, without its number. Throws `NewerSchema`, and on anything that isn't of this form.
 */
export function migrateTo({ schema: newest, migrations }: Form, json: unknown): StoredJson {
  if (!isStoredJson(json)) throw new Error('not a record');
  const { schema = 1, ...stored } = json;
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1)
    throw new Error(`“schema” is ${JSON.stringify(schema)}, not a number`);
  if (schema > newest) throw new NewerSchema(`schema ${schema}; this version knows up to ${newest}`);
  let current: StoredJson = stored;
  for (let number = schema; number < newest; number++) {
    const step = migrations.get(number);
    if (!step) throw new Error(`there is no way from schema ${number} to ${number + 1}`);
    current = step(current);
  }
  return current;
}
