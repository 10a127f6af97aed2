import { z } from 'zod';
import { defineCommand } from '../src/slack/inbound/command.js';
import { forEachHostname } from '../src/slack/inbound/several.js';
import { MAX_HOSTNAMES } from '../src/slack/inbound/usage.js';
import { mappedView, movedView } from '../src/slack/views/answers/answers.js';

export const mapCommand = defineCommand({
  name: 'map',
  usage: 'map <hostname> [--app NAME] [--site ID]',
  summary: 'command.map',
  options: ['app', 'site'],
  hostnames: { min: 1, max: MAX_HOSTNAMES },
  schema: z.object({
    args: z.array(z.string()).min(1).max(MAX_HOSTNAMES),
    app: z.string().optional(),
    site: z
      .string()
      .regex(/^[1-9]\d{0,14}$/)
      .transform(Number)
      .optional(),
  }),
  run({ args, app, site }, context) {
    const { useCases, translator, actor, settled } = context;
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
