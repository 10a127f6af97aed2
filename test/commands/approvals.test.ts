import { expect, it } from 'vitest';
import { approvalsCommand } from '../../commands/approvals.js';
import { type } from '../support/commands.js';

it.each([
  [['dm', 'on'], true],
  [['on'], true],
  [['DM', 'OFF'], false],
  [[], undefined],
] as const)('%j', async (words, wanted) => {
  const { calls, shown } = await type(approvalsCommand, words, { approvalMessages: () => wanted ?? false });
  expect(calls).toEqual([['approvalMessages', wanted]]);
  expect(shown).toContain(wanted ? 'You get a direct message' : 'You get no direct messages');
});

it.each([[['perhaps']], [['on', 'off']], [['dm', 'shop.example.com']]])(
  '%j is a usage error',
  async (words) => {
    const { answer, calls } = await type(approvalsCommand, words);
    expect([answer, calls]).toEqual([undefined, []]);
  },
);
