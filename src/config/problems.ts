import { distance } from 'fastest-levenshtein';
import { defaultProvider, providerFixes } from '../hosting/providers.js';
import { createCatalogue, type MessageKey, type Translate } from '../locale/catalogue.js';
import { en } from '../locale/en/en.js';
import { closestLanguage } from '../locale/languages.js';
import { localized } from '../locale/recognize.js';
import { redact } from '../util/log.js';

/** Every variable of the configuration: the catalogue says what to do when it is wrong. */
export type Variable =
  | keyof typeof providerFixes
  | (MessageKey extends infer Key ? (Key extends `variable.${infer Name}` ? Name : never) : never);
const namedVariables = Object.keys(en).flatMap((key) => /^variable\.(.+)$/.exec(key)?.[1] ?? []);
export const variables = [
  ...new Set([...Object.keys(providerFixes), ...namedVariables]),
] as readonly Variable[];

const variableFix = (variable: Variable): string => {
  const own: Readonly<Record<string, string>> = { ...en, ...providerFixes };
  return own[variable] ?? own[`variable.${variable}`] ?? '';
};

/** Reading it failed; the reader doesn't say which of the two it was. */
export const UNREADABLE_FILE = en['wrong.unreadable-file'];

export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
  readonly fix: string;
}

/** All problems of the configuration at once. Holds no secret values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(`the configuration has ${problems.length} problem(s)`);
  }
}

export const describeProblems = ({ problems }: ConfigError, t: Translate): string =>
  [t('shell.config'), ...problems.map((each) => `  ${describeProblem(each, t)}`)].join('\n');

/** A problem in a file may end with a fix of its own, and so with a full stop. */
export const describeProblem = ({ variable, problem, fix }: ConfigProblem, t: Translate): string =>
  t('shell.problem', { variable, why: localized(problem, t).replace(/\.$/, ''), fix: localized(fix, t) });

/** Settings of older versions that do nothing any more, with the reason. */
export const RETIRED = {
  MULTISITE_TIME_ZONE: 'WordPress logs in UTC',
} as const satisfies Record<string, string>;
export type RetiredVariable = keyof typeof RETIRED;

const MAX_TYPOS = 2;
/** Shorter names are too close to variables of other programs: `HOST` to `HOME`. */
const MIN_TYPED_LENGTH = 8;

/** Variables that nobody set, with the name that was probably meant for each. */
export function misspeltIn(names: readonly string[]): readonly (readonly [meant: Variable, given: string])[] {
  const isSet = (variable: Variable): boolean => names.includes(variable);
  const isTypo = (name: string, variable: Variable): boolean =>
    !name.startsWith(variable) && distance(name.toUpperCase(), variable) <= MAX_TYPOS;
  return names
    .filter((name) => name.length >= MIN_TYPED_LENGTH && !(variables as readonly string[]).includes(name))
    .flatMap((name) => {
      const meant = variables.find((variable) => !isSet(variable) && isTypo(name, variable));
      return meant === undefined ? [] : [[meant, name] as const];
    });
}

/** Collects problems, so that all are reported at once. */
export class Problems {
  readonly #found: ConfigProblem[] = [];
  readonly #warnings: string[] = [];

  /** A retired setting is ignored, not refused: an update must not stop the bot. `place`: where it is. */
  retired(variable: RetiredVariable, place: string): void {
    this.#warnings.push(`${place} is no longer used: ${RETIRED[variable]}. Remove it.`);
  }

  /** `given` was probably meant to be `variable`: says so where `variable` is missing, otherwise warns. */
  misspelt(variable: Variable, given: string): void {
    const at = this.#found.findIndex(
      (known) => known.variable === variable && known.problem === 'is missing',
    );
    const missing = this.#found[at];
    if (missing) this.#found[at] = { ...missing, problem: `is missing, but ${given} is set` };
    else this.#warnings.push(`There’s no setting ${given}. If ${variable} is meant, rename it.`);
  }

  get warnings(): readonly string[] {
    return this.#warnings;
  }

  add(variable: Variable, problem: string): undefined {
    if (!this.#found.some((known) => known.variable === variable))
      this.#found.push({ variable, problem, fix: variableFix(variable) });
  }

  /** Several problems of one variable, such as a file with many errors. */
  addAll(variable: Variable, problems: readonly string[]): void {
    this.#found.push(...problems.map((problem) => ({ variable, problem, fix: variableFix(variable) })));
  }

  get found(): readonly ConfigProblem[] {
    return this.#found;
  }
}

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
