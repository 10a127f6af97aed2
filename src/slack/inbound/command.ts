import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { hostnamesAmong } from '../../core/hostname-lists.js';
import { typedWords } from '../../core/typed-text.js';
import type { MessageKey } from '../../locale/catalogue.js';
import { typedMeaning, withoutAccents, wordsFor } from '../../locale/typed-words.js';
import type { Actor } from '../../use-cases/actor.js';
import type { BatchRequest } from '../../use-cases/batch/plan-batch.js';
import type { UseCases } from '../../use-cases/use-cases.js';
import { joinViews } from '../blocks/limits.js';
import type { View } from '../blocks/view.js';
import type { DirectMessage } from '../outbound/personal/direct-message.js';
import { type UsageProblem, usageView } from '../views/answers/usage.js';
import type { Translator } from '../views/translator.js';
import { commandWords, isHostnameTyped } from './arguments/command-words.js';
import { isFiller, personTyped } from './arguments/typed-values.js';
import {
  isUsageProblem,
  joined,
  MAX_HOSTNAMES,
  nearestWord,
  type Rules,
  readArgs,
  recordTyped,
  severalHostnames,
  splitHostname,
  usageProblem,
} from './arguments/usage.js';
import type { ListReader } from './listed-rows.js';

/** The actor, the place, and what an answer may use. */
export interface CommandContext {
  readonly actor: Actor;
  /** Everything after the slash command's name, as Slack sends it. */
  readonly typed: string;
  readonly useCases: UseCases;
  readonly translator: Translator;
  readonly commands: readonly Command[];
  readonly lists: ListReader;
  /** Runs one of several tasks; its failure becomes its answer, which can correct `command`: what was typed, by default. */
  attempt(work: () => Promise<Answer>, command?: string): Promise<Answer>;
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
  /** The actor lacks the permission: nobody else reads it, and the rest of the request would be denied, too. */
  readonly isDenied?: boolean;
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
  const { name, usage, summary, schema, run } = definition;

  function read(args: readonly string[]) {
    const typed = readArgs(args, definition);
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
      const several = recordTyped(typed, definition) ?? severalHostnames(context.typed, typed, definition);
      if (several) return several;
      if (!parsed) return usageProblem(args, typed, { ...definition, fits });
      return splitHostname(args, typed, definition) ?? run(parsed.data, context);
    },
  };
}

/** Finds and runs the subcommand typed after `/domain`; without one, shows who needs what. Throws `UserError`. */
export async function route(text: string, where: Omit<CommandContext, 'typed'>): Promise<Answer> {
  const context = { ...where, typed: text };
  const { commands, translator } = context;
  const [typed = 'status', ...args] = asUndo(asHelp(commandWords(text, translator.command)));
  const command = commandNamed(typed, commands);
  const outcome = command ? command.execute(args, context) : withoutCommand([typed, ...args], context);
  return isUsageProblem(outcome) ? { now: usageView(outcome, translator) } : outcome;
}

/** `--help`, alone or behind a command's name; the router's words have two dashes before a short option, too. */
const HELP_OPTIONS: ReadonlySet<string> = new Set(['--help', '--h']);

const asHelp = (words: readonly string[]): readonly string[] =>
  words.length <= 2 && HELP_OPTIONS.has(words.at(-1) ?? '') ? ['help', ...words.slice(0, -1)] : words;

/** What ends the effect of a command, and the command with the word that does. */
const UNDONE = {
  unassign: ['assign', 'nobody'],
  unfollow: ['follow', 'off'],
  unsnooze: ['snooze', 'off'],
  unack: ['ack', 'off'],
  unmute: ['mute', 'off'],
} as const;

/** `unmute a.com` means `mute a.com off`, whatever reason follows. */
function asUndo([typed = '', ...args]: readonly string[]): readonly string[] {
  const undo = typedMeaning('undo', typed);
  if (undo === undefined) return typed === '' ? [] : [typed, ...args];
  const [command, end] = UNDONE[undo];
  if (args.length === 0) return [command];
  const rest = args.findIndex((word, at) => at > 0 && !isHostnameTyped(word) && !isFiller(word));
  const at = rest === -1 ? args.length : rest;
  return [command, ...args.slice(0, at), end, ...args.slice(at)];
}

/** Whether a typed word begins a command. */
export const isCommandWord = (typed: string, commands: readonly Command[]): boolean =>
  commandNamed(typed, commands) !== undefined || typedMeaning('undo', typed) !== undefined;

const commandNames = ({ name, aliases }: Command): readonly string[] => [name, ...aliases];

