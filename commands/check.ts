import { z } from 'zod';
import { defineCommand } from '../src/slack/inbound/command.js';
import { forEachHostname } from '../src/slack/inbound/several.js';
import { MAX_HOSTNAMES } from '../src/slack/inbound/usage.js';
import { statusView } from '../src/slack/views/answers/status.js';

export const checkCommand = defineCommand({
  name: 'check',
  usage: 'check <hostname>',
  summary: 'command.check',
  options: [],
  hostnames: { min: 1, max: MAX_HOSTNAMES },
  schema: z.object({ args: z.array(z.string()).min(1).max(MAX_HOSTNAMES) }),
  run({ args }, context) {
    const { useCases, translator, actor } = context;
    return forEachHostname(args, context, async (hostname) => {
      const { mapping } = await useCases.find(hostname, actor);
      const stored = await useCases.requestCheck(mapping.id, actor);
      return { later: async () => statusView(await useCases.checkNow(stored, actor), translator) };
    });
  },
});
