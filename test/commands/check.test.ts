import { expect, it } from 'vitest';
import { checkCommand } from '../../commands/check.js';
import { type } from '../support/commands.js';
import { reportedMapping } from '../support/reported-mapping.js';

const stored = reportedMapping();
const { id, hostname } = stored.mapping;

it('the request is stored before the check runs, and the result is shown', async () => {
  const { calls, shown } = await type(checkCommand, [hostname], {
    find: () => stored,
    requestCheck: () => stored,
    checkNow: () => ({ stored }),
  });
  expect(calls).toEqual([
    ['find', hostname],
    ['requestCheck', id],
    ['checkNow', stored],
  ]);
  expect(shown).toContain(hostname);
});

it('without a hostname it is a usage error', async () => {
  expect((await type(checkCommand, [])).answer).toBeUndefined();
});
