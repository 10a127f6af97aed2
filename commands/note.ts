import { z } from 'zod';
import { sentenceAfter } from '../src/slack/inbound/arguments/command-words.js';
import { defineCommand } from '../src/slack/inbound/command.js';
import { notedView } from '../src/slack/views/answers/team.js';

export const noteCommand = defineCommand({
  name: 'note',
  usage: 'note <hostname> [text]',
  summary: 'command.note',
  options: [],
  sentenceAfter: 1,
  hostnames: { min: 1, max: 1 },
  schema: z.object({ args: z.array(z.string()).min(1) }),
  async run({ args: [hostname = ''] }, { useCases, translator, actor, typed }) {
    const note = sentenceAfter(2, typed, translator.command);
    return { now: notedView(await useCases.changeNote({ hostname }, note, actor), translator) };
  },
});
