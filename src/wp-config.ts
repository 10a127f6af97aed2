import { dirname, join } from 'node:path';

/** A file's text; undefined when it can't be read. */
export type ReadFile = (path: string) => string | undefined;

/** One `define('NAME', …)`: its text, or that its value is no plain text and would need PHP to run. */
export type Constant = { readonly kind: 'text'; readonly value: string } | { readonly kind: 'code' };

/**
 * The constants that a `wp-config.php` defines with plain strings, read without running PHP. Comments are skipped;
 * the first definition of a name counts, as in PHP.
 */
export function readConstants(php: string): ReadonlyMap<string, Constant> {
  const constants = new Map<string, Constant>();
  const tokens = tokenise(php);
  for (let at = 0; at < tokens.length; at++) {
    const [word, open, name, comma, value, close] = tokens.slice(at, at + 6);
    if (word?.kind !== 'code' || word.text.toLowerCase() !== 'define') continue;
    if (open?.text !== '(' || name?.kind !== 'text' || comma?.text !== ',' || constants.has(name.text))
      continue;
    const isPlain = value?.kind === 'text' && (close?.text === ')' || close?.text === ',');
    constants.set(name.text, isPlain ? { kind: 'text', value: value.text } : { kind: 'code' });
  }
  return constants;
}

interface Token {
  readonly kind: 'code' | 'text';
  readonly text: string;
}

const TOKEN =
  /(?<skip>\s+|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|'(?<single>(?:[^'\\]|\\[\s\S])*)'|"(?<double>(?:[^"\\]|\\[\s\S])*)"|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<other>[\s\S])/g;

function tokenise(php: string): Token[] {
  const tokens: Token[] = [];
  for (const { groups = {} } of php.matchAll(TOKEN)) {
    const { skip, single, double, word, other } = groups;
    if (skip !== undefined) continue;
    if (single !== undefined) tokens.push({ kind: 'text', text: single.replace(/\\([\\'])/g, '$1') });
    else if (double !== undefined) tokens.push(doubleQuoted(double));
    else tokens.push({ kind: 'code', text: word ?? other ?? '' });
  }
  return tokens;
}

/** A variable in a double-quoted string is code. */
const doubleQuoted = (inner: string): Token =>
  /(?<!\\)(?:\\\\)*\$[A-Za-z_{]|\{\$/.test(inner)
    ? { kind: 'code', text: inner }
    : { kind: 'text', text: inner.replace(/\\([\\"$])/g, '$1') };

/**
 * The constants of the named `wp-config.php`, else of the nearest one in a folder or above it, else none.
 * Undefined when the named one can't be read.
 */
export function findConstants(
  named: string | undefined,
  folder: string,
  readFile: ReadFile,
): ReadonlyMap<string, Constant> | undefined {
  const php = named === undefined ? (nearest(folder, readFile) ?? '') : readFile(named);
  return php === undefined ? undefined : readConstants(php);
}

function nearest(folder: string, readFile: ReadFile): string | undefined {
  const found = readFile(join(folder, 'wp-config.php'));
  const parent = dirname(folder);
  return found ?? (parent === folder ? undefined : nearest(parent, readFile));
}
