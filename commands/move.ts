import { z } from 'zod';
import { defineCommand } from '../src/slack/inbound/command.js';
import { movedView } from '../src/slack/views/answers/answers.js';
import { UserError } from '../src/use-cases/errors.js';

/** A channel as Slack sends it (`<#C0123|name>`), or its ID. */
const CHANNEL = /^(?:<#([CG][A-Z0-9]+)(?:\|[^<>]*)?>|([CG][A-Z0-9]{6,}))$/;

export const moveCommand = defineCommand({
  name: 'move',
  usage: 'move <hostname> [#channel]',
  summary: 'command.move',
  options: [],
  hostnames: { min: 1, max: 1 },
  schema: z.object({ args: z.array(z.string()).min(1).max(2) }),
  async run({ args }, { useCases, translator, actor, settled }) {
    const { hostname, channel } = readMove(args);
    const moved = await useCases.move({ hostname, channel }, actor);
    if (!moved.isMoved) return { now: movedView(moved, translator) };
    const { id } = moved.stored.mapping;
    return {
      later: async () => {
        await settled(id);
        return movedView({ ...moved, stored: await useCases.get(id, actor) }, translator);
      },
    };
  },
});

/** In either order. Throws `UserError`. */
function readMove(args: readonly string[]): { hostname: string; channel?: string } {
  const [hostname = '', typed] = args.toSorted((one, other) => rank(one) - rank(other));
  if (typed === undefined) return { hostname };
  const [, mentioned, id] = CHANNEL.exec(typed) ?? [];
  const channel = mentioned ?? id;
  if (channel === undefined) throw new UserError({ code: 'not-a-channel', typed });
  return { hostname, channel };
}

const rank = (word: string): number => (CHANNEL.test(word) ? 1 : 0);
