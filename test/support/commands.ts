import { commands } from '../../commands/index.js';
import type { Answer, Command, CommandContext } from '../../src/slack/inbound/command.js';
import type { DirectMessage } from '../../src/slack/outbound/personal/direct-message.js';
import { sentence } from '../../src/slack/views/answers/answers.js';
import { problemText } from '../../src/slack/views/problem.js';
import type { Translator } from '../../src/slack/views/translator.js';
import { UserError } from '../../src/use-cases/errors.js';
import type { UseCases } from '../../src/use-cases/use-cases.js';
import { translatorFor } from './translator.js';

export const ACTOR = { user: 'U01ALICE', team: 'T1', channel: 'C1', requestId: 'd' };

export type Fakes = { readonly [Name in keyof UseCases]?: (...args: never[]) => unknown };

export interface Typed {
  /** The use cases that were called, with their arguments but the actor, in order. */
  readonly calls: unknown[][];
  /** Undefined where the words don't fit the usage. */
  readonly answer: Answer | undefined;
  /** All that a person sees in the end, as JSON. */
  readonly shown: string;
}

/** For words that name no file. */
export const noFiles: CommandContext['lists'] = {
  rows: async () => [],
  shared: async () => [],
  namesFile: () => false,
};

/** A refused step is answered by its sentence. */
export const attemptIn =
  (translator: Translator): CommandContext['attempt'] =>
  async (work) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { now: sentence(problemText(error.problem, translator)) };
    }
  };

/** Types words after a command; `fakes` stand for the use cases, and one that has no fake must not be called. */
export async function type(command: Command, words: readonly string[], fakes: Fakes = {}): Promise<Typed> {
  const calls: unknown[][] = [];
  const shown: unknown[] = [];
  const useCases = new Proxy(fakes, {
    get: (_, name) => {
      const fake = Reflect.get(fakes, name);
      return async (...args: unknown[]) => {
        calls.push([name, ...args.filter((arg) => arg !== ACTOR && typeof arg !== 'function')]);
        if (typeof fake !== 'function') throw new Error(`${String(name)} was called`);
        return fake(...args);
      };
    },
  }) as unknown as UseCases;
  const translator = translatorFor();
  const directMessage: DirectMessage = {
    show: async (view) => void shown.push(view),
    progress: () => undefined,
    attach: async (_, files) => void shown.push(files),
  };
  const context: CommandContext = {
    actor: ACTOR,
    typed: [command.name, ...words].join(' '),
    useCases,
    translator,
    commands,
    lists: noFiles,
    attempt: attemptIn(translator),
    settled: async (mapping) => void calls.push(['settled', mapping]),
    directMessage: (_, work) => work(directMessage),
  };
  const executed = command.execute(words, context);
  if (!(executed instanceof Promise)) return { calls, answer: undefined, shown: JSON.stringify(executed) };
  const answer = await context.attempt(() => executed);
  shown.push(answer.now, answer.dialog, await answer.later?.());
  return { calls, answer, shown: JSON.stringify(shown) };
}
