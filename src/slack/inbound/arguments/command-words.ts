import { parseHostname } from '../../../core/hostname.js';
import { isPlainName, plainSentence, typedWords } from '../../../core/typed-text.js';

/** The words of a typed command, without the slash command's name: a whole command may be pasted behind it. */
export function commandWords(text: string, name: string): string[] {
  const words = typedWords(text).filter((word, at, all) => !isSameInAscii(word, all[at - 1]));
  return words[0]?.toLowerCase() === name ? words.slice(1) : words;
}

/** The bot shows a hostname in both forms, as `bücher.com (xn--bcher-kva.com)`, and people copy both. */
function isSameInAscii(word: string, before = ''): boolean {
  if (isPlainName(before)) return false;
  const parsed = parseHostname(before);
  return parsed.ok && parsed.hostname !== before && parsed.hostname === word.toLowerCase();
}

/** A link with spaces in its label is one token; some spaces are none for JavaScript. */
const TYPED_TOKEN = /(?:<(?:https?:|mailto:|[@#!])[^<>]*>|[^\s\u0085\u2800\u3164\uffa0])+/gi;

/** Bold, italic, strike and code marks may open before a sentence and close in it; a wildcard's star is none. */
const MARK = /\*(?!\.\S)|[_~`]/g;
const wordsWithoutMarks = (text: string, name: string): string[] =>
  commandWords(text.replace(MARK, ''), name.replace(MARK, ''));

/** The sentence behind the first `count` words of a typed command, as it was typed. */
export function sentenceAfter(count: number, text: string, name: string): string {
  const last = wordsWithoutMarks(text, name)[count - 1];
  if (last === undefined) return '';
  const tokens = [...text.matchAll(TYPED_TOKEN)].map(({ index }) => index);
  const starts = [...tokens, text.length];
  const at = starts.findIndex((start) => wordsWithoutMarks(text.slice(0, start), name)[count - 1] === last);
  const [start, next] = starts.slice(at);
  const isTwin = isSameInAscii(wordsWithoutMarks(text.slice(start, next), name)[0] ?? '', last);
  const sentence = plainSentence(text.slice(isTwin ? next : start));
  // Of `a.com,b.com`, the second word is in the first one's token.
  return sentence || commandWords(text, name).slice(count).join(' ');
}

const ENDS_OPEN = /[,;&+|，；、]$/;
const GOES_ON = /^[,;&+|，；、]/;

/** The hostnames at the start of a typed command that are listed: with a comma or the like between them. */
export function listedFirst(text: string): readonly string[] {
  const tokens = [...text.matchAll(TYPED_TOKEN)].map(([token]) => token);
  const listed: string[] = [];
  const first = tokens.findIndex((token) => typedWords(token).some(isHostnameTyped));
  for (let at = Math.max(0, first); at < tokens.length; at++) {
    const [token = '', next = ''] = tokens.slice(at, at + 2);
    const words = typedWords(token);
    if (!words.every(isHostnameTyped)) break;
    listed.push(...words);
    if (!ENDS_OPEN.test(token) && !GOES_ON.test(next)) break;
  }
  return listed;
}

export const isHostnameTyped = (word: string): boolean => word.includes('.') && parseHostname(word).ok;
