import { z } from 'zod';
import { defineCommand } from '../src/slack/command.js';
import { doctorView } from '../src/slack/views/doctor.js';

export const doctor = defineCommand({
  name: 'doctor',
  usage: 'doctor',
  summary: 'command.doctor',
  options: [],
  schema: z.object({ words: z.tuple([]) }),
  async run(_args, { service, voice, asker }) {
    const examine = await service.examination(asker);
    return { later: async () => doctorView(await examine(), voice) };
  },
});
