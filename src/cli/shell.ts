import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { z } from 'zod';
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

/** The command line is wrong. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}

/** Reads arguments as `parseArgs` does. Throws `CommandLineError`. */
export function readCommandLine<Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new CommandLineError(wrongArgument(error instanceof Error ? error.message : String(error)));
  }
}

/** Node's sentences are long and English. */
function wrongArgument(message: string): string {
  const [, option = ''] = /'(?:-\w, )?(--?[\w-]+)/.exec(message) ?? [];
  if (message.startsWith('Unknown option')) return `There’s no option ${option}.`;
  if (message.includes('does not take an argument')) return `The option ${option} takes no value.`;
  if (message.startsWith('Option')) return `The option ${option} needs a value.`;
  const [, argument = ''] = /'([^']*)'/.exec(message) ?? [];
  return `Nothing comes after the options: ${argument}.`;
}

/** An option's value; undefined without one. Throws `CommandLineError`. */
export function readOption<Value>(
  option: string,
  form: z.ZodType<Value, string>,
  text: string | undefined,
): Value | undefined {
  if (text === undefined) return undefined;
  const result = form.safeParse(text);
  if (result.success) return result.data;
  throw new CommandLineError(`The option ${option} ${result.error.issues[0]?.message ?? 'can’t be read'}.`);
}
