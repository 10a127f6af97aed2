import { z } from 'zod';
import { defineCommand } from '../src/slack/command.js';
import { settingsDialog } from '../src/slack/views/settings.js';

export const settings = defineCommand({
  name: 'settings',
  usage: 'settings [--app NAME]',
  summary: 'command.settings',
  options: ['app'],
  schema: z.object({ words: z.tuple([]), app: z.string().optional() }),
  async run({ app }, { service, voice, asker }) {
    return { dialog: settingsDialog(await service.settingsOf(app, asker), asker.channel, voice) };
  },
});