/** The command with this name or synonym, as typed. */
export const commandNamed = (typed: string, commands: readonly Command[]): Command | undefined =>
  commands.find((candidate) => commandNames(candidate).includes(withoutAccents(typed)));

/** Hostnames without a command mean `status`. */
function withoutCommand(args: readonly string[], context: CommandContext): Promise<Answer> | UsageProblem {
  const [typed = '', ...others] = args;
  const status = commandNamed('status', context.commands);
  const areHostnames = args.every(isHostnameTyped);
  if (status && areHostnames && status.fits(args)) return status.execute(args, context);
  return unknownCommand(typed, others, context.commands);
}

/** A hostname, an option, a channel or a person, but no word of a sentence. */
const isArgument = (word: string): boolean =>
  isHostnameTyped(word) || /^(?:--|<#)/.test(word) || personTyped(word) !== undefined;

const MIN_TYPO = 3;

/** `unlist` is no typo of `list`: whoever typed it wants the opposite. */
const isOpposite = (typed: string, near: string): boolean =>
  /^(?:un|de[sz]?|dis|non?)$/.test(typed.slice(0, -near.length)) && typed.endsWith(near);

/** A typo, or a hostname among other words. */
function unknownCommand(typed: string, args: readonly string[], commands: readonly Command[]): UsageProblem {
  // So short a word is no typo, but “is”, “et” or “tu”.
  const isShort = typed.length < MIN_TYPO;
  const word = withoutAccents(typed);
  const closest = isShort ? undefined : nearestWord(word, commands.flatMap(commandNames));
  const near = closest !== undefined && isOpposite(word, closest) ? undefined : closest;
  const meant = near === undefined ? undefined : commandNamed(near, commands);
  const hostnames = [typed, ...args].filter(isHostnameTyped);
  // A question about a domain goes on with a word.
  const isQuestion = hostnames.length > 0 && !(meant && isArgument(args[0] ?? ''));
  if (isQuestion)
    return { key: 'problem.did-you-mean', params: { typed }, corrected: joined('status', hostnames) };
  if (meant?.fits(args))
    return { key: 'problem.did-you-mean', params: { typed }, corrected: joined(meant.name, args) };
  if (meant) return { key: 'problem.did-you-mean-usage', params: { typed, usage: meant.usage } };
  return { key: 'problem.unknown-command', params: { typed } };
}

/** The request for a batch, if the arguments name a file or more hostnames than are answered one by one. */
export async function listedRequest(
  args: readonly string[],
  { lists, actor }: Pick<CommandContext, 'lists' | 'actor'>,
  most = MAX_HOSTNAMES,
): Promise<Pick<BatchRequest, 'hostnames' | 'rows'> | undefined> {
  const text = args.join(' ');
  if (lists.namesFile(text)) return { hostnames: [], rows: await lists.rows(text, undefined, actor) };
  return args.length > most ? { hostnames: hostnamesAmong(args) } : undefined;
}

/** One answer for all hostnames; a failure affects only its own hostname's part. */
export async function forEachHostname(
  hostnames: readonly string[],
  { attempt, typed }: Pick<CommandContext, 'attempt' | 'typed'>,
  run: (hostname: string) => Promise<Answer>,
): Promise<Answer> {
  const [first, ...others] = new Set(hostnames);
  if (first === undefined) return {};
  if (others.length === 0) return run(first);
  const answers: (Answer & { readonly command: string })[] = [];
  for (const hostname of [first, ...others]) {
    const command = commandFor(hostname, hostnames, typed);
    const answer = await attempt(() => run(hostname), command);
    // What was done for the hostnames before it must be said, too.
    if (answer.isDenied && answers.length === 0) return answer;
    answers.push({ ...answer, command });
  }
  return {
    later: async () => {
      const views: View[] = [];
      for (const { now, later, command } of answers) {
        if (now) views.push(now);
        if (!later) continue;
        const failed = await attempt(async () => {
          views.push(...viewsOf(await later()));
          return {};
        }, command);
        if (failed.isDenied && views.length === 0) return failed.now;
        if (failed.now) views.push(failed.now);
      }
      return joinViews(views);
    },
  };
}

/** What was typed, for one of its hostnames. */
function commandFor(hostname: string, hostnames: readonly string[], typed: string): string {
  const [name = '', ...args] = typedWords(typed);
  return joined(
    name,
    args.filter((word) => word === hostname || !hostnames.includes(word)),
  );
}

/** Later messages of an answer. */
export const viewsOf = (later: View | readonly View[] | undefined): readonly View[] => {
  if (later === undefined) return [];
  return 'blocks' in later ? [later] : later;
};
