import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { PhpBlocks } from './php-blocks.js';
import { type Token, tokenise, wordBefore } from './php-tokens.js';

/** A file's text; undefined if there is no such file, null if it is there and can't be read. */
export type ReadFile = (path: string) => string | undefined | null;

/** One `define('NAME', …)`: its text, or that only PHP could evaluate it. */
export type Constant = { readonly kind: 'text'; readonly value: string } | { readonly kind: 'code' };

/**
 * The constants that a `wp-config.php` defines with plain strings, read without running PHP. Skips comments, heredocs
 * and text outside PHP tags. The first definition of a name counts, as in PHP; where it depends on more than whether
 * the name is defined yet, only PHP could tell.
 */
export function readConstants(php: string): ReadonlyMap<string, Constant> {
  const found = new Map<string, WrittenConstant>();
  const blocks = new PhpBlocks();
  let isInConst = false;
  const tokens = tokenise(php);
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind !== 'code') continue;
    const word = text.toLowerCase();
    if (word === '__halt_compiler') break;
    blocks.read(tokens, at, word);
    if (word === ';' || word === 'const') isInConst = word === 'const';
    const isConst = isInConst && blocks.isGlobal && (word === 'const' || word === ',');
    const definition = isConst || word === 'define' ? readDefinition(isConst, tokens, at) : undefined;
    if (definition === undefined) continue;
    const { name, constant } = definition;
    found.set(
      name,
      firstWritten(found.get(name), { constant, isCertain: isConst || blocks.isCertain(tokens, at) }),
    );
  }
  return new Map([...found].map(([name, { constant, isCertain }]) => [name, isCertain ? constant : CODE]));
}

interface WrittenConstant {
  readonly constant: Constant;
  /** PHP surely comes to it, unless the name is defined by then. */
  readonly isCertain: boolean;
}

const CODE: Constant = { kind: 'code' };

function firstWritten(before: WrittenConstant | undefined, found: WrittenConstant): WrittenConstant {
  if (!before) return found;
  if (before.isCertain) return before;
  return isDeepStrictEqual(before.constant, found.constant) ? found : { constant: CODE, isCertain: true };
}

/** `define('NAME', …)`, with named arguments, too, or `const NAME = …, OTHER = …`. */
function readDefinition(
  isConst: boolean,
  tokens: readonly Token[],
  at: number,
): { readonly name: string; readonly constant: Constant } | undefined {
  if (NOT_THE_FUNCTION.has(wordBefore(tokens, at))) return undefined;
  const rest = tokens.slice(at + 1, at + 10).filter((_, index, all) => !isArgumentName(all, index));
  const [name, sign, value, end] = isConst ? rest : rest.slice(1);
  const isDefinition = isConst
    ? name?.kind === 'code' && sign?.text === '='
    : rest[0]?.text === '(' && name?.kind === 'text' && sign?.text === ',';
  if (!isDefinition || name === undefined) return undefined;
  const isPlain = value?.kind === 'text' && ENDS_VALUE.has(end?.text ?? '');
  return { name: name.text, constant: isPlain ? { kind: 'text', value: value.text } : CODE };
}

const ENDS_VALUE: ReadonlySet<string> = new Set([')', ',', ';']);
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
