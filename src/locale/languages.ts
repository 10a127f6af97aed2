import * as all from './all.js';
import type { MessageKey } from './en/en.js';

export type Messages = Readonly<Record<MessageKey, string>>;

/** The languages of the bot by BCP 47 tag, in the order of the alphabet. */
export const languages: Readonly<Record<string, Messages>> = { ...all };

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
