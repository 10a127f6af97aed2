import { z } from 'zod';
import { defineCommand } from '../src/slack/inbound/command.js';
import { settingsDialog } from '../src/slack/views/dialogs/settings-dialog.js';

export const settingsCommand = defineCommand({
  name: 'settings',
  usage: 'settings [--app NAME]',
  summary: 'command.settings',
  options: ['app'],
  schema: z.object({ args: z.tuple([]), app: z.string().optional() }),
  async run({ app }, { useCases, translator, actor }) {
    const channel = actor.isDirect ? '' : actor.channel;
    const shown = await useCases.settingsOf({ app }, actor);
    return { dialog: await settingsDialog(shown, channel, translator) };
  },
});
