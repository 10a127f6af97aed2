import { z } from 'zod';
import { defineCommand } from '../src/slack/inbound/command.js';
import { forEachHostname } from '../src/slack/inbound/several.js';
import { MAX_HOSTNAMES } from '../src/slack/inbound/usage.js';
import { mappedView } from '../src/slack/views/answers/answers.js';

export const mapCommand = defineCommand({
  name: 'map',
  aliases: ['add'],
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
      if (!mapped.isNew) return { now: mappedView(mapped, translator) };
      return {
        later: async () => {
          await settled(mapped.stored.mapping.id);
          return mappedView(
            { ...mapped, stored: await useCases.get(mapped.stored.mapping.id, actor) },
            translator,
          );
        },
      };
    });
  },
});
