import { z } from 'zod';
import { defineCommand } from '../src/slack/inbound/command.js';
import { helpView } from '../src/slack/views/answers/answers.js';

export const helpCommand = defineCommand({
  name: 'help',
  usage: 'help',
  summary: 'command.help',
  options: [],
  schema: z.object({ args: z.array(z.string()) }),
  async run(_args, { commands, translator }) {
    const lines = commands.map(({ usage, summary }) => ({ usage, summary: translator.t(summary) }));
    return { now: helpView(lines, translator) };
  },
});
