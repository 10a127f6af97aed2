import { z } from 'zod';
import { defineCommand } from '../src/slack/command.js';
import { listView } from '../src/slack/views/list.js';

export const list = defineCommand({
  name: 'list',
  aliases: ['ls', 'find'],
  usage: 'list [filter]',
  summary: 'command.list',
  options: [],
  schema: z.object({ words: z.array(z.string()) }),
  async run({ words }, { service, voice, asker }) {
    return { now: listView(await service.list(words.join(' '), 0, asker), voice) };
  },
});
