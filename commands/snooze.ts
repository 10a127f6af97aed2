import { z } from 'zod';
import { endTyped } from '../src/slack/inbound/arguments/typed-values.js';
import { defineCommand } from '../src/slack/inbound/command.js';
import { snoozedView } from '../src/slack/views/answers/attention.js';

export const snoozeCommand = defineCommand({
  name: 'snooze',
  usage: 'snooze <hostname> [3d/12h/off]',
  summary: 'command.snooze',
  options: [],
  hostnames: { min: 1, max: 1 },
  schema: z.object({ args: z.array(z.string()).min(1).max(2) }),
  async run({ args: [hostname = '', typed] }, { useCases, translator, actor }) {
    if (typed?.toLowerCase() === 'off')
      return { now: snoozedView(await useCases.endSnooze({ hostname }, actor), translator) };
    const until = typed === undefined ? undefined : endTyped(typed, translator.now());
    return { now: snoozedView(await useCases.snooze({ hostname }, until, actor), translator) };
  },
});
