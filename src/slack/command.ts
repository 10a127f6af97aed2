import { parseArgs } from 'node:util';
import type { ModalView } from '@slack/types';
import type { z } from 'zod';
import type { MessageKey } from '../locale/catalogue.js';
import type { Asker } from '../service/asker.js';
import type { DomainService } from '../service/domain-service.js';
import type { Mail } from './mail.js';
import { misspelledOption, type Problem, type Rules, type TypedArgs, usageProblem } from './usage.js';
import type { View } from './view.js';
import type { Voice } from './views/voice.js';

/** Who asks, where, and what an answer may use. */
export interface CommandContext {
  readonly asker: Asker;
  readonly service: DomainService;
  readonly voice: Voice;
  readonly commands: readonly Command[];
  /** Runs one of several pieces of work; what goes wrong with it becomes its answer. */
  attempt(work: () => Promise<Answer>): Promise<Answer>;
  /** Resolves when the mapping's messages are in Slack, or could not be put there. */
  settled(mapping: string): Promise<void>;
  /** Does long work behind the back of whoever asks, who follows it in a direct message. */
  mail(work: (mail: Mail) => Promise<void>): Promise<void>;
}

/**
 * `now` goes out with the acknowledgement, `later` when there is time, both for the asker alone. `dialog` is opened at
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
  /** Says what is wrong with words that don't fit the usage. Throws `UserError`. */
  execute(words: readonly string[], context: CommandContext): Promise<Answer> | Problem;
}

interface CommandDefinition<Arguments> extends Rules {
  readonly aliases?: readonly string[];
  readonly summary: MessageKey;
  /** Reads `{ words, ...options }`. */
  readonly schema: z.ZodType<Arguments>;
  run(args: Arguments, context: CommandContext): Promise<Answer>;
}

export function defineCommand<Arguments>(definition: CommandDefinition<Arguments>): Command {
  const { name, aliases = [], usage, summary, schema, run } = definition;
  return {
    name,
    aliases,
    usage,
    summary,
    execute: (words, context) => {
      const typed = readWords(words, definition.options);
      const odd = misspelledOption(typed, words, definition);
      if (odd) return odd;
      const parsed = schema.safeParse({ ...typed.values, words: typed.words });
      return parsed.success ? run(parsed.data, context) : usageProblem(typed, definition);
    },
  };
}

/** Options are told by their dashes wherever they stand; what is not defined is kept to be named. */
function readWords(words: readonly string[], options: readonly string[]): TypedArgs {
  const { positionals, values } = parseArgs({
    args: words.map((word) => word.replace(/^--[a-z]+/i, (option) => option.toLowerCase())),
    options: Object.fromEntries(options.map((option) => [option, { type: 'string' as const }])),
    allowPositionals: true,
    strict: false,
  });
  return { words: positionals, values: { ...values } };
}
