import { parseHostname } from '../../core/hostname.js';
import { typedWords } from '../../core/typed-text.js';
import { withoutAccents } from '../../locale/typed-words.js';
import { type UsageProblem, usageView } from '../views/answers/usage.js';
import { isUsageProblem, joined, nearestWord } from './arguments/usage.js';
import type { Answer, Command, CommandContext } from './command.js';

/** Finds and runs the subcommand typed after `/domain`; without one, shows who needs what. Throws `UserError`. */
export async function route(text: string, where: Omit<CommandContext, 'typed'>): Promise<Answer> {
  const context = { ...where, typed: text };
  const { commands, translator } = context;
  const [typed = 'status', ...args] = withoutName(typedWords(text), translator.command);
  const command = named(withoutAccents(typed), commands);
  const outcome = command ? command.execute(args, context) : unknownCommand(typed, args, commands);
  return isUsageProblem(outcome) ? { now: usageView(outcome, translator) } : outcome;
}

/** A whole command may be pasted behind the slash command's name. */
const withoutName = (args: readonly string[], name: string): readonly string[] =>
  args[0]?.toLowerCase() === name ? args.slice(1) : args;

const commandNames = ({ name, aliases }: Command): readonly string[] => [name, ...aliases];

const named = (word: string, commands: readonly Command[]): Command | undefined =>
  commands.find((candidate) => commandNames(candidate).includes(word));

/** A typo, or a hostname without a subcommand. */
function unknownCommand(typed: string, args: readonly string[], commands: readonly Command[]): UsageProblem {
  const near = nearestWord(withoutAccents(typed), commands.flatMap(commandNames));
  const meant = near === undefined ? undefined : named(near, commands);
  if (meant?.fits(args))
    return { key: 'problem.did-you-mean', params: { typed }, corrected: joined(meant.name, args) };
  if (meant) return { key: 'problem.did-you-mean-usage', params: { typed, usage: meant.usage } };
  if (parseHostname(typed).ok)
    return { key: 'problem.did-you-mean', params: { typed }, corrected: joined('status', [typed]) };
  return { key: 'problem.unknown-command', params: { typed } };
}
