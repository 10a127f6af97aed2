import { z } from 'zod';
import { defineCommand } from '../src/slack/command.js';
import { unmapDialog } from '../src/slack/views/dialog.js';

export const unmap = defineCommand({
  name: 'unmap',
  aliases: ['remove', 'delete'],
  usage: 'unmap <hostname>',
  summary: 'command.unmap',
  options: [],
  hostnames: { min: 1, max: 1 },
  schema: z.object({ words: z.tuple([z.string()]) }),
  async run({ words: [hostname] }, { service, voice, asker }) {
    const { mapping } = await service.find(hostname, asker);
    return { dialog: unmapDialog(await service.beforeUnmap(mapping.id, asker), asker.channel, voice) };
  },
});
