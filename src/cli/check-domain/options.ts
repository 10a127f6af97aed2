import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { targets, wholeNumber } from '../../config/values.js';
import type { Target } from '../../core/provider-facts.js';

export interface CheckOptions {
  /** As typed; `-` means the hostnames on standard input. */
  readonly inputs: readonly string[];
  readonly target?: Target | undefined;
  readonly app?: string | undefined;
  readonly isJson: boolean;
  /** Number of rounds; unlimited if it repeats until everything is right. */
  readonly rounds: number;
  readonly isFollowing: boolean;
  /** Pause between rounds; default: the bot's own interval. */
  readonly intervalMs?: number | undefined;
}

/** An invalid command line, with the reason. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const CHECK_DOMAIN_USAGE = `Usage: closte-domain-bot check-domain <hostname>… [options]
  -                reads hostnames from standard input, separated by spaces or lines
  --target LIST    what DNS has to point at, instead of the app's: addresses and hosts, comma-separated
  --app NAME       which app's target and settings count, where there are several
  --json           one JSON object a line for each check (docs/checks.md)
  --repeat N       checks N times, 1 to 1000
  --follow         checks until everything is right
  --interval S     seconds between two checks, 1 to 86400; the bot's own pace unless given

One check from the shell, without Slack and store, as the bot does it. Reads the settings of DNS, TLS and apps from the
environment and .env; needs no tokens. Exit code: 0 everything is right, 1 something is to be done or waited for,
2 the command line, a hostname or a setting can't be used, 3 could not check.
`;

const OPTIONS = {
  target: { type: 'string' },
  app: { type: 'string' },
  json: { type: 'boolean' },
  repeat: { type: 'string' },
  follow: { type: 'boolean' },
  interval: { type: 'string' },
} as const;

/** Throws `UsageError`. */
export function readOptions(args: readonly string[]): CheckOptions {
  const { values, positionals } = parsed(args);
  if (positionals.length === 0) throw new UsageError('Name at least one hostname, or - for standard input.');
  const isFollowing = values.follow === true;
  if (isFollowing && values.repeat !== undefined)
    throw new UsageError('Use either --repeat or --follow, not both.');
  const intervalS = readValues('--interval', wholeNumber(1, 86_400), values.interval);
  return {
    inputs: positionals,
    target: readValues('--target', targets, values.target),
    app: values.app,
    isJson: values.json === true,
    rounds: isFollowing
      ? Number.POSITIVE_INFINITY
      : (readValues('--repeat', wholeNumber(1, 1_000), values.repeat) ?? 1),
    isFollowing,
    intervalMs: intervalS === undefined ? undefined : intervalS * 1_000,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readValues<Value>(
  option: string,
  form: z.ZodType<Value, string>,
  text: string | undefined,
): Value | undefined {
  if (text === undefined) return undefined;
  const result = form.safeParse(text);
  if (result.success) return result.data;
  throw new UsageError(`${option} ${result.error.issues[0]?.message ?? 'can’t be read'}.`);
}
