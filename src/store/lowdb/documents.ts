import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { KeyedMutex } from '../../util/concurrency/queue.js';
import type { Log } from '../../util/log.js';
import { codeOf } from '../../util/network-errors.js';
import { withoutByteOrderMark } from '../../util/parse-json.js';
import { DamagedDocument, type DocumentKind, type Documents, type StoredDocument } from '../documents.js';
import { encodedInTurns, jsonPieces } from '../encoding.js';
import { migrateTo, NewerSchema, type StoredJson } from '../format/form.js';
import { type ContentReader, createContentReader } from '../readable-parts.js';
import { StaleVersion } from '../store.js';
import { damageReason, StoreUnreadable } from './damage.js';
import { isSameStamp, type Stamp, stampOf } from './index/stamp.js';
import { AS_IT_IS, JsonFile } from './json-file.js';
import { makeFolder } from './make-folder.js';
import { NotAFile, readFileText } from './regular-file.js';

export interface FileDocumentsOptions {
  readonly dataDir: string;
  readonly now: () => number;
  readonly log: Log;
  /** Throws when writing is not allowed. */
  readonly assertOpen: () => void;
  /** Throws once the folder may be another process's. */
  readonly assertHeld?: () => void;
}

/** Paths from the first versions; later documents are stored by kind and key. */
const PLACES = new Map<string, (key: string) => string>([
  ['settings', () => 'settings.json'],
  ['denials', () => 'denied.json'],
  ['network-snapshot', (app) => join('multisite', `${app}.json`)],
  ['log-positions', (app) => join('multisite', `${app}.logs.json`)],
]);

/** Where a document is in DATA_DIR. The key must not lead to another folder. */
export function documentPath(kind: string, key: string): string {
  const safe = encodeURIComponent(key);
  return PLACES.get(kind)?.(safe) ?? join('documents', kind, `${safe}.json`);
}

/** The folders in DATA_DIR that may hold documents. */
export async function documentFolders(dataDir: string): Promise<string[]> {
  const kinds = await namesInside(join(dataDir, 'documents'));
  return ['', 'multisite', ...kinds.map((kind) => join('documents', kind))];
}

/** None if there is no such folder. */
export async function namesInside(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}

const IN_MULTISITE = /^multisite\/([^/]+?)(\.logs)?\.json$/;
const IN_DOCUMENTS = /^documents\/([^/]+)\/([^/]+)\.json$/;

/** What document a path in DATA_DIR holds; undefined for any other file. */
export function documentAt(path: string): { readonly kind: string; readonly key: string } | undefined {
  if (path === 'settings.json') return { kind: 'settings', key: 'all' };
  if (path === 'denied.json') return { kind: 'denials', key: 'denials' };
  const [, app, logs] = IN_MULTISITE.exec(path) ?? [];
  if (app !== undefined)
    return { kind: logs ? 'log-positions' : 'network-snapshot', key: decodeURIComponent(app) };
  const [, kind, key] = IN_DOCUMENTS.exec(path) ?? [];
  return kind === undefined || key === undefined ? undefined : { kind, key: decodeURIComponent(key) };
}

/** Documents as one JSON file each, with `schema` and `version`. */
export class FileDocuments implements Documents {
  readonly #mutex = new KeyedMutex();
  readonly #kept = new Map<string, KeptDocument>();
  readonly #readContent: ContentReader;

  constructor(private readonly options: FileDocumentsOptions) {
    this.#readContent = createContentReader(options.log);
  }

  /** Resolves when no write is in progress. */
  async settled(): Promise<void> {
    await this.#mutex.settled();
  }

  read<Value>(kind: DocumentKind<Value>, key: string): Promise<StoredDocument<Value> | undefined> {
    const path = this.#pathOf(kind.name, key);
    return this.#mutex.run(path, () => this.#readAt(kind, path));
  }

  write<Value>(kind: DocumentKind<Value>, key: string, value: Value, ifVersion: number): Promise<number> {
    const path = this.#pathOf(kind.name, key);
    return this.#mutex.run(path, async () => {
      const { assertOpen, assertHeld } = this.options;
      assertOpen();
      const { version = 0, lost } = (await this.#readAt(kind, path)) ?? {};
      if (version !== ifVersion)
        throw new StaleVersion(`${kind.name} ${key} was written by another since version ${ifVersion}`);
      if (lost) await writeFile(this.#damagedName(path), await readFile(path), { mode: 0o600, flush: true });
      const next = version + 1;
      await makeFolder(dirname(path));
      const content = await encodedInTurns(kind, value);
      const file = new JsonFile(path, AS_IT_IS, { assertHeld });
      await file.writeText(fileText({ schema: kind.form.schema, version: next, ...content }));
      if (kind.isKept && file.stamp)
        this.#kept.set(path, { stamp: file.stamp, stored: { value, version: next } });
      return next;
    });
  }

  async #readAt<Value>(kind: DocumentKind<Value>, path: string): Promise<StoredDocument<Value> | undefined> {
    const stamp = kind.isKept && (await stampAt(path));
    const known = this.#kept.get(path);
    if (stamp && known && isSameStamp(stamp, known.stamp)) return known.stored as StoredDocument<Value>;
    const text = await documentText(path);
    if (text === undefined) return undefined;
    try {
      const { version = 1, ...content } = migrateTo(kind.form, JSON.parse(withoutByteOrderMark(text)));
      const stored = {
        ...this.#readContent(kind, content, relative(this.options.dataDir, path)),
        version: fileVersion.parse(version),
      };
      // Taken before the text was read: a change in between is noticed.
      if (stamp) this.#kept.set(path, { stamp, stored });
      return stored;
    } catch (error) {
      if (error instanceof NewerSchema) throw error;
      throw await this.#setAside(path, damageReason(error));
    }
  }

  async #setAside(path: string, reason: string): Promise<DamagedDocument> {
    const { dataDir, log } = this.options;
    const keptAs = this.#damagedName(path);
    await rename(path, keptAs);
    log.error({ file: keptAs, reason }, 'damaged document set aside');
    return new DamagedDocument(relative(dataDir, path), basename(keptAs));
  }

  #pathOf(kind: string, key: string): string {
    return join(this.options.dataDir, documentPath(kind, key));
  }

  #damagedName(path: string): string {
    return `${path}.damaged-${new Date(this.options.now()).toISOString().replaceAll(':', '-')}`;
  }
}

function* fileText(json: StoredJson): Generator<string, void> {
  yield* jsonPieces(json, '  ');
  yield '\n';
}

/** A damaged version number loses none of the content. */
const fileVersion = z.int().min(1).catch(1);

interface KeptDocument {
  /** Of the file that it was read from. */
  readonly stamp: Stamp;
  readonly stored: StoredDocument<unknown>;
}

const stampAt = (path: string): Promise<Stamp | undefined> => stat(path).then(stampOf, () => undefined);

/** Undefined when there is no such file; throws when it can't be read. */
async function documentText(path: string): Promise<string | undefined> {
  try {
    return await readFileText(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    if (error instanceof NotAFile) throw StoreUnreadable.file(path, error);
    throw error;
  }
}
