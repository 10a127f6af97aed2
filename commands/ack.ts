import { z } from 'zod';
import { defineCommand, onOrOff } from '../src/slack/inbound/command.js';
import { acknowledgedView, remindedView } from '../src/slack/views/answers/attention.js';

export const ackCommand = defineCommand({
  name: 'ack',
  usage: 'ack <hostname> [off]',
  summary: 'command.ack',
  options: [],
  hostnames: { min: 1, max: 1 },
  schema: z.object({
    args: z.tuple([z.string()], onOrOff).refine(({ length }) => length <= 2),
  }),
  async run({ args: [hostname, isOn = 'on'] }, { useCases, translator, actor }) {
    if (isOn === 'off')
      return {
        now: remindedView(await useCases.endAcknowledgement({ hostname }, undefined, actor), translator),
      };
    return {
      now: acknowledgedView(await useCases.acknowledge({ hostname }, undefined, actor), translator),
    };
  },
});
