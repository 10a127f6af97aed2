import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Log } from '../../util/log.js';
import type { StoredMapping } from '../store.js';
import { type UneventfulCheck, withCheck } from '../uneventful.js';
import { flushFolder, TEMPORARY } from './json-file.js';

/** A check without news, on top of a mapping's file. */
export interface LoggedCheck {
  /** The version in the mapping's file; the check says nothing of any other. */
  readonly base: number;
  /** The mapping's version after the check. */
  readonly version: number;
  readonly check: UneventfulCheck;
}

/** The check on top of this version of a mapping's file, if there is one. */
export type LoggedChecks = (id: string, base: number) => LoggedCheck | undefined;

/** The last line of each mapping: smaller than what it says. */
type CheckLines = Map<string, string>;

export const checkLogPath = (dataDir: string): string => join(dataDir, 'checks.jsonl');

/** Checks share a write and its flush for so long; a crash loses as much, and these checks are repeated. */
const GROUP_MS = 250;
/** Beyond this the disk can't keep up: who saves has to wait for it again. */
const MAX_WAITING_CHECKS = 10_000;
/** The file grows to so many times what counts of it, and this, before it is rewritten. */
const GROWTH = 3;
const MIN_GROWTH_BYTES = 1_048_576;
const LINES_AT_ONCE = 1_000;
const REWRITE_RETRY_MS = 5_000;

export interface CheckLogOptions {
  readonly path: string;
  readonly log: Log;
  /** Throws once the folder is another's. */
  readonly assertHeld: () => void;
}

/**
 * The last check without news of each mapping, in one file that grows at its end. Each line stands for itself and has a
 * checksum, so a torn or missing one costs that check only.
 */
export class CheckLog {
  readonly #latest: CheckLines;
  #waiting: string[] = [];
  /** Undefined until the file was rewritten, with the first check, and after a failure. */
  #file: FileHandle | undefined;
  #bytes = 0;
  #maxBytes = 0;
  #isFailing = false;
  #versionOf: ((id: string) => number | undefined) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: CheckLogOptions,
    latest: CheckLines,
  ) {
    this.#latest = latest;
  }

  static async open(options: CheckLogOptions): Promise<CheckLog> {
    const { lines, unreadable } = await readCheckLines(options.path);
    if (unreadable > 0)
      options.log.warn({ file: options.path, unreadable }, 'some checks could not be read and are repeated');
    return new CheckLog(options, lines);
  }

  readonly of: LoggedChecks = (id, base) => loggedOn(base, this.#latest.get(id));

  /** False if the disk can't take it now; then the whole record has to be written. */
  append(id: string, logged: LoggedCheck): boolean {
    if (this.#isFailing || this.#waiting.length >= MAX_WAITING_CHECKS) return false;
    const line = lineOf(id, logged);
    this.#latest.set(id, line);
    this.#waiting.push(line);
    this.#timer ??= setTimeout(() => this.#write(), GROUP_MS);
    return true;
  }

  /** Call when the file has a later version. */
  forget(id: string): void {
    this.#latest.delete(id);
  }

  /** From now on, what says nothing of the files as they are is left out when the log is rewritten. */
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

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#writeWaiting()).catch((error) => this.#fail(error));
  }

  async #writeWaiting(): Promise<void> {
    this.options.assertHeld();
    const group = this.#waiting;
    this.#waiting = [];
    if (!this.#file || this.#bytes > this.#maxBytes) return this.#rewrite();
    // Begins a line of its own even behind a torn one.
    const text = `\n${group.join('')}`;
    await this.#file.appendFile(text);
    await this.#file.datasync();
    this.#bytes += text.length;
  }

  /** What is appended meanwhile comes after it. */
  async #rewrite(): Promise<void> {
    const { path } = this.options;
    const temporary = `${path}${TEMPORARY}`;
    const file = await open(temporary, 'w', 0o600);
    try {
      this.#bytes = 0;
      for (const text of this.#texts()) {
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

  *#texts(): Generator<string, void> {
    let lines: string[] = [];
    for (const [id, line] of this.#latest) {
      if (this.#versionOf && loggedIn(line).base !== this.#versionOf(id)) {
        this.#latest.delete(id);
        continue;
      }
      lines.push(line);
      if (lines.length < LINES_AT_ONCE) continue;
      yield lines.join('');
      lines = [];
    }
    yield lines.join('');
  }

  /** Rewrites all of it later: what of the last group is in the file is not known. */
  async #fail(error: unknown): Promise<void> {
    if (!this.#isFailing) this.options.log.error({ err: error }, 'checks could not be written');
    this.#isFailing = true;
    await this.#file?.close().catch(() => undefined);
    this.#file = undefined;
    this.#timer ??= setTimeout(() => this.#write(), REWRITE_RETRY_MS).unref();
  }
}

async function readCheckLines(path: string): Promise<{ lines: CheckLines; unreadable: number }> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const lines: CheckLines = new Map();
  let unreadable = 0;
  for (let from = 0; from < bytes.length; ) {
    const newline = bytes.indexOf(CHECK_LINE_END, from);
    const end = newline === -1 ? bytes.length : newline + 1;
    // Not a slice of the whole text, which it would keep in memory.
    const line = bytes.toString('latin1', from, end);
    from = end;
    if (line === '\n') continue;
    const id = ID_IN_LINE.exec(line)?.[1];
    if (id !== undefined && isWhole(line)) lines.set(id, line);
    else unreadable++;
  }
  return { lines, unreadable };
}

