import { z } from 'zod';
import { isWordFor, personTyped } from '../src/slack/inbound/arguments/typed-values.js';
import { defineCommand } from '../src/slack/inbound/command.js';
import { assignedView } from '../src/slack/views/answers/team.js';
import { UserError } from '../src/use-cases/errors.js';

export const assignCommand = defineCommand({
  name: 'assign',
  usage: 'assign <hostname> [@person/me/nobody]',
  summary: 'command.assign',
  options: [],
  hostnames: { min: 1, max: 1 },
  schema: z.object({ args: z.array(z.string()).min(1).max(2) }),
  async run({ args }, { useCases, translator, actor }) {
    // In either order.
    const [hostname = '', typed = 'me'] = args.toSorted(
      (one, other) => personsLast(one) - personsLast(other),
    );
    const to = assigneeTyped(typed, actor.user);
    const mapping = await useCases.assign({ hostname }, to, actor);
    return { now: assignedView(mapping, actor.user, translator) };
  },
});

const personsLast = (word: string): number => (personTyped(word) === undefined ? 0 : 1);

/** Undefined for nobody. Throws `UserError`. */
function assigneeTyped(typed: string, me: string): string | undefined {
  if (isWordFor('me', typed)) return me;
  if (isWordFor('nobody', typed)) return undefined;
  const person = personTyped(typed);
  if (person === undefined) throw new UserError({ code: 'not-a-person', typed });
  return person;
}
