import { z } from 'zod';
import { commandNamed, defineCommand } from '../src/slack/inbound/command.js';
import { commandHelpView, helpView } from '../src/slack/views/answers/answers.js';

export const helpCommand = defineCommand({
  name: 'help',
  usage: 'help [command]',
  summary: 'command.help',
  options: [],
  schema: z.object({ args: z.array(z.string()) }),
  async run({ args: [typed = ''] }, { commands, translator }) {
    const asked = commandNamed(typed, commands);
    if (asked) return { now: commandHelpView(asked, translator) };
    return { now: helpView(commands, translator) };
  },
});
