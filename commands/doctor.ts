import { z } from 'zod';
import { defineCommand } from '../src/slack/inbound/command.js';
import { doctorView } from '../src/slack/views/answers/doctor.js';

export const doctorCommand = defineCommand({
  name: 'doctor',
  usage: 'doctor',
  summary: 'command.doctor',
  options: [],
  schema: z.object({ args: z.tuple([]) }),
  async run(_args, { useCases, translator, actor }) {
    return { later: async () => doctorView(await useCases.doctor(actor), translator) };
  },
});
