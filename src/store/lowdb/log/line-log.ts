import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Log } from '../../../util/log.js';
import { flushFolder } from '../json-file.js';
import { temporaryIn } from '../temporary.js';
import { baseIn } from './log-line.js';
import type { LatestLines, ReadLines } from './read-lines.js';

/** Beyond this the disk can't keep up, and saves wait for it. */
const MAX_WAITING_LINES = 10_000;
/** The file grows to this many times its current content, and to a minimum, before it is rewritten. */
const GROWTH = 3;
const MIN_GROWTH_BYTES = 1_048_576;
const LINES_AT_ONCE = 1_000;
const REWRITE_RETRY_MS = 5_000;

interface WaitingLine {
  readonly id: string;
  readonly line: string;
  /** For a line that counts only once the disk has it. */
  readonly done?: (isWritten: boolean) => void;
}

export interface LineLogOptions {
  readonly path: string;
  readonly log: Log;
  /** Throws once the folder is another's. */
  readonly assertHeld: () => void;
  /** How long a line that nobody waits for may wait for others to share its write and flush. */
  readonly groupMs: number;
  /** For operators. */
  readonly words: { readonly unwritten: string; readonly unreadable: string };
}

/**
 * The last line about each mapping, in one file that grows at its end. Each line is independent and has a checksum,
 * so a torn or missing one costs only its own content.
 */
export class LineLog {
  readonly #latest: LatestLines;
  #waiting: WaitingLine[] = [];
  /** Undefined until the file was rewritten, with the first line, and after a failure. */
  #file: FileHandle | undefined;
  #bytes = 0;
  #maxBytes = 0;
  #isFailing = false;
  #isAboutToWrite = false;
  #versionOf: ((id: string) => number | undefined) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: LineLogOptions,
    latest: LatestLines,
  ) {
    this.#latest = latest;
  }

  static after(options: LineLogOptions, { lines, unreadable }: ReadLines): LineLog {
    if (unreadable > 0) options.log.warn({ file: options.path, unreadable }, options.words.unreadable);
    return new LineLog(options, lines);
  }

  of(id: string): string | undefined {
    return this.#latest.get(id);
  }

  /** Takes effect at once; a crash may lose it. False if the disk can't take it now. */
  append(id: string, line: string): boolean {
    if (!this.#hasRoom()) return false;
    this.#latest.set(id, line);
    this.#waiting.push({ id, line });
    this.#timer ??= setTimeout(() => this.#write(), this.options.groupMs);
    return true;
  }

  /**
   * Takes effect once the disk has it, together with what came during the previous write. False if the disk can't take
   * it.
   */
  async appendFlushed(id: string, line: string): Promise<boolean> {
    if (!this.#hasRoom()) return false;
    return new Promise((done) => {
      this.#waiting.push({ id, line, done });
      this.#write();
    });
  }

  /** Call when the file has a later version. */
  forget(id: string): void {
    this.#latest.delete(id);
  }

  /** From now on, rewriting leaves out lines on top of other versions than these; undefined for a file that can't be read. */
  keepOnly(versionOf: (id: string) => number | undefined): void {
    this.#versionOf = versionOf;
  }

  async close(): Promise<void> {
    if (this.#waiting.length > 0 || this.#isFailing) this.#write();
    clearTimeout(this.#timer);
    await this.#writing;
    clearTimeout(this.#timer);
    await this.#file?.close().catch(() => undefined);
    this.#file = undefined;
  }

  #hasRoom(): boolean {
    return !this.#isFailing && this.#waiting.length < MAX_WAITING_LINES;
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isAboutToWrite) return;
    this.#isAboutToWrite = true;
    this.#writing = this.#writing.then(() => this.#writeWaiting()).catch((error) => this.#fail(error));
  }

  async #writeWaiting(): Promise<void> {
    this.#isAboutToWrite = false;
    const group = this.#waiting;
    this.#waiting = [];
    try {
      await this.#put(group);
    } catch (error) {
      for (const { done } of group) done?.(false);
      throw error;
    }
    for (const { id, line, done } of group) {
      if (!done) continue;
      this.#latest.set(id, line);
      done(true);
    }
  }

  async #put(group: readonly WaitingLine[]): Promise<void> {
    this.options.assertHeld();
    if (!this.#file || this.#bytes > this.#maxBytes) return this.#rewrite(group);
    // Begins a line of its own even behind a torn one.
    const text = `\n${group.map(({ line }) => line).join('')}`;
    await this.#file.appendFile(text);
    await this.#file.datasync();
    this.#bytes += text.length;
  }

  /** Lines that are appended meanwhile follow it. */
  async #rewrite(group: readonly WaitingLine[]): Promise<void> {
    const { path } = this.options;
    const folder = dirname(path);
    const temporary = temporaryIn(folder);
    const file = await open(temporary, 'w', 0o600);
    try {
      this.#bytes = 0;
      for (const text of this.#texts(group)) {
        await file.appendFile(text);
        this.#bytes += text.length;
      }
      await file.sync();
      this.options.assertHeld();
      await rename(temporary, path);
      await flushFolder(folder);
    } catch (error) {
      await file.close().catch(() => undefined);
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
    await this.#file?.close();
    this.#file = file;
    this.#maxBytes = this.#bytes * GROWTH + MIN_GROWTH_BYTES;
    this.#isFailing = false;
  }

  *#texts(group: readonly WaitingLine[]): Generator<string, void> {
    let lines: string[] = [];
    for (const [id, line] of this.#latest) {
      const version = this.#versionOf?.(id);
      if (version !== undefined && baseIn(line) !== version) {
        this.#latest.delete(id);
        continue;
      }
      lines.push(line);
      if (lines.length < LINES_AT_ONCE) continue;
      yield lines.join('');
      lines = [];
    }
    yield [...lines, ...group.flatMap(({ line, done }) => (done ? [line] : []))].join('');
  }

  /** Rewrites the whole file later, because it is unknown how much of the last group it has. */
  async #fail(error: unknown): Promise<void> {
    if (!this.#isFailing) this.options.log.error({ err: error }, this.options.words.unwritten);
    this.#isFailing = true;
    await this.#file?.close().catch(() => undefined);
    this.#file = undefined;
    this.#timer ??= setTimeout(() => this.#write(), REWRITE_RETRY_MS).unref();
  }
}
