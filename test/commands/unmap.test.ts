import { expect, it } from 'vitest';
import { unmapCommand } from '../../commands/unmap.js';
import { UserError } from '../../src/use-cases/errors.js';
import { type } from '../support/commands.js';
import { plannedBatch } from '../support/planned-batch.js';
import { reportedMapping } from '../support/reported-mapping.js';

const stored = reportedMapping();
const { id, hostname } = stored.mapping;

it('nothing is unmapped before the dialog is confirmed', async () => {
  const { calls, answer } = await type(unmapCommand, [hostname], {
    find: () => stored,
    previewUnmap: () => stored,
  });
  expect(calls).toEqual([
    ['find', hostname, 'unmap'],
    ['previewUnmap', id],
  ]);
  expect(answer?.dialog?.type).toBe('modal');
});

it('a person who may not reads so, without a dialog', async () => {
  const { answer, shown } = await type(unmapCommand, [hostname], {
    find: () => stored,
    previewUnmap: () => {
      throw new UserError({ code: 'gone' });
    },
  });
  expect(answer?.dialog).toBeUndefined();
  expect(shown.length).toBeGreaterThan(10);
});

it('without a hostname it opens the dialog for a list, if the person may unmap', async () => {
  const { calls, answer } = await type(unmapCommand, [], { assertMayBatch: () => undefined });
  expect(calls).toEqual([['assertMayBatch', 'unmap']]);
  expect(answer?.dialog).toMatchObject({ callback_id: 'batch' });
});

it('several hostnames are planned in a dry run', async () => {
  const hostnames = [hostname, 'other.example.com'];
  const { calls } = await type(unmapCommand, hostnames, { planBatch: () => plannedBatch('unmap') });
  expect(calls).toEqual([['planBatch', { kind: 'unmap', hostnames }]]);
});
