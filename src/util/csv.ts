import { parse } from 'csv-parse/sync';

/** RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. */
export const csvText = (rows: readonly (readonly string[])[]): string => `\ufeff${csvLines(rows)}`;

/** What follows the first rows of such a text. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

/** Stops spreadsheets from running foreign text as a formula (OWASP, CSV injection). */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** No real row is longer; the parser needs a second for a file of a single line. */
const MAX_ROW_LENGTH = 64 * 1024;
const CELL_SEPARATOR = /[,;\s]/g;

/** An upper bound on the cells or words of a text, because processing each takes time. */
export function wordCount(text: string): number {
  let count = 1;
  for (const _ of text.matchAll(CELL_SEPARATOR)) count++;
  return count;
}

/** The cells of a file, by row; commas, semicolons or tabs between them. Undefined if it can't be read as one. */
export function csvRows(text: string): string[][] | undefined {
  try {
    return parse(text, {
      bom: true,
      max_record_size: MAX_ROW_LENGTH,
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch {
    return undefined;
  }
}
