import { z } from 'zod';
import { defineCommand } from '../src/slack/command.js';
import { forEachHostname } from '../src/slack/several.js';
import { MAX_HOSTNAMES } from '../src/slack/usage.js';
import { statusView } from '../src/slack/views/status.js';

export const check = defineCommand({
  name: 'check',
  usage: 'check <hostname>',
  summary: 'command.check',
  options: [],
  hostnames: { min: 1, max: MAX_HOSTNAMES },
  schema: z.object({ words: z.array(z.string()).min(1).max(MAX_HOSTNAMES) }),
  run({ words }, context) {
    const { service, voice, asker } = context;
    return forEachHostname(words, context, async (hostname) => {
      const { mapping } = await service.find(hostname, asker);
      const record = await service.check(mapping.id, asker);
      return { later: async () => statusView(await service.look(record), voice) };
    });
  },
});
