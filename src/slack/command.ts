import { parseArgs } from 'node:util';
import type { ModalView } from '@slack/types';
import type { z } from 'zod';
import type { MessageKey } from '../locale/catalogue.js';
import type { Asker } from '../service/asker.js';
import type { DomainService } from '../service/domain-service.js';
import type { Mail } from './mail.js';
import type { View } from './view.js';
import type { Voice } from './views/voice.js';

/** Who asks, where, and what an answer may use. */
export interface CommandContext {
  readonly asker: Asker;
  readonly service: DomainService;
  readonly voice: Voice;
  readonly commands: readonly Command[];
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
  readonly later?: (() => Promise<View | undefined>) | undefined;
}

/** What a person can type after `/domain`: feeds the router, help, usage errors and the README's table. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: MessageKey;
  /** Undefined when the words don't fit the usage. Throws `UserError`. */
  execute(words: readonly string[], context: CommandContext): Promise<Answer> | undefined;
}

interface CommandDefinition<Arguments> {
  readonly name: string;
  readonly usage: string;
  readonly summary: MessageKey;
  /** Names of the `--options` that take a value. */
  readonly options: readonly string[];
  /** Reads `{ words, ...options }`. */
  readonly schema: z.ZodType<Arguments>;
  run(args: Arguments, context: CommandContext): Promise<Answer>;
}

export function defineCommand<Arguments>(definition: CommandDefinition<Arguments>): Command {
  const { name, usage, summary, options, schema, run } = definition;
  return {
    name,
    usage,
    summary,
    execute: (words, context) => {
      const parsed = schema.safeParse(readWords(words, options));
      return parsed.success ? run(parsed.data, context) : undefined;
    },
  };
}

/** Undefined for an option that isn't defined or lacks its value. Smart keyboards turn `--` into a dash. */
function readWords(words: readonly string[], options: readonly string[]): unknown {
  try {
    const { positionals, values } = parseArgs({
      args: words.map((word) => word.replace(/^[—–]/, '--')),
      options: Object.fromEntries(options.map((option) => [option, { type: 'string' as const }])),
      allowPositionals: true,
    });
    return { words: positionals, ...values };
  } catch {
    return undefined;
  }
}
