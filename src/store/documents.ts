import type { z } from 'zod';
import { type Form, migrateTo, NewerSchema, type StoredJson } from './format/form.js';
import { keepingUnknown, unknownFields } from './format/unknown-fields.js';

/** A kind of document or journal entry. `content` converts between its stored form and memory. */
export interface DocumentKind<Value> {
  readonly name: string;
  readonly form: Form;
  readonly content: z.ZodType<Value, StoredJson>;
  /** Encodes as `content` does, but its lists may be generators: for a value that is no object of lists and may have 100,000 entries. */
  readonly encodeLazily?: (value: Value) => StoredJson;
  /** Large, and nobody changes a value that was read: a store may keep the last one in memory. */
  readonly isKept?: true;
}

const keptContents = new WeakMap<object, z.ZodType>();

/** A kind's `content` that keeps the fields of newer versions, for stores to read and write with. */
export function keptContentOf<Value>({ content }: DocumentKind<Value>): DocumentKind<Value>['content'] {
  const kept = keptContents.get(content) ?? keepingUnknown(content);
  keptContents.set(content, kept);
  return kept as DocumentKind<Value>['content'];
}

export interface StoredDocument<Value> {
  readonly value: Value;
  /** Raised by the store at each write; 0 before the first. */
  readonly version: number;
  /** What could not be read and is missing in `value`. A write keeps a copy of the stored document first. */
  readonly lost?: readonly LostPart[];
}

/** Where something is in a document, such as `['apps', 'shop', 'interval']`. */
export type LostPart = readonly PropertyKey[];
export const lostPartName = (part: LostPart): string => part.map(String).join('/');

/** Storage besides mappings: one document per kind and key, such as an app's name. */
export interface Documents {
  /**
   * Undefined when there is none. Throws `NewerSchema`; throws `DamagedDocument` once, after which there is
   * none.
   */
  read<Value>(kind: DocumentKind<Value>, key: string): Promise<StoredDocument<Value> | undefined>;
  /** Resolves to the new version. Throws `StaleVersion` when the stored one is not `ifVersion` (0: there is none). */
  write<Value>(kind: DocumentKind<Value>, key: string, value: Value, ifVersion: number): Promise<number>;
}

/** Append-only lists, cleared as a whole, that record the progress of long work. */
export interface Journals {
  /** Oldest first, without entries that can't be read, such as one truncated by a crash. Throws `NewerSchema`. */
  read<Entry>(kind: DocumentKind<Entry>, key: string): Promise<Entry[]>;
  append<Entry>(kind: DocumentKind<Entry>, key: string, entry: Entry): Promise<void>;
  clear(kind: Pick<DocumentKind<never>, 'name'>, key: string): Promise<void>;
}

/** An entry of a journal as it is stored; undefined if it can't be read: the work is done again. */
export function readJournalEntry<Entry>(
  { form, content }: DocumentKind<Entry>,
  stored: unknown,
): Entry | undefined {
  try {
    return content.parse(migrateTo(form, stored));
  } catch (error) {
    if (error instanceof NewerSchema) throw error;
    return undefined;
  }
}

/** The stored text is no document of its kind; it was set aside under the name in `keptAs`. */
export class DamagedDocument extends Error {
  override readonly name = 'DamagedDocument';
  constructor(
    readonly file: string,
    readonly keptAs: string,
    readonly place = 'DATA_DIR',
  ) {
    super(`${file} in ${place} was damaged. It is kept as ${keptAs}; what it held begins again.`);
  }
}

/** One document with a single writer. */
export interface DocumentHandle<Value> {
  /** Undefined before the first write. */
  read(): Promise<Value | undefined>;
  /** Throws `StaleVersion` when it was written by another since it was read. */
  write(value: Value): Promise<void>;
}

export function openDocument<Value>(
  documents: Documents,
  kind: DocumentKind<Value>,
  key: string,
): DocumentHandle<Value> {
  let version = 0;
  let unknown: object = {};
  return {
    read: async () => {
      const found = await documents.read(kind, key);
      version = found?.version ?? 0;
      unknown = found ? unknownFields(kind.content, found.value) : {};
      return found?.value;
    },
    write: async (value) => {
      // Code that builds a new value doesn't know a newer version's fields.
      const all = Object.keys(unknown).length > 0 ? { ...unknown, ...value } : value;
      version = await documents.write(kind, key, all, version);
    },
  };
}
