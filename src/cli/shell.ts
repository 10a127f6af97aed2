import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { z } from 'zod';
import { ConfigError, describeProblems } from '../config/config.js';
import { errorText, shellCatalogue } from '../config/problems.js';
import { redact } from '../util/log.js';

/** The command line is wrong. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}

/** Prints why the program `name` failed. Returns the exit code: 2 for a wrong command line, otherwise `failed`. */
export function explainFailure(error: unknown, name: string, failed: number): number {
  const t = shellCatalogue(process.env);
  const isUsage = error instanceof CommandLineError;
  const why = error instanceof ConfigError ? redact(describeProblems(error, t), []) : errorText(error, t);
  process.stderr.write(`${why}\n${isUsage ? `${t('shell.see-help', { name })}\n` : ''}`);
  return isUsage ? 2 : failed;
}

/** Refuses arguments that the program would ignore. Throws `CommandLineError`. */
export function refuseArguments([argument]: readonly string[]): void {
  if (argument !== undefined) throw new CommandLineError(`Unexpected argument: ${argument}.`);
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
  return `Unexpected argument: ${argument}.`;
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
  throw new CommandLineError(`The value of ${option} ${result.error.issues[0]?.message ?? 'can’t be read'}.`);
}
