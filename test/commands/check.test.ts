import { expect, it } from 'vitest';
import { checkCommand } from '../../commands/check.js';
import { type } from '../support/commands.js';
import { plannedBatch } from '../support/planned-batch.js';
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
    ['find', hostname, 'check'],
    ['requestCheck', id],
    ['checkNow', stored],
  ]);
  expect(shown).toContain(hostname);
});

it('without a hostname it opens the dialog for a list', async () => {
  const { calls, answer } = await type(checkCommand, [], { assertMayBatch: () => undefined });
  expect(calls).toEqual([['assertMayBatch', 'check']]);
  expect(answer?.dialog).toMatchObject({ callback_id: 'batch' });
});

it('more hostnames than answers are planned in a dry run', async () => {
  const hostnames = Array.from({ length: 6 }, (_, at) => `h${at}.example.com`);
  const { calls } = await type(checkCommand, hostnames, { planBatch: () => plannedBatch('check') });
  expect(calls).toEqual([['planBatch', { kind: 'check', hostnames }]]);
});
