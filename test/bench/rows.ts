import { print } from './figures.js';

/** What the product aims at: a figure beside the limit that was taken in the same run. */
export interface MeasuredRow {
  readonly what: string;
  /** With their units. */
  readonly figure: string;
  readonly limit: string;
  /** Of the figure to the limit. */
  readonly ratio: number;
  /** Of the ratio; absent where a figure only stands beside another program's. */
  readonly aim?: { readonly atMost: number } | { readonly atLeast: number };
}

export type Row = MeasuredRow | { readonly what: string; readonly notMeasured: string };

const HEADER = ['what', 'figure', 'limit', 'ratio', 'aim', 'result'] as const;

export function printRows(rows: readonly Row[]): void {
  const cells = [HEADER, ...rows.map(cellsOf)];
  const widths = HEADER.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  for (const row of cells)
    print(`| ${widths.map((width, at) => (row[at] ?? '').padEnd(width)).join(' | ')} |`);
}

function cellsOf(row: Row): readonly string[] {
  if ('notMeasured' in row) return [row.what, '', '', '', '', row.notMeasured];
  const { what, figure, limit, ratio, aim } = row;
  const cells = [what, figure, limit, ratio.toFixed(2)];
  if (!aim) return cells;
  const isMet = 'atMost' in aim ? ratio <= aim.atMost : ratio >= aim.atLeast;
  return [...cells, 'atMost' in aim ? `≤ ${aim.atMost}` : `≥ ${aim.atLeast}`, isMet ? 'met' : 'not met'];
}

/** A row for a limit in the figure's own unit, which it may reach but not exceed. */
export const within = (what: string, figure: number, limit: number, unit: string): MeasuredRow => ({
  what,
  figure: `${rounded(figure)} ${unit}`,
  limit: `${limit} ${unit}`,
  ratio: figure / limit,
  aim: { atMost: 1 },
});

/** Three significant digits, and none after the point from 100 on. */
export const rounded = (value: number): string =>
  value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
