import { z } from 'zod';
import { defineCommand } from '../src/slack/command.js';
import { overviewView, statusView } from '../src/slack/views/status.js';

export const status = defineCommand({
  name: 'status',
  usage: 'status [hostname]',
  summary: 'command.status',
  options: [],
  schema: z.object({ words: z.union([z.tuple([]), z.tuple([z.string()])]) }),
  async run({ words: [hostname] }, { service, voice, asker }) {
    if (hostname === undefined) return { now: overviewView(await service.overview(asker), voice) };
    return { later: async () => statusView(await service.status(hostname, asker), voice) };
  },
});
