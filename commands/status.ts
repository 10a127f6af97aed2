import { z } from 'zod';
import { MAX_HOSTNAMES } from '../src/slack/inbound/arguments/usage.js';
import { defineCommand, forEachHostname } from '../src/slack/inbound/command.js';
import { overviewView } from '../src/slack/views/answers/list.js';
import { statusView } from '../src/slack/views/answers/status.js';

export const statusCommand = defineCommand({
  name: 'status',
  usage: 'status [hostname]',
  summary: 'command.status',
  options: [],
  hostnames: { min: 0, max: MAX_HOSTNAMES },
  schema: z.object({ args: z.array(z.string()).max(MAX_HOSTNAMES) }),
  async run({ args }, context) {
    const { useCases, translator, actor } = context;
    if (args.length === 0) return { now: await overviewView(await useCases.overview(actor), translator) };
    return forEachHostname(args, context, async (hostname) => ({
      later: async () => statusView(await useCases.status(hostname, actor), translator),
    }));
  },
});
