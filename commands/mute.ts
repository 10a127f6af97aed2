import { z } from 'zod';
import { sentenceAfter } from '../src/slack/inbound/arguments/command-words.js';
import {
  endTyped,
  isFiller,
  isWordFor,
  looksLikeTime,
  timeFirst,
} from '../src/slack/inbound/arguments/typed-values.js';
import { defineCommand } from '../src/slack/inbound/command.js';
import { mutedView, unmutedView } from '../src/slack/views/answers/attention.js';
import { MAX_MUTE_REASON } from '../src/slack/views/dialogs/attention-dialog.js';
import { UserError } from '../src/use-cases/errors.js';

export const muteCommand = defineCommand({
  name: 'mute',
  usage: 'mute <hostname> <30d/off> [reason]',
  summary: 'command.mute',
  options: [],
  sentenceAfter: 2,
  hostnames: { min: 1, max: 1 },
  schema: z.object({ args: z.array(z.string()).min(2) }),
  async run({ args }, { useCases, translator, actor, typed }) {
    // `for 30d`: the word between means nothing.
    const timeAt = isFiller(args[1] ?? '') ? 2 : 1;
    const [hostname = ''] = args;
    const time = timeFirst(args.slice(timeAt));
    if (isWordFor('off', time))
      return { now: unmutedView(await useCases.endMutes({ hostname }, undefined, actor), translator) };
    const words = 1 + timeAt + time.split(' ').length;
    const reason = sentenceAfter(words, typed, translator.command).slice(0, MAX_MUTE_REASON);
    if (reason === '' || !looksLikeTime(time)) throw new UserError({ code: 'mute-reason' });
    const until = endTyped(time, translator.now());
    return { now: mutedView(await useCases.mute({ hostname }, { until, reason }, actor), translator) };
  },
});