/** Reads beside a bot at work: the last check of each mapping. */
export async function readCheckLog(path: string): Promise<LoggedChecks> {
  const { lines } = await readCheckLines(path);
  return (id, base) => loggedOn(base, lines.get(id));
}

/** A record as its file has it, with its last check. */
export function withLogged(stored: StoredMapping, checks: LoggedChecks): StoredMapping {
  const logged = checks(stored.mapping.id, stored.version);
  return logged ? { ...withCheck(stored, logged.check), version: logged.version } : stored;
}

const CHECK_LINE_END = 10;
/** The first value of a line; one of another form is left alone. */
const CHECK_FORM = 1;
const CRC_LENGTH = 8;
const ID_IN_LINE = /^[0-9a-f]{8} \[1,"([^"\\]+)",/;

type CheckRow = readonly [
  form: typeof CHECK_FORM,
  id: string,
  base: number,
  version: number,
  nextCheckAt: number,
  dnsAt: number | null,
  sslAt: number | null,
  httpAt: number | null,
  challengeAt: number | null,
  counts?: readonly [partial: number, dns: number, ssl: number, site: number],
];

function lineOf(id: string, { base, version, check }: LoggedCheck): string {
  const { nextCheckAt, dnsAt, sslAt, httpAt, challengeAt, counts } = check;
  const times = [nextCheckAt, dnsAt ?? null, sslAt ?? null, httpAt ?? null, challengeAt ?? null] as const;
  const row: CheckRow = counts
    ? [CHECK_FORM, id, base, version, ...times, [counts.partial, counts.dns, counts.ssl, counts.site]]
    : [CHECK_FORM, id, base, version, ...times];
  const json = JSON.stringify(row);
  return `${checksum(json)} ${json}\n`;
}

function loggedOn(base: number, line: string | undefined): LoggedCheck | undefined {
  const logged = line === undefined ? undefined : loggedIn(line);
  return logged?.base === base ? logged : undefined;
}

/** Its checksum says that a bot wrote it, so the values are not validated again. */
function loggedIn(line: string): LoggedCheck {
  const [, , base, version, nextCheckAt, dnsAt, sslAt, httpAt, challengeAt, counted] = JSON.parse(
    line.slice(CRC_LENGTH + 1),
  ) as CheckRow;
  const [partial = 0, dns = 0, ssl = 0, site = 0] = counted ?? [];
  return {
    base,
    version,
    check: {
      nextCheckAt,
      dnsAt: dnsAt ?? undefined,
      sslAt: sslAt ?? undefined,
      httpAt: httpAt ?? undefined,
      challengeAt: challengeAt ?? undefined,
      ...(counted ? { counts: { partial, dns, ssl, site } } : {}),
    },
  };
}

/** A torn line lacks its end. */
const isWhole = (line: string): boolean =>
  line.endsWith('\n') && line.slice(0, CRC_LENGTH) === checksum(line.slice(CRC_LENGTH + 1, -1));

const checksum = (text: string): string => crc32(text).toString(16).padStart(CRC_LENGTH, '0');
