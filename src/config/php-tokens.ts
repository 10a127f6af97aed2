/** `text`: a string whose value is known. */
export interface Token {
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

/** PHP's tokens, without comments. Text outside PHP tags is the end of a statement. */
export function tokenise(php: string): Token[] {
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

/** The token before, in lower case; empty at the beginning. */
export const wordBefore = (tokens: readonly Token[], at: number): string =>
  tokens[at - 1]?.text.toLowerCase() ?? '';
