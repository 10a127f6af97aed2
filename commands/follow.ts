import { z } from 'zod';
import { defineCommand, onOrOff } from '../src/slack/inbound/command.js';
import { followedView } from '../src/slack/views/answers/team.js';

export const followCommand = defineCommand({
  name: 'follow',
  usage: 'follow <hostname> [on/off]',
  summary: 'command.follow',
  options: [],
  hostnames: { min: 1, max: 1 },
  schema: z.object({
    args: z.tuple([z.string()], onOrOff).refine(({ length }) => length <= 2),
  }),
  async run({ args: [hostname, isOn = 'on'] }, { useCases, translator, actor }) {
    const mapping = await useCases.follow({ hostname }, isOn === 'on', actor);
    return { now: followedView(mapping, actor.user, translator) };
  },
});
