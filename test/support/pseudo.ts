import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import { en, type MessageKey } from '../../src/locale/en/en.js';
import type { Messages } from '../../src/locale/languages.js';

const LETTERS = new Map(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, at) => [
    letter,
    [...'ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ'][at] ?? letter,
  ]),
);
/** Translations are up to 40 % longer than English. */
const GROWTH = 0.4;

/** English with every letter of a sentence replaced and 40 % more of them: what stays English isn't in the catalogue. */
export const pseudo: Messages = Object.fromEntries(
  Object.entries(en).map(([key, message]) => [
    key,
    key.startsWith('words.') ? message : pseudoMessage(message),
  ]),
) as Record<MessageKey, string>;

function pseudoMessage(message: string): string {
  let isCode = false;
  const elements = parse(message, { ignoreTag: true });
  return printAST(transformed(elements));

  function transformed(parts: readonly MessageFormatElement[]): MessageFormatElement[] {
    return parts.map((part) => {
      if (part.type === TYPE.literal) return { ...part, value: literal(part.value) };
      if (part.type !== TYPE.plural && part.type !== TYPE.select) return part;
      const options = Object.entries(part.options).map(([name, option]) => [
        name,
        { ...option, value: transformed(option.value) },
      ]);
      return { ...part, options: Object.fromEntries(options) };
    });
  }

  /** Leaves code, emoji, links and commands as they are. */
  function literal(text: string): string {
    return text
      .split(/(`|:[a-z0-9_+-]+:|<[^>]*>|https?:\S+|\b[A-Z][A-Z_]{3,}\b|\/domain)/)
      .map((piece, at) => {
        if (piece === '`') isCode = !isCode;
        return isCode || at % 2 === 1 ? piece : letters(piece);
      })
      .join('');
  }
}

function letters(text: string): string {
  const count = [...text].filter((letter) => LETTERS.has(letter)).length;
  const replaced = [...text].map((letter) => LETTERS.get(letter) ?? letter).join('');
  return count < 4
    ? replaced
    : replaced.replace(/([^\s])(\s*)$/u, `$1${'ẋ'.repeat(Math.ceil(count * GROWTH))}$2`);
}
