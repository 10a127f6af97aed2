import { defaultProvider } from '../hosting/providers.js';
import { createCatalogue, type Translate } from '../locale/catalogue.js';
import { closestLanguage } from '../locale/languages.js';
import { localized } from '../locale/recognize.js';
import { redact } from '../util/log.js';

/** The terminal's language, before the configuration is read: `LOCALE`, else the closest to `LANG`. */
export function shellCatalogue({
  LOCALE = '',
  LANG = '',
}: Readonly<Record<string, string | undefined>>): Translate {
  const language = closestLanguage(LOCALE) ?? closestLanguage(LANG) ?? 'en';
  return createCatalogue(language, defaultProvider);
}

/** An error's message in the terminal's language, without anything that looks like a secret. */
export const errorText = (error: unknown, t: Translate): string =>
  redact(localized(error instanceof Error ? error.message : String(error), t), []);
