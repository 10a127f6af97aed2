import { z } from 'zod';
import { defineCommand, listedRequest } from '../src/slack/inbound/command.js';
import { planView } from '../src/slack/inbound/listeners/batches.js';
import { batchDialog } from '../src/slack/views/dialogs/batch-dialog.js';
import { unmapDialog } from '../src/slack/views/dialogs/unmap-dialog.js';
import { MAX_LINES } from '../src/use-cases/batch/batch.js';

export const unmapCommand = defineCommand({
  name: 'unmap',
  usage: 'unmap [hostname]',
  summary: 'command.unmap',
  options: [],
  hostnames: { min: 0, max: MAX_LINES },
  schema: z.object({ args: z.array(z.string()).max(MAX_LINES) }),
  async run({ args }, context) {
    const { useCases, translator, actor } = context;
    const [hostname] = args;
    if (hostname === undefined) {
      await useCases.assertMayBatch('unmap', actor);
      return { dialog: batchDialog('unmap', actor.channel, translator) };
    }
    const listed = await listedRequest(args, context, 1);
    if (listed) {
      const request = { kind: 'unmap', ...listed } as const;
      return { dialog: planView(await useCases.planBatch(request, actor), translator) };
    }
    const { mapping } = await useCases.find(hostname, 'unmap', actor);
    return { dialog: unmapDialog(await useCases.previewUnmap(mapping.id, actor), actor, translator) };
  },
});
