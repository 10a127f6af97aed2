import { IntlMessageFormat } from 'intl-messageformat';
import { en, type MessageKey } from './en.js';

export type { MessageKey };

/** Formats a sentence; throws when a parameter that it names is missing. */
export type Say = (key: MessageKey, params?: Readonly<Record<string, string | number | boolean>>) => string;

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

/** English serves until a language has a file of its own. */
const catalogues: Readonly<Record<string, Readonly<Record<MessageKey, string>>>> = { en };

/** Sentences of a language. `<` has no meaning in them: Slack's mark-up passes through. */
export function createCatalogue(locale: string): Say {
  const messages = catalogues[locale] ?? en;
  const formats = new Map<MessageKey, IntlMessageFormat>();
  return (key, params = {}) => {
    const format =
      formats.get(key) ?? new IntlMessageFormat(messages[key], locale, undefined, { ignoreTag: true });
    formats.set(key, format);
    return String(format.format(params));
  };
}
