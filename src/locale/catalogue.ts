import { IntlMessageFormat } from 'intl-messageformat';
import type { ProviderFacts } from '../core/ports/provider-facts.js';
import { en, type MessageKey } from './en/en.js';
import { closestLanguage, languages, type Messages } from './languages.js';
import { localized } from './recognize.js';

export type { MessageKey };

export type SentenceParam = string | number | boolean | readonly string[];

/** By name; or a function that knows each: of a hundred that a caller may know, a sentence names a few. */
export type SentenceParams =
  | Readonly<Record<string, SentenceParam>>
  | ((name: string) => SentenceParam | undefined);

/** Formats a sentence, several values as “a, b and c”; throws if one of its parameters is missing. */
export type Translate = (key: MessageKey, params?: SentenceParams) => string;

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
  const defaults: Readonly<Record<string, string>> = providerParams(provider);
  const language = languageOf(locale);
  const formats = new Map<MessageKey, IntlMessageFormat>();
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const say =
    (shown: (name: string, value: SentenceParam) => SentenceParam): Translate =>
    (key, params = {}) => {
      const format = formats.get(key) ?? formatOf(messages[key]);
      formats.set(key, format);
      const given = typeof params === 'function' ? params : (name: string) => params[name];
      const spoken = (name: string) => {
        const value = given(name) ?? defaults[name];
        const text = value === undefined ? undefined : shown(name, value);
        return typeof text === 'object' ? lists.format(text) : text;
      };
      return String(format.format(valuesFrom(spoken)));
    };
  const sayAsGiven = say((_, value) => value);
  return messages === en ? sayAsGiven : say((name, value) => inOwnLanguage(name, value, sayAsGiven));

  /** Done before parameters are inserted: foreign text that holds the command stays unchanged. */
  function formatOf(message: string): IntlMessageFormat {
    const named = message.replaceAll(DEFAULT_COMMAND, command);
    return new IntlMessageFormat(named, language, undefined, { ignoreTag: true });
  }
}

type Spoken = string | number | boolean;

/** The values of a sentence, each made when the sentence comes to it. */
const valuesFrom = (spoken: (name: string) => Spoken | undefined): Record<string, Spoken | undefined> =>
  new Proxy(
    {},
    {
      has: (_, name) => spoken(String(name)) !== undefined,
      get: (_, name) => spoken(String(name)),
    },
  );

/** Parameters that may hold a report of our own, in English. */
const REPORTS: ReadonlySet<string> = new Set(['reason', 'message', 'error', 'why', 'fix']);
/** As views show foreign text: as code, or marked to become code. */
const SHOWN = /^([`\ue000]?)(.*?)([`\ue001]?)$/s;

function inOwnLanguage(name: string, value: SentenceParam, say: Translate): SentenceParam {
  if (!REPORTS.has(name) || typeof value !== 'string' || !value.includes(' ')) return value;
  const [, start = '', text = '', end = ''] = SHOWN.exec(value) ?? [];
  return `${start}${localizedMrkdwn(text, say)}${end}`;
}

/** Views escape `&`, `<` and `>`. */
function localizedMrkdwn(text: string, say: Translate): string {
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const said = localized(plain, say);
  if (said === plain) return text;
  return plain === text
    ? said
    : said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
