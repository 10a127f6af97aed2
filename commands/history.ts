import { z } from 'zod';
import { defineCommand } from '../src/slack/inbound/command.js';
import { historyView } from '../src/slack/views/answers/history.js';

export const historyCommand = defineCommand({
  name: 'history',
  usage: 'history <hostname>',
  summary: 'command.history',
  options: [],
  hostnames: { min: 1, max: 1 },
  schema: z.object({ args: z.tuple([z.string()]) }),
  async run({ args: [hostname] }, { useCases, translator, actor }) {
    return { now: await historyView(await useCases.history(hostname, 0, actor), translator) };
  },
});
