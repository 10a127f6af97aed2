import { z } from 'zod';
import { plainSentence } from '../src/core/typed-text.js';
import { defineCommand } from '../src/slack/inbound/command.js';
import { notedView } from '../src/slack/views/answers/team.js';

/** The command, maybe behind the slash command's name, and the hostname. */
const BEFORE_NOTE = /^\s*(?:\/\S+\s+)?\S+\s+\S+\s*/;

export const noteCommand = defineCommand({
  name: 'note',
  usage: 'note <hostname> [text]',
  summary: 'command.note',
  options: [],
  hostnames: { min: 1, max: 1 },
  schema: z.object({ args: z.array(z.string()).min(1) }),
  async run({ args: [hostname = ''] }, { useCases, translator, actor, typed }) {
    const note = plainSentence(typed.replace(BEFORE_NOTE, ''));
    return { now: notedView(await useCases.changeNote({ hostname }, note, actor), translator) };
  },
});
