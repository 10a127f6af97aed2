import { z } from 'zod';
import { defineCommand } from '../src/slack/inbound/command.js';
import { acknowledgedView } from '../src/slack/views/answers/attention.js';

export const ackCommand = defineCommand({
  name: 'ack',
  usage: 'ack <hostname>',
  summary: 'command.ack',
  options: [],
  hostnames: { min: 1, max: 1 },
  schema: z.object({ args: z.tuple([z.string()]) }),
  async run({ args: [hostname] }, { useCases, translator, actor }) {
    return { now: acknowledgedView(await useCases.acknowledge(hostname, actor), translator) };
  },
});
