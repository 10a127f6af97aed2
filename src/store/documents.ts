import type { z } from 'zod';
import type { Form, StoredJson } from './form.js';

/** A kind of document or journal entry. `content` stands between what is stored and what is in memory. */
export interface DocumentKind<Value> {
  readonly name: string;
  readonly form: Form;
  readonly content: z.ZodType<Value, StoredJson>;
}

export interface StoredDocument<Value> {
  readonly value: Value;
  /** Raised by the store at each write; 0 before the first. */
  readonly version: number;
}

/** What is kept besides mappings: one document for each kind and key, such as an app's name. */
export interface Documents {
  /** Undefined when there is none. Throws `NewerSchema`, and `DamagedDocument`, after which there is none. */
  read<Value>(kind: DocumentKind<Value>, key: string): Promise<StoredDocument<Value> | undefined>;
  /** Resolves to the new version. Throws `StaleVersion` when the stored one is not `ifVersion` (0: there is none). */
  write<Value>(kind: DocumentKind<Value>, key: string, value: Value, ifVersion: number): Promise<number>;
}

/** Lists that only grow until they are cleared: how far long work has come. */
export interface Journals {
  /** Oldest first; an entry that a crash cut off is left out. Throws `NewerSchema`. */
  read<Entry>(kind: DocumentKind<Entry>, key: string): Promise<Entry[]>;
  append<Entry>(kind: DocumentKind<Entry>, key: string, entry: Entry): Promise<void>;
  clear(kind: Pick<DocumentKind<never>, 'name'>, key: string): Promise<void>;
}

/** What was stored is no document of its kind; it was set aside, under the name that `keptAs` says. */
export class DamagedDocument extends Error {
  override readonly name = 'DamagedDocument';
  constructor(
    readonly file: string,
    readonly keptAs: string,
  ) {
    super(`${file} in DATA_DIR was damaged. It is kept as ${keptAs}; what it held begins again.`);
  }
}

/** One document, by whoever is the only one to change it. */
export interface DocumentHandle<Value> {
  /** Undefined before the first writing. */
  read(): Promise<Value | undefined>;
  /** Throws `StaleVersion` when another has written it since it was read. */
  write(value: Value): Promise<void>;
}

export function openDocument<Value>(
  documents: Documents,
  kind: DocumentKind<Value>,
  key: string,
): DocumentHandle<Value> {
  let version = 0;
  return {
    read: async () => {
      const found = await documents.read(kind, key);
      version = found?.version ?? 0;
      return found?.value;
    },
    write: async (value) => {
      version = await documents.write(kind, key, value, version);
    },
  };
}
