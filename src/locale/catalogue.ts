import { IntlMessageFormat } from 'intl-messageformat';
import type { ProviderFacts } from '../core/provider-facts.js';
import { en, type MessageKey } from './en/en.js';

export type { MessageKey };

/** Formats a sentence; throws when a parameter that it names is missing. */
export type Translate = (
  key: MessageKey,
  params?: Readonly<Record<string, string | number | boolean>>,
) => string;

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

const catalogues: ReadonlyMap<string, Readonly<Record<MessageKey, string>>> = new Map([['en', en]]);

/** The language really spoken, in which plurals and numbers must be too: English where there is no file yet. */
export const languageOf = (locale: string): string => (catalogues.has(locale) ? locale : 'en');

/** As the manifest names it. */
export const DEFAULT_COMMAND = '/domain';

/** The parameters that speak of a hosting provider. No caller needs to give them: the catalogue and the translator do. */
export const providerParams = ({ name, variables }: ProviderFacts) => ({
  provider: name,
  keyVariable: variables.key,
  targetsVariable: variables.targets,
  addressVariable: variables.apiUrl,
});

/** Sentences of a language. `<` has no meaning in them: Slack's mark-up passes through. `provider` is the one they mean unless told. */
export function createCatalogue(
  locale: string,
  provider: ProviderFacts,
  command = DEFAULT_COMMAND,
): Translate {
  const defaults = providerParams(provider);
  const language = languageOf(locale);
  const messages = catalogues.get(language) ?? en;
  const formats = new Map<MessageKey, IntlMessageFormat>();
  return (key, params = {}) => {
    const format = formats.get(key) ?? formatOf(messages[key]);
    formats.set(key, format);
    return String(format.format({ ...defaults, ...params }));
  };

  /** Before parameters come in: foreign text that holds the command is left alone. */
  function formatOf(message: string): IntlMessageFormat {
    const named = message.replaceAll(DEFAULT_COMMAND, command);
    return new IntlMessageFormat(named, language, undefined, { ignoreTag: true });
  }
}
