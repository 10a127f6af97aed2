import type { z } from 'zod';
import { Problems, UNREADABLE_FILE, type Variable } from './problems.js';
import { type Constant, findConstants, type ReadFile } from './wp-config.js';

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
  readonly #constants: ReadonlyMap<string, Constant>;

  constructor(
    private readonly env: Environment,
    readFile: ReadFile,
    /** Where to find `wp-config.php`; undefined disables it. */
    folder: string | undefined,
  ) {
    const named = this.given('WP_CONFIG_FILE');
    const constants = findConstants(named, folder, readFile);
    if (!constants) this.problems.add('WP_CONFIG_FILE', UNREADABLE_FILE);
    this.#constants = constants ?? new Map();
  }

  given(variable: Variable): string | undefined {
    return givenText(this.env[variable]);
  }

  /** A constant's text; undefined if only PHP could evaluate it. */
  fromWordPress(name: string): string | undefined {
    const constant = this.#constants.get(name);
    return constant?.kind === 'text' ? constant.value.trim() || undefined : undefined;
  }

  isCode(name: string): boolean {
    return this.#constants.get(name)?.kind === 'code';
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
