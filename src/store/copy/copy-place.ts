import { z } from 'zod';
import type { Log } from '../../util/log.js';
import { StartError } from '../../util/start-error.js';
import type { DocumentKind } from '../documents.js';
import type { StoredJson } from '../format/form.js';
import type { StoredMapping } from '../store.js';

/** A document of any kind and version, as it is stored. */
export interface WrittenDocument {
  readonly kind: string;
  readonly key: string;
  readonly schema: number;
  readonly version: number;
  readonly content: StoredJson;
}

/** A store that is copied from or to, and that nobody else uses meanwhile. */
export interface CopyPlace {
  /** For people, without a password. */
  readonly name: string;
  /** Every record, removed ones included. Throws `StartError` for one that can't be read. */
  records(): AsyncIterable<StoredMapping>;
  /** The number of records, without reading them. */
  recordCount(): Promise<number>;
  /** The records of the same mappings here, in the same order. */
  recordsLike(some: readonly StoredMapping[]): Promise<readonly (StoredMapping | undefined)[]>;
  /** Writes records as they are, with their versions. */
  putRecords(some: readonly StoredMapping[]): Promise<void>;
  /** Removes the record of the same mapping. */
  removeRecord(stored: StoredMapping): Promise<void>;
  /** Call once all records are written, before a bot may start. */
  finishRecords(): Promise<void>;
  documents(): Promise<readonly WrittenDocument[]>;
  putDocument(document: WrittenDocument): Promise<void>;
  removeDocument(document: Pick<WrittenDocument, 'kind' | 'key'>): Promise<void>;
  /** Entries by the journal's name, as they are stored. */
  journals(): Promise<ReadonlyMap<string, readonly StoredJson[]>>;
  putJournal(name: string, entries: readonly StoredJson[]): Promise<void>;
  /** Throws `StartError` if a bot has begun to work here. */
  assertUnused(): Promise<void>;
  close(): Promise<void>;
}

/** The part of a place that holds its records. */
export type RecordsPlace = Pick<
  CopyPlace,
  'records' | 'recordCount' | 'recordsLike' | 'putRecords' | 'removeRecord' | 'finishRecords'
>;

export interface CopyPlaceOptions {
  readonly log: Log;
  /** Must hold a store already. */
  readonly isSource: boolean;
}

/** Marks the target while a copy is unfinished, so that no bot starts on half a store. */
export const unfinishedCopyKind: DocumentKind<{ readonly from: string }> = {
  name: 'unfinished-copy',
  form: { schema: 1, migrations: new Map() },
  content: z.object({ from: z.string() }),
};
export const UNFINISHED_COPY_KEY = 'store';

export const noStoreIn = (name: string): StartError =>
  new StartError(`${name} holds no store. Name a DATA_DIR or a database that a bot has used.`);

export const unfinishedCopy = (name: string, from: string): StartError =>
  new StartError(
    `${name} holds an unfinished copy of ${from}. Finish it by the same “closte-domain-bot store copy”, or empty it.`,
  );

export const unreadableIn = (what: string, reason: string): StartError =>
  new StartError(`${what} can’t be copied (${reason}). Repair it or move it away, and copy again.`);

export const usedPlace = (name: string): StartError =>
  new StartError(`A bot works on ${name}. Stop every replica, wait ten seconds, and copy again.`);
