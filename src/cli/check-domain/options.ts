import { targets, wholeNumber } from '../../config/values.js';
import type { Target } from '../../core/ports/provider-facts.js';
import { CommandLineError, readCommandLine, readOption } from '../shell.js';

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

const OPTIONS = {
  target: { type: 'string' },
  app: { type: 'string' },
  json: { type: 'boolean' },
  repeat: { type: 'string' },
  follow: { type: 'boolean' },
  interval: { type: 'string' },
} as const;

/** Throws `CommandLineError`. */
export function readOptions(args: readonly string[]): CheckOptions {
  const { values, positionals } = readCommandLine({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
  });
  if (positionals.length === 0)
    throw new CommandLineError('Name at least one hostname, or - for standard input.');
  const isFollowing = values.follow === true;
  if (isFollowing && values.repeat !== undefined)
    throw new CommandLineError('Use either --repeat or --follow, not both.');
  const intervalS = readOption('--interval', wholeNumber(1, 86_400), values.interval);
  return {
    inputs: positionals,
    target: readOption('--target', targets, values.target),
    app: values.app,
    isJson: values.json === true,
    rounds: isFollowing
      ? Number.POSITIVE_INFINITY
      : (readOption('--repeat', wholeNumber(1, 1_000), values.repeat) ?? 1),
    isFollowing,
    intervalMs: intervalS === undefined ? undefined : intervalS * 1_000,
  };
}
