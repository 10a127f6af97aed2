import { z } from 'zod';
import { defineCommand } from '../src/slack/inbound/command.js';
import { unmapDialog } from '../src/slack/views/dialogs/unmap-dialog.js';

export const unmapCommand = defineCommand({
  name: 'unmap',
  usage: 'unmap <hostname>',
  summary: 'command.unmap',
  options: [],
  hostnames: { min: 1, max: 1 },
  schema: z.object({ args: z.tuple([z.string()]) }),
  async run({ args: [hostname] }, { useCases, translator, actor }) {
    const { mapping } = await useCases.find(hostname, actor);
    return { dialog: unmapDialog(await useCases.previewUnmap(mapping.id, actor), actor.channel, translator) };
  },
});
