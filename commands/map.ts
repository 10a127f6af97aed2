import { z } from 'zod';
import { defineCommand } from '../src/slack/command.js';
import { mappedView } from '../src/slack/views/answers.js';

export const map = defineCommand({
  name: 'map',
  usage: 'map <hostname> [--app NAME]',
  summary: 'command.map',
  options: ['app'],
  schema: z.object({ words: z.tuple([z.string()]), app: z.string().optional() }),
  async run({ words: [hostname], app }, { service, voice, asker, settled }) {
    const mapped = await service.map({ hostname, app }, asker);
    if (!mapped.isNew) return { now: mappedView(mapped, voice) };
    return {
      later: async () => {
        await settled(mapped.record.mapping.id);
        return mappedView({ ...mapped, record: await service.get(mapped.record.mapping.id, asker) }, voice);
      },
    };
  },
});
