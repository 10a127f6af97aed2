import { type Token, wordBefore } from './php-tokens.js';

interface PhpBlock {
  /** `if (…): … endif;` in place of braces. */
  readonly hasColon: boolean;
  readonly isGuarded: boolean;
  /** Of `namespace NAME {`, empty without a name: PHP comes to it like to what stands around it. */
  readonly namespace: string | undefined;
}

/** The blocks around the token that was read last: whether PHP surely comes to it. */
export class PhpBlocks {
  readonly #open: PhpBlock[] = [];
  #hasIncluded = false;
  /** Of `namespace NAME;`, which holds for the rest of the file. */
  #isInNamespace = false;

  /** Whether `const` defines a global constant here: in a class or a named namespace it belongs to that. */
  get isGlobal(): boolean {
    return !this.#isInNamespace && this.#open.every(({ namespace }) => namespace === '');
  }

  /** `word`: the token's text in lower case. Every token of code, one after the other. */
  read(tokens: readonly Token[], at: number, word: string): void {
    if (INCLUDING.has(word)) this.#hasIncluded = true;
    if (word === ';' && namespaceBefore(tokens, at)) this.#isInNamespace = true;
    if (word === '}' || (ENDS_COLON.has(word) && this.#open.at(-1)?.hasColon)) this.#open.pop();
    const hasColon = isOfBlock(tokens, at);
    if (word === '{' || hasColon)
      this.#open.push({
        hasColon,
        isGuarded: isGuard(tokens, at),
        namespace: word === '{' ? namespaceBefore(tokens, at) : undefined,
      });
  }

  /** Whether the statement depends on nothing, or only on whether a name is defined, which an included file could do. */
  isCertain(tokens: readonly Token[], at: number): boolean {
    const isUnconditional = COMES_BEFORE.has(wordBefore(tokens, at)) || isOfBlock(tokens, at - 1);
    if (isUnconditional && this.#open.every(({ namespace }) => namespace !== undefined)) return true;
    return (
      !this.#hasIncluded &&
      this.#open.every(({ isGuarded, namespace }) => isGuarded || namespace !== undefined) &&
      (isUnconditional || isGuard(tokens, at))
    );
  }
}

const INCLUDING: ReadonlySet<string> = new Set(['include', 'include_once', 'require', 'require_once']);
const ENDS_COLON: ReadonlySet<string> = new Set([
  'else',
  'elseif',
  'endif',
  'endwhile',
  'endfor',
  'endforeach',
  'endswitch',
]);
const HAS_BLOCK: ReadonlySet<string> = new Set(['if', 'elseif', 'while', 'for', 'foreach', 'switch']);
/** Nothing, the end of a statement, a namespace’s backslash, an attribute, or what takes the result. */
const COMES_BEFORE: ReadonlySet<string> = new Set(['', ';', '{', '}', '\\', ']', '@', '=', '.']);

/** In tokens; what is longer counts as no head. */
const MAX_HEAD = 100;

/** A method may be called `if`. */
const isName = (tokens: readonly Token[], at: number): boolean => {
  const before = wordBefore(tokens, at);
  return before === 'function' || (before === '&' && wordBefore(tokens, at - 1) === 'function');
};

/** The colon of `if (…):` or `else:`, unlike that of `a ? b() : c` or of a return type. */
function isOfBlock(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== ':') return false;
  if (wordBefore(tokens, at) !== ')') return wordBefore(tokens, at) === 'else';
  let depth = 0;
  for (let open = at - 1; open >= Math.max(0, at - MAX_HEAD); open--) {
    const { kind, text } = tokens[open] ?? { kind: 'text', text: '' };
    if (kind === 'code') depth += text === ')' ? 1 : text === '(' ? -1 : 0;
    if (depth === 0) return HAS_BLOCK.has(wordBefore(tokens, open)) && !isName(tokens, open - 1);
  }
  return false;
}

const UNDEFINED = String.raw`(?:!\\?defined\(''\)|false===?\\?defined\(''\)|\\?defined\(''\)===?false)`;
const BEGINS = '(?:^|[;{}])';
/** `if (!defined('NAME'))`, `!defined('NAME') &&` or `defined('NAME') or`. */
const GUARD = new RegExp(
  String.raw`(?:\bif\(${UNDEFINED}\)|${BEGINS}${UNDEFINED}(?:&&|and)|${BEGINS}\\?defined\(''\)(?:\|\||or))\\?$`,
);
/** Does the text before end with one? */
const isGuard = (tokens: readonly Token[], at: number): boolean => GUARD.test(codeBefore(tokens, at));

/** A backslash first would be a name in the present namespace. */
const NAMESPACE = new RegExp(String.raw`${BEGINS}namespace((?:\w[\w\\]*)?)$`);
/** The name in `namespace A\B {`, `namespace A;` or `namespace {`, before the sign at its end. */
const namespaceBefore = (tokens: readonly Token[], at: number): string | undefined =>
  NAMESPACE.exec(codeBefore(tokens, at))?.[1];

/** As long as the longest guard. */
const TOKENS_BEFORE = 14;

/** In lower case and without spaces; strings are empty. */
const codeBefore = (tokens: readonly Token[], at: number): string =>
  tokens
    .slice(Math.max(0, at - TOKENS_BEFORE), at)
    .map(({ kind, text }) => (kind === 'text' ? "''" : text.toLowerCase()))
    .join('');
