import { parseHostname } from './hostname.js';
import { typedWords } from './typed-text.js';

const LINE_BREAK = /[\r\n\u2028\u2029]+/;

/**
 * The hostnames in pasted text, cleaned, each once, in order. Of a line with a hostname, other words are left out; a
 * line without one is kept whole, so that nothing is dropped in silence.
 */
export function pastedHostnames(text: string): string[] {
  const found = text.split(LINE_BREAK).flatMap((line) => {
    const words = typedWords(line);
    const named = words.filter(isLikeHostname);
    if (named.length > 0) return named;
    return words.length === 0 ? [] : [words.join(' ')];
  });
  return [...new Set(found)];
}

/** The hostnames that prose mentions, in A-label form, each once: only what can be mapped. */
export function mentionedHostnames(text: string, internalDomains: readonly string[] = []): string[] {
  const found = text.split(LINE_BREAK).flatMap((line) =>
    typedWords(line).flatMap((word) => {
      const parsed = parseHostname(word, internalDomains);
      return parsed.ok ? [parsed.hostname] : [];
    }),
  );
  return [...new Set(found)];
}

const isLikeHostname = (word: string): boolean => word.includes('.') || parseHostname(word).ok;

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
