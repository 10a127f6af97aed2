import { z } from 'zod';
import { defineCommand, onOrOff } from '../src/slack/inbound/command.js';
import { sentence } from '../src/slack/views/answers/answers.js';

const WANTED = new Map([
  ['on', true],
  ['off', false],
]);

export const approvalsCommand = defineCommand({
  name: 'approvals',
  usage: 'approvals [dm on/off]',
  summary: 'command.approvals',
  options: [],
  schema: z.object({
    args: z
      .array(z.string())
      .transform((args) => args.filter((word) => word.toLowerCase() !== 'dm'))
      .pipe(z.array(onOrOff).max(1)),
  }),
  async run({ args: [wanted] }, { useCases, translator, actor }) {
    const isOn = await useCases.approvalMessages(WANTED.get(wanted ?? ''), actor);
    return { now: sentence(translator.t(isOn ? 'approvals.on' : 'approvals.off')) };
  },
});
