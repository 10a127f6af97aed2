import { distance } from 'fastest-levenshtein';
import type { Answer, Command, CommandContext } from './command.js';
import { code } from './mrkdwn.js';
import { sentence } from './views/answers.js';

const MAX_TEXT = 2_000;
/** How many letters of a subcommand may be wrong for it to be recognised. */
const CLOSE_ENOUGH = 3;

/** Finds the subcommand in what was typed after `/domain` and runs it. Throws `UserError`. */
export async function route(text: string, context: CommandContext): Promise<Answer> {
  const { commands, voice } = context;
  const [typed = 'help', ...words] = text
    .slice(0, MAX_TEXT)
    .split(/\s+/)
    .filter((word) => word !== '');
  const name = typed.toLowerCase();
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) return { now: sentence(unknownText(typed, nearest(name, commands), context)) };
  const running = command.execute(words, context);
  if (running) return running;
  return { now: sentence(voice.say('problem.usage', { usage: code(`/domain ${command.usage}`) })) };
}

function nearest(name: string, commands: readonly Command[]): Command | undefined {
  const [best] = commands
    .map((command) => ({ command, letters: distance(name.slice(0, 20), command.name) }))
    .sort((one, other) => one.letters - other.letters);
  return best && best.letters <= CLOSE_ENOUGH && best.letters < name.length ? best.command : undefined;
}

function unknownText(typed: string, near: Command | undefined, { voice }: CommandContext): string {
  const shown = code(typed.slice(0, 40));
  if (!near) return voice.say('problem.unknown-command', { typed: shown, help: code('/domain help') });
  return voice.say('problem.did-you-mean', { typed: shown, usage: code(`/domain ${near.usage}`) });
}
