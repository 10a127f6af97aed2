import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { Log } from '../../util/log.js';
import { bounded } from '../bounded.js';
import { type Delivery, deliveryIn, deliveryOf, withDelivery, withPosted } from '../delivered.js';
import { NewerSchema } from '../format/form.js';
import { type Judge, type ReplyPart, StaleVersion, type StoredMapping } from '../store.js';
import { uneventfulChange } from '../uneventful.js';
import { damageReason, isDamage } from './damage.js';
import {
  entryAfterCheck,
  entryAfterDelivery,
  entryOf,
  fileNameOf,
  type IndexEntry,
  pathFor,
  type RecordFile,
  rejudged,
} from './index/index-entry.js';
import type { IndexOfMappings } from './index/mapping-index.js';
import type { WorkQueues } from './index/work-queues.js';
import { moveAside } from './load-folder.js';
import type { RecordLogs } from './log/record-logs.js';
import type { MappingFiles } from './mapping-files.js';
import type { ReplyParts } from './reply-parts.js';
import type { SetAsideFiles } from './set-aside.js';

/** Records cached in memory besides the index; the least recently used are evicted. */
const HOT_MAPPINGS = 500;

export interface FileRecordsOptions {
  readonly folder: string;
  readonly files: MappingFiles;
  readonly logs: RecordLogs;
  readonly parts: ReplyParts;
  readonly index: IndexOfMappings;
  readonly queues: WorkQueues;
  /** Gets the files that are damaged while the bot runs. */
  readonly setAside: SetAsideFiles;
  readonly now: () => number;
  readonly log: Log;
  readonly judge: Judge | undefined;
  /** Called before each write; throws when nothing may be written. */
  readonly assertOpen: () => void;
  /** Called when the file of an entry has changed, beyond its log of checks. */
  readonly onChange: () => void;
}

/** The records in their files, with the index and the queues kept in step. */
export class FileRecords {
  readonly #hot = new LRUCache<string, StoredMapping>({ max: HOT_MAPPINGS });

  constructor(private readonly options: FileRecordsOptions) {}

  async load(id: string): Promise<StoredMapping | undefined> {
    const { index } = this.options;
    const entry = index.get(id);
    if (!entry) return undefined;
    const stored = this.#hot.get(id) ?? (await this.#readOrSetAside(entry));
    // It may have been saved while the file was being read.
    const newest = this.#hot.get(id) ?? stored;
    const current = index.get(id);
    if (newest && newest.version === current?.version) {
      // Its judgement may be out of date.
      if (!this.#hot.has(id)) this.#rejudge(current, newest);
      this.#remember(newest);
    }
    return newest;
  }

  async loadReplyPart(id: string): Promise<ReplyPart | undefined> {
    return this.#partOf(id) ?? this.load(id);
  }

  /** Without the record's file, as long as its part is known and the log can take it. */
  async markPosted(id: string, events: readonly string[], ts: string): Promise<ReplyPart> {
    const { index, assertOpen } = this.options;
    assertOpen();
    const [entry, part] = [index.get(id), this.#partOf(id)];
    const posted = entry && part && (await this.#logPosted(entry, part, deliveryOf(part, events, ts)));
    if (posted) return posted;
    const stored = await this.load(id);
    if (!stored) throw new Error(`mapping ${id} is gone`);
    return this.save(withPosted(stored, events, ts));
  }

  /** For lists: undefined, with a line in the log, for a record that can't be read. */
  loadIfReadable(id: string): Promise<StoredMapping | undefined> {
    return this.#ifReadable(id, () => this.load(id));
  }

  /** For walks through all records: evicts none that is in use. */
  async peek(id: string): Promise<StoredMapping | undefined> {
    const entry = this.options.index.get(id);
    return entry && (this.#hot.get(id) ?? this.#ifReadable(id, () => this.#readOrSetAside(entry)));
  }

  create(stored: StoredMapping): Promise<StoredMapping> {
    return this.#write(stored, pathFor(this.options.folder, stored.mapping));
  }

  /** Throws `StaleVersion` if the record has changed since `stored` was loaded. */
  async save(stored: StoredMapping): Promise<StoredMapping> {
    const { index, assertOpen } = this.options;
    const entry = index.get(stored.mapping.id);
    if (entry?.version !== stored.version)
      throw new StaleVersion(
        `${stored.mapping.hostname} was saved by another since version ${stored.version}`,
      );
    assertOpen();
    const next = { ...stored, version: stored.version + 1 };
    const logged = this.#logCheck(next, entry) ?? (await this.#logDelivery(next, entry));
    return logged ?? this.#write(next, this.#pathOf(entry));
  }

  /** Compares the index's entry with its file. Never throws. */
  async validate(id: string): Promise<void> {
    const { index, judge } = this.options;
    const entry = index.get(id);
    if (!entry) return;
    const isCurrent = () => isDeepStrictEqual(index.get(id), entry);
    const stored = await this.#ifReadable(entry.id, () => this.#readOrSetAside(entry));
    if (stored?.mapping.id !== id || !isCurrent()) return;
    this.#keepPart(stored);
    const file = { ...entry, path: this.#pathOf(entry) };
    if (!isDeepStrictEqual(entryOf(stored, file, judge), entry)) this.#registerFile(stored, file);
  }

  #pathOf(entry: IndexEntry): string {
    return join(this.options.folder, fileNameOf(entry));
  }

  #remember(stored: StoredMapping): void {
    this.#hot.set(stored.mapping.id, stored);
    this.#keepPart(stored);
  }

  /** Of a record in memory, no part has to be made. */
  #partOf(id: string): ReplyPart | undefined {
    return this.#hot.has(id) ? undefined : this.options.parts.of(id, this.options.index.get(id)?.version);
  }

  #keepPart(stored: ReplyPart): void {
    const { index, parts } = this.options;
    const { id } = stored.mapping;
    if ((index.get(id)?.pending ?? 0) > 0) parts.keep(stored);
    else parts.delete(id);
  }

  /** Of more than can be cached, one with nothing to deliver would be evicted long before it is needed again. */
  #rememberSaved(stored: StoredMapping): void {
    const { index } = this.options;
    const { id } = stored.mapping;
    if (index.size <= HOT_MAPPINGS || index.get(id)?.delivery) return this.#remember(stored);
    this.#hot.delete(id);
    this.#keepPart(stored);
  }

