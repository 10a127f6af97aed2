import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Log } from '../../util/log.js';
import { codeOf } from '../../util/network-errors.js';
import { flushFolder, TEMPORARY } from './json-file.js';

/** Beyond this the disk can't keep up, and saves wait for it. */
const MAX_WAITING_LINES = 10_000;
/** The file grows to this many times its current content, and to a minimum, before it is rewritten. */
const GROWTH = 3;
const MIN_GROWTH_BYTES = 1_048_576;
const LINES_AT_ONCE = 1_000;
const REWRITE_RETRY_MS = 5_000;

/** The last line of each mapping; a line takes less memory than its content. */
type LatestLines = Map<string, string>;

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
 * The last line about each mapping, in one file that grows at its end. Each line stands for itself and has a checksum,
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

  /** From now on, rewriting leaves out lines that aren't on top of the files' current versions. */
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
    const temporary = `${path}${TEMPORARY}`;
    const file = await open(temporary, 'w', 0o600);
    try {
      this.#bytes = 0;
      for (const text of this.#texts(group)) {
        await file.appendFile(text);
        this.#bytes += text.length;
      }
      await file.sync();
      await rename(temporary, path);
      await flushFolder(dirname(path));
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
      if (this.#versionOf && baseIn(line) !== this.#versionOf(id)) {
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

/** What a line applies to: the version in the mapping's file, and the mapping's version after it. */
export interface OnVersion {
  /** The line applies to no other version. */
  readonly base: number;
  readonly version: number;
}

/** A log of one kind of change to mappings, on top of their files. */
export abstract class ChangeLog {
  protected constructor(protected readonly lines: LineLog) {}

  /** Call when the file has a later version. */
  forget(id: string): void {
    this.lines.forget(id);
  }

  /** From now on, rewriting leaves out lines that aren't on top of the files' current versions. */
  keepOnly(versionOf: (id: string) => number | undefined): void {
    this.lines.keepOnly(versionOf);
  }

  close(): Promise<void> {
    return this.lines.close();
  }
}

interface ReadLines {
  readonly lines: LatestLines;
  readonly unreadable: number;
}

export const noLines = (): ReadLines => ({ lines: new Map(), unreadable: 0 });

/** Reads beside a bot at work. Throws if there is a file that can't be read. */
export async function readLines(path: string): Promise<ReadLines> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  });
  const lines: LatestLines = new Map();
  let unreadable = 0;
  for (let from = 0; from < bytes.length; ) {
    const newline = bytes.indexOf(LINE_LOG_END, from);
    const end = newline === -1 ? bytes.length : newline + 1;
    // Not a slice of the whole text, which it would keep in memory.
    const line = bytes.toString('latin1', from, end);
    from = end;
    if (line === '\n') continue;
    const id = START_OF_LINE.exec(line)?.[1];
    if (id !== undefined && isWhole(line)) lines.set(id, line);
    else unreadable++;
  }
  return { lines, unreadable };
}

const LINE_LOG_END = 10;
/** The first value of a line; one of another form is left alone. */
const LINE_FORM = 1;
const CRC_LENGTH = 8;
const START_OF_LINE = /^[0-9a-f]{8} \[1,"([^"\\]+)",(\d+),/;

/** A line about a mapping: the version in its file, the version after the line, and the rest. */
export type LineRow<Rest extends readonly unknown[]> = readonly [base: number, version: number, ...Rest];

export function lineOf(id: string, row: LineRow<readonly unknown[]>): string {
  const json = JSON.stringify([LINE_FORM, id, ...row]);
  return `${checksum(json)} ${json}\n`;
}

/** Undefined if the line is on top of another version. Its checksum says that a bot wrote it, so the values are not validated again. */
export function rowOn<Rest extends readonly unknown[]>(
  base: number,
  line: string | undefined,
): LineRow<Rest> | undefined {
  if (line === undefined || baseIn(line) !== base) return undefined;
  const [, , ...row] = JSON.parse(line.slice(CRC_LENGTH + 1)) as [number, string, ...LineRow<Rest>];
  return row;
}

const baseIn = (line: string): number => Number(START_OF_LINE.exec(line)?.[2]);

/** A torn line lacks its end. */
const isWhole = (line: string): boolean =>
  line.endsWith('\n') && line.slice(0, CRC_LENGTH) === checksum(line.slice(CRC_LENGTH + 1, -1));

const checksum = (text: string): string => crc32(text).toString(16).padStart(CRC_LENGTH, '0');
