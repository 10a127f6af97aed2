import { parseHostname } from './hostname.js';
import { typedWords } from './typed-text.js';

const LINE_BREAK = /[\r\n\u2028\u2029]+/;

/**
 * The hostnames in pasted text, cleaned, each once, in order. Of a line with a hostname, other words are left out; a
 * line without one is kept whole, so that nothing is dropped in silence.
 */
export const pastedHostnames = (text: string): string[] =>
  unique(text.split(LINE_BREAK).flatMap((line) => hostnamesAmong(typedWords(line))));

/** The same of one line's words, cleaned already. */
export function hostnamesAmong(words: readonly string[]): string[] {
  const named = withoutRecordData(words).filter(isLikeHostname);
  if (named.length > 0) return unique(named);
  return words.length === 0 ? [] : [words.join(' ')];
}

/** In lower case, `a` and `alias` are words. */
const RECORD_TYPE = /^(?:A|AAAA|ALIAS|ANAME|CNAME|cname)$/;
const TTL_OR_CLASS = /^(?:\d+|IN)$/i;

/** `a.com. 300 IN CNAME b.com` is a line of a zone file: only the first name is meant. “Please CNAME a.com” is none. */
export function withoutRecordData(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let isData = false;
  for (const word of words) {
    const owner = RECORD_TYPE.test(word) ? kept.findLastIndex((each) => !TTL_OR_CLASS.test(each)) : -1;
    const isType = isLikeHostname(kept[owner] ?? '');
    if (isType) kept.length = owner + 1;
    else if (!isData) kept.push(word);
    isData = isType;
  }
  return kept;
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];

/** What prose puts against a hostname: `domain:shop.example.com`, `d’example.com`, `shop.example.com—that one`. */
const AGAINST_A_HOSTNAME = /[:=|'’‘"“”«»(),;—–…]+/;

/** The hostnames that prose mentions, in A-label form, each once: only what can be mapped. */
export function mentionedHostnames(text: string, internalDomains: readonly string[] = []): string[] {
  const read = (word: string): string[] => {
    const parsed = parseHostname(word, internalDomains);
    return parsed.ok ? [parsed.hostname] : [];
  };
  const readWord = (word: string): string[] => {
    const whole = read(word);
    // What is part of an address names no other domain.
    return whole.length > 0 || /[@/\\]/.test(word) ? whole : word.split(AGAINST_A_HOSTNAME).flatMap(read);
  };
  return unique(text.split(LINE_BREAK).flatMap((line) => typedWords(line).flatMap(readWord)));
}

const isLikeHostname = (word: string): boolean => word.includes('.') || isHostname(word);

/** A row of a table: its hostname, and what columns with a known title say. */
export interface ListedRow {
  readonly hostname: string;
  readonly app?: string | undefined;
  /** As typed. */
  readonly site?: string | undefined;
  readonly note?: string | undefined;
}

/** Titles of columns in the bot's languages, without accents. */
const TITLES: Readonly<Record<keyof ListedRow, readonly string[]>> = {
  hostname: ['hostname', 'host', 'domain', 'domains', 'url', 'dominio', 'domaine', 'domeniu'],
  app: ['app', 'application', 'aplicacion', 'applicazione', 'aplicativo', 'aplicatie'],
  site: ['site', 'site id', 'site_id', 'siteid', 'blog id', 'blog_id', 'sitio', 'sito'],
  note: ['note', 'notes', 'comment', 'comments', 'nota', 'notas', 'comentario', 'commentaire', 'observacao'],
};

/**
 * The rows of a table, in order, also those that repeat a hostname. The hostnames are in the column with that title, else in the one
 * with the most of them. A first row of titles is left out; other cells of the column are kept as they are, so that
 * nothing is dropped in silence.
 */
export function listedRows(rows: readonly (readonly string[])[]): ListedRow[] {
  const [head = [], ...rest] = rows;
  const titled = (name: keyof ListedRow): number =>
    head.findIndex((cell) => TITLES[name].includes(titleOf(cell)));
  const hasTitle = titled('hostname') !== -1 && rest.some((row) => isHostname(row[titled('hostname')] ?? ''));
  const column = hasTitle ? titled('hostname') : hostnameColumn(rows);
  if (column === undefined) return [];
  const hasTitles = !isHostname(head[column] ?? '');
  const cellOf = (row: readonly string[], name: keyof ListedRow): string | undefined =>
    (hasTitles && row[titled(name)]?.trim()) || undefined;
  return (hasTitles ? rest : rows).flatMap((row) => {
    const hostname = row[column] ?? '';
    if (hostname === '') return [];
    return [{ hostname, app: cellOf(row, 'app'), site: cellOf(row, 'site'), note: cellOf(row, 'note') }];
  });
}

const titleOf = (cell: string): string =>
  cell.normalize('NFD').replaceAll(/\p{M}/gu, '').trim().toLowerCase();

/** A table with more columns, or without a hostname in so many rows, is no list of hostnames. */
const MAX_COLUMNS = 30;
const MAX_ROWS_TRIED = 100;

/** The leftmost of those with the most hostnames in the first rows; undefined without any. */
function hostnameColumn(rows: readonly (readonly string[])[]): number | undefined {
  const counts = Array.from({ length: MAX_COLUMNS }, () => 0);
  for (const row of rows.slice(0, MAX_ROWS_TRIED))
    for (const [column, cell] of row.slice(0, MAX_COLUMNS).entries())
      if (isHostname(cell)) counts[column] = (counts[column] ?? 0) + 1;
  const best = Math.max(...counts);
  return best === 0 ? undefined : counts.indexOf(best);
}

/** Dots of other scripts count as well (UTS 46). Reading a name takes long, and most words have none. */
const ANY_DOT = /[.\u3002\uff0e\uff61]/;

const isHostname = (cell: string): boolean => ANY_DOT.test(cell) && parseHostname(cell).ok;
