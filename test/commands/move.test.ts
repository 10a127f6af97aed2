import { expect, it } from 'vitest';
import { moveCommand } from '../../commands/move.js';
import { type } from '../support/commands.js';
import { reportedMapping } from '../support/reported-mapping.js';

const stored = reportedMapping();
const { id, hostname } = stored.mapping;
const moved = { move: () => ({ stored, isMoved: true }), get: () => stored };

it.each([
  ['here', [hostname], undefined],
  ['to a public channel', [hostname, '<#C02GENERAL|general>'], 'C02GENERAL'],
  ['to a private channel, whose name Slack leaves out', [hostname, '<#G03OPS|>'], 'G03OPS'],
  ['to a channel by its ID', [hostname, 'C02GENERAL'], 'C02GENERAL'],
  ['in the other order', ['<#C02GENERAL|general>', hostname], 'C02GENERAL'],
])('%s: the answer waits for the card in its new place', async (_, words, channel) => {
  const { calls, shown } = await type(moveCommand, words, moved);
  expect(calls).toEqual([
    ['move', { hostname, channel }],
    ['settled', id],
    ['get', id],
  ]);
  expect(shown).toContain('moved to <#C1>');
});

it('a card that is there already is answered at once', async () => {
  const { answer, shown } = await type(moveCommand, [hostname], { move: () => ({ stored, isMoved: false }) });
  expect(answer?.later).toBeUndefined();
  expect(shown).toContain('is already in <#C1>');
});

it.each(['#general', 'general', 'other-channel', '<@U01ALICE>'])(
  '%s is no channel, and nothing moves',
  async (word) => {
    const { calls, shown } = await type(moveCommand, [hostname, word]);
    expect(calls).toEqual([]);
    expect(shown).toContain('isn’t a channel');
  },
);

it.each([
  ['no hostname', []],
  ['more than a hostname and a channel', [hostname, '<#C1|>', '<#C2|>']],
  ['an option', [hostname, '--to', 'C1']],
])('%s is a usage error', async (_, words) => {
  const { answer, calls } = await type(moveCommand, words);
  expect([answer, calls]).toEqual([undefined, []]);
});
