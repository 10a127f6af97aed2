import type { ModalView } from '@slack/types';
import type { z } from 'zod';
import type { MessageKey } from '../../locale/catalogue.js';
import type { Actor } from '../../use-cases/actor.js';
import type { UseCases } from '../../use-cases/use-cases.js';
import type { View } from '../blocks/view.js';
import type { DirectMessage } from '../outbound/direct-message.js';
import type { Translator } from '../views/translator.js';
import type { UsageProblem } from '../views/usage.js';
import { type Rules, readArgs, usageProblem } from './usage.js';

/** Who asks, where, and what an answer may use. */
export interface CommandContext {
  readonly actor: Actor;
  readonly useCases: UseCases;
  readonly translator: Translator;
  readonly commands: readonly Command[];
  /** Runs one of several pieces of work; what goes wrong with it becomes its answer. */
  attempt(work: () => Promise<Answer>): Promise<Answer>;
  /** Resolves when the mapping's messages are in Slack, or could not be put there. */
  settled(mapping: string): Promise<void>;
  /** Does long work behind the back of whoever asks, who follows it in a direct message. */
  directMessage(work: (directMessage: DirectMessage) => Promise<void>): Promise<void>;
}

/**
 * `now` goes out with the acknowledgement, `later` when there is time, both for the actor alone. `dialog` is opened at
 * once: Slack allows it for 3 s.
 */
export interface Answer {
  readonly now?: View | undefined;
  readonly dialog?: ModalView | undefined;
  /** Several views are several messages; a response URL takes five. */
  readonly later?: (() => Promise<View | readonly View[] | undefined>) | undefined;
}

/** What a person can type after `/domain`: feeds the router, help, usage errors and the README's table. */
export interface Command {
  readonly name: string;
  /** Other words for it that people type. */
  readonly aliases: readonly string[];
  readonly usage: string;
  readonly summary: MessageKey;
  /** Do the words fit the usage? */
  fits(args: readonly string[]): boolean;
  /** Says what is wrong with words that don't fit the usage. Throws `UserError`. */
  execute(args: readonly string[], context: CommandContext): Promise<Answer> | UsageProblem;
}

interface CommandDefinition<Arguments> extends Rules {
  readonly aliases?: readonly string[];
  readonly summary: MessageKey;
  /** Reads `{ words, ...options }`. */
  readonly schema: z.ZodType<Arguments>;
  run(args: Arguments, context: CommandContext): Promise<Answer>;
}

export function defineCommand<Arguments>(definition: CommandDefinition<Arguments>): Command {
  const { name, aliases = [], usage, summary, options, schema, run } = definition;

  function read(args: readonly string[]) {
    const typed = readArgs(args, options);
    const parsed = schema.safeParse({ ...typed.values, args: typed.words });
    const isRight = parsed.success && typed.problems.length === 0;
    return { typed, parsed: isRight ? parsed : undefined };
  }

  const fits = (args: readonly string[]): boolean => read(args).parsed !== undefined;
  return {
    name,
    aliases,
    usage,
    summary,
    fits,
    execute: (args, context) => {
      const { typed, parsed } = read(args);
      return parsed ? run(parsed.data, context) : usageProblem(args, typed, { ...definition, fits });
    },
  };
}
