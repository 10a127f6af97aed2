import { dirname, join } from 'node:path';

/** A file's text; undefined if it can't be read. */
export type ReadFile = (path: string) => string | undefined;

/** One `define('NAME', …)`: its text, or that only PHP could evaluate it. */
export type Constant = { readonly kind: 'text'; readonly value: string } | { readonly kind: 'code' };

/**
 * The constants that a `wp-config.php` defines with plain strings, read without running PHP. Skips comments, heredocs
 * and text outside PHP tags; the first definition of a name counts, as in PHP.
 */
export function readConstants(php: string): ReadonlyMap<string, Constant> {
  const constants = new Map<string, Constant>();
  const tokens = tokenise(php);
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind !== 'code' || text.toLowerCase() !== 'define') continue;
    if (NOT_THE_FUNCTION.has(tokens[at - 1]?.text.toLowerCase() ?? '')) continue;
    const [open, name, comma, value, close] = tokens.slice(at + 1, at + 6);
    if (open?.text !== '(' || name?.kind !== 'text' || comma?.text !== ',' || constants.has(name.text))
      continue;
    const isPlain = value?.kind === 'text' && (close?.text === ')' || close?.text === ',');
    constants.set(name.text, isPlain ? { kind: 'text', value: value.text } : { kind: 'code' });
  }
  return constants;
}

/** Before `define`, these make it a method's name. */
const NOT_THE_FUNCTION: ReadonlySet<string> = new Set(['->', '::', 'function']);

interface Token {
  readonly kind: 'code' | 'text';
  readonly text: string;
}

const OPENING_TAG = String.raw`<\?(?:[Pp][Hh][Pp]\b|=)`;
/** Unclosed tokens extend to the end of the file, so that every character is read once. `\x60` is the backtick. */
const TOKEN = new RegExp(
  [
    String.raw`(?<skip>\s+|(?:\/\/|#(?!\[))(?:(?!\?>)[^\r\n])*|\/\*[\s\S]*?(?:\*\/|$))`,
    String.raw`(?<outside>\?>[\s\S]*?(?:${OPENING_TAG}|$))`,
    String.raw`'(?<single>(?:[^'\\]|\\[\s\S])*)'`,
    String.raw`"(?<double>(?:[^"\\]|\\[\s\S])*)"`,
    String.raw`(?<shell>\x60(?:[^\x60\\]|\\[\s\S])*\x60)`,
    String.raw`(?<heredoc><<<[ \t]*(?<quote>["']?)(?<label>[A-Za-z_]\w*)\k<quote>\r?\n(?:(?:[\s\S]*?\n)??[ \t]*\k<label>\b|[\s\S]*))`,
    String.raw`(?<open>['"\x60][\s\S]*)`,
    String.raw`(?<word>[A-Za-z_]\w*)`,
    String.raw`(?<other>->|::|[\s\S])`,
  ].join('|'),
  'g',
);

function tokenise(php: string): Token[] {
  const tokens: Token[] = [];
  const begin = php.search(OPENING_TAG);
  if (begin === -1) return tokens;
  for (const { 0: text, groups = {} } of php.slice(begin).matchAll(TOKEN)) {
    const { skip, single, double } = groups;
    if (skip !== undefined) continue;
    if (single !== undefined) tokens.push({ kind: 'text', text: single.replace(/\\([\\'])/g, '$1') });
    else if (double !== undefined) tokens.push(doubleQuoted(double));
    else tokens.push({ kind: 'code', text });
  }
  return tokens;
}

/** In a double-quoted string, variables are code; so are escapes by a character's number or name. */
function doubleQuoted(inner: string): Token {
  const unescaped = inner.replace(/\\[\\"$]/g, ' ');
  return /\$[A-Za-z_{\x80-\uffff]|\\[nrtvefxu0-7]/.test(unescaped)
    ? { kind: 'code', text: inner }
    : { kind: 'text', text: inner.replace(/\\([\\"$])/g, '$1') };
}

/**
 * The constants of the named `wp-config.php`; without a name, of the nearest one in the folder or above it, if any.
 * Undefined if the named one can't be read.
 */
export function findConstants(
  named: string | undefined,
  folder: string | undefined,
  readFile: ReadFile,
): ReadonlyMap<string, Constant> | undefined {
  const php = named === undefined ? ((folder && nearestWpConfig(folder, readFile)) ?? '') : readFile(named);
  return php === undefined ? undefined : readConstants(php);
}

function nearestWpConfig(folder: string, readFile: ReadFile): string | undefined {
  const found = readFile(join(folder, 'wp-config.php'));
  const parent = dirname(folder);
  return found ?? (parent === folder ? undefined : nearestWpConfig(parent, readFile));
}
