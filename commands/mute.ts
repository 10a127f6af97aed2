import { z } from 'zod';
import { sentenceAfter } from '../src/slack/inbound/arguments/command-words.js';
import { endTyped, isWordFor, looksLikeTime } from '../src/slack/inbound/arguments/typed-values.js';
import { defineCommand } from '../src/slack/inbound/command.js';
import { mutedView, unmutedView } from '../src/slack/views/answers/attention.js';
import { MAX_MUTE_REASON } from '../src/slack/views/dialogs/attention-dialog.js';
import { UserError } from '../src/use-cases/errors.js';

export const muteCommand = defineCommand({
  name: 'mute',
  usage: 'mute <hostname> <30d/off> [reason]',
  summary: 'command.mute',
  options: [],
  endsInSentence: true,
  hostnames: { min: 1, max: 1 },
  schema: z.object({ args: z.array(z.string()).min(2) }),
  async run({ args: [hostname = '', time = ''] }, { useCases, translator, actor, typed }) {
    if (isWordFor('off', time))
      return { now: unmutedView(await useCases.endMutes({ hostname }, undefined, actor), translator) };
    const reason = sentenceAfter(3, typed, translator.command).slice(0, MAX_MUTE_REASON);
    if (reason === '' || !looksLikeTime(time)) throw new UserError({ code: 'mute-reason' });
    const until = endTyped(time, translator.now());
    return { now: mutedView(await useCases.mute({ hostname }, { until, reason }, actor), translator) };
  },
});
