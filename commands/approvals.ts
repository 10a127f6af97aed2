import { z } from 'zod';
import { defineCommand } from '../src/slack/inbound/command.js';
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
      .array(z.string().toLowerCase())
      .transform((args) => args.filter((word) => word !== 'dm'))
      .pipe(z.array(z.enum(['on', 'off'])).max(1)),
  }),
  async run({ args: [wanted] }, { useCases, translator, actor }) {
    const isOn = await useCases.approvalMessages(WANTED.get(wanted ?? ''), actor);
    return { now: sentence(translator.t(isOn ? 'approvals.on' : 'approvals.off')) };
  },
});
