import { IntlMessageFormat } from 'intl-messageformat';
import type { ProviderFacts } from '../core/ports/provider-facts.js';
import { en, type MessageKey } from './en/en.js';
import { closestLanguage, languages, type Messages } from './languages.js';
import { localized } from './recognize.js';

export type { MessageKey };

export type SentenceParam = string | number | boolean | readonly string[];

/** Formats a sentence, several values as “a, b and c”; throws if one of its parameters is missing. */
export type Translate = (key: MessageKey, params?: Readonly<Record<string, SentenceParam>>) => string;

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

/** The language in effect, whose plural and number rules apply: the closest one, else English. */
export const languageOf = (locale: string): string => closestLanguage(locale) ?? 'en';

/** A language by its own name, such as “English”. */
export const languageName = (locale: string): string =>
  new Intl.DisplayNames([languageOf(locale)], { type: 'language' }).of(languageOf(locale)) ?? locale;

/** The name in the manifest. */
export const DEFAULT_COMMAND = '/domain';

/** Parameters about the hosting provider. Callers needn't pass them: the catalogue and the translator do. */
export const providerParams = ({ name, variables }: ProviderFacts) => ({
  provider: name,
  keyVariable: variables.key,
  targetsVariable: variables.targets,
  addressVariable: variables.apiUrl,
});

/**
 * A language's sentences. `<` isn't special in them, so Slack's mark-up passes through. `provider`: the default hosting
 * provider.
 */
export function createCatalogue(
  locale: string,
  provider: ProviderFacts,
  command = DEFAULT_COMMAND,
  messages: Messages = languages[languageOf(locale)] ?? en,
): Translate {
  const defaults = providerParams(provider);
  const language = languageOf(locale);
  const formats = new Map<MessageKey, IntlMessageFormat>();
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const spoken = (value: SentenceParam) => (typeof value === 'object' ? lists.format(value) : value);
  const say: Translate = (key, params = {}) => {
    const format = formats.get(key) ?? formatOf(messages[key]);
    formats.set(key, format);
    const values = Object.entries(params).map(([name, value]) => [name, spoken(value)]);
    return String(format.format({ ...defaults, ...Object.fromEntries(values) }));
  };
  return messages === en ? say : (key, params = {}) => say(key, inOwnLanguage(params, say));

  /** Done before parameters are inserted: foreign text that holds the command stays unchanged. */
  function formatOf(message: string): IntlMessageFormat {
    const named = message.replaceAll(DEFAULT_COMMAND, command);
    return new IntlMessageFormat(named, language, undefined, { ignoreTag: true });
  }
}

/** Parameters that may hold a report of our own, in English. */
const REPORTS: ReadonlySet<string> = new Set(['reason', 'message', 'error', 'why', 'fix']);
/** As views show foreign text: as code, or marked to become code. */
const SHOWN = /^([`\ue000]?)(.*?)([`\ue001]?)$/s;

const inOwnLanguage = (params: NonNullable<Parameters<Translate>[1]>, say: Translate) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (!REPORTS.has(name) || typeof value !== 'string' || !value.includes(' ')) return [name, value];
      const [, start = '', text = '', end = ''] = SHOWN.exec(value) ?? [];
      return [name, `${start}${localizedMrkdwn(text, say)}${end}`];
    }),
  );

/** Views escape `&`, `<` and `>`. */
function localizedMrkdwn(text: string, say: Translate): string {
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const said = localized(plain, say);
  if (said === plain) return text;
  return plain === text
    ? said
    : said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
