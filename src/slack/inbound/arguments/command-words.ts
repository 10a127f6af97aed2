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

/** A link with spaces in its label is one token. */
const TYPED_TOKEN = /(?:<[^<>]*>|\S)+/g;

/** The sentence behind the first `count` words of a typed command, as it was typed. */
export function sentenceAfter(count: number, text: string, name: string): string {
  const last = commandWords(text, name)[count - 1];
  const ends = [...text.matchAll(TYPED_TOKEN)].map(({ 0: token, index }) => index + token.length);
  const at = ends.findIndex((end) => {
    const words = commandWords(text.slice(0, end), name);
    return words.length >= count && words[count - 1] === last;
  });
  const [end, next] = ends.slice(at);
  if (last === undefined || end === undefined) return '';
  const isTwin = isSameInAscii(typedWords(text.slice(end, next))[0] ?? '', last);
  return plainSentence(text.slice(isTwin ? next : end));
}
