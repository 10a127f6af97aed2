import { expect, it } from 'vitest';
import { listCommand } from '../../commands/list.js';
import { type } from '../support/commands.js';

it.each([
  ['without a filter', [], ''],
  ['with a part of a hostname', ['shop'], 'shop'],
  ['with several words', ['shop', 'example'], 'shop example'],
])('the first page %s is shown at once', async (_, words, typed) => {
  const { calls, answer } = await type(listCommand, words, {
    list: () => ({ mappings: [], filter: typed, typed, offset: 0, total: 0 }),
  });
  expect(calls).toEqual([['list', expect.anything(), typed, 0]]);
  expect(answer?.now).toBeDefined();
});
