import { z } from 'zod';
import { defineCommand, forEachHostname, listedRequest } from '../src/slack/inbound/command.js';
import { planView } from '../src/slack/inbound/listeners/batches.js';
import { mappedView, movedView } from '../src/slack/views/answers/answers.js';
import { mapDialog } from '../src/slack/views/dialogs/map-dialog.js';
import { MAX_LINES } from '../src/use-cases/batch/batch.js';

export const mapCommand = defineCommand({
  name: 'map',
  usage: 'map [hostname] [--app NAME] [--site ID]',
  summary: 'command.map',
  options: ['app', 'site'],
  hostnames: { min: 0, max: MAX_LINES },
  schema: z.object({
    args: z.array(z.string()).max(MAX_LINES),
    app: z.string().optional(),
    site: z
      .string()
      .regex(/^[1-9]\d{0,14}$/)
      .transform(Number)
      .optional(),
  }),
  async run({ args, app, site }, context) {
    const { useCases, translator, actor, settled } = context;
    if (args.length === 0) {
      const form = await useCases.mapForm(app, actor);
      const hasPlace = actor.isDirect !== true;
      return { dialog: mapDialog({ form, origin: { channel: actor.channel }, hasPlace }, translator) };
    }
    const listed = await listedRequest(args, context);
    if (listed) {
      const request = { kind: 'map', ...listed, app, siteId: site } as const;
      return { dialog: planView(await useCases.planBatch(request, actor), translator) };
    }
    return forEachHostname(args, context, async (hostname) => {
      const mapped = await useCases.map({ hostname, app, siteId: site }, actor);
      const { isNew, isMoved = false } = mapped;
      if (!isNew && !isMoved) return { now: mappedView(mapped, translator) };
      const { id } = mapped.stored.mapping;
      return {
        later: async () => {
          await settled(id);
          const stored = await useCases.get(id, actor);
          return isMoved
            ? movedView({ stored, isMoved }, translator)
            : mappedView({ ...mapped, stored }, translator);
        },
      };
    });
  },
});
