import { z } from 'zod';
import { defineCommand } from '../src/slack/inbound/command.js';
import { syncView } from '../src/slack/views/answers/sync.js';

export const syncCommand = defineCommand({
  name: 'sync',
  usage: 'sync [--app NAME]',
  summary: 'command.sync',
  options: ['app'],
  schema: z.object({ args: z.tuple([]), app: z.string().optional() }),
  async run({ app }, { useCases, translator, actor }) {
    return {
      later: async () => syncView(await useCases.compareSides(app, actor), actor.channel, translator),
    };
  },
});