  #rejudge(entry: IndexEntry, stored: StoredMapping): void {
    const { index, judge } = this.options;
    const judged = rejudged(entry, stored, judge);
    if (judged !== entry) index.set(judged);
  }

  #register(entry: IndexEntry): void {
    const { index, queues } = this.options;
    const before = index.get(entry.id);
    index.set(entry);
    queues.set(entry, before);
  }

  #registerFile(stored: StoredMapping, file: RecordFile): void {
    this.#register(entryOf(stored, file, this.options.judge));
    this.options.onChange();
  }

  async #write(changed: StoredMapping, path: string): Promise<StoredMapping> {
    const { assertOpen, files, logs } = this.options;
    assertOpen();
    const stored = bounded(changed);
    try {
      const stamp = await files.write(path, stored);
      this.#registerFile(stored, { path, ...stamp, fileVersion: stored.version });
      logs.forget(stored.mapping.id);
    } catch (error) {
      await this.#recall(path);
      throw error;
    }
    this.#rememberSaved(stored);
    return stored;
  }

  /** After a failed write, reload from disk: the new file may be in place anyway. */
  async #recall(path: string): Promise<void> {
    const read = await this.options.files.readStamped(path).catch(() => undefined);
    if (!read) return;
    this.#registerFile(read.stored, read.file);
    this.#remember(read.stored);
  }

  /** A check without news needs one line of the log. Undefined for everything else, and if the log can't take it. */
  #logCheck(stored: StoredMapping, entry: IndexEntry): StoredMapping | undefined {
    const { logs, judge } = this.options;
    const before = this.#hot.get(entry.id);
    if (before?.version !== entry.version) return undefined;
    const check = uneventfulChange(before, stored);
    const { version } = stored;
    if (!check || !logs.checkLog.append(entry.id, { base: entry.fileVersion, version, check }))
      return undefined;
    this.#register(entryAfterCheck(entry, stored, judge));
    this.#rememberSaved(stored);
    return stored;
  }

  /** What Slack accepted needs one line of the log, on the disk. Undefined for everything else, and if the log can't take it. */
  async #logDelivery(stored: StoredMapping, entry: IndexEntry): Promise<StoredMapping | undefined> {
    const before = this.#hot.get(entry.id);
    if (before?.version !== entry.version) return undefined;
    const delivery = deliveryIn(before, stored);
    if (!delivery || !(await this.#appendDelivery(entry, stored, delivery))) return undefined;
    this.#rememberSaved(stored);
    return stored;
  }

  /** The same for a record of which only its part is known. */
  async #logPosted(entry: IndexEntry, part: ReplyPart, delivery: Delivery): Promise<ReplyPart | undefined> {
    const posted = { ...withDelivery(part, delivery), version: part.version + 1 };
    if (!(await this.#appendDelivery(entry, posted, delivery))) return undefined;
    // The record may have been read meanwhile.
    const before = this.#hot.get(entry.id);
    if (before) this.#rememberSaved({ ...withDelivery(before, delivery), version: posted.version });
    else this.#keepPart(posted);
    return posted;
  }

  async #appendDelivery(entry: IndexEntry, after: ReplyPart, delivery: Delivery): Promise<boolean> {
    const { index, logs, onChange } = this.options;
    const { id, fileVersion: base } = entry;
    if (!(await logs.deliveryLog.append(id, { base, version: after.version, delivery }))) return false;
    this.#register(entryAfterDelivery(index.get(id) ?? entry, after));
    onChange();
    return true;
  }

  /** Sets a file aside if it is damaged while the bot runs. Throws on a disk error. */
  async #readOrSetAside(entry: IndexEntry): Promise<StoredMapping | undefined> {
    const { files, index, setAside } = this.options;
    const path = this.#pathOf(entry);
    try {
      return await files.read(path, entry.size);
    } catch (error) {
      const isNewer = error instanceof NewerSchema;
      if (!isNewer && !isDamage(error)) throw error;
      // Set it aside once, even with concurrent reads.
      const current = index.get(entry.id);
      if (!current || this.#pathOf(current) !== path) return undefined;
      this.#forget(entry);
      const reason = damageReason(error);
      setAside.add(isNewer ? { file: path, reason } : await moveAside(path, reason, this.options));
      return undefined;
    }
  }

  #forget(entry: IndexEntry): void {
    const { index, queues, parts, onChange } = this.options;
    index.delete(entry.id);
    onChange();
    this.#hot.delete(entry.id);
    parts.delete(entry.id);
    queues.delete(entry);
  }

  async #ifReadable(
    id: string,
    read: () => Promise<StoredMapping | undefined>,
  ): Promise<StoredMapping | undefined> {
    try {
      return await read();
    } catch (error) {
      this.options.log.error({ err: error, mapping: id }, 'mapping file could not be read and was skipped');
      return undefined;
    }
  }
}
