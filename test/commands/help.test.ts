import { expect, it } from 'vitest';
import { helpCommand } from '../../commands/help.js';
import { commands } from '../../commands/index.js';
import { type } from '../support/commands.js';

it('names every command with its usage, whatever is typed after it', async () => {
  const { calls, shown } = await type(helpCommand, ['me']);
  expect(calls).toEqual([]);
  for (const { name } of commands) expect(shown).toContain(`/domain ${name}`);
});
