import { z } from 'zod';
import { defineCommand } from '../src/slack/command.js';
import { helpView } from '../src/slack/views/answers.js';

export const help = defineCommand({
  name: 'help',
  usage: 'help',
  summary: 'command.help',
  options: [],
  schema: z.object({ words: z.array(z.string()) }),
  async run(_args, { commands, voice }) {
    const lines = commands.map(({ usage, summary }) => ({ usage, summary: voice.say(summary) }));
    return { now: helpView(lines, voice) };
  },
});
