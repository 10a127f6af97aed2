import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

/** A file's text; undefined if there is no such file, null if it is there and can't be read. */
export type ReadFile = (path: string) => string | undefined | null;

/** One `define('NAME', …)`: its text, or that only PHP could evaluate it. */
export type Constant = { readonly kind: 'text'; readonly value: string } | { readonly kind: 'code' };

/**
 * The constants that a `wp-config.php` defines with plain strings, read without running PHP. Skips comments, heredocs
 * and text outside PHP tags. The first definition of a name counts, as in PHP; where it depends on a condition and
 * another one says something else, only PHP could tell.
 */
export function readConstants(php: string): ReadonlyMap<string, Constant> {
  const constants = new Map<string, Constant>();
  const conditional = new Set<string>();
  let isInConst = false;
  const tokens = tokenise(php);
  let depth = 0;
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind !== 'code') continue;
    depth += text === '{' ? 1 : text === '}' ? -1 : 0;
    const word = text.toLowerCase();
    if (word === '__halt_compiler') break;
    if (word === ';' || word === 'const') isInConst = word === 'const';
    const definition = readDefinition(word === ',' && isInConst ? 'const' : word, tokens, at);
    if (definition === undefined) continue;
    const { name, constant } = definition;
    const known = constants.get(name);
    if (!known) {
      constants.set(name, constant);
      if (depth > 0 || !BEGINS_STATEMENT.has(before(tokens, at))) conditional.add(name);
    } else if (conditional.has(name) && !isDeepStrictEqual(known, constant))
      constants.set(name, { kind: 'code' });
  }
  return constants;
}

/** `define('NAME', …)`, with named arguments, too, or `const NAME = …, OTHER = …`. */
function readDefinition(
  word: string,
  tokens: readonly Token[],
  at: number,
): { readonly name: string; readonly constant: Constant } | undefined {
  if ((word !== 'define' && word !== 'const') || NOT_THE_FUNCTION.has(before(tokens, at))) return undefined;
  const rest = tokens.slice(at + 1, at + 10).filter((_, index, all) => !isArgumentName(all, index));
  const [name, sign, value, end] = word === 'define' ? rest.slice(1) : rest;
  const isDefinition =
    word === 'define'
      ? rest[0]?.text === '(' && name?.kind === 'text' && sign?.text === ','
      : name?.kind === 'code' && sign?.text === '=';
  if (!isDefinition || name === undefined) return undefined;
  const isPlain = value?.kind === 'text' && ENDS_VALUE.has(end?.text ?? '');
  return { name: name.text, constant: isPlain ? { kind: 'text', value: value.text } : { kind: 'code' } };
}

const ENDS_VALUE: ReadonlySet<string> = new Set([')', ',', ';']);
/** Of what comes before: nothing, the end of another statement, or a namespace’s backslash. */
const BEGINS_STATEMENT: ReadonlySet<string> = new Set(['', ';', '}', '\\']);
const before = (tokens: readonly Token[], at: number): string => tokens[at - 1]?.text.toLowerCase() ?? '';

/** PHP 8: `constant_name:`, `value:` and `case_insensitive:`. */
const isArgumentName = (tokens: readonly Token[], at: number): boolean =>
  [at, at - 1].some(
    (place) =>
      /^(?:constant_name|value|case_insensitive)$/.test(tokens[place]?.text ?? '') &&
      tokens[place]?.kind === 'code' &&
      tokens[place + 1]?.text === ':',
  );

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
  const tag = new RegExp(OPENING_TAG).exec(php);
  if (!tag) return tokens;
  for (const { 0: text, groups = {} } of php.slice(tag.index + tag[0].length).matchAll(TOKEN)) {
    const { skip, outside, single, double } = groups;
    if (skip !== undefined) continue;
    if (outside !== undefined) tokens.push({ kind: 'code', text: ';' });
    else if (single !== undefined) tokens.push({ kind: 'text', text: single.replace(/\\([\\'])/g, '$1') });
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

/** A `wp-config.php` and what it defines; without constants if it can't be read. */
export interface WpConfig {
  readonly path: string;
  readonly constants?: ReadonlyMap<string, Constant> | undefined;
}

/** The named `wp-config.php`; without a name, the nearest one in the folder or above it, if any. */
export function findWpConfig(
  named: string | undefined,
  folder: string | undefined,
  readFile: ReadFile,
): WpConfig | undefined {
  if (named !== undefined) return wpConfigOf(named, readFile(named));
  return folder === undefined ? undefined : nearestWpConfig(folder, readFile);
}

/** One that can't be read ends the search: one further up belongs to another site. */
function nearestWpConfig(folder: string, readFile: ReadFile): WpConfig | undefined {
  const path = join(folder, 'wp-config.php');
  const text = readFile(path);
  if (text !== undefined) return wpConfigOf(path, text);
  const parent = dirname(folder);
  return parent === folder ? undefined : nearestWpConfig(parent, readFile);
}

const wpConfigOf = (path: string, text: string | undefined | null): WpConfig => ({
  path,
  constants: typeof text === 'string' ? readConstants(text) : undefined,
});
