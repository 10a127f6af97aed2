import { z } from 'zod';
import { defineCommand } from '../src/slack/command.js';
import { statusView } from '../src/slack/views/status.js';

export const check = defineCommand({
  name: 'check',
  usage: 'check <hostname>',
  summary: 'command.check',
  options: [],
  schema: z.object({ words: z.tuple([z.string()]) }),
  async run({ words: [hostname] }, { service, voice, asker }) {
    const { mapping } = await service.find(hostname, asker);
    const record = await service.check(mapping.id, asker);
    return { later: async () => statusView(await service.look(record), voice) };
  },
});
