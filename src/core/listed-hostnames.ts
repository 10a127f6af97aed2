import { parseHostname } from './hostname.js';

/**
 * The hostnames of a table: the column with the most of them, each once, in order. A first row that names the columns
 * is left out; other cells of the column are kept as they are, so that nothing is dropped in silence.
 */
export function listedHostnames(rows: readonly (readonly string[])[]): string[] {
  const column = hostnameColumn(rows);
  if (column === undefined) return [];
  const cells = rows.map((row) => row[column] ?? '');
  const [head = '', ...rest] = cells;
  const listed = isHostname(head) ? cells : rest;
  return [...new Set(listed.filter((cell) => cell !== ''))];
}

/** The leftmost of those with the most hostnames; undefined without any. */
function hostnameColumn(rows: readonly (readonly string[])[]): number | undefined {
  const counts: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      if (isHostname(cell)) counts[column] = (counts[column] ?? 0) + 1;
  const best = Math.max(0, ...counts.filter(Boolean));
  return best === 0 ? undefined : counts.indexOf(best);
}

const isHostname = (cell: string): boolean => parseHostname(cell).ok;
