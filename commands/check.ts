import { z } from 'zod';
import { defineCommand, forEachHostname, listedRequest } from '../src/slack/inbound/command.js';
import { planView } from '../src/slack/inbound/listeners/batches.js';
import { statusView } from '../src/slack/views/answers/status.js';
import { batchDialog } from '../src/slack/views/dialogs/batch-dialog.js';
import { MAX_LINES } from '../src/use-cases/batch/batch.js';

export const checkCommand = defineCommand({
  name: 'check',
  usage: 'check [hostname]',
  summary: 'command.check',
  options: [],
  hostnames: { min: 0, max: MAX_LINES },
  schema: z.object({ args: z.array(z.string()).max(MAX_LINES) }),
  async run({ args }, context) {
    const { useCases, translator, actor } = context;
    if (args.length === 0) {
      await useCases.assertMayBatch('check', actor);
      return { dialog: batchDialog('check', actor.channel, translator) };
    }
    const listed = await listedRequest(args, context);
    if (listed) {
      const batch = await useCases.planBatch({ kind: 'check', ...listed }, actor);
      return { dialog: planView(batch, translator) };
    }
    return forEachHostname(args, context, async (hostname) => {
      const { mapping } = await useCases.find(hostname, 'check', actor);
      const stored = await useCases.requestCheck(mapping.id, actor);
      return { later: async () => statusView(await useCases.checkNow(stored, actor), translator) };
    });
  },
});
