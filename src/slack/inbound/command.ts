import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { MessageKey } from '../../locale/catalogue.js';
import { typedMeaning, wordsFor } from '../../locale/typed-words.js';
import type { Actor } from '../../use-cases/actor.js';
import type { UseCases } from '../../use-cases/use-cases.js';
import type { View } from '../blocks/view.js';
import type { DirectMessage } from '../outbound/personal/direct-message.js';
import type { UsageProblem } from '../views/answers/usage.js';
import type { Translator } from '../views/translator.js';
import { type Rules, readArgs, usageProblem } from './arguments/usage.js';

/** The actor, the place, and what an answer may use. */
export interface CommandContext {
  readonly actor: Actor;
  /** Everything behind the slash command's name, as Slack sends it. */
  readonly typed: string;
  readonly useCases: UseCases;
  readonly translator: Translator;
  readonly commands: readonly Command[];
  /** Runs one of several tasks; its failure becomes its answer. */
  attempt(work: () => Promise<Answer>): Promise<Answer>;
  /** Resolves when the mapping's messages are in Slack, or could not be posted. */
  settled(mapping: string): Promise<void>;
  /**
   * Runs a long task in the background; the actor follows it in a direct message. Throws SDK errors, with nothing done,
   * if `first` can't be shown there.
   */
  directMessage(first: View, work: (directMessage: DirectMessage) => Promise<void>): Promise<void>;
}

/**
 * `now` is sent with the acknowledgement, `later` when it is ready; only the actor sees either. `dialog` opens at once:
 * its trigger expires after 3 s.
 */
export interface Answer {
  readonly now?: View | undefined;
  readonly dialog?: ModalView | undefined;
  /** Each view is its own message; a response URL accepts five. */
  readonly later?: (() => Promise<View | readonly View[] | undefined>) | undefined;
}

/** A subcommand of `/domain`. The router, help, usage errors and the README's table all use it. */
export interface Command {
  readonly name: string;
  /** Synonyms in all languages, without accents. */
  readonly aliases: readonly string[];
  readonly usage: string;
  readonly summary: MessageKey;
  /** Whether the arguments fit the usage. */
  fits(args: readonly string[]): boolean;
  /** Explains what is wrong with the arguments. Throws `UserError`. */
  execute(args: readonly string[], context: CommandContext): Promise<Answer> | UsageProblem;
}

interface CommandDefinition<Arguments> extends Rules {
  readonly summary: MessageKey;
  /** Reads `{ args, ...options }`. */
  readonly schema: z.ZodType<Arguments>;
  run(args: Arguments, context: CommandContext): Promise<Answer>;
}

/** A typed `on` or `off`, in any language. */
export const onOrOff = z
  .string()
  .transform((word) => typedMeaning('value', word))
  .pipe(z.enum(['on', 'off']));

export function defineCommand<Arguments>(definition: CommandDefinition<Arguments>): Command {
  const { name, usage, summary, options, schema, run } = definition;

  function read(args: readonly string[]) {
    const typed = readArgs(args, options);
    const parsed = schema.safeParse({ ...typed.values, args: typed.args });
    const isRight = parsed.success && typed.problems.length === 0;
    return { typed, parsed: isRight ? parsed : undefined };
  }

  const fits = (args: readonly string[]): boolean => read(args).parsed !== undefined;
  return {
    name,
    aliases: wordsFor('command', name),
    usage,
    summary,
    fits,
    execute: (args, context) => {
      const { typed, parsed } = read(args);
      return parsed ? run(parsed.data, context) : usageProblem(args, typed, { ...definition, fits });
    },
  };
}
