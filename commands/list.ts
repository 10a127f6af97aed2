import { z } from 'zod';
import { parseListFilter } from '../src/slack/inbound/arguments/list-filter.js';
import { defineCommand } from '../src/slack/inbound/command.js';
import { listView } from '../src/slack/views/answers/list.js';

export const listCommand = defineCommand({
  name: 'list',
  usage: 'list [filter]',
  summary: 'command.list',
  options: [],
  schema: z.object({ args: z.array(z.string()) }),
  async run({ args }, { useCases, translator, actor }) {
    const typed = args.join(' ');
    const filter = parseListFilter(typed, { translator, user: actor.user });
    return { now: await listView(await useCases.list(filter, typed, 0, actor), translator) };
  },
});
