import { z } from 'zod';
import { endTyped, isWordFor } from '../src/slack/inbound/arguments/typed-values.js';
import { defineCommand } from '../src/slack/inbound/command.js';
import { snoozedView } from '../src/slack/views/answers/attention.js';

export const snoozeCommand = defineCommand({
  name: 'snooze',
  usage: 'snooze <hostname> [3d/12h/monday/off]',
  summary: 'command.snooze',
  options: [],
  hostnames: { min: 1, max: 1 },
  schema: z.object({ args: z.array(z.string()).min(1).max(3) }),
  async run({ args: [hostname = '', ...time] }, { useCases, translator, actor }) {
    const typed = time.length === 0 ? undefined : time.join(' ');
    if (typed !== undefined && isWordFor('off', typed))
      return { now: snoozedView(await useCases.endSnooze({ hostname }, actor), translator) };
    const until = typed === undefined ? undefined : endTyped(typed, translator.now());
    return { now: snoozedView(await useCases.snooze({ hostname }, until, actor), translator) };
  },
});
