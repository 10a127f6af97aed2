import { z } from 'zod';
import { defineCommand } from '../src/slack/command.js';
import { mappedView } from '../src/slack/views/answers.js';

export const map = defineCommand({
  name: 'map',
  usage: 'map <hostname> [--app NAME] [--site ID]',
  summary: 'command.map',
  options: ['app', 'site'],
  schema: z.object({
    words: z.tuple([z.string()]),
    app: z.string().optional(),
    site: z
      .string()
      .regex(/^[1-9]\d{0,14}$/)
      .transform(Number)
      .optional(),
  }),
  async run({ words: [hostname], app, site }, { service, voice, asker, settled }) {
    const mapped = await service.map({ hostname, app, siteId: site }, asker);
    if (!mapped.isNew) return { now: mappedView(mapped, voice) };
    return {
      later: async () => {
        await settled(mapped.record.mapping.id);
        return mappedView({ ...mapped, record: await service.get(mapped.record.mapping.id, asker) }, voice);
      },
    };
  },
});
