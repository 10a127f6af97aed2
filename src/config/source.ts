import type { z } from 'zod';
import { Problems, UNREADABLE_FILE, type Variable } from './problems.js';
import { findWpConfig, type ReadFile, type WpConfig } from './wp-config.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Without the quotes around it, which belong to the file it came from: `docker run --env-file` hands them on. */
export function givenText(text = ''): string | undefined {
  const trimmed = text.trim();
  const [, , unquoted = trimmed] = /^(["'])(.*)\1$/s.exec(trimmed) ?? [];
  return unquoted.trim() || undefined;
}

/** Sources of values: the environment, then the constants of a `wp-config.php`. */
export class Source {
  readonly problems = new Problems();
  readonly #wpConfig: WpConfig | undefined;

  constructor(
    private readonly env: Environment,
    readFile: ReadFile,
    /** Where to find `wp-config.php`; undefined disables it. */
    folder: string | undefined,
  ) {
    const named = this.given('WP_CONFIG_FILE');
    this.#wpConfig = findWpConfig(named, folder, readFile);
    if (named !== undefined && !this.#wpConfig?.constants)
      this.problems.add('WP_CONFIG_FILE', UNREADABLE_FILE);
  }

  given(variable: Variable): string | undefined {
    return givenText(this.env[variable]);
  }

  /** A constant's text; undefined if only PHP could evaluate it. */
  fromWordPress(name: string): string | undefined {
    const constant = this.#wpConfig?.constants?.get(name);
    return constant?.kind === 'text' ? constant.value.trim() || undefined : undefined;
  }

  isCode(name: string): boolean {
    return this.#wpConfig?.constants?.get(name)?.kind === 'code';
  }

  /** Why a variable that a `wp-config.php` could give isn't there; undefined if there is no such file. */
  whyMissing(constants: readonly string[]): string | undefined {
    if (!this.#wpConfig) return undefined;
    const { path, constants: defined } = this.#wpConfig;
    if (!defined) return `is missing, and the bot may not read ${path}`;
    // Only PHP could evaluate `getenv(…)`.
    const unread = constants.filter((name) => this.isCode(name));
    if (unread.length > 0)
      return `is missing, and wp-config.php defines ${unread.join(' and ')} by code, which is not run`;
    const absent = constants.every((name) => !defined.has(name));
    return absent ? `is missing, and ${path} doesn’t define ${constants[0]}` : undefined;
  }

  read<Value, Fallback>(
    variable: Variable,
    schema: z.ZodType<Value, string>,
    fallback: Fallback,
    text = this.given(variable),
  ): Value | Fallback {
    if (text === undefined) return fallback;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    this.problems.add(variable, parsed.error.issues.map(({ message }) => message).join('; '));
    return fallback;
  }

  demand<Value>(
    variable: Variable,
    schema: z.ZodType<Value, string>,
    fallback: Value,
    text = this.given(variable),
  ): Value {
    if (text === undefined) this.problems.add(variable, 'is missing');
    return this.read(variable, schema, fallback, text);
  }
}
