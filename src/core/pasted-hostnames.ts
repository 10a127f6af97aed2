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
