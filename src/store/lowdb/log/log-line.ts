import { crc32 } from 'node:zlib';

/** The first value of a line; one of another form is left alone. */
const LINE_FORM = 1;
const CRC_LENGTH = 8;
const START_OF_LINE = /^[0-9a-f]{8} \[1,"([^"\\]+)",(\d+),/;

/** A line about a mapping: the version in its file, the version after the line, and the rest. */
export type LineRow<Rest extends readonly unknown[]> = readonly [base: number, version: number, ...Rest];

export function logLine(id: string, row: LineRow<readonly unknown[]>): string {
  const json = JSON.stringify([LINE_FORM, id, ...row]);
  return flat(`${checksum(json)} ${json}\n`);
}

/** A joined text keeps the texts that it was joined from, which is twice the memory for as long as the line counts. */
const flat = (text: string): string => Buffer.from(text).toString();

/** Undefined if the line is on top of another version. Its checksum says that a bot wrote it, so the values are not validated again. */
export function rowOn<Rest extends readonly unknown[]>(
  base: number,
  line: string | undefined,
): LineRow<Rest> | undefined {
  if (line === undefined || baseIn(line) !== base) return undefined;
  const [, , ...row] = JSON.parse(line.slice(CRC_LENGTH + 1)) as [number, string, ...LineRow<Rest>];
  return row;
}

/** The version in the file that a line is on top of. */
export const baseIn = (line: string): number => Number(START_OF_LINE.exec(line)?.[2]);

/** The mapping that a line is about; undefined for a torn one, or one of another form. */
export function wholeLineId(line: string): string | undefined {
  const [, id] = START_OF_LINE.exec(line) ?? [];
  return id !== undefined && isWholeLine(line) ? id : undefined;
}

/** A torn line lacks its end. */
const isWholeLine = (line: string): boolean =>
  line.endsWith('\n') && line.slice(0, CRC_LENGTH) === checksum(line.slice(CRC_LENGTH + 1, -1));

const checksum = (text: string): string => crc32(text).toString(16).padStart(CRC_LENGTH, '0');
