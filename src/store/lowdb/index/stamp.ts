import type { Stats } from 'node:fs';

/** What tells a file from a later one in its place: every write makes a new file with a time of its own. */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly inode: number;
}

/** Node gives whole numbers as floating-point ones, each of which would take 16 bytes more in the index. */
export const stampOf = ({ size, mtimeMs, ino }: Pick<Stats, 'size' | 'mtimeMs' | 'ino'>): Stamp => ({
  size: Math.trunc(size),
  mtimeMs,
  inode: Math.trunc(ino),
});

export const isSameStamp = (one: Stamp, other: Stamp): boolean =>
  one.size === other.size && one.mtimeMs === other.mtimeMs && one.inode === other.inode;

/** The coarsest times that file systems keep. */
const FILE_TIME_MS = 2_000;

/** Whether a change after `at` must have changed the stamp: two changes within one tick of the file's clock may share one. */
export const isSettled = ({ mtimeMs }: Stamp, at: number): boolean => mtimeMs < at - FILE_TIME_MS;
