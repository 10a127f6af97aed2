import type { LineLog } from './line-log.js';

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

  /** From now on, rewriting leaves out lines on top of other versions than these; undefined for a file that can't be read. */
  keepOnly(versionOf: (id: string) => number | undefined): void {
    this.lines.keepOnly(versionOf);
  }

  close(): Promise<void> {
    return this.lines.close();
  }
}
