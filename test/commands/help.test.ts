import { expect, it } from 'vitest';
import { helpCommand } from '../../commands/help.js';
import { commands } from '../../commands/index.js';
import { type } from '../support/commands.js';

it.each([[[]], [['me']]])('names every command with its usage: %j', async (args) => {
  const { calls, shown } = await type(helpCommand, args);
  expect(calls).toEqual([]);
  for (const { name } of commands) expect(shown).toContain(`/domain ${name}`);
});

it.each(['unmap', 'Delete', 'borrar'])('%s explains that command alone', async (typed) => {
  const { shown } = await type(helpCommand, [typed]);
  expect(shown).toContain('/domain unmap [hostname]');
  expect(shown).not.toContain('/domain map');
});
