import { type FileHandle, open, stat } from 'node:fs/promises';

/** A line of the log of checks: id, version of the file, version, next check, when DNS was seen. */
const LINE = /^[0-9a-f]{8} \[1,"([^"]+)",(\d+),(\d+),(\d+),(\d+)/;
const CHUNK = 4 * 1_048_576;

interface Followed {
  base: number;
  version: number;
  dueAt: number;
}

/** Reads how late each check without news was from the log that the bot writes, which it replaces from time to time. */
export class CheckFollower {
  /** Of each check, ms from when it was due until its DNS was seen. */
  readonly lateMs: number[] = [];
  readonly #known: Map<string, Followed>;
  #inode = 0;
  #offset = 0;
  #rest = '';

  /** `firstDue`: by id, epoch ms; all files have version 1. */
  constructor(
    private readonly path: string,
    firstDue: ReadonlyMap<string, number>,
  ) {
    this.#known = new Map([...firstDue].map(([id, dueAt]) => [id, { base: 1, version: 1, dueAt }]));
  }

  async read(): Promise<void> {
    const file = await open(this.path, 'r').catch(() => undefined);
    if (!file) return;
    try {
      await this.#readFrom(file);
    } finally {
      await file.close();
    }
  }

  /** How late the latest of them is that has not been checked, ms; one that had news is left out. */
  async oldestOverdueMs(now: number, hasNews: (id: string) => Promise<boolean>): Promise<number> {
    const overdue = [...this.#known]
      .filter(([, { dueAt }]) => dueAt < now)
      .toSorted(([, a], [, b]) => a.dueAt - b.dueAt);
    for (const [id, { dueAt }] of overdue) if (!(await hasNews(id))) return now - dueAt;
    return 0;
  }

  async #readFrom(file: FileHandle): Promise<void> {
    const { ino } = await file.stat();
    if (ino !== this.#inode) [this.#inode, this.#offset, this.#rest] = [ino, 0, ''];
    const buffer = Buffer.alloc(CHUNK);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK, this.#offset);
      if (bytesRead === 0) return;
      this.#offset += bytesRead;
      const lines = (this.#rest + buffer.toString('latin1', 0, bytesRead)).split('\n');
      this.#rest = lines.pop() ?? '';
      for (const line of lines) this.#note(line);
    }
  }

  #note(line: string): void {
    const [, id = '', ...numbers] = LINE.exec(line) ?? [];
    const [base = 0, version = 0, nextCheckAt = 0, dnsAt = 0] = numbers.map(Number);
    const before = this.#known.get(id);
    if (!before || version <= before.version) return;
    // After a check with news the whole record was written: when it was due is not known.
    if (base === before.base) this.lateMs.push(dnsAt - before.dueAt);
    this.#known.set(id, { base, version, dueAt: nextCheckAt });
  }
}

/** Whether a file was written after a moment, epoch ms. */
export const isWrittenSince = async (path: string, since: number): Promise<boolean> =>
  (await stat(path)).mtimeMs > since;
