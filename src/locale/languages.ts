import { en, type MessageKey } from './en/en.js';
import { es } from './es/es.js';
import { fr } from './fr/fr.js';
import { it } from './it/it.js';
import { ptBr } from './pt-BR/pt-br.js';
import { ro } from './ro/ro.js';

export type Messages = Readonly<Record<MessageKey, string>>;

/** The languages of the bot by BCP 47 tag. Adding one: a folder like `en/`, and a line here. */
export const languages: Readonly<Record<string, Messages>> = { en, es, fr, it, 'pt-BR': ptBr, ro };

const primaryOf = (tag: string): string => tag.toLowerCase().split(/[-_.@]/)[0] ?? '';

/**
 * The language closest to a locale as Slack (`pt-PT`) or a shell (`pt_BR.UTF-8`) names it; undefined if none shares its
 * primary language.
 */
export function closestLanguage(locale: string, known: readonly string[] = Object.keys(languages)) {
  const tag = locale.split(/[.@]/)[0]?.replaceAll('_', '-').toLowerCase();
  return (
    known.find((each) => each.toLowerCase() === tag) ??
    known.find((each) => primaryOf(each) === primaryOf(locale))
  );
}
